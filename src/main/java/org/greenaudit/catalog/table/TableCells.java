package org.greenaudit.catalog.table;

/** The bare text of a table cell. */
public final class TableCells {

    private TableCells() {}

    /** The cell without blanks of any width, line ends or byte order marks at its ends. */
    public static String trim(String cell) {
        int start = 0;
        int end = cell.length();
        while (start < end && blank(cell.charAt(start))) {
            start++;
        }
        while (end > start && blank(cell.charAt(end - 1))) {
            end--;
        }
        return cell.substring(start, end);
    }

    private static boolean blank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\ufeff';
    }
}
