/** The program: its entry point and nothing else. */
@org.jspecify.annotations.NullMarked
package org.greenaudit;
