package org.greenaudit.text;

import java.math.BigDecimal;

/**
 * A decimal number at the beginning of a text: digits of either width, thousands separators (comma or blank, always
 * before exactly three digits), a decimal point, a power of ten ({@code 1.2E+3}). Never reads a number that is written
 * any other way, because a wrong factor is worse than no number.
 *
 * @param value the number
 * @param end the index after its last character, or -1 when there is no number
 * @param scientific whether it has a power of ten: a spreadsheet may have cut its last digits
 */
public record DecimalScan(BigDecimal value, int end, boolean scientific) {

    private static final DecimalScan NONE = new DecimalScan(BigDecimal.ZERO, -1, false);
    private static final int MOST_DIGITS = 18;

    /** Whether there is a number. */
    public boolean found() {
        return end >= 0;
    }

    /** Reads the number at {@code from}, after a sign if there is one. */
    public static DecimalScan at(String text, int from) {
        int i = Blanks.skip(text, from);
        boolean negative = i < text.length() && isMinus(text.charAt(i));
        if (negative || (i < text.length() && FullWidth.fold(text.charAt(i)) == '+')) {
            i = Blanks.skip(text, i + 1);
        }
        long digits = 0;
        int count = 0;
        int leading = 0;
        boolean grouped = false;
        int first = i;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (FullWidth.isDigit(c)) {
                digits = digits * 10 + FullWidth.fold(c) - '0';
                count += digits == 0 ? 0 : 1;
                leading += grouped ? 0 : 1;
                if (count > MOST_DIGITS) {
                    return NONE;
                }
                i++;
            } else {
                int group = i == first ? -1 : groupAfter(text, i);
                if (group < 0) {
                    break;
                }
                if (!grouped && leading > 3) {
                    return NONE;
                }
                grouped = true;
                i = group;
            }
        }
        boolean whole = i > first;
        if (whole && i < text.length() && FullWidth.fold(text.charAt(i)) == ',') {
            return NONE;
        }
        return fraction(text, i, whole, negative ? -digits : digits, count, negative);
    }

    private static DecimalScan fraction(
            String text, int point, boolean whole, long integer, int integerDigits, boolean negative) {
        int i = point;
        long digits = integer;
        int count = integerDigits;
        int scale = 0;
        boolean any = whole;
        if (i < text.length() && FullWidth.fold(text.charAt(i)) == '.') {
            i++;
            while (i < text.length() && FullWidth.isDigit(text.charAt(i))) {
                // Digits beyond the 18th are far below a fen and cannot change any rounding here.
                if (count < MOST_DIGITS && scale < MOST_DIGITS) {
                    int digit = FullWidth.fold(text.charAt(i)) - '0';
                    digits = digits * 10 + (negative ? -digit : digit);
                    count += digits == 0 ? 0 : 1;
                    scale++;
                }
                any = true;
                i++;
            }
        }
        return any ? power(text, i, BigDecimal.valueOf(digits, scale)) : NONE;
    }

    /** The number with the power of ten behind it, if there is one; {@code 2EA} is two of something. */
    private static DecimalScan power(String text, int end, BigDecimal number) {
        int i = end;
        if (i == text.length() || (FullWidth.fold(text.charAt(i)) | 0x20) != 'e') {
            return new DecimalScan(number, end, false);
        }
        i++;
        boolean negative = i < text.length() && isMinus(text.charAt(i));
        i += negative || (i < text.length() && FullWidth.fold(text.charAt(i)) == '+') ? 1 : 0;
        int first = i;
        int exponent = 0;
        while (i < text.length() && exponent <= MOST_DIGITS && FullWidth.isDigit(text.charAt(i))) {
            exponent = exponent * 10 + FullWidth.fold(text.charAt(i)) - '0';
            i++;
        }
        if (i == first) {
            return i == end + 1 ? new DecimalScan(number, end, false) : NONE;
        }
        char next = i < text.length() ? FullWidth.fold(text.charAt(i)) : ' ';
        boolean clear = next != '.' && next != ',' && (next > 0x7f || !Character.isLetterOrDigit(next));
        return clear && exponent <= MOST_DIGITS
                ? new DecimalScan(number.scaleByPowerOfTen(negative ? -exponent : exponent), i, true)
                : NONE;
    }

    /** The index of the three digits that a separator at {@code i} stands before, or -1 when it is no separator. */
    private static int groupAfter(String text, int i) {
        char c = text.charAt(i);
        if (FullWidth.fold(c) != ',' && !Blanks.isBlank(c)) {
            return -1;
        }
        int from = Blanks.skip(text, i + 1);
        int to = from;
        while (to < text.length() && to < from + 4 && FullWidth.isDigit(text.charAt(to))) {
            to++;
        }
        return to == from + 3 ? from : -1;
    }

    /** Whether the character is a minus sign or a dash used as one. */
    public static boolean isMinus(char c) {
        return c == '-' || c == '\uff0d' || c == '\u2212';
    }
}
