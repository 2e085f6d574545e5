package org.greenaudit.decision;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.greenaudit.catalog.BrandAliases;

/**
 * What was decided before, as it stands to a decision that is to be made now.
 *
 * @param decisions the job's decisions, withdrawn ones too
 * @param brands which brands are the same
 * @param today what has expired by then stands no longer
 */
record EarlierDecisions(List<Decision> decisions, BrandAliases brands, LocalDate today) {

    /** The decision that stands beside which this one cannot: it says the same, or otherwise. */
    Optional<Decision> instead(Decision decision) {
        return decisions.stream()
                .filter(other -> stands(other) || isFromTheSameFile(other, decision))
                .filter(other -> names(other, decision))
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

    /** The decision under another list that answers otherwise, or the same, whether goods were bought or a service. */
    Optional<Decision> ofGoodsOrService(Decision decision) {
        return decisions.stream()
                .filter(other -> stands(other) && isSame(other, decision))
                .filter(other -> Ruling.isOfGoodsOrService(other.ruling())
                        && Ruling.isOfGoodsOrService(decision.ruling())
                        && (other.ruling() instanceof Ruling.Dismissed
                                || decision.ruling() instanceof Ruling.Dismissed))
                .findFirst();
    }

    /** A finding with the brand and model that people told of its line. */
    Decision.Finding told(Decision.Finding finding) {
        return new Decision.Finding(
                finding.recordId(),
                finding.listId(),
                told(FactKind.BRAND, finding).orElse(finding.brand()),
                told(FactKind.MODEL, finding).orElse(finding.model()),
                finding.buyer(),
                finding.facts());
    }

    private Optional<String> told(FactKind kind, Decision.Finding finding) {
        return decisions.stream()
                .filter(this::stands)
                .filter(decision -> decision.product()
                        ? decision.finding().productKey(brands).equals(finding.productKey(brands))
                        : isSameRecord(decision.finding(), finding))
                .filter(decision -> decision.ruling() instanceof Ruling.Fact fact && fact.fact() == kind)
                .min(Comparator.comparing(Decision::product))
                .map(decision -> ((Ruling.Fact) decision.ruling()).value());
    }

    /** What has expired since is not taken again from the file that it was taken from. */
    private static boolean isFromTheSameFile(Decision earlier, Decision decision) {
        return earlier.withdrawn().isEmpty()
                && earlier.ruling().equals(decision.ruling())
                && earlier.on().equals(decision.on())
                && earlier.until().equals(decision.until());
    }

    private boolean stands(Decision earlier) {
        return earlier.withdrawn().isEmpty() && !earlier.expired(today);
    }

    /** What is said of a record comes before what was said of its product, elsewhere. */
    private static boolean isOfAnotherRecord(Decision earlier, Decision decision) {
        return earlier.product()
                && !decision.product()
                && !earlier.finding().recordId().equals(decision.finding().recordId());
    }

    /** Whether a decision is about what another names: its product, or its record as it is; facts are about every list. */
    private boolean names(Decision earlier, Decision proposed) {
        boolean facts = earlier.ruling() instanceof Ruling.Fact && proposed.ruling() instanceof Ruling.Fact;
        return isSame(earlier, proposed)
                && (facts
                        || earlier.finding().listId().equals(proposed.finding().listId()));
    }

    private boolean isSame(Decision earlier, Decision proposed) {
        Decision.Finding one = earlier.finding();
        Decision.Finding two = proposed.finding();
        return earlier.product()
                ? one.productKey(brands).equals(two.productKey(brands)) && meet(earlier, proposed)
                : isSameRecord(one, two);
    }

    private static boolean isSameRecord(Decision.Finding one, Decision.Finding two) {
        return one.recordId().equals(two.recordId()) && one.facts().equals(two.facts());
    }

    /** Whether two decisions about one product reach the same lines: what is said of every unit meets what is said of one. */
    private static boolean meet(Decision earlier, Decision proposed) {
        Decision.Finding finding = proposed.finding();
        return earlier.reaches(finding.recordId(), finding.buyer()) || (proposed.product() && !proposed.isOfItsBuyer());
    }
}
