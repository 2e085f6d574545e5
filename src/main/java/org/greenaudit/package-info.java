/** The program: its entry point and nothing else. */
@NullMarked
package org.greenaudit;

import org.jspecify.annotations.NullMarked;
