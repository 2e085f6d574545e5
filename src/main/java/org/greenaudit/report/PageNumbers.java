package org.greenaudit.report;

import java.math.BigDecimal;
import java.util.Optional;
import org.greenaudit.assessment.Count;

/** How numbers are written on the page: grouped by thousands with commas, in every locale and on every machine. */
final class PageNumbers {

    private PageNumbers() {}

    /** A whole number, such as {@code 1,234,567}. */
    static String whole(long number) {
        String digits = Long.toString(number);
        int sign = number < 0 ? 1 : 0;
        StringBuilder out = new StringBuilder(digits);
        for (int i = digits.length() - 3; i > sign; i -= 3) {
            out.insert(i, ',');
        }
        return out.toString();
    }

    /** An amount of fen in yuan, such as {@code 12,000.00}. */
    static String yuan(long fen) {
        String plain = CsvValues.yuan(Math.abs(fen));
        int point = plain.indexOf('.');
        return (fen < 0 ? "-" : "") + whole(Long.parseLong(plain.substring(0, point))) + plain.substring(point);
    }

    /** The number of lines. */
    static String lines(Count count) {
        return whole(count.lines());
    }

    /** The amount in yuan. */
    static String yuan(Count count) {
        return yuan(count.amountFen());
    }

    /** A share, such as {@code 86.4%}; a dash where there is none. */
    static String percent(Optional<BigDecimal> share) {
        return share.map(value -> value.toPlainString() + "%").orElse("—");
    }
}
