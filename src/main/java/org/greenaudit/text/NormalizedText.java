package org.greenaudit.text;

import java.util.BitSet;
import java.util.Locale;

/**
 * A cell's text in the comparable form of {@link NameKeys}, which also remembers where blanks
 * stood, since “hp pc” names a PC and “hppc” does not. Brackets of every sort become round ones, traditional characters simplified ones. Line breaks become {@code ;} because lists in a cell are often
 * broken into lines.
 */
public final class NormalizedText {

    /** No text at all. */
    public static final NormalizedText EMPTY = new NormalizedText("", new BitSet());

    /** Characters before this one are no Chinese. */
    public static final char FIRST_HAN = 0x2E80;

    private final String value;
    private final BitSet gaps;

    private NormalizedText(String value, BitSet gaps) {
        this.value = value;
        this.gaps = gaps;
    }

    /** Normalises a cell. */
    public static NormalizedText of(String cell) {
        if (cell.isEmpty()) {
            return EMPTY;
        }
        String folded = Nfkc.of(cell).toLowerCase(Locale.ROOT);
        StringBuilder out = new StringBuilder(folded.length());
        BitSet gaps = new BitSet();
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            if (c == '\n' || c == '\r') {
                if (out.length() > 0 && out.charAt(out.length() - 1) != ';') {
                    out.append(';');
                }
            } else if (Blanks.isBlank(c)) {
                gaps.set(out.length());
            } else {
                out.append(Traditional.simplified((char) Brackets.round(c)));
            }
        }
        return new NormalizedText(out.toString(), gaps);
    }

    /** The characters. */
    public String value() {
        return value;
    }

    /** The number of characters. */
    public int length() {
        return value.length();
    }

    /** The character at a position. */
    public char at(int position) {
        return value.charAt(position);
    }

    /** Whether blanks stood before this position. */
    public boolean gapBefore(int position) {
        return gaps.get(position);
    }

    /** Whether blanks stand between all Chinese characters, so that none of them tells anything. */
    public boolean isSpaced() {
        boolean spaced = false;
        for (int i = 1; i < value.length(); i++) {
            if (Character.isIdeographic(value.charAt(i - 1)) && Character.isIdeographic(value.charAt(i))) {
                if (!gaps.get(i)) {
                    return false;
                }
                spaced = true;
            }
        }
        return spaced;
    }

    /** Whether a blank before this position parts two words, and is none of those between all Chinese characters. */
    public boolean isApart(int position) {
        if (!gaps.get(position)) {
            return false;
        }
        boolean chinese = position > 0
                && position < value.length()
                && value.charAt(position - 1) >= FIRST_HAN
                && value.charAt(position) >= FIRST_HAN;
        return !chinese || !isSpaced();
    }

    /** Whether a word ends between this position and the one before it, as far as letters and digits are concerned. */
    public boolean borderAt(int position) {
        if (position <= 0 || position >= value.length() || gaps.get(position)) {
            return true;
        }
        char left = value.charAt(position - 1);
        char right = value.charAt(position);
        return !(isLatin(left) && isLatin(right)) && !(isDigit(left) && isDigit(right));
    }

    /** An ASCII letter. */
    public static boolean isLatin(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    /** An ASCII digit. */
    public static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    @Override
    public String toString() {
        return value;
    }
}
