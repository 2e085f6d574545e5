package org.greenaudit.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.greenaudit.catalog.BrandAliases;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.catalog.Duty;
import org.greenaudit.matching.Classifier;
import org.greenaudit.message.Text;
import org.greenaudit.rules.Outcome;
import org.greenaudit.text.EmptyWords;

/**
 * Decides whether a decision may be made: the one door for whatever asks. It looks at the finding, at what is proposed and
 * at what was decided before, and changes nothing.
 */
public final class DecisionDesk {

    /**
     * Goods as code and names tell them.
     *
     * @param categoryCode 品目编码
     * @param categoryScheme 品目版本
     * @param categoryName 品目名称
     * @param itemName 货物名称
     */
    public record Goods(String categoryCode, String categoryScheme, String categoryName, String itemName) {

        /** Of which nothing is known. */
        public static final Goods UNKNOWN = new Goods("", "", "", "");
    }

    /**
     * A finding as a run judged it.
     *
     * @param finding which
     * @param goods what was bought
     * @param entryId the listed item
     * @param duty the duty
     * @param outcome the outcome
     * @param rule the rule of a violation or an open suspicion; may be empty
     * @param question the open question's id; may be empty
     * @param contractNo 合同编号; may be empty
     * @param contractDate 合同签订日期
     */
    public record Case(
            Decision.Finding finding,
            Goods goods,
            String entryId,
            Duty duty,
            Outcome outcome,
            String rule,
            String question,
            String contractNo,
            LocalDate contractDate) {}

    /**
     * What somebody proposes to decide.
     *
     * @param kind the ruling's kind
     * @param product whether it is to hold for every line of the brand and model; empty for what the kind suggests
     * @param certificateNo 证书编号
     * @param from the certificate's first day
     * @param to its last day
     * @param approvalNo 批准文号
     * @param note 说明
     * @param by 核定人
     * @param on 日期
     * @param until the last audit date for which it is to hold
     */
    public record Proposal(
            String kind,
            Optional<Boolean> product,
            String certificateNo,
            Optional<LocalDate> from,
            Optional<LocalDate> to,
            String approvalNo,
            String note,
            String by,
            LocalDate on,
            Optional<LocalDate> until) {}

    /** What becomes of a proposal. */
    public sealed interface Answer {

        /**
         * It is decided.
         *
         * @param decisions what is to be stored
         * @param remarks what should be known beside it, for people
         */
        record Taken(List<Decision> decisions, List<Text> remarks) implements Answer {}

        /**
         * It was decided before in the same way.
         *
         * @param earlier the decision that stands
         */
        record Known(Decision earlier) implements Answer {}

        /**
         * It contradicts a decision that stands.
         *
         * @param earlier that decision
         */
        record Contradicting(Decision earlier) implements Answer {}

        /**
         * It may not be decided.
         *
         * @param why for people
         */
        record Refused(Text why) implements Answer {}
    }

    private final BrandAliases brands;
    private final RulingReader reader;
    private final LocalDate today;

    /**
     * A desk with these catalogs.
     *
     * @param classifier knows which words tell a fact
     * @param today nothing is decided later
     */
    public DecisionDesk(CatalogSnapshot catalog, Classifier classifier, LocalDate today) {
        this.brands = catalog.brands();
        this.reader = new RulingReader(catalog, classifier);
        this.today = today;
    }

    /**
     * The answer to a proposal.
     *
     * @param before the job's decisions, withdrawn ones too
     */
    public Answer decide(Case judged, Proposal proposal, List<Decision> before) {
        try {
            return decided(judged, proposal, new EarlierDecisions(before, brands, today));
        } catch (Refusal e) {
            return new Answer.Refused(e.why());
        }
    }

    private Answer decided(Case judged, Proposal proposal, EarlierDecisions before) throws Refusal {
        requireSignature(judged, proposal);
        requireNothingSurplus(proposal);
        Refusal.unless(!judged.finding().facts().isEmpty(), "facts");
        List<Decision> decisions = new ArrayList<>();
        List<Text> remarks = new ArrayList<>();
        Optional<Decision> known = Optional.empty();
        for (Ruling ruling : reader.rulings(judged, proposal)) {
            Decision.Finding finding = ruling instanceof Ruling.Fact ? judged.finding() : before.told(judged.finding());
            Decision decision = new Decision(
                    0,
                    finding,
                    isForProduct(finding, ruling, proposal),
                    ruling,
                    proposal.by().strip(),
                    proposal.on(),
                    proposal.note().strip(),
                    proposal.until(),
                    Optional.empty());
            refuseWithdrawn(decision, before);
            Optional<Decision> instead = judged.rule().equals(Ruling.Dismissed.GOODS_OR_SERVICE)
                    ? before.instead(decision).or(() -> before.ofGoodsOrService(decision))
                    : before.instead(decision);
            if (instead.isPresent() && !instead.get().ruling().equals(ruling)) {
                return new Answer.Contradicting(instead.get());
            }
            if (instead.filter(same -> isOtherwise(same, decision)).isPresent()) {
                throw Refusal.of("otherwise", instead.get().id());
            }
            if (instead.isPresent()) {
                known = instead;
            } else {
                decisions.add(decision);
                remarks.addAll(reader.remarks(judged, ruling));
            }
        }
        return decisions.isEmpty() ? new Answer.Known(known.orElseThrow()) : new Answer.Taken(decisions, remarks);
    }

    /** Whether the same was decided about the record for another time or for other lines. */
    private static boolean isOtherwise(Decision earlier, Decision decision) {
        return earlier.finding().recordId().equals(decision.finding().recordId())
                && (earlier.product() != decision.product() || !earlier.until().equals(decision.until()));
    }

    private void requireSignature(Case judged, Proposal proposal) throws Refusal {
        Refusal.unless(isName(proposal.by()), "by");
        Optional<LocalDate> until = proposal.until();
        Refusal.unless(
                until.filter(proposal.on()::isAfter).isEmpty(),
                "until",
                until.map(LocalDate::toString).orElse(""),
                proposal.on());
        Refusal.unless(!proposal.on().isAfter(today), "future", proposal.on());
        Refusal.unless(!proposal.on().isBefore(judged.contractDate()), "past", proposal.on(), judged.contractDate());
    }

    private static boolean isName(String by) {
        return by.codePoints().anyMatch(Character::isLetter) && !EmptyWords.isPlaceholder(by);
    }

    /** What stands in the column of another kind stands there by mistake, or the kind is. */
    private static void requireNothingSurplus(Proposal proposal) throws Refusal {
        String kind = "@decision.kind." + proposal.kind();
        boolean certificate = proposal.kind().equals("certificate");
        boolean exemption = proposal.kind().equals("exemption");
        boolean numbered = !proposal.certificateNo().isBlank();
        boolean approved = !proposal.approvalNo().isBlank();
        Refusal.unless(!certificate || numbered || !approved, "misplaced-certificate", proposal.approvalNo());
        Refusal.unless(!exemption || approved || !numbered, "misplaced-approval", proposal.certificateNo());
        Refusal.unless(!proposal.kind().equals("fact") || !proposal.note().isBlank(), "no-fact");
        Refusal.unless(certificate || !numbered, "surplus-certificate", kind, proposal.certificateNo());
        Refusal.unless(exemption || !approved, "surplus-approval", kind, proposal.approvalNo());
    }

    /** An old file taken again does not bring back what was withdrawn; who decides so anew says why. */
    private static void refuseWithdrawn(Decision decision, EarlierDecisions before) throws Refusal {
        Optional<Decision> withdrawn = before.withdrawn(decision);
        if (withdrawn.isPresent()) {
            Decision.Withdrawal withdrawal = withdrawn.get().withdrawn().orElseThrow();
            throw Refusal.of("withdrawn", withdrawn.get().id(), withdrawal.by(), withdrawal.on());
        }
    }

    /**
     * The answer to a decision that was made before, in another database: it must be whole, and contradict none.
     *
     * @param before the job's decisions, withdrawn ones too
     */
    public Answer restore(Decision decision, List<Decision> before) {
        EarlierDecisions earlier = new EarlierDecisions(before, brands, today);
        Optional<Decision> same = earlier.same(decision);
        if (same.isPresent()) {
            return new Answer.Known(same.get());
        }
        try {
            requireWhole(decision);
            return decision.withdrawn().isPresent()
                    ? restoredWithdrawn(decision, earlier)
                    : restoredStanding(decision, earlier);
        } catch (Refusal e) {
            return new Answer.Refused(e.why());
        }
    }

    private static Answer restoredStanding(Decision decision, EarlierDecisions before) throws Refusal {
        refuseWithdrawn(decision, before);
        Optional<Decision> instead = before.instead(decision);
        if (instead.isEmpty()) {
            return new Answer.Taken(List.of(decision), List.of());
        }
        return instead.get().ruling().equals(decision.ruling())
                ? new Answer.Known(instead.get())
                : new Answer.Contradicting(instead.get());
    }

    /** A withdrawal that was made elsewhere withdraws nothing here. */
    private static Answer restoredWithdrawn(Decision decision, EarlierDecisions before) throws Refusal {
        Optional<Decision> standing = before.same(decision.asMade());
        Refusal.unless(
                standing.isEmpty(),
                "withdrawn-elsewhere",
                standing.map(Decision::id).orElse(0L));
        Decision.Withdrawal withdrawal = decision.withdrawn().orElseThrow();
        return new Answer.Taken(
                List.of(decision),
                List.of(Text.of("decision.withdrawn", withdrawal.by(), withdrawal.on(), withdrawal.reason())));
    }

    private void requireWhole(Decision decision) throws Refusal {
        Decision.Finding finding = decision.finding();
        Refusal.unless(!decision.by().isBlank(), "by");
        Refusal.unless(!decision.on().isAfter(today), "future", decision.on());
        Refusal.unless(!finding.recordId().isBlank(), "no-record");
        Refusal.unless(finding.facts().size() == LineFacts.COLUMNS.size(), "export");
        Refusal.unless(!decision.product() || isIdentified(finding), "export-product");
        reader.requireGrounds(decision.ruling(), finding.listId(), decision.reason());
    }

    /** A certificate covers its product wherever it was bought; all else is said of one record unless asked otherwise. */
    private static boolean isForProduct(Decision.Finding finding, Ruling ruling, Proposal proposal) {
        return isIdentified(finding) && proposal.product().orElse(ruling instanceof Ruling.Certificate);
    }

    private static boolean isIdentified(Decision.Finding finding) {
        return !finding.brand().isBlank() && !finding.model().isBlank() && !EmptyWords.namesNone(finding.model());
    }
}
