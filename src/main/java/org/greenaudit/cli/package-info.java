/** The commands a person types, and what they print. */
@NullMarked
package org.greenaudit.cli;

import org.jspecify.annotations.NullMarked;
