package org.greenaudit.purchase;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.greenaudit.text.Blanks;
import org.greenaudit.text.CapitalNumerals;
import org.greenaudit.text.DecimalScan;
import org.greenaudit.text.FullWidth;

/**
 * Reads amounts and unit prices as feeds write them: {@code "  12,000.00"}, {@code ￥668.79 万元（人民币）}, {@code 12 000},
 * {@code １２００元}, {@code 10000（含税）}, {@code 10000元/批}, 肆仟伍佰元整. Nothing is guessed: what is not plainly a number of yuan is not
 * read, as 10000（不含税）, or 1.5E+5, whose last digits a spreadsheet may have cut.
 */
public final class MoneyParser {

    /** No purchase line is worth more than this many yuan; a larger number is no amount. */
    private static final BigDecimal LARGEST_YUAN = BigDecimal.valueOf(1_000_000_000_000L);

    /** What accounts write before a negative number instead of a minus. */
    private static final String NEGATIVE = "负△▲";

    private static final Pattern SIGN_OF_ONE = Pattern.compile("[/／每]");

    /** A price with the one thing that it is for: {@code /台}, {@code 每吨}. */
    private static final Pattern OF_ONE = Pattern.compile("(.+?)[(（]?\\s*[/／每]([^/／每0-9０-９十百千万]+)");

    private MoneyParser() {}

    /**
     * Reads an amount (金额), or nothing when the cell is no amount or beyond 1 000 000 000 000 yuan. Brackets around the
     * number, a minus before or behind it, 负 and △ make it negative, as in accounts.
     */
    public static Optional<Money> amount(String cell) {
        int from = prefixEnd(cell, 0);
        char first = from < cell.length() ? FullWidth.fold(cell.charAt(from)) : ' ';
        boolean bracketed = first == '(';
        boolean negative = bracketed || DecimalScan.isMinus(first) || NEGATIVE.indexOf(first) >= 0;
        DecimalScan scan = DecimalScan.at(cell, negative ? prefixEnd(cell, from + 1) : from);
        if (!scan.found()) {
            return CapitalNumerals.yuan(cell).flatMap(yuan -> checked(new Money(yuan, Optional.of(MoneyUnit.YUAN))));
        }
        if (scan.scientific() || (negative && !bracketed && scan.value().signum() < 0)) {
            return Optional.empty();
        }
        String rest = scan.end() == cell.length() ? "" : FullWidth.compact(cell.substring(scan.end()));
        if (bracketed && rest.indexOf(')') < 0) {
            return Optional.empty();
        }
        if (!negative && !rest.isEmpty() && DecimalScan.isMinus(rest.charAt(rest.length() - 1))) {
            negative = scan.value().signum() >= 0;
            rest = negative ? rest.substring(0, rest.length() - 1) : rest;
        }
        BigDecimal number = negative ? scan.value().abs().negate() : scan.value();
        if (rest.isEmpty()) {
            return checked(new Money(number, Optional.empty()));
        }
        MoneyRemark remark = MoneyRemark.besideNumber(rest);
        return remark.understood() ? checked(new Money(number, remark.unit())) : Optional.empty();
    }

    /** Reads a unit price (单价); {@code 3970元/台} and {@code 3970元每台} are too, a price of several pieces is not. */
    public static Optional<Money> unitPrice(String cell) {
        if (!SIGN_OF_ONE.matcher(cell).find()) {
            return amount(cell);
        }
        Matcher one = OF_ONE.matcher(cell);
        return one.matches() ? amount(one.group(1)) : Optional.empty();
    }

    private static Optional<Money> checked(Money money) {
        return isTooLarge(money.yuan(MoneyUnit.YUAN)) ? Optional.empty() : Optional.of(money);
    }

    /** Whether so many yuan are beyond what any line is worth. */
    static boolean isTooLarge(BigDecimal yuan) {
        boolean fewDigits = yuan.precision() - yuan.scale() < LARGEST_YUAN.precision();
        return !fewDigits && yuan.abs().compareTo(LARGEST_YUAN) > 0;
    }

    private static int prefixEnd(String cell, int from) {
        int i = Blanks.skip(cell, from);
        if (i == cell.length() || FullWidth.isDigit(cell.charAt(i))) {
            return i;
        }
        for (String word : MoneyRemark.CURRENCY) {
            if (cell.regionMatches(true, i, word, 0, word.length())) {
                return prefixEnd(cell, i + word.length());
            }
        }
        return i;
    }
}
