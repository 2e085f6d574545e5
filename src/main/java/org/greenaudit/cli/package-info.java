/** The commands a person types, and what they print. Decides nothing. */
@org.jspecify.annotations.NullMarked
package org.greenaudit.cli;
