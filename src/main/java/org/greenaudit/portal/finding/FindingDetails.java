package org.greenaudit.portal.finding;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.decision.BuyingUnit;
import org.greenaudit.decision.Decision;
import org.greenaudit.decision.Decisions;
import org.greenaudit.portal.access.AccessScope;
import org.greenaudit.portal.finding.FindingDetail.Named;
import org.greenaudit.portal.finding.FindingDetail.Sighting;
import org.greenaudit.rules.DecisionUse;
import org.greenaudit.rules.certificate.BoughtProduct;
import org.greenaudit.store.RunRecord;
import org.greenaudit.store.StoredUse;
import org.greenaudit.store.StoredVerdict;
import org.greenaudit.store.Stores;

/** Looks up single findings in the database. */
public final class FindingDetails {

    /** How many runs tell the history of a finding: each costs a statement. */
    private static final int MOST_RUNS = 12;

    private final Stores stores;
    private final Supplier<CatalogSnapshot> catalog;

    /**
     * The findings in these stores.
     *
     * @param catalog the catalogs as they are now: they tell which brands are the same
     */
    public FindingDetails(Stores stores, Supplier<CatalogSnapshot> catalog) {
        this.stores = stores;
        this.catalog = catalog;
    }

    /** A finding; empty where there is none of that record and list in the run, or it is outside the scope. */
    public Optional<FindingDetail> of(AccessScope scope, RunRecord run, String recordId, String listId) {
        return verdict(scope, run, recordId, listId)
                .filter(verdict -> FindingIndexes.FINDINGS.contains(verdict.outcome()))
                .map(verdict -> new FindingDetail(run, verdict, decisions(run, verdict), history(scope, run, verdict)));
    }

    private Optional<StoredVerdict> verdict(AccessScope scope, RunRecord run, String recordId, String listId) {
        return stores.verdicts().ofRecord(run.id(), recordId).stream()
                .filter(verdict ->
                        verdict.listId().equals(listId) && scope.covers(verdict.regionCode(), verdict.buyerCode()))
                .findFirst();
    }

    private List<Named> decisions(RunRecord run, StoredVerdict verdict) {
        List<Decision> all = stores.decisions().ofJob(run.jobName());
        Map<Long, DecisionUse> uses = stores.decisions().uses(run.id(), verdict.recordId()).stream()
                .map(StoredUse::use)
                .filter(use -> use.listId().equals(verdict.listId()))
                .collect(Collectors.toMap(DecisionUse::decision, use -> use, (one, other) -> one));
        Predicate<Decision> names = naming(verdict, all);
        return all.stream()
                .filter(decision ->
                        uses.containsKey(decision.id()) || (decision.isUnder(verdict.listId()) && names.test(decision)))
                .map(decision -> new Named(decision, Optional.ofNullable(uses.get(decision.id()))))
                .toList();
    }

    private Predicate<Decision> naming(StoredVerdict verdict, List<Decision> all) {
        Set<Long> ofProduct = new Decisions(all, catalog.get().brands())
                        .ofProduct(
                                BoughtProduct.of(
                                        verdict.brand(),
                                        verdict.model(),
                                        verdict.itemName(),
                                        catalog.get().brands()),
                                verdict.recordId(),
                                new BuyingUnit(verdict.regionCode(), verdict.buyerCode(), verdict.buyerName()),
                                verdict.contractDate())
                        .stream()
                        .map(Decision::id)
                        .collect(Collectors.toSet());
        return decision ->
                decision.finding().recordId().equals(verdict.recordId()) || ofProduct.contains(decision.id());
    }

    private List<Sighting> history(AccessScope scope, RunRecord run, StoredVerdict verdict) {
        List<RunRecord> completed = stores.runs().ofJob(run.jobName()).stream()
                .filter(other -> other.status() == RunRecord.Status.COMPLETED)
                .toList();
        return completed.stream()
                .skip(Math.max(0, completed.size() - MOST_RUNS))
                .filter(other -> stores.retention().hasDetails(other.id()))
                .map(other -> new Sighting(other, verdict(scope, other, verdict.recordId(), verdict.listId())))
                .toList();
    }
}
