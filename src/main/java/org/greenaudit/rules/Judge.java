package org.greenaudit.rules;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.catalog.Duty;
import org.greenaudit.catalog.ListNames;
import org.greenaudit.catalog.certificate.Citations;
import org.greenaudit.matching.Classification;
import org.greenaudit.matching.ListMatch;
import org.greenaudit.matching.ListMatch.Candidate;
import org.greenaudit.matching.Question;
import org.greenaudit.message.Text;
import org.greenaudit.message.Trace;
import org.greenaudit.purchase.CitationCells;
import org.greenaudit.purchase.DataWarning;
import org.greenaudit.purchase.PurchaseLine;
import org.greenaudit.rules.certificate.BoughtProduct;
import org.greenaudit.rules.certificate.CheckResult;
import org.greenaudit.rules.integrity.IntegrityFinding;
import org.greenaudit.rules.integrity.IntegrityRule;
import org.greenaudit.rules.integrity.ListedPurchase;

/**
 * Judges a classified purchase line under every list that may cover it, in the order of the policy: an approved exemption,
 * a record that leaves open whether goods were bought at all, a certificate that passes every check, missing knowledge,
 * and only then a violation. Missing data never becomes compliance and never a violation.
 *
 * <p>Where the line may be one of several items and all of them lead to the same outcome, duty and rule (a printer of
 * unknown technology is priority on the eco-label list whichever it is), the verdict stands: what is unknown cannot
 * change it. A compliant line then counts under the item that its certificate is for. Any other counts under the first
 * of the items in the list's order, since a list has no row for “one of them”; its message names them all and a warning
 * says that the item is open. Where the items' certificates or duties would lead to different verdicts, the line is
 * undetermined. Safe for several threads; remembers the last judgements, for most
 * lines repeat what others say.
 */
public final class Judge {

    /** Questions whose answer cannot change a verdict on which every candidate agrees. */
    private static final Set<Question> WHICH_ITEM = Set.copyOf(EnumSet.of(
            Question.COOLING_CAPACITY, Question.KIND_AMBIGUOUS, Question.PRINTER_TECHNOLOGY, Question.CATEGORY_SCHEME));

    /** What a remembered judgement takes, at most about. */
    private static final int BYTES_OF_A_JUDGEMENT = 4_000;

    /** Which part of the memory may hold remembered judgements. */
    private static final int PART_OF_MEMORY = 16;

    private final CatalogSnapshot catalog;
    private final DutyPolicy duties;
    private final ItemJudge rows;
    private final VerdictWriter writer;
    private final List<IntegrityRule> integrity = IntegrityRule.all();
    private final Cache<Facts, List<Verdict>> known =
            Caffeine.newBuilder().maximumSize(mostKnown()).build();

    /**
     * A judge with the run's facts.
     *
     * @param catalog lists, certificates, bodies, standards and clauses
     * @param plans the cities' plans in the job's order; the first that governs a region decides who is advisory there
     */
    public Judge(CatalogSnapshot catalog, List<CityPlan> plans) {
        this.catalog = catalog;
        this.duties = new DutyPolicy(plans);
        this.rows = new ItemJudge(catalog);
        this.writer = new VerdictWriter(catalog);
    }

    /**
     * The verdicts, one for each list that covers or may cover the line, in the catalog's order.
     *
     * @param line the line as read
     * @param classification how it stands to every list; no other line's, unless it says the same of what was bought
     * @param trace takes down certificates, checks and decisions
     */
    public List<Verdict> judge(PurchaseLine line, Classification classification, Trace trace) {
        List<ListMatch.Inside> inside = inside(classification);
        if (inside.isEmpty()) {
            return List.of();
        }
        if (trace.on()) {
            return judge(line, inside, trace);
        }
        Facts facts = facts(line, classification);
        List<Verdict> verdicts = known.getIfPresent(facts);
        if (verdicts == null) {
            verdicts = List.copyOf(judge(line, inside, trace));
            known.put(facts, verdicts);
        }
        return verdicts;
    }

    private static long mostKnown() {
        return Runtime.getRuntime().maxMemory() / PART_OF_MEMORY / BYTES_OF_A_JUDGEMENT;
    }

    /**
     * All of a line that its verdicts rest on.
     *
     * @param classification how it stands to the lists; one classification is of lines with the same code, names, model and
     *     specification, and of no others
     * @param encouraged whether its buyer is only encouraged
     */
    private record Facts(
            SameObject classification,
            LocalDate contractDate,
            String brand,
            CitationCells citations,
            String exemptionReason,
            String approvalNo,
            Set<DataWarning> warnings,
            boolean encouraged) {}

    /** A classification that equals itself alone, which is quicker to tell and enough: equal lines are given one. */
    private record SameObject(Classification classification) {

        @Override
        @SuppressWarnings("ReferenceEquality")
        public boolean equals(Object other) {
            return other instanceof SameObject same && same.classification == classification;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(classification);
        }
    }

    private Facts facts(PurchaseLine line, Classification classification) {
        return new Facts(
                new SameObject(classification),
                line.contractDate(),
                line.brand(),
                line.citations(),
                line.exemptionReason(),
                line.approvalNo(),
                line.warnings(),
                duties.isOnlyEncouraged(line));
    }

    private List<Verdict> judge(PurchaseLine line, List<ListMatch.Inside> inside, Trace trace) {
        BoughtProduct product =
                BoughtProduct.of(line, catalog.brands()).withModelIn(line, catalog.brands(), catalog.certificates());
        List<Verdict> verdicts = new ArrayList<>(inside.size());
        for (ListMatch.Inside match : inside) {
            verdicts.add(judge(line, product, match, trace));
        }
        return verdicts;
    }

    private static List<ListMatch.Inside> inside(Classification classification) {
        List<ListMatch.Inside> inside = new ArrayList<>(2);
        for (ListMatch match : classification.matches()) {
            if (match instanceof ListMatch.Inside in) {
                inside.add(in);
            }
        }
        return inside;
    }

    private Verdict judge(PurchaseLine line, BoughtProduct product, ListMatch.Inside match, Trace trace) {
        Citations citations = rows.citations(line, match.list());
        List<ItemFinding> findings = new ArrayList<>(match.candidates().size());
        for (Candidate candidate : match.candidates()) {
            if (trace.on()) {
                noteCandidate(match, candidate, citations, trace);
            }
            ItemFinding finding = rows.judge(
                    line, product, match.list(), citations, candidate, duties.of(candidate.item(), line), trace);
            if (trace.on()) {
                noteRow(line, finding, trace);
            }
            findings.add(finding);
        }
        Verdict verdict = decide(line, product, citations, match, findings);
        if (trace.on()) {
            noteVerdict(match, verdict, trace);
        }
        return verdict;
    }

    private Verdict decide(
            PurchaseLine line,
            BoughtProduct product,
            Citations citations,
            ListMatch.Inside match,
            List<ItemFinding> rows) {
        Duty strictest = rows.stream()
                .map(ItemFinding::duty)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        VerdictGrounds first = grounds(line, product, citations, match, rows.get(0), strictest);
        if (rows.stream().allMatch(row -> row.outcome() == Outcome.EXEMPT)) {
            return writer.exempt(first);
        }
        if (first.open().isPresent()) {
            return writer.undetermined(first, first.open().get());
        }
        Optional<ItemFinding> compliant = coversAll(match, rows)
                ? rows.stream()
                        .filter(row -> row.outcome() == Outcome.COMPLIANT)
                        .min(Comparator.comparing(ItemFinding::evidence))
                : Optional.empty();
        if (compliant.isPresent()) {
            return writer.compliant(grounds(line, product, citations, match, compliant.get(), strictest));
        }
        Optional<ListMatch.Doubt> doubt = materialDoubt(match, rows);
        if (doubt.isPresent()) {
            return writer.undetermined(
                    first, doubt.get().question(), doubt.get().text(), candidatesText(rows));
        }
        if (first.row().unknown().isPresent()) {
            CheckResult.Unknown unknown = first.row().unknown().get();
            return writer.undetermined(
                    first, unknown.question(), unknown.question().text(), unknown.found());
        }
        return writer.violation(first);
    }

    private VerdictGrounds grounds(
            PurchaseLine line,
            BoughtProduct product,
            Citations citations,
            ListMatch.Inside match,
            ItemFinding row,
            Duty strictest) {
        ListedPurchase purchase =
                new ListedPurchase(line, match, row.candidate().item(), row.duty());
        List<IntegrityFinding> findings = new ArrayList<>(0);
        for (IntegrityRule rule : integrity) {
            rule.examine(purchase).ifPresent(findings::add);
        }
        return new VerdictGrounds(line, product, citations, match, row, strictest, findings);
    }

    /** Where a line holds several goods, a certificate for one of them leaves the others open. */
    private static boolean coversAll(ListMatch.Inside match, List<ItemFinding> rows) {
        boolean several = match.doubts().stream().anyMatch(doubt -> doubt.question() == Question.SEVERAL_GOODS);
        return !several || rows.stream().allMatch(row -> row.outcome() == Outcome.COMPLIANT);
    }

    /**
     * The doubt of the classification that keeps the line undecided, if there is one. A doubt beside a single candidate
     * can only mean that it may be none.
     */
    private static Optional<ListMatch.Doubt> materialDoubt(ListMatch.Inside match, List<ItemFinding> rows) {
        ItemFinding first = rows.get(0);
        boolean oneOfWhat = rows.size() == 1 && !match.doubts().isEmpty();
        boolean undecided = match.mayBeOutside()
                || oneOfWhat
                || !rows.stream().allMatch(first::agrees)
                || match.doubts().stream().anyMatch(doubt -> !WHICH_ITEM.contains(doubt.question()));
        if (!undecided) {
            return Optional.empty();
        }
        return Optional.of(
                match.doubts().isEmpty()
                        ? new ListMatch.Doubt(Question.KIND_AMBIGUOUS, Text.of("verdict.kind-ambiguous", names(rows)))
                        : match.doubts().get(0));
    }

    private static Text candidatesText(List<ItemFinding> rows) {
        return Text.of("verdict.found.candidates", names(rows));
    }

    private static String names(List<ItemFinding> rows) {
        return rows.stream()
                .map(row -> row.candidate().item().entryId() + " "
                        + row.candidate().item().itemName())
                .collect(Collectors.joining(" / "));
    }

    private static void noteCandidate(ListMatch.Inside match, Candidate candidate, Citations citations, Trace trace) {
        trace.note(Text.of(
                "trace.judge.candidate",
                ListNames.of(match.list()),
                candidate.item().entryId(),
                candidate.item().itemName(),
                citations.numbers().isEmpty() ? "@trace.none" : String.join(" / ", citations.numbers()),
                citations.asked() ? "@trace.column.present" : "@trace.column.absent"));
    }

    private static void noteRow(PurchaseLine line, ItemFinding finding, Trace trace) {
        String entry = finding.candidate().item().entryId();
        String duty = "@rule.duty." + finding.duty().id();
        if (finding.duty() == Duty.ADVISORY) {
            trace.note(Text.of("trace.judge.advisory", line.buyerType().label()));
        }
        String outcome = "@verdict.outcome." + finding.outcome().id();
        trace.note(
                finding.outcome() == Outcome.VIOLATION
                        ? Text.of("trace.judge.row.violation", entry, outcome, duty, finding.defect())
                        : Text.of("trace.judge.row", entry, outcome, duty));
    }

    private static void noteVerdict(ListMatch.Inside match, Verdict verdict, Trace trace) {
        String others = String.join(" / ", verdict.otherRules());
        trace.note(Text.of(
                "trace.judge.verdict",
                ListNames.of(match.list()),
                verdict.item().entryId(),
                "@verdict.outcome." + verdict.outcome().id(),
                verdict.rule().isEmpty() ? "@trace.none" : verdict.rule(),
                others.isEmpty() ? "@trace.none" : others));
    }
}
