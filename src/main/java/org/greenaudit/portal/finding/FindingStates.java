package org.greenaudit.portal.finding;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.greenaudit.catalog.BrandAliases;
import org.greenaudit.decision.BuyingUnit;
import org.greenaudit.decision.Decision;
import org.greenaudit.decision.Decisions;
import org.greenaudit.decision.Ruling;
import org.greenaudit.portal.finding.FindingColumns.Words;
import org.greenaudit.rules.DecisionUse;
import org.greenaudit.rules.certificate.BoughtProduct;
import org.greenaudit.store.FindingKey;
import org.greenaudit.store.StoredUse;

/**
 * What became of the findings of a run: what its audit made of people's decisions, and what was decided since. Nothing is
 * judged here: the next audit says what a decision changes. Immutable.
 */
public final class FindingStates {

    private static final FindingState[] STATES = FindingState.values();

    private final byte[] states;
    private final BitSet unsettled = new BitSet();

    private FindingStates(int findings) {
        this.states = new byte[findings];
    }

    /**
     * The states of a run's findings.
     *
     * @param auditDate the run's
     * @param uses what the audit made of the decisions that it knew
     * @param decisions the job's decisions as they are now, withdrawn ones too
     */
    static FindingStates of(
            FindingColumns columns,
            LocalDate auditDate,
            List<StoredUse> uses,
            List<Decision> decisions,
            BrandAliases brands) {
        FindingStates states = new FindingStates(columns.size());
        List<Decision> standing = decisions.stream()
                .filter(decision -> decision.withdrawn().isEmpty())
                .toList();
        states.used(columns, uses, standing);
        // numbers ascend: the audit knew those up to the last one of which it says something
        long last = uses.stream().mapToLong(use -> use.use().decision()).reduce(columns.lastIdle(), Math::max);
        List<Decision> since = standing.stream()
                .filter(decision -> decision.id() > last && !decision.expired(auditDate))
                .toList();
        states.decidedOfRecords(columns, since);
        states.decidedOfProducts(
                columns, since.stream().filter(Decision::product).toList(), brands);
        return states;
    }

    private void used(FindingColumns columns, List<StoredUse> uses, List<Decision> standing) {
        Set<Long> numbers = standing.stream().map(Decision::id).collect(Collectors.toSet());
        Map<FindingKey.Line, FindingState> found = new HashMap<>();
        for (StoredUse use : uses) {
            if (numbers.contains(use.use().decision())) {
                FindingState state =
                        use.use().state() == DecisionUse.State.APPLIED ? FindingState.DECIDED : FindingState.STALE;
                // of two decisions about a finding the one that applies tells
                found.merge(
                        new FindingKey.Line(use.recordId(), use.use().listId()),
                        state,
                        (one, other) -> one == FindingState.DECIDED ? one : other);
            }
        }
        for (int place = 0; !found.isEmpty() && place < states.length; place++) {
            FindingState state = found.get(new FindingKey.Line(columns.record(place), columns.text(Words.LIST, place)));
            if (state != null) {
                states[place] = (byte) state.ordinal();
            }
        }
    }

    private void decidedOfRecords(FindingColumns columns, List<Decision> since) {
        Map<String, List<Decision>> records = since.stream()
                .collect(Collectors.groupingBy(decision -> decision.finding().recordId()));
        for (int place = 0; !records.isEmpty() && place < states.length; place++) {
            decide(place, records.getOrDefault(columns.record(place), List.of()), columns);
        }
    }

    private void decidedOfProducts(FindingColumns columns, List<Decision> ofProducts, BrandAliases brands) {
        Decisions index = new Decisions(ofProducts, brands);
        Map<List<Integer>, BoughtProduct> bought = new HashMap<>();
        for (int place = 0; !ofProducts.isEmpty() && place < states.length; place++) {
            int at = place;
            BoughtProduct product = bought.computeIfAbsent(
                    List.of(columns.word(Words.BRAND, at), columns.word(Words.MODEL, at), columns.word(Words.ITEM, at)),
                    words -> BoughtProduct.of(
                            columns.text(Words.BRAND, at),
                            columns.text(Words.MODEL, at),
                            columns.text(Words.ITEM, at),
                            brands));
            BuyingUnit buyer = new BuyingUnit(
                    columns.text(Words.REGION, at),
                    columns.text(Words.BUYER_CODE, at),
                    columns.text(Words.BUYER_NAME, at));
            decide(at, index.ofProduct(product, columns.record(at), buyer, columns.signed(at)), columns);
        }
    }

    private void decide(int place, List<Decision> naming, FindingColumns columns) {
        String list = columns.text(Words.LIST, place);
        List<Decision> own =
                naming.stream().filter(decision -> decision.isUnder(list)).toList();
        if (!own.isEmpty()) {
            states[place] = (byte) FindingState.DECIDED.ordinal();
            boolean confirmed = own.stream().anyMatch(decision -> decision.ruling() instanceof Ruling.Confirmed);
            unsettled.set(place, unsettled.get(place) || !confirmed);
        }
    }

    /**
     * Whether something was decided about a finding since the audit that the next one may settle it by: anything but that it
     * is one. What an audit has found in spite of a decision stands.
     */
    public boolean isUnsettled(FindingRow row) {
        return unsettled.get(row.place());
    }

    /** What became of a finding. */
    FindingState of(int place) {
        return STATES[states[place]];
    }

    /** Whether a finding is in that state; any is where none is asked for. */
    IntPredicate are(Optional<FindingState> asked) {
        return asked.isEmpty() ? place -> true : place -> of(place) == asked.get();
    }
}
