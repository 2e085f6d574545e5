/** Tables and charts for pages, and the templates that they are put in. */
@org.jspecify.annotations.NullMarked
package org.greenaudit.report.html;
