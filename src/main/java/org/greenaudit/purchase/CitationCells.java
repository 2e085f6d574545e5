package org.greenaudit.purchase;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.greenaudit.text.FullWidth;

/**
 * The certificates that a row cites, by column. Lines of one source share the list of columns.
 *
 * @param columns the certificate columns that the feed has
 * @param cells the cell of each of them as written; empty also for 无, / and the like
 * @param words such a word in each of them, where one stands there instead of a number
 */
public record CitationCells(List<CitationColumn> columns, List<String> cells, List<String> words) {

    /** Of a feed without certificate columns. */
    public static final CitationCells NONE = new CitationCells(List.of(), List.of(), List.of());

    public CitationCells {
        columns = List.copyOf(columns);
        cells = List.copyOf(cells);
        words = List.copyOf(words);
    }

    /**
     * The cell in the column of that canonical header; where several columns have it, what they say one after the other. An
     * empty text means that no certificate is cited; nothing at all means that the feed lacks the column and says neither.
     */
    public Optional<String> in(String header) {
        Optional<String> found = Optional.empty();
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).header().equals(header)) {
                String cell = cells.get(i);
                found = Optional.of(found.map(others -> joined(others, cell)).orElse(cell));
            }
        }
        return found;
    }

    /** What stands in the columns of that canonical header instead of a number: 无; empty where they are blank. */
    public String wordIn(String header) {
        return IntStream.range(0, columns.size())
                .filter(i -> columns.get(i).header().equals(header))
                .mapToObj(words::get)
                .filter(word -> !word.isEmpty())
                .distinct()
                .collect(Collectors.joining(" / "));
    }

    /** Whether two columns of one canonical header are filled and say different things. */
    boolean differ() {
        for (int i = 1; i < columns.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (columns.get(i).header().equals(columns.get(j).header())
                        && !cells.get(i).isEmpty()
                        && !cells.get(j).isEmpty()
                        && !same(cells.get(i), cells.get(j))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String joined(String others, String cell) {
        if (cell.isEmpty() || same(others, cell)) {
            return others;
        }
        return others.isEmpty() ? cell : others + "; " + cell;
    }

    private static boolean same(String one, String other) {
        return FullWidth.compact(one).equalsIgnoreCase(FullWidth.compact(other));
    }
}
