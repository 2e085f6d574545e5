package org.greenaudit.assessment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.greenaudit.catalog.Duty;
import org.greenaudit.matching.Classification;
import org.greenaudit.matching.ListMatch;
import org.greenaudit.message.OpenQuestion;
import org.greenaudit.purchase.PurchaseLine;
import org.greenaudit.purchase.Rejection;
import org.greenaudit.purchase.SetApart;
import org.greenaudit.rules.DecisionUse;
import org.greenaudit.rules.Outcome;
import org.greenaudit.rules.Verdict;
import org.greenaudit.rules.certificate.CitedCertificate;
import org.greenaudit.rules.certificate.Evidence;

/** Counts of rows, by lines and by amount: of a county, or of all of them. Adding them up gives the same in any order. */
public final class RunCounts {

    /**
     * Why lines lie outside a list.
     *
     * @param listId the list
     * @param reason a {@code NotListedReason} id
     */
    public record OutsideKey(String listId, String reason) {}

    /**
     * What decisions did in a region.
     *
     * @param regionCode the region of the lines
     * @param state whether they applied
     */
    public record DecisionKey(String regionCode, DecisionUse.State state) {}

    private final Map<LineOutcome, Count> lines = new EnumMap<>(LineOutcome.class);
    private final Map<LineOutcome, Count> advisory = new EnumMap<>(LineOutcome.class);
    private final Map<String, Count> rejected = new TreeMap<>();
    private final Map<String, Count> setApart = new TreeMap<>();
    private final Map<OutsideKey, Count> outside = new HashMap<>();
    private final Map<TallyKey, Count> tallies = new HashMap<>();
    private final Map<BodyKey, Count> bodies = new HashMap<>();
    private final Map<String, Count> warnings = new TreeMap<>();
    private final Map<BuyerKey, Count> units = new HashMap<>();
    private final Map<DecisionKey, Count> decisions = new HashMap<>();
    private final Map<String, OpenQuestions> questions = new HashMap<>();

    /** Counts a line and its verdicts. */
    public void add(PurchaseLine line, Classification classification, List<Verdict> verdicts) {
        long fen = line.amountFen();
        LineOutcome gravest = LineOutcome.NOT_APPLICABLE;
        for (ListMatch match : classification.matches()) {
            if (match instanceof ListMatch.Outside out) {
                plus(outside, new OutsideKey(out.listId(), out.reason().id()), fen);
            }
        }
        for (Verdict verdict : verdicts) {
            LineOutcome outcome = LineOutcome.valueOf(verdict.outcome().name());
            if (outcome.compareTo(gravest) < 0) {
                gravest = outcome;
            }
            String rule = verdict.outcome() == Outcome.UNDETERMINED
                    ? verdict.question().map(OpenQuestion::id).orElse("")
                    : verdict.rule();
            plus(
                    tallies,
                    new TallyKey(
                            verdict.item().listId(),
                            verdict.item().entryId(),
                            line.regionCode(),
                            line.regionName(),
                            line.buyerCode(),
                            line.buyerName(),
                            counted(verdict),
                            verdict.outcome(),
                            rule,
                            verdict.evidence() == Evidence.DECLARED,
                            verdict.recycled()),
                    fen);
            for (CitedCertificate certificate : verdict.certificates()) {
                plus(bodies, new BodyKey(certificate.body(), verdict.item().listId(), certificate.defect()), fen);
            }
        }
        if (verdicts.stream().anyMatch(verdict -> verdict.duty() != Duty.ADVISORY)) {
            plus(units, new BuyerKey(line.regionCode(), line.buyerCode(), line.buyerName()), fen);
        } else if (!verdicts.isEmpty()) {
            plus(advisory, gravest, fen);
        }
        line.warnings().forEach(warning -> plus(warnings, warning.id(), fen));
        plus(lines, gravest, fen);
    }

    /**
     * The duty under which a verdict counts: that of the item it counts under, whatever stricter one an undetermined line may
     * turn out to have, so that an open question weighs on no share of a duty that it perhaps has not.
     */
    private static Duty counted(Verdict verdict) {
        return verdict.duty() == Duty.ADVISORY ? Duty.ADVISORY : verdict.item().duty();
    }

    /** Counts a row that could not be read. */
    public void add(Rejection rejection) {
        plus(rejected, rejection.reason().id(), rejection.amountFen());
        plus(lines, LineOutcome.REJECTED, rejection.amountFen());
    }

    /** Counts a row that is no purchase. */
    public void add(SetApart row) {
        plus(setApart, row.kind(), row.amountFen());
    }

    /** Counts what a decision did to a line. */
    public void add(PurchaseLine line, DecisionUse use) {
        plus(decisions, new DecisionKey(line.regionCode(), use.state()), line.amountFen());
    }

    /** Counts a question about a line, which was first asked on an audit date. */
    public void add(PurchaseLine line, LocalDate firstSeen, LocalDate auditDate) {
        plus(questions, line.regionCode(), OpenQuestions.of(firstSeen, auditDate, line.amountFen()));
    }

    /** Adds other counts. */
    public void add(RunCounts other) {
        merge(lines, other.lines);
        merge(advisory, other.advisory);
        merge(rejected, other.rejected);
        merge(setApart, other.setApart);
        merge(outside, other.outside);
        merge(tallies, other.tallies);
        merge(bodies, other.bodies);
        merge(warnings, other.warnings);
        merge(units, other.units);
        merge(decisions, other.decisions);
        other.questions.forEach((region, open) -> plus(questions, region, open));
    }

    /** Forgets which unit bought what: a run may have more units than memory holds. */
    void mergeUnits() {
        rekey(tallies, TallyKey::ofRegion);
        units.clear();
    }

    /** Counts lines without a buyer code for the unit that they belong to. */
    void fold(BuyerCodes codes) {
        rekey(tallies, key -> key.withBuyerCode(codes.unit(key.buyer()).buyerCode()));
        rekey(units, codes::unit);
    }

    private static <K> void rekey(Map<K, Count> counts, UnaryOperator<K> change) {
        for (K key : new ArrayList<>(counts.keySet())) {
            K changed = change.apply(key);
            Count count = changed.equals(key) ? null : counts.remove(key);
            if (count != null) {
                plus(counts, changed, count);
            }
        }
    }

    /** Rows by outcome. */
    public Map<LineOutcome, Count> lines() {
        return lines;
    }

    /** The rows of one outcome. */
    public Count lines(LineOutcome outcome) {
        return lines.getOrDefault(outcome, Count.ZERO);
    }

    /** Lines inside a list whose buyer is only encouraged, by outcome; they count in no indicator. */
    public Map<LineOutcome, Count> advisory() {
        return advisory;
    }

    /** Rejected rows by reason id. */
    public Map<String, Count> rejected() {
        return rejected;
    }

    /** Rows that are no purchases, by {@link SetApart#kind}; they are no lines and count in no other figure. */
    public Map<String, Count> setApart() {
        return setApart;
    }

    /** Lines outside each list by reason. */
    public Map<OutsideKey, Count> outside() {
        return outside;
    }

    /** Verdicts at the finest level of detail. */
    public Map<TallyKey, Count> tallies() {
        return tallies;
    }

    /** The verdicts whose keys meet a condition. */
    public Count verdicts(Predicate<TallyKey> chosen) {
        return sum(tallies, chosen);
    }

    /** Certificates looked at, by body and defect; the amount is that of the lines citing them. */
    public Map<BodyKey, Count> bodies() {
        return bodies;
    }

    /** Lines with each data warning, by its id. */
    public Map<String, Count> warnings() {
        return warnings;
    }

    /**
     * Each unit's lines inside any list under a mandatory or priority duty, every line once however many lists it is in.
     * Known while a run is assessed; not stored with a completed run.
     */
    public Map<BuyerKey, Count> units() {
        return units;
    }

    /** Lines that people's decisions name, by what became of the decision; a line counts once for each decision and list. */
    public Map<DecisionKey, Count> decisions() {
        return decisions;
    }

    /** The questions that wait for an answer, by the region code of their lines. */
    public Map<String, OpenQuestions> questions() {
        return questions;
    }

    /** All rows read, whatever their outcome; without those set apart. */
    public Count read() {
        return Count.sum(lines.values());
    }

    /** The number of rows that the sources held. */
    public long rows() {
        return read().lines() + Count.sum(setApart.values()).lines();
    }

    /** Adds a stored count back; used where counts are read from the database. */
    public static <K> void plus(Map<K, Count> map, K key, Count count) {
        map.merge(key, count, Count::plus);
    }

    /** Adds the stored questions of a region back. */
    public static void plus(Map<String, OpenQuestions> map, String region, OpenQuestions open) {
        map.merge(region, open, OpenQuestions::plus);
    }

    /** The sum of the counts whose keys meet a condition. */
    static <K> Count sum(Map<K, Count> counts, Predicate<K> chosen) {
        Count sum = Count.ZERO;
        for (Map.Entry<K, Count> entry : counts.entrySet()) {
            if (chosen.test(entry.getKey())) {
                sum = sum.plus(entry.getValue());
            }
        }
        return sum;
    }

    private static <K> void plus(Map<K, Count> map, K key, long fen) {
        map.merge(key, new Count(1, fen), Count::plus);
    }

    private static <K> void merge(Map<K, Count> into, Map<K, Count> from) {
        from.forEach((key, count) -> plus(into, key, count));
    }
}
