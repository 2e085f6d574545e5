package org.greenaudit.text;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A cell's text without what programs wrap around it: blanks at its ends, the {@code ="…"} and the leading apostrophe by
 * which spreadsheets keep digits a text, and the entities of HTML.
 */
public final class CellText {

    /**
     * The stack of a thread that reads cells: a regular expression goes down a few frames for each of the characters, of which
     * a cell may have 65,536. Memory is taken only where it does.
     */
    public static final long STACK_BYTES = 64 << 20;

    private static final Pattern ENTITY = Pattern.compile("&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,6});?");

    /** Tags of web pages, and what spreadsheets make of line breaks. */
    private static final Pattern MARKUP =
            Pattern.compile("</?(?:br|p|div|span|font|b|i|td|li)\\s*/?>|_x000[dDaA9]_", Pattern.CASE_INSENSITIVE);

    private static final Map<String, String> NAMED = Map.ofEntries(
            Map.entry("nbsp", " "),
            Map.entry("ensp", " "),
            Map.entry("emsp", " "),
            Map.entry("thinsp", " "),
            Map.entry("amp", "&"),
            Map.entry("lt", "<"),
            Map.entry("gt", ">"),
            Map.entry("quot", "\""),
            Map.entry("apos", "'"),
            Map.entry("middot", "·"),
            Map.entry("mdash", "—"),
            Map.entry("ndash", "–"),
            Map.entry("ldquo", "“"),
            Map.entry("rdquo", "”"),
            Map.entry("times", "×"));

    private CellText() {}

    /** The text itself; the same string when nothing is wrapped around it. */
    public static String of(String cell) {
        String text = unquoted(Blanks.trim(cell));
        if (!mayBeMarked(text)) {
            return text;
        }
        String plain = withoutMarkup(text);
        return plain.indexOf('&') < 0 ? plain : Blanks.trim(withoutEntities(plain));
    }

    /** Every cell is looked at, and few hold a sign that a tag or an entity begins with. */
    private static boolean mayBeMarked(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '&' || c == '<' || c == '_' || c == '＜' || c == '＿') {
                return true;
            }
        }
        return false;
    }

    /** The text without tags, of whatever width they are written. */
    private static String withoutMarkup(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        text.chars().forEach(c -> folded.append(FullWidth.fold((char) c)));
        Matcher tag = MARKUP.matcher(folded);
        StringBuilder plain = new StringBuilder(text.length());
        int from = 0;
        while (tag.find()) {
            plain.append(text, from, tag.start()).append(' ');
            from = tag.end();
        }
        return from == 0
                ? text
                : Blanks.trim(plain.append(text, from, text.length()).toString());
    }

    /**
     * The text as a cell that no spreadsheet takes for a formula: where it begins, blanks passed over, with {@code = + - @} of
     * any width, or with a tab or a line end, an apostrophe stands before it (OWASP, CSV injection). Reading takes it off
     * again.
     */
    public static String guarded(String text) {
        int first = Blanks.skip(text, 0);
        boolean calculated = first < text.length() && "=+-@＝＋－＠".indexOf(text.charAt(first)) >= 0;
        return calculated || (!text.isEmpty() && "\t\r\n".indexOf(text.charAt(0)) >= 0) ? "'" + text : text;
    }

    private static String unquoted(String text) {
        if (text.startsWith("=\"") && text.endsWith("\"") && text.length() > 2) {
            return Blanks.trim(text.substring(2, text.length() - 1));
        }
        boolean apostrophe = text.length() > 1 && isApostrophe(text.charAt(0));
        return apostrophe && !isApostrophe(text.charAt(text.length() - 1)) ? Blanks.trim(text.substring(1)) : text;
    }

    private static boolean isApostrophe(char c) {
        return c == '\'' || c == '\uff07' || c == '\u2018' || c == '\u2019';
    }

    private static String withoutEntities(String text) {
        return ENTITY.matcher(text)
                .replaceAll(entity -> Matcher.quoteReplacement(meaning(entity.group(1), entity.group())));
    }

    private static String meaning(String name, String written) {
        if (name.charAt(0) != '#') {
            return NAMED.getOrDefault(name.toLowerCase(Locale.ROOT), written);
        }
        boolean hex = Character.toLowerCase(name.charAt(1)) == 'x';
        int c = hex ? Integer.parseInt(name.substring(2), 16) : Integer.parseInt(name.substring(1));
        return Character.isValidCodePoint(c) ? Character.toString(c) : written;
    }
}
