/**
 * Files that people bring: received within bounds, told by what they hold, and kept where nobody but this server reads them. None
 * is executed or sent out again.
 */
@org.jspecify.annotations.NullMarked
package org.greenaudit.portal.upload;
