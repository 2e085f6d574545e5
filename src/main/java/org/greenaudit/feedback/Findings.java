package org.greenaudit.feedback;

import java.util.Optional;
import org.greenaudit.catalog.BrandAliases;
import org.greenaudit.decision.BuyingUnit;
import org.greenaudit.decision.Decision;
import org.greenaudit.decision.DecisionDesk;
import org.greenaudit.rules.Outcome;
import org.greenaudit.rules.certificate.BoughtProduct;
import org.greenaudit.store.RunRecord;
import org.greenaudit.store.StoredVerdict;
import org.greenaudit.store.VerdictStore;

/** The findings of a run, about which something can be decided. */
final class Findings {

    private final VerdictStore verdicts;
    private final RunRecord run;
    private final BrandAliases brands;

    Findings(VerdictStore verdicts, RunRecord run, BrandAliases brands) {
        this.verdicts = verdicts;
        this.run = run;
        this.brands = brands;
    }

    /** The finding about a record under a list, if there is one. */
    Optional<StoredVerdict> of(String recordId, String listId) {
        return verdicts.ofRecord(run.id(), recordId).stream()
                .filter(verdict -> verdict.listId().equals(listId) && isFinding(verdict.outcome()))
                .findFirst();
    }

    /** With {@code --all-verdicts} a run keeps those too of which nothing is to be decided. */
    private static boolean isFinding(Outcome outcome) {
        return outcome == Outcome.VIOLATION || outcome == Outcome.UNDETERMINED;
    }

    /** A finding as the desk looks at it. Its product is known by what the cells say; what was read from the name may be less. */
    DecisionDesk.Case judged(StoredVerdict verdict) {
        BoughtProduct bought = BoughtProduct.of(verdict.brand(), verdict.model(), verdict.itemName(), brands);
        return new DecisionDesk.Case(
                new Decision.Finding(
                        verdict.recordId(),
                        verdict.listId(),
                        bought.brandFromName() ? verdict.brand() : bought.brand(),
                        bought.modelFromName() ? verdict.model() : bought.model(),
                        buyer(verdict),
                        verdict.facts()),
                new DecisionDesk.Goods(
                        verdict.categoryCode(), verdict.categoryScheme(), verdict.categoryName(), verdict.itemName()),
                verdict.entryId(),
                verdict.duty(),
                verdict.outcome(),
                verdict.rule(),
                verdict.question(),
                verdict.contractNo(),
                verdict.contractDate());
    }

    /** Who bought what a verdict is about. */
    static BuyingUnit buyer(StoredVerdict verdict) {
        return new BuyingUnit(verdict.regionCode(), verdict.buyerCode(), verdict.buyerName());
    }
}
