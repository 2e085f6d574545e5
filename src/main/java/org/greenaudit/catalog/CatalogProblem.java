package org.greenaudit.catalog;

import org.greenaudit.message.Text;

/**
 * Something wrong in a catalog file, precise enough to be mended.
 *
 * @param file the file, as its directory was given
 * @param line the line where the row begins, from 1; 0 when the file as a whole is meant
 * @param column the column or key; empty when the row or file as a whole is meant
 * @param value what stands there
 * @param text what is wrong and what was expected
 */
public record CatalogProblem(String file, long line, String column, String value, Text text) {}
