package org.greenaudit.text;

/** The sorts of brackets round a note, which all say the same: （）, [], 【】, 〔〕. */
public final class Brackets {

    private Brackets() {}

    /** The round bracket in the place of a square or lenticular one; every other character as it is. */
    public static int round(int c) {
        return switch (c) {
            case '（', '[', '［', '【', '〔', '〖' -> '(';
            case '）', ']', '］', '】', '〕', '〗' -> ')';
            default -> c;
        };
    }

    /** The text with round brackets in the place of the others. */
    public static String round(String text) {
        // nearly every text has none
        if (text.chars().allMatch(c -> round(c) == c)) {
            return text;
        }
        StringBuilder round = new StringBuilder(text.length());
        text.chars().map(Brackets::round).forEach(c -> round.append((char) c));
        return round.toString();
    }
}
