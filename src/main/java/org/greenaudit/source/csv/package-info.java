/** CSV files: charset, delimiter, header, records and cells, cut into byte ranges at record ends. */
@NullMarked
package org.greenaudit.source.csv;

import org.jspecify.annotations.NullMarked;
