/** What a report or a page is made of: the data of a run, and the words for it in one language. */
@org.jspecify.annotations.NullMarked
package org.greenaudit.report.data;
