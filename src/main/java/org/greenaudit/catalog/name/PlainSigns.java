package org.greenaudit.catalog.name;

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

    private PlainSigns() {}

    static String of(String cell) {
        if (isPlain(cell)) {
            return cell;
        }
        String text = LINE_END.matcher(cell).replaceAll("\n");
        text = WRONG_SLASH.matcher(text).replaceAll("$1$2\n");
        if (text.contains("</")) {
            text = TAG.matcher(text).replaceAll("\n");
        }
        text = ARROW.matcher(text).replaceAll("~");
        StringBuilder plain = new StringBuilder(text);
        for (int i = 0; i < plain.length(); i++) {
            plain.setCharAt(i, plain(plain.charAt(i), isCircled(plain.charAt(0))));
        }
        return plain.toString();
    }

    private static boolean isPlain(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c >= 0x80 || "\\<>_&/([".indexOf(c) >= 0) {
                return false;
            }
        }
        return true;
    }

    private static char plain(char c, boolean numbered) {
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
        return isCircled(c) && !numbered ? '※' : c;
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

    private static boolean isCircled(char c) {
        return c >= '\u2460' && c <= '\u2473';
    }
}
