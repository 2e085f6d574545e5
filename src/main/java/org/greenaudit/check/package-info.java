/** How a source would be read, and a job file that says so. */
@org.jspecify.annotations.NullMarked
package org.greenaudit.check;
