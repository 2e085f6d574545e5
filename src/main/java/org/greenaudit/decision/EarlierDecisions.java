package org.greenaudit.decision;

import java.util.List;
import java.util.Optional;
import org.greenaudit.catalog.BrandAliases;

/**
 * What was decided before, as it stands to a decision that is to be made now.
 *
 * @param decisions the job's decisions, withdrawn ones too
 * @param brands which brands are the same
 */
record EarlierDecisions(List<Decision> decisions, BrandAliases brands) {

    /** The decision that stands beside which this one cannot: it says the same, or otherwise. */
    Optional<Decision> instead(Decision decision) {
        return decisions.stream()
                .filter(other -> stands(other, decision) && names(other, decision))
                .filter(other -> other.ruling().excludes(decision.ruling()))
                .filter(other -> other.ruling().equals(decision.ruling()) || !isOfAnotherRecord(other, decision))
                .findFirst();
    }

    /** The same by the same person for the same reason, that was taken back. */
    Optional<Decision> withdrawn(Decision decision) {
        return decisions.stream()
                .filter(other -> other.withdrawn().isPresent()
                        && names(other, decision)
                        && other.ruling().equals(decision.ruling())
                        && other.by().equals(decision.by())
                        && other.reason().equals(decision.reason()))
                .findFirst();
    }

    /** The decision of another database, as it is here. */
    Optional<Decision> same(Decision decision) {
        return decisions.stream()
                .filter(other -> other.stored(0).equals(decision))
                .findFirst();
    }

    private static boolean stands(Decision earlier, Decision decision) {
        return earlier.withdrawn().isEmpty() && !earlier.expired(decision.on());
    }

    /** What is said of a record comes before what was said of its product, elsewhere. */
    private static boolean isOfAnotherRecord(Decision earlier, Decision decision) {
        return earlier.product()
                && !decision.product()
                && !earlier.finding().recordId().equals(decision.finding().recordId());
    }

    /** Whether a decision is about what another names: its product, or its record as it is; facts are about every list. */
    private boolean names(Decision earlier, Decision proposed) {
        Decision.Finding one = earlier.finding();
        Decision.Finding two = proposed.finding();
        boolean same = earlier.product()
                ? one.productKey(brands).equals(two.productKey(brands)) && meet(earlier, proposed)
                : one.recordId().equals(two.recordId()) && one.facts().equals(two.facts());
        boolean facts = earlier.ruling() instanceof Ruling.Fact && proposed.ruling() instanceof Ruling.Fact;
        return same && (facts || one.listId().equals(two.listId()));
    }

    /** Whether two decisions about one product reach the same lines: what is said of every unit meets what is said of one. */
    private static boolean meet(Decision earlier, Decision proposed) {
        Decision.Finding finding = proposed.finding();
        return earlier.reaches(finding.recordId(), finding.buyer()) || (proposed.product() && !proposed.isOfItsBuyer());
    }
}
