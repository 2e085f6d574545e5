package org.greenaudit.text;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stood in a category cell: a code, a name, or both glued together ({@code A02010104-台式计算机}, {@code
 * A02010105台式计算机}, {@code 台式计算机(A02010104)}). A code is a letter A, B or C and an even number of 2 to 10 digits.
 *
 * @param code the code in upper case, or empty
 * @param name the name, or empty
 * @param glued whether both stood in the cell
 */
public record GluedCode(String code, String name, boolean glued) {

    private static final GluedCode NOTHING = new GluedCode("", "", false);
    private static final int LONGEST = 11;
    private static final String SEPARATORS = "-_:;,./|()[]{}<>~·、—–－【】〔〕《》「」";

    /** B or C with digits that are no code (C1602000, C16-02, C类), or beside a code of goods. */
    private static final Pattern WORKS_OR_SERVICES =
            Pattern.compile("\\s*([BCbc])(?:类|服务|工程|\\d(?:\\d{2})*|[\\d\\s]*[-.][-.\\d\\s]*)?\\s*"
                    + "|(?:\\s*[Aa]\\d+\\s*[;,/、\\s])*+\\s*([BCbc])\\d+(?:\\s*[;,/、\\s]\\s*[A-Ca-c]\\d+)*+\\s*");

    /** Splits a cell. A cell that holds neither a code nor a Chinese word gives neither. */
    public static GluedCode split(String cell) {
        if (codeEnd(cell, 0) == cell.length()) {
            return new GluedCode(cell.toUpperCase(Locale.ROOT), "", false);
        }
        if (!hasDigit(cell)) {
            return withoutCode(cell, cell);
        }
        String text = FullWidth.fold(cell);
        int from = separatorsEnd(text, 0);
        int end = codeEnd(text, from);
        if (end > from) {
            return withCode(text.substring(from, end), trimName(text.substring(end)), end, text);
        }
        int start = codeStartAtEnd(text);
        if (start >= 0) {
            String name = trimName(text.substring(0, start));
            return withCode(text.substring(start, codeEnd(text, start)), name, start, text);
        }
        return withoutCode(cell, text);
    }

    /** A name, or what can be no code but still says that it is none of goods. */
    private static GluedCode withoutCode(String cell, String text) {
        Matcher division = WORKS_OR_SERVICES.matcher(text);
        if (division.matches()) {
            String letter = division.group(1) == null ? division.group(2) : division.group(1);
            return new GluedCode(letter.toUpperCase(Locale.ROOT), "", false);
        }
        return nameOnly(cell);
    }

    private static GluedCode nameOnly(String text) {
        return hasHan(text) ? new GluedCode("", Blanks.trim(text), false) : NOTHING;
    }

    private static GluedCode withCode(String code, String name, int border, String text) {
        if (name.isEmpty()) {
            return new GluedCode(code.toUpperCase(Locale.ROOT), "", false);
        }
        boolean separated = isSeparator(text.charAt(border)) || (border > 0 && isSeparator(text.charAt(border - 1)));
        if (!hasHan(name) || (!separated && code.length() < 5)) {
            // Two codes in one cell, or a word such as C10笔记本: neither part can be trusted as a code.
            return withoutCode(text, text);
        }
        return new GluedCode(code.toUpperCase(Locale.ROOT), name, true);
    }

    /** The end of the code that begins at {@code from}, or {@code from} when none does. */
    private static int codeEnd(String text, int from) {
        if (from >= text.length() || !isCodeLetter(text.charAt(from))) {
            return from;
        }
        int i = from + 1;
        while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
            i++;
        }
        int digits = i - from - 1;
        if (digits % 2 == 1 && i < text.length()) {
            // The odd digit begins the name: A020106043D打印机.
            i--;
            digits--;
        }
        return digits < 2 || digits % 2 == 1 || digits >= LONGEST ? from : i;
    }

    /** The start of a code that ends the text (brackets aside), or -1. */
    private static int codeStartAtEnd(String text) {
        int end = text.length();
        while (end > 0 && isSeparator(text.charAt(end - 1))) {
            end--;
        }
        int i = end;
        while (i > 0 && text.charAt(i - 1) >= '0' && text.charAt(i - 1) <= '9') {
            i--;
        }
        boolean letterBefore = i > 1 && isCodeLetter(text.charAt(i - 1)) && !isAsciiLetterOrDigit(text.charAt(i - 2));
        return letterBefore && codeEnd(text.substring(0, end), i - 1) == end ? i - 1 : -1;
    }

    private static String trimName(String text) {
        int from = separatorsEnd(text, 0);
        int to = text.length();
        while (to > from && isSeparator(text.charAt(to - 1)) && !closesInside(text, from, to - 1)) {
            to--;
        }
        return text.substring(from, to);
    }

    /** Whether the bracket at {@code at} closes one that opened within the name: 电视机(液晶). */
    private static boolean closesInside(String text, int from, int at) {
        return text.charAt(at) == ')' && text.substring(from, at).indexOf('(') >= 0;
    }

    private static int separatorsEnd(String text, int from) {
        int i = from;
        while (i < text.length() && isSeparator(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean isSeparator(char c) {
        return Blanks.isBlank(c) || SEPARATORS.indexOf(c) >= 0;
    }

    private static boolean isCodeLetter(char c) {
        char upper = Character.toUpperCase(c);
        return upper >= 'A' && upper <= 'C';
    }

    private static boolean isAsciiLetterOrDigit(char c) {
        return c < '\u0080' && Character.isLetterOrDigit(c);
    }

    private static boolean hasDigit(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (FullWidth.isDigit(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasHan(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isIdeographic(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }
}
