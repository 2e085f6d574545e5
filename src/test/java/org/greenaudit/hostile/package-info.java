/**
 * Feeds as nobody should write them, made by chance from a seed, together with what they hold: a count of lines and fen that
 * is kept while writing and knows nothing of how the program reads.
 */
package org.greenaudit.hostile;
