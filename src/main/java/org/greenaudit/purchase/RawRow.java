package org.greenaudit.purchase;

/** Writes a row as one CSV record, so that a rejected row can be corrected and read again. */
final class RawRow {

    private RawRow() {}

    /** The row as RFC 4180 writes it, with commas and without a line end. Stops when long enough for a report. */
    static String of(FeedRow row) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < row.cells() && out.length() <= Rejection.LONGEST_RAW; i++) {
            if (i > 0) {
                out.append(',');
            }
            append(out, row.cell(i));
        }
        return out.toString();
    }

    private static void append(StringBuilder out, String cell) {
        boolean quote =
                cell.indexOf(',') >= 0 || cell.indexOf('"') >= 0 || cell.indexOf('\n') >= 0 || cell.indexOf('\r') >= 0;
        if (quote) {
            out.append('"').append(cell.replace("\"", "\"\"")).append('"');
        } else {
            out.append(cell);
        }
    }
}
