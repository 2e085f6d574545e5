package org.greenaudit.cli;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.greenaudit.assessment.Count;

/** Numbers for people: thousands separators, yuan with two decimals. */
final class Numbers {

    private Numbers() {}

    /** A whole number. */
    static String whole(long value) {
        return format("#,##0").format(value);
    }

    /** The number of lines. */
    static String lines(Count count) {
        return whole(count.lines());
    }

    /** The amount in yuan. */
    static String yuan(Count count) {
        return format("#,##0.00").format(BigDecimal.valueOf(count.amountFen(), 2));
    }

    private static DecimalFormat format(String pattern) {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
    }
}
