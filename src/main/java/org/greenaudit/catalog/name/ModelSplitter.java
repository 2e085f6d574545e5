package org.greenaudit.catalog.name;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import org.greenaudit.text.Blanks;

/**
 * Splits a cell that lists several models or brands: at {@code ; 、 ,} of either width and at line ends, outside round
 * and square brackets. Half-width and full-width brackets close each other; a bracket without its partner is an
 * ordinary character.
 */
public final class ModelSplitter {

    private static final String OPENING = "([【〔〖{";
    private static final String CLOSING = ")]】〕〗}";

    private static final String CIRCLED = "[①-⒛❶-➓]";
    private static final Pattern FIRST_NUMBER =
            Pattern.compile("^\\s*(?:[①⑴⒈❶➀➊]|[(（]?1[)）、．.]\\s*(?=[A-Za-z\\u4e00-\\u9fff]))");
    private static final Pattern NUMBER =
            Pattern.compile(CIRCLED + "|(?<![A-Za-z0-9.-])[(（]?[0-9]{1,2}[)）、．.]\\s*(?=[A-Za-z\\u4e00-\\u9fff])");

    private ModelSplitter() {}

    /** The parts in NFKC and in their order, without those that are blank and without their numbers (① M100 ② M200). */
    public static List<String> split(String cell) {
        return split(unnumbered(cell), ";,、\n\r\u0085\u2028\u2029");
    }

    /** Numbers part a list when it begins with one; NFKC would make them digits of the models. */
    private static String unnumbered(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c == '1' || c == '(' || c == '（' || (c >= '①' && c <= '⒛') || (c >= '❶' && c <= '➓')) {
                return FIRST_NUMBER.matcher(cell).find() ? NUMBER.matcher(cell).replaceAll(";") : cell;
            }
            if (!Blanks.isBlank(c)) {
                return cell;
            }
        }
        return cell;
    }

    /** The brands in a cell that may also part them by a slash. */
    public static List<String> splitBrands(String cell) {
        return split(cell, ";,、/|+&\n\r\u0085\u2028\u2029");
    }

    /** The same for other separators. */
    static List<String> split(String cell, String separators) {
        String text = BrandKeys.compose(cell);
        if (!separates(text, separators)) {
            String part = Blanks.trim(text);
            return part.isEmpty() ? List.of() : List.of(part);
        }
        List<String> parts = new ArrayList<>();
        BitSet bracketed = bracketed(text);
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || (separators.indexOf(text.charAt(i)) >= 0 && !bracketed.get(i))) {
                String part = Blanks.trim(text.substring(start, i));
                if (!part.isEmpty()) {
                    parts.add(part);
                }
                start = i + 1;
            }
        }
        return parts;
    }

    private static boolean separates(String text, String separators) {
        for (int i = 0; i < text.length(); i++) {
            if (separators.indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static BitSet bracketed(String text) {
        BitSet inside = new BitSet(0);
        Deque<Integer> open = new ArrayDeque<>(0);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (OPENING.indexOf(c) >= 0) {
                open.push(i);
            } else if (CLOSING.indexOf(c) >= 0 && !open.isEmpty()) {
                inside.set(open.pop(), i);
            }
        }
        return inside;
    }
}
