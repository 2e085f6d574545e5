package org.greenaudit.report;

/** How values are written in CSV files: the same in every locale and on every machine. */
final class CsvValues {

    private CsvValues() {}

    /**
     * A text that no spreadsheet takes for a formula: one that begins with {@code = + - @}, a tab or a carriage return
     * gets a leading apostrophe. A NUL becomes the sign {@code ␀}, because many programs refuse a text file with a NUL.
     */
    static String guarded(String text) {
        String readable = text.indexOf('\0') >= 0 ? text.replace('\0', '␀') : text;
        return !readable.isEmpty() && "=+-@\t\r".indexOf(readable.charAt(0)) >= 0 ? "'" + readable : readable;
    }

    /** A cell that should hold a number: left alone when it does, else treated as text. */
    static String number(String text) {
        return isPlainNumber(text) ? text : guarded(text);
    }

    private static boolean isPlainNumber(String text) {
        int start = text.startsWith("-") ? 1 : 0;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '.' && (c < '0' || c > '9')) {
                return false;
            }
        }
        return text.length() > start;
    }
}
