package org.greenaudit.purchase;

/** Cells and rows as RFC 4180 writes them, with commas. */
public final class CsvText {

    private CsvText() {}

    /** The cell, in quotes when it needs them. */
    public static String cell(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c == ',' || c == '"' || c == '\n' || c == '\r') {
                return '"' + cell.replace("\"", "\"\"") + '"';
            }
        }
        return cell;
    }

    /** The row without a line end, so that a rejected one can be put back. Stops when long enough for a report. */
    static String row(FeedRow row) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < row.cells() && out.length() <= Rejection.LONGEST_RAW; i++) {
            out.append(i > 0 ? "," : "").append(cell(row.cell(i)));
        }
        return out.toString();
    }
}
