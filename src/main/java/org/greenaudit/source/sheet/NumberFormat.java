package org.greenaudit.source.sheet;

import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a cell shows its number.
 *
 * @param date whether as a day or a time
 * @param unit the unit of money behind the number as it is stored, such as 万元; empty where none is named, and where the
 *     number is shown in another unit than it is stored in
 */
record NumberFormat(boolean date, String unit) {

    /** As a number without a unit. */
    static final NumberFormat PLAIN = new NumberFormat(false, "");

    /** The formats that are dates and times without saying so, those of Excel in Chinese among them. */
    private static final BitSet BUILT_IN_DATES = new BitSet();

    static {
        BUILT_IN_DATES.set(14, 23);
        BUILT_IN_DATES.set(27, 37);
        BUILT_IN_DATES.set(45, 48);
        BUILT_IN_DATES.set(50, 59);
    }

    /** Parts of a format that are shown as they are: texts, escaped characters, colours, places. */
    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|[\\\\_*].|\\[(?![hms]+])[^]]*]");

    private static final Pattern SECOND_FRACTION = Pattern.compile("s[.,]0+");
    private static final Pattern SAYS_DATE = Pattern.compile("[ymdhs]");
    private static final Pattern SAYS_NUMBER = Pattern.compile("[0#?]");

    private static final Pattern UNIT = Pattern.compile("[\\s(（]*([十百千]?[万亿]元?|[百千]元|[美欧港日英]元)");

    /** What stands behind the last place for a digit. */
    private static final Pattern TAIL = Pattern.compile(".*(?:[0-9#?]|General|通用格式)(.*)", Pattern.DOTALL);

    /** A comma behind the digits, or a point that is only shown, moves the digits: 0!.0,"万". */
    private static final Pattern MOVED = Pattern.compile("[0#?],+(?![0#?,])|[0#?](?:[!\\\\]\\.|\"\\.\")[0#?]");

    /** The format of that number and code. */
    static NumberFormat of(int id, String code) {
        return isDate(id, code) ? new NumberFormat(true, "") : new NumberFormat(false, unit(code));
    }

    private static boolean isDate(int id, String code) {
        if (code.isEmpty()) {
            return id >= 0 && BUILT_IN_DATES.get(id);
        }
        String bare = LITERAL.matcher(code).replaceAll("").toLowerCase(java.util.Locale.ROOT);
        String first = SECOND_FRACTION.matcher(firstSection(bare)).replaceAll("s");
        return SAYS_DATE.matcher(first).find() && !SAYS_NUMBER.matcher(first).find();
    }

    private static String unit(String code) {
        String first = firstSection(code);
        Matcher tail = TAIL.matcher(first);
        if (!tail.matches() || MOVED.matcher(first).find()) {
            return "";
        }
        return unitAt(tail.group(1).replaceAll("_.|[\"\\\\!*]", ""));
    }

    /** The unit of money that a text behind a number begins with; empty where it begins with none. */
    static String unitAt(String text) {
        Matcher unit = UNIT.matcher(text);
        return unit.lookingAt() ? unit.group(1) : "";
    }

    private static String firstSection(String code) {
        int end = code.indexOf(';');
        return end < 0 ? code : code.substring(0, end);
    }
}
