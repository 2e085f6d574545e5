package org.greenaudit.assessment;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All that is known of the units of one region that bear the same name, which is one unit as a rule. It tells which unit
 * lines without a buyer code belong to.
 */
public final class UnitDossier {

    private record Offence(BuyerKey buyer, String entryId, String rule) {

        Offence of(BuyerKey unit) {
            return new Offence(unit, entryId, rule);
        }
    }

    /**
     * The open violations of one kind.
     *
     * @param oldest the earliest contract date
     * @param fresh how many were first reported on the audit date
     */
    private record Open(LocalDate oldest, long fresh) {

        Open plus(Open other) {
            return new Open(oldest.isBefore(other.oldest) ? oldest : other.oldest, fresh + other.fresh);
        }
    }

    private final CountyCounts counties = new CountyCounts();
    private final RunCounts counts = counties.of("");
    private final Map<Offence, Open> open = new HashMap<>();
    private final Set<Offence> earlier = new HashSet<>();

    /** Adds a tally. */
    public void add(TallyKey key, Count count) {
        RunCounts.plus(counts.tallies(), key, count);
    }

    /** Adds lines, see {@link RunCounts#units}. */
    public void add(BuyerKey buyer, Count lines) {
        RunCounts.plus(counts.units(), buyer, lines);
    }

    /**
     * Adds an open violation; not an advisory one.
     *
     * @param fresh whether the audit date is the first to report it
     */
    public void addOpen(BuyerKey buyer, String entryId, String rule, LocalDate contractDate, boolean fresh) {
        open.merge(new Offence(buyer, entryId, rule), new Open(contractDate, fresh ? 1 : 0), Open::plus);
    }

    /** Adds that a completed run of an earlier audit date reported the unit for this rule and listed item. */
    public void addEarlier(BuyerKey buyer, String entryId, String rule) {
        earlier.add(new Offence(buyer, entryId, rule));
    }

    /**
     * Assesses the units, once everything is added.
     *
     * @param recyclables the entry ids of the items of which there are recycled products
     */
    public List<UnitAssessment> assess(Set<String> recyclables, LocalDate auditDate, AssessmentPolicy policy) {
        BuyerCodes codes = counties.foldUncodedBuyers();
        return Assessor.units(counts, recyclables, histories(codes), auditDate, policy);
    }

    /** The tallies, once the units are assessed under the codes that they have. */
    public Map<TallyKey, Count> tallies() {
        return counts.tallies();
    }

    private Map<BuyerKey, UnitHistory> histories(BuyerCodes codes) {
        Set<Offence> known = new HashSet<>();
        earlier.forEach(offence -> known.add(offence.of(codes.unit(offence.buyer()))));
        Map<BuyerKey, UnitHistory> histories = new HashMap<>();
        open.forEach((offence, some) -> {
            BuyerKey buyer = codes.unit(offence.buyer());
            long repeats = known.contains(offence.of(buyer)) ? some.fresh() : 0;
            histories.merge(buyer, new UnitHistory(repeats, some.oldest()), UnitHistory::plus);
        });
        return histories;
    }
}
