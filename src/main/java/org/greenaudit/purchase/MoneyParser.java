package org.greenaudit.purchase;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import org.greenaudit.text.Blanks;
import org.greenaudit.text.DecimalScan;
import org.greenaudit.text.FullWidth;

/**
 * Reads amounts and unit prices as feeds write them: {@code "  12,000.00"}, {@code ￥668.79 万元（人民币）}, {@code 12 000},
 * {@code １２００元}. Nothing is guessed: what is not plainly a number of yuan is not read.
 */
public final class MoneyParser {

    /** No purchase line is worth more than this many yuan; a larger number is no amount. */
    private static final BigDecimal LARGEST_YUAN = BigDecimal.valueOf(1_000_000_000_000L);

    private static final String[] CURRENCY = {"人民币", "RMB", "CNY", "￥", "¥", "整", "正"};

    /** What accounts write before a negative number instead of a minus. */
    private static final String NEGATIVE = "负△▲";

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
        if (!scan.found()
                || scan.scientific()
                || (negative && !bracketed && scan.value().signum() < 0)) {
            return Optional.empty();
        }
        String rest = scan.end() == cell.length()
                ? ""
                : FullWidth.compact(cell.substring(scan.end())).toUpperCase(Locale.ROOT);
        if (bracketed && rest.indexOf(')') < 0) {
            return Optional.empty();
        }
        if (!negative && !rest.isEmpty() && DecimalScan.isMinus(rest.charAt(rest.length() - 1))) {
            negative = scan.value().signum() >= 0;
            rest = negative ? rest.substring(0, rest.length() - 1) : rest;
        }
        BigDecimal number = negative ? scan.value().abs().negate() : scan.value();
        Suffix suffix = Suffix.read(rest);
        return suffix.understood() ? checked(new Money(number, suffix.unit())) : Optional.empty();
    }

    /** Reads a unit price (单价); {@code 3970元/台} is one too. */
    public static Optional<Money> unitPrice(String cell) {
        int slash = Math.max(cell.lastIndexOf('/'), cell.lastIndexOf('／'));
        return amount(slash > 0 ? cell.substring(0, slash) : cell);
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
        for (String word : CURRENCY) {
            if (cell.regionMatches(true, i, word, 0, word.length())) {
                return prefixEnd(cell, i + word.length());
            }
        }
        return i;
    }

    /** What stands after the number: a unit, the currency's name, brackets. */
    private record Suffix(boolean understood, Optional<MoneyUnit> unit) {

        private static final Suffix NONSENSE = new Suffix(false, Optional.empty());

        static Suffix read(String text) {
            Optional<MoneyUnit> unit = Optional.empty();
            int i = 0;
            while (i < text.length()) {
                int next = wordEnd(text, i);
                if (next > i) {
                    i = next;
                    continue;
                }
                Optional<MoneyUnit> here = unitAt(text, i);
                if (here.isEmpty() || unit.isPresent()) {
                    return NONSENSE;
                }
                unit = here;
                i = unitEnd(text, i);
            }
            return new Suffix(true, unit);
        }

        private static int wordEnd(String text, int i) {
            if ("()[]【】〔〕".indexOf(text.charAt(i)) >= 0) {
                return i + 1;
            }
            for (String word : CURRENCY) {
                if (text.startsWith(word, i)) {
                    return i + word.length();
                }
            }
            return i;
        }

        private static Optional<MoneyUnit> unitAt(String text, int i) {
            return switch (text.charAt(i)) {
                case '元', '圆' -> Optional.of(MoneyUnit.YUAN);
                case '千' -> Optional.of(MoneyUnit.THOUSAND);
                case '万', '萬' -> Optional.of(MoneyUnit.WAN);
                case '亿', '億' -> Optional.of(MoneyUnit.YI);
                default -> Optional.empty();
            };
        }

        private static int unitEnd(String text, int i) {
            boolean yuanFollows = i + 1 < text.length() && (text.charAt(i + 1) == '元' || text.charAt(i + 1) == '圆');
            return text.charAt(i) != '元' && text.charAt(i) != '圆' && yuanFollows ? i + 2 : i + 1;
        }
    }
}
