/** CSV files: charset, delimiter, header, records and cells, cut into byte ranges at record ends. */
package org.greenaudit.source.csv;
