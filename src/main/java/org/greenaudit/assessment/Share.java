package org.greenaudit.assessment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import org.greenaudit.message.Text;

/**
 * A share, as every table, page and summary shows it: in percent with one decimal, from exact numbers, or the reason why
 * there is none. 100.0 and 0.0 are kept for all and nothing: what is left between them is shown as 99.9 and 0.1 at most
 * and at least, so that a single violation in a large amount never rounds away.
 */
public sealed interface Share {

    /** A share that can be told. */
    record Percent(BigDecimal value) implements Share {}

    /** Why no share can be told. */
    enum None implements Share {
        /** There is nothing to take a share of. */
        NOTHING_IN_SCOPE,
        /** Nothing of it could be judged. */
        ALL_UNDETERMINED,
        /** The amounts are zero or make no whole and its part. */
        NO_AMOUNT;

        /** The reason in words, behind the sign that stands where there is no number. */
        public Text text() {
            return Text.of(
                    "assessment.share.none",
                    "@assessment.share." + name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
    }

    /** The percentage; empty where there is none. */
    default Optional<BigDecimal> percent() {
        return this instanceof Percent told ? Optional.of(told.value()) : Optional.empty();
    }

    /** The share by number of lines. */
    static Share byLines(Count part, Count whole) {
        return whole.lines() == 0 ? None.NOTHING_IN_SCOPE : of(part.lines(), whole.lines());
    }

    /** The share by amount. */
    static Share byAmount(Count part, Count whole) {
        return whole.lines() == 0 ? None.NOTHING_IN_SCOPE : of(part.amountFen(), whole.amountFen());
    }

    private static Share of(long part, long whole) {
        if (whole <= 0 || part < 0 || part > whole) {
            return None.NO_AMOUNT;
        }
        BigDecimal tenths = BigDecimal.valueOf(part)
                .multiply(BigDecimal.valueOf(1000))
                .divide(BigDecimal.valueOf(whole), 0, RoundingMode.HALF_UP);
        long least = part == 0 ? 0 : 1;
        long most = part == whole ? 1000 : 999;
        return new Percent(BigDecimal.valueOf(Math.max(least, Math.min(most, tenths.longValueExact())), 1));
    }
}
