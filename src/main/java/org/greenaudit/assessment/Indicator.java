package org.greenaudit.assessment;

import java.math.BigDecimal;
import java.util.Optional;
import org.greenaudit.rules.Outcome;

/**
 * The official indicator (占同类产品采购规模) of a part of a run, and the counts it is made of: certified purchases ÷ all
 * purchases in the same listed categories. A line counts once for each list it is in.
 *
 * @param inScope everything inside a list: the denominator
 * @param certified compliant lines, declared ones included: the numerator
 * @param declared of the certified, those that only the buyer's declaration supports
 * @param violated violations
 * @param exempt exempted lines
 * @param undetermined lines that could not be decided
 */
public record Indicator(
        Count inScope, Count certified, Count declared, Count violated, Count exempt, Count undetermined) {

    /** Nothing in scope. */
    public static final Indicator EMPTY =
            new Indicator(Count.ZERO, Count.ZERO, Count.ZERO, Count.ZERO, Count.ZERO, Count.ZERO);

    /** This indicator with further verdicts of one outcome. */
    public Indicator plus(Outcome outcome, boolean isDeclared, Count count) {
        return new Indicator(
                inScope.plus(count),
                outcome == Outcome.COMPLIANT ? certified.plus(count) : certified,
                outcome == Outcome.COMPLIANT && isDeclared ? declared.plus(count) : declared,
                outcome == Outcome.VIOLATION ? violated.plus(count) : violated,
                outcome == Outcome.EXEMPT ? exempt.plus(count) : exempt,
                outcome == Outcome.UNDETERMINED ? undetermined.plus(count) : undetermined);
    }

    /** The certified share by amount in percent; empty when nothing is in scope. */
    public Optional<BigDecimal> certifiedByAmount() {
        return Share.byAmount(certified, inScope);
    }

    /** The certified share by number of lines in percent; empty when nothing is in scope. */
    public Optional<BigDecimal> certifiedByLines() {
        return Share.byLines(certified, inScope);
    }
}
