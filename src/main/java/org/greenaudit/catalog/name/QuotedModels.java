package org.greenaudit.catalog.name;

import org.greenaudit.text.Blanks;

/**
 * A list whose models stand in quotation marks, perhaps as a program wrote it: {@code "M100","M200"}, {@code ["M100","M200"]},
 * {@code [{"model":"M100"}]}. A mark quotes where nothing but a separator stands before it and behind its partner; the
 * inches of 24" are no such mark.
 */
final class QuotedModels {

    private static final String MARKS = "\"'`“”„‘’＂＇«»″′";
    private static final String BETWEEN = ";,、，；:：/|+&=()[]{}【】（）［］｛｝\n";

    private QuotedModels() {}

    /** The cell without its quotation marks, and without the brackets of a program's list around them. */
    static String unquoted(String cell) {
        int first = 0;
        while (first < cell.length() && MARKS.indexOf(cell.charAt(first)) < 0) {
            first++;
        }
        if (first == cell.length()) {
            return cell;
        }
        boolean program =
                !Blanks.trim(cell).isEmpty() && "[{".indexOf(Blanks.trim(cell).charAt(0)) >= 0;
        StringBuilder plain = new StringBuilder(cell.length());
        for (int i = 0; i < cell.length(); i++) {
            int close = opens(cell, i) ? closing(cell, i) : -1;
            if (close > 0) {
                plain.append(' ').append(cell, i + 1, close).append(' ');
                i = close;
            } else {
                char c = cell.charAt(i);
                plain.append(program && "[]{}".indexOf(c) >= 0 ? ';' : c);
            }
        }
        return plain.toString();
    }

    private static boolean opens(String cell, int at) {
        if (!isMark(cell, at)) {
            return false;
        }
        int before = at - 1;
        while (before >= 0 && Blanks.isBlank(cell.charAt(before))) {
            before--;
        }
        return before < 0 || BETWEEN.indexOf(cell.charAt(before)) >= 0;
    }

    /** Where the quotation ends that begins here; -1 where it does not end before a separator. */
    private static int closing(String cell, int open) {
        for (int i = open + 1; i < cell.length() && i - open < TechnicalData.LONGEST_TEXT; i++) {
            int next = i + 1;
            while (next < cell.length() && Blanks.isBlank(cell.charAt(next))) {
                next++;
            }
            boolean ends = next == cell.length() || BETWEEN.indexOf(cell.charAt(next)) >= 0;
            if (isMark(cell, i) && ends) {
                return i > open + 1 ? i : -1;
            }
        }
        return -1;
    }

    private static boolean isMark(String cell, int at) {
        return MARKS.indexOf(cell.charAt(at)) >= 0;
    }
}
