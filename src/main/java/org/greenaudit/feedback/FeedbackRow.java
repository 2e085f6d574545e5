package org.greenaudit.feedback;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.greenaudit.text.Blanks;

/**
 * A row of a file with decisions.
 *
 * @param source the file, and the sheet if it is a workbook
 * @param line its line, or its row in the sheet
 * @param columns those that the file has
 * @param cells what its cells hold, trimmed; empty ones are left out
 */
public record FeedbackRow(String source, long line, Set<FeedbackColumn> columns, Map<FeedbackColumn, String> cells) {

    public FeedbackRow {
        columns = Set.copyOf(columns);
        cells = Map.copyOf(cells);
    }

    /** What somebody filled in elsewhere than in a file, as the row of a file that has columns for that alone. */
    public static FeedbackRow of(String source, long line, Map<FeedbackColumn, String> filledIn) {
        Map<FeedbackColumn, String> cells = new EnumMap<>(FeedbackColumn.class);
        filledIn.forEach((column, text) -> {
            String cell = Blanks.trim(text);
            if (!cell.isEmpty()) {
                cells.put(column, cell);
            }
        });
        return new FeedbackRow(source, line, filledIn.keySet(), cells);
    }

    /** Whether the file has a column, filled in or not. */
    boolean has(FeedbackColumn column) {
        return columns.contains(column);
    }

    /** A cell; empty where there is none. */
    String get(FeedbackColumn column) {
        return cells.getOrDefault(column, "");
    }

    /** Whether somebody filled something in. */
    boolean filledIn() {
        return cells.containsKey(FeedbackColumn.CONCLUSION)
                || FeedbackColumn.FILLED_IN.stream().anyMatch(cells::containsKey);
    }
}
