/** How the program writes files: whole or not at all, still there after a power cut, and closed to other users. */
@org.jspecify.annotations.NullMarked
package org.greenaudit.file;
