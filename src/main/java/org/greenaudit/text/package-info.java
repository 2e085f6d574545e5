/**
 * How characters, blanks, widths, names, numbers and dates are read and compared. Each kind of blank, dash, width and
 * date is defined here once. {@link org.greenaudit.text.Sha256} says whether two texts or files are the same. No facts
 * of procurement, no words for people.
 */
@org.jspecify.annotations.NullMarked
package org.greenaudit.text;
