package org.greenaudit.text;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads amounts in the capital numerals of accounts: 肆仟伍佰元整, 人民币壹万贰仟元整, 叁佰零伍元贰角. What is not written out in
 * full is not read: 壹万伍元 may mean 10 005 or 15 000.
 */
public final class CapitalNumerals {

    private static final Pattern BEFORE = Pattern.compile("^(?:人民币|[(]?大写[)]?|:)++");
    private static final String VARIANTS = "貳參叄陸萬億圓圆〇两";
    private static final String USUAL = "贰叁叁陆万亿元元零贰";

    private static final String DIGITS = "零壹贰叁肆伍陆柒捌玖";

    /** Each unit of a place with its power of ten in fen, 整 apart. */
    private static final String UNITS = "分角元拾佰仟万亿";

    private static final long[] WORTH = {1, 10, 100, 10, 100, 1_000, 10_000, 100_000_000};
    private static final int YUAN = 2;
    private static final int TEN = 3;
    private static final int WAN = 6;

    private final String text;
    private long fen;
    private long whole;
    private long section;
    private int digit;
    private boolean bridged = true;
    private long lowest = Long.MAX_VALUE;
    private long lowestOfSection = Long.MAX_VALUE;
    private boolean yuan;

    private CapitalNumerals(String text) {
        this.text = text;
    }

    /** The amount in yuan, or nothing when the cell is none. */
    public static Optional<BigDecimal> yuan(String cell) {
        StringBuilder text =
                new StringBuilder(BEFORE.matcher(FullWidth.compact(cell)).replaceFirst(""));
        for (int i = 0; i < text.length(); i++) {
            int variant = VARIANTS.indexOf(text.charAt(i));
            if (variant >= 0) {
                text.setCharAt(i, USUAL.charAt(variant));
            }
        }
        int end = text.length();
        boolean round = end > 0 && "整正".indexOf(text.charAt(end - 1)) >= 0;
        CapitalNumerals amount = new CapitalNumerals(text.substring(0, round ? end - 1 : end));
        return amount.isWhole() ? Optional.of(BigDecimal.valueOf(amount.fen, 2)) : Optional.empty();
    }

    private boolean isWhole() {
        for (int i = 0; i < text.length(); i++) {
            int value = DIGITS.indexOf(text.charAt(i));
            int unit = UNITS.indexOf(text.charAt(i));
            boolean read = value == 0 ? zero() : value > 0 ? digit(value) : unit >= 0 && unit(unit);
            if (!read) {
                return false;
            }
        }
        return yuan && digit == 0 && fen > 0;
    }

    private boolean zero() {
        boolean inPlace = digit == 0;
        bridged = true;
        return inPlace;
    }

    private boolean digit(int value) {
        boolean inPlace = digit == 0;
        digit = value;
        return inPlace;
    }

    private boolean unit(int unit) {
        long worth = WORTH[unit];
        if (unit < YUAN) {
            boolean inPlace = yuan && digit > 0 && worth < lowest;
            lowest = worth;
            fen += digit * worth;
            digit = 0;
            return inPlace;
        }
        if (yuan) {
            return false;
        }
        if (unit >= TEN && unit < WAN) {
            boolean ten = unit == TEN && digit == 0 && section == 0 && whole == 0;
            boolean inPlace = (digit > 0 || ten) && worth < lowestOfSection;
            section += ten ? worth : digit * worth;
            lowestOfSection = worth;
            bridged = unit == TEN;
            digit = 0;
            return inPlace;
        }
        // 元, 万 and 亿 close the places before them
        boolean told = digit == 0 || bridged;
        section += digit;
        boolean inPlace = told && (unit == YUAN ? whole + section > 0 : section > 0 && worth < lowest);
        whole += unit == YUAN ? section : section * worth;
        yuan = unit == YUAN;
        fen = yuan ? whole * 100 : 0;
        lowest = yuan ? Long.MAX_VALUE : worth;
        lowestOfSection = Long.MAX_VALUE;
        bridged = false;
        section = 0;
        digit = 0;
        return inPlace;
    }
}
