/** The commands a person types, and what they print. Decides nothing. */
@NullMarked
package org.greenaudit.cli;

import org.jspecify.annotations.NullMarked;
