package org.greenaudit.purchase;

import java.util.List;
import java.util.Optional;

/**
 * The certificates that a row cites, by column. Lines of one source share the list of columns.
 *
 * @param columns the certificate columns that the feed has
 * @param cells the cell of each of them as written; empty also for 无, / and the like
 */
public record CitationCells(List<CitationColumn> columns, List<String> cells) {

    /** Of a feed without certificate columns. */
    public static final CitationCells NONE = new CitationCells(List.of(), List.of());

    public CitationCells {
        columns = List.copyOf(columns);
        cells = List.copyOf(cells);
    }

    /**
     * The cell in the column of that canonical header. An empty text means that no certificate is cited; nothing at all
     * means that the feed lacks the column and says neither.
     */
    public Optional<String> in(String header) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).header().equals(header)) {
                return Optional.of(cells.get(i));
            }
        }
        return Optional.empty();
    }
}
