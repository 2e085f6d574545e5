package org.greenaudit.assessment;

import java.util.function.Function;
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

    /** Of the certified, those whose certificate was found in a registry. */
    public Count verified() {
        return certified.minus(declared);
    }

    /** The share of one of the counts by amount; none where nothing could be judged. */
    public Share byAmount(Function<Indicator, Count> part) {
        return judged() ? Share.byAmount(part.apply(this), inScope) : none();
    }

    /** The share of one of the counts by number of lines; none where nothing could be judged. */
    public Share byLines(Function<Indicator, Count> part) {
        return judged() ? Share.byLines(part.apply(this), inScope) : none();
    }

    /** Whether anything in scope could be judged. */
    public boolean judged() {
        return undetermined.lines() < inScope.lines();
    }

    private Share none() {
        return inScope.lines() == 0 ? Share.None.NOTHING_IN_SCOPE : Share.None.ALL_UNDETERMINED;
    }
}
