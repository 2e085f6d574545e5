package org.greenaudit.catalog.name;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A certificate's cell with one sign for each purpose: round brackets for the rarer kinds, {@code ~} for arrows and waves of
 * every sort, a line end for those that a program left in the text as {@code \\n}, {@code _x000D_}, a numbered entity or
 * {@code <br>}, and dashes for lines, and a sign that is no digit for numbers in circles within a model.
 */
final class PlainSigns {

    private static final String OPENING = "〔「『〈《〖<＜";
    private static final String CLOSING = "〕」』〉》〗>＞";
    private static final String DASHES = "─━┄┅┈┉╌╍╴╶";
    private static final String WAVES = "∼〜⁓﹍﹎﹏〰∽∿∾˜";
    private static final String POINTERS = "▶▷►▻▸▹";

    /** Line ends and tabs as programs write them out. */
    private static final Pattern LINE_END = Pattern.compile(
            "(?:\\\\[nrt](?![a-z])|_x000[9aAdD]_|&#(?:9|10|13|x[9aAdD]);|\\\\u000[9aAdD]|\\[br/?]|(?i:&?CHAR\\(1[03]\\)&?)|(?i:<br\\s*/?>))++");

    /** AW100/nAW200: the same with the wrong slash, before a model that begins as the one before it. */
    private static final Pattern WRONG_SLASH =
            Pattern.compile("(?<![A-Za-z0-9])([A-Z]{1,8}+)([0-9][A-Za-z0-9-]*+)/[nrt](?=\\1[0-9])");

    private static final Pattern TAG = Pattern.compile("</?[A-Za-z]{1,10}(?:\\s[^<>]*)?>");

    private static final Pattern ARROW = Pattern.compile("[<＜]?[-=‐-―−－＝]{1,3}[>＞]|>>|＞＞");

    /** Numbers and letters in circles, above or below the line: the mark of a note, or part of the model. */
    private static final Pattern RAISED = Pattern.compile(
            "[ª²³¹º\u02b0-\u02b8\u1d2c-\u1d6a\u2070-\u209c\u2460-\u24ff\u2776-\u2793\u3251-\u325f\u32b1-\u32bf]");

    /** The number of a list before its first item. */
    private static final Pattern NUMBERED = Pattern.compile("^\\s*" + RAISED.pattern());

    private PlainSigns() {}

    /** Whether a sign stands in a model that is a number or letter in a circle, above or below the line. */
    static boolean hasRaised(String model) {
        return raised(model).find();
    }

    /** A model without the number before it, and with a sign that no model has in the place of those raised ones. */
    static String withoutRaised(String model) {
        return raised(model).replaceAll("※");
    }

    private static Matcher raised(String model) {
        return RAISED.matcher(NUMBERED.matcher(model).replaceFirst(""));
    }

    static String of(String cell) {
        return isPlain(cell) ? cell : replaced(cell);
    }

    static String replaced(String cell) {
        String text = LINE_END.matcher(cell).replaceAll("\n");
        text = WRONG_SLASH.matcher(text).replaceAll("$1$2\n");
        if (text.contains("</")) {
            text = TAG.matcher(text).replaceAll("\n");
        }
        text = ARROW.matcher(text).replaceAll("~");
        StringBuilder plain = new StringBuilder(
                NUMBERED.matcher(text).find() ? text : RAISED.matcher(text).replaceAll("※"));
        for (int i = 0; i < plain.length(); i++) {
            plain.setCharAt(i, plain(plain.charAt(i)));
        }
        return plain.toString();
    }

    /** Nearly every cell is: letters, digits, Chinese words and the signs that part models. */
    static boolean isPlain(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            boolean han = c >= '\u4e00' && c <= '\u9fff';
            boolean plain = c < 0x80 ? "\\<>_&([".indexOf(c) < 0 : han || "、；，（）".indexOf(c) >= 0;
            boolean lineEnd = c == '/' && i + 1 < cell.length() && "nrt".indexOf(cell.charAt(i + 1)) >= 0;
            if (!plain || lineEnd) {
                return false;
            }
        }
        return true;
    }

    private static char plain(char c) {
        if (OPENING.indexOf(c) >= 0) {
            return '(';
        }
        if (CLOSING.indexOf(c) >= 0) {
            return ')';
        }
        if (DASHES.indexOf(c) >= 0) {
            return '-';
        }
        if (WAVES.indexOf(c) >= 0 || POINTERS.indexOf(c) >= 0 || isArrow(c)) {
            return '~';
        }
        return c;
    }

    private static boolean isArrow(char c) {
        return (c >= '\u2190' && c <= '\u21ff')
                || c == '\u2794'
                || (c >= '\u2798' && c <= '\u27be')
                || (c >= '\u27f0' && c <= '\u27ff')
                || (c >= '\u2900' && c <= '\u297f')
                || (c >= '\u2b00' && c <= '\u2b11')
                || (c >= '\u2b30' && c <= '\u2b4f')
                || (c >= '\uffe9' && c <= '\uffec');
    }
}
