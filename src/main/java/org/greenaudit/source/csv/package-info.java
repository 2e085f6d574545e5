/** CSV files: charset, delimiter, header, records and cells, cut into byte ranges at record ends. */
@org.jspecify.annotations.NullMarked
package org.greenaudit.source.csv;
