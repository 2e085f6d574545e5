package org.greenaudit.catalog;

import org.greenaudit.message.Text;

/**
 * Something wrong in a catalog file, with the place where a person can mend it.
 *
 * @param file the file, relative to its catalog directory
 * @param line the line the row begins on, from 1; 0 when the file as a whole is concerned
 * @param column the column's name; empty when the row or file as a whole is concerned
 * @param value the value found; empty when there is none
 * @param text what is wrong and what was expected
 */
public record CatalogProblem(String file, long line, String column, String value, Text text) {}
