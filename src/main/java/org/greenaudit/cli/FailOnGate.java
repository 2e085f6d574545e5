package org.greenaudit.cli;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import org.greenaudit.assessment.Count;
import org.greenaudit.assessment.Indicator;
import org.greenaudit.assessment.Indicators;
import org.greenaudit.assessment.LineOutcome;
import org.greenaudit.assessment.RunCounts;

/**
 * A {@code --fail-on} gate: breached when more lines than the limit allows are found. Advisory lines never count.
 *
 * @param what the lines that are counted
 * @param limit the highest number, or share in percent, that still passes
 * @param percent whether the limit is a share of the lines that could have been counted
 */
record FailOnGate(What what, BigDecimal limit, boolean percent) {

    /** What {@code --fail-on} takes. */
    static final String CHOICES = "mandatory|priority|undetermined|rejected[=N|=P%]";

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** What a gate counts. */
    enum What {
        /** Violations of a mandatory duty, against all lines under one. */
        MANDATORY,
        /** Violations of a priority duty, against all lines under one. */
        PRIORITY,
        /** Undetermined verdicts, against all verdicts. */
        UNDETERMINED,
        /** Rejected rows, against all rows read. */
        REJECTED
    }

    /** Reads {@code mandatory}, {@code priority=10} or {@code undetermined=5%}; empty when it is none of these. */
    static Optional<FailOnGate> parse(String text) {
        String[] parts = text.trim().split("=", 2);
        Optional<What> what = what(parts[0]);
        if (what.isEmpty()) {
            return Optional.empty();
        }
        if (parts.length == 1) {
            return Optional.of(new FailOnGate(what.get(), BigDecimal.ZERO, false));
        }
        boolean percent = parts[1].endsWith("%");
        String number = percent ? parts[1].substring(0, parts[1].length() - 1) : parts[1];
        if (!number.matches(percent ? "\\d{1,3}(\\.\\d{1,3})?" : "\\d{1,12}")) {
            return Optional.empty();
        }
        BigDecimal limit = new BigDecimal(number);
        return percent && limit.compareTo(HUNDRED) > 0
                ? Optional.empty()
                : Optional.of(new FailOnGate(what.get(), limit, percent));
    }

    /** Whether a run's counts breach it. */
    boolean breached(RunCounts counts) {
        BigDecimal found = BigDecimal.valueOf(found(counts));
        BigDecimal allowed =
                percent ? limit.multiply(BigDecimal.valueOf(base(counts))).divide(HUNDRED) : limit;
        return found.compareTo(allowed) > 0;
    }

    /** How many lines were found. */
    long found(RunCounts counts) {
        Count found =
                switch (what) {
                    case MANDATORY, PRIORITY -> inScope(counts).violated();
                    case UNDETERMINED -> inScope(counts).undetermined();
                    case REJECTED -> counts.lines(LineOutcome.REJECTED);
                };
        return found.lines();
    }

    /** How many lines could have been found. */
    long base(RunCounts counts) {
        return (what == What.REJECTED ? counts.read() : inScope(counts).inScope()).lines();
    }

    private Indicator inScope(RunCounts counts) {
        return Indicators.of(counts)
                .where(key -> what == What.UNDETERMINED || key.duty().name().equals(what.name()))
                .total();
    }

    @Override
    public String toString() {
        String name = what.name().toLowerCase(Locale.ROOT);
        return limit.signum() == 0 && !percent ? name : name + "=" + limit.toPlainString() + (percent ? "%" : "");
    }

    private static Optional<What> what(String name) {
        for (What what : What.values()) {
            if (what.name().toLowerCase(Locale.ROOT).equals(name)) {
                return Optional.of(what);
            }
        }
        return Optional.empty();
    }
}
