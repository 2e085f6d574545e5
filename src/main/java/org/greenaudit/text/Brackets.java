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
}
