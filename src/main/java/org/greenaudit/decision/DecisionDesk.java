package org.greenaudit.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.catalog.Duty;
import org.greenaudit.matching.Classifier;
import org.greenaudit.message.Text;
import org.greenaudit.rules.Outcome;
import org.greenaudit.rules.certificate.BoughtProduct;
import org.greenaudit.rules.certificate.CertificateFinding;
import org.greenaudit.rules.certificate.ContractDays;
import org.greenaudit.rules.integrity.Exemption;
import org.greenaudit.text.DateParser;
import org.greenaudit.text.EmptyWords;
import org.greenaudit.text.Nfkc;

/**
 * Decides whether a decision may be made: the one door for whatever asks. It looks at the finding, at what is proposed and
 * at what was decided before, and changes nothing.
 */
public final class DecisionDesk {

    private static final Pattern ENTRY = Pattern.compile("E[SL][0-9]{4}-[0-9]{2}-[0-9]{2}");
    /** A few digits alone number no approval. */
    private static final Pattern BARE = Pattern.compile("[0-9]{1,5}");

    private static final Pattern BETWEEN_FACTS =
            Pattern.compile("[;；\\n]|[,，、\\s]+(?=" + FactKind.anyLabel() + ")", Pattern.CASE_INSENSITIVE);
    private static final Pattern LABELLED = Pattern.compile("([^:：]{1,12})[:：](.+)");

    /**
     * A finding as a run judged it.
     *
     * @param finding which
     * @param entryId the listed item
     * @param duty the duty
     * @param outcome the outcome
     * @param rule the rule of a violation or an open suspicion; may be empty
     * @param question the open question's id; may be empty
     * @param contractDate 合同签订日期
     */
    public record Case(
            Decision.Finding finding,
            String entryId,
            Duty duty,
            Outcome outcome,
            String rule,
            String question,
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
         * It may not be decided.
         *
         * @param why for people
         */
        record Refused(Text why) implements Answer {}
    }

    private final CatalogSnapshot catalog;
    private final Classifier classifier;
    private final ConfirmedCertificates certificates;
    private final LocalDate today;

    /**
     * A desk with these catalogs.
     *
     * @param classifier knows which words tell a fact
     * @param today nothing is decided later
     */
    public DecisionDesk(CatalogSnapshot catalog, Classifier classifier, LocalDate today) {
        this.catalog = catalog;
        this.classifier = classifier;
        this.certificates = new ConfirmedCertificates(catalog);
        this.today = today;
    }

    /**
     * The answer to a proposal.
     *
     * @param before the job's decisions, withdrawn ones too
     */
    public Answer decide(Case judged, Proposal proposal, List<Decision> before) {
        try {
            return decided(judged, proposal, before);
        } catch (RefusedException e) {
            return new Answer.Refused(e.why);
        }
    }

    private Answer decided(Case judged, Proposal proposal, List<Decision> before) throws RefusedException {
        if (proposal.by().isBlank()) {
            throw refused("by");
        }
        if (proposal.until().filter(proposal.on()::isAfter).isPresent()) {
            throw refused("until", proposal.until().get(), proposal.on());
        }
        require(!proposal.on().isAfter(today), "future", proposal.on());
        require(!proposal.on().isBefore(judged.contractDate()), "past", proposal.on(), judged.contractDate());
        require(
                proposal.certificateNo().isBlank() || proposal.kind().equals("certificate"),
                "surplus-certificate",
                "@decision.kind." + proposal.kind(),
                proposal.certificateNo());
        require(
                proposal.approvalNo().isBlank() || proposal.kind().equals("exemption"),
                "surplus-approval",
                "@decision.kind." + proposal.kind(),
                proposal.approvalNo());
        if (judged.finding().facts().isEmpty()) {
            throw refused("facts");
        }
        List<Decision> decisions = new ArrayList<>();
        Optional<Decision> known = Optional.empty();
        for (Ruling ruling : rulings(judged, proposal)) {
            Decision decision = new Decision(
                    0,
                    judged.finding(),
                    isForProduct(judged.finding(), ruling, proposal),
                    ruling,
                    proposal.by().strip(),
                    proposal.on(),
                    proposal.note().strip(),
                    proposal.until(),
                    Optional.empty());
            refuseWithdrawn(decision, before);
            Optional<Decision> standing = standing(decision, before);
            if (standing.isPresent()) {
                known = standing;
            } else {
                decisions.add(decision);
            }
        }
        return decisions.isEmpty()
                ? new Answer.Known(known.orElseThrow())
                : new Answer.Taken(decisions, remarks(judged, decisions));
    }

    /**
     * The answer to a decision that was made before, in another database: it must be whole, and contradict none.
     *
     * @param before the job's decisions, withdrawn ones too
     */
    public Answer restore(Decision decision, List<Decision> before) {
        Optional<Decision> same =
                before.stream().filter(each -> each.stored(0).equals(decision)).findFirst();
        if (same.isPresent()) {
            return new Answer.Known(same.get());
        }
        try {
            require(isWhole(decision), "export");
            return decision.withdrawn().isPresent()
                    ? new Answer.Taken(List.of(decision), List.of())
                    : standing(decision, before)
                            .<Answer>map(Answer.Known::new)
                            .orElseGet(() -> new Answer.Taken(List.of(decision), List.of()));
        } catch (RefusedException e) {
            return new Answer.Refused(e.why);
        }
    }

    private boolean isWhole(Decision decision) {
        Decision.Finding finding = decision.finding();
        Ruling ruling = decision.ruling();
        return isGrounded(ruling, finding, decision.reason())
                && !decision.on().isAfter(today)
                && !decision.by().isBlank()
                && !finding.recordId().isBlank()
                && finding.facts().size() == LineFacts.COLUMNS.size()
                && (!decision.product() || isIdentified(finding));
    }

    /** Whether a ruling has what it needs, as far as it can be told without the line. */
    private boolean isGrounded(Ruling ruling, Decision.Finding finding, String reason) {
        if (ruling instanceof Ruling.Item item) {
            return !isNoEntry(finding.listId(), item.entryId());
        }
        if (ruling instanceof Ruling.Certificate certificate) {
            return certificates.number(certificate.number()).isPresent();
        }
        if (ruling instanceof Ruling.Fact fact) {
            return fact.fact().isToldBy(fact.value(), classifier);
        }
        if (ruling instanceof Ruling.Exemption exemption) {
            return exemption.approvalNo().isEmpty() ? Exemption.saysWhy(reason) : isApproval(exemption.approvalNo());
        }
        return ruling instanceof Ruling.Confirmed || Exemption.saysWhy(reason);
    }

    /**
     * The decision that stands and says the same.
     *
     * @throws RefusedException when one stands that says otherwise
     */
    private Optional<Decision> standing(Decision decision, List<Decision> before) throws RefusedException {
        for (Decision other : before) {
            boolean excluding = stands(other, decision.on())
                    && names(other, decision)
                    && other.ruling().excludes(decision.ruling());
            boolean ofAnotherRecord = other.product()
                    && !decision.product()
                    && !other.finding().recordId().equals(decision.finding().recordId());
            if (excluding && other.ruling().equals(decision.ruling())) {
                return Optional.of(other);
            }
            if (ofAnotherRecord) {
                // what is said of a record comes before what was said of its product, elsewhere
                continue;
            }
            if (excluding && other.id() == 0) {
                throw refused("decided-here", "@decision.kind." + other.ruling().kind(), other.by(), other.on());
            }
            if (excluding) {
                throw refused(
                        "decided",
                        other.id(),
                        "@decision.kind." + other.ruling().kind(),
                        other.by(),
                        other.on());
            }
        }
        return Optional.empty();
    }

    /** An old file taken again does not bring back what was withdrawn; who decides so anew says why. */
    private void refuseWithdrawn(Decision decision, List<Decision> before) throws RefusedException {
        for (Decision other : before) {
            if (other.withdrawn().isPresent()
                    && names(other, decision)
                    && other.ruling().equals(decision.ruling())
                    && other.by().equals(decision.by())
                    && other.reason().equals(decision.reason())) {
                throw refused(
                        "withdrawn",
                        other.id(),
                        other.withdrawn().get().by(),
                        other.withdrawn().get().on());
            }
        }
    }

    private static boolean stands(Decision decision, LocalDate on) {
        return decision.withdrawn().isEmpty() && !decision.expired(on);
    }

    /** Whether a decision is about what another names: its product, or its record as it is; facts are about every list. */
    private boolean names(Decision standing, Decision proposed) {
        Decision.Finding one = standing.finding();
        Decision.Finding two = proposed.finding();
        boolean same = standing.product()
                ? one.productKey(catalog.brands()).equals(two.productKey(catalog.brands()))
                : one.recordId().equals(two.recordId()) && one.facts().equals(two.facts());
        boolean facts = standing.ruling() instanceof Ruling.Fact && proposed.ruling() instanceof Ruling.Fact;
        return same && (facts || one.listId().equals(two.listId()));
    }

    /** A certificate covers its product wherever it was bought; all else is said of one record unless asked otherwise. */
    private static boolean isForProduct(Decision.Finding finding, Ruling ruling, Proposal proposal) {
        boolean identified =
                !finding.brand().isBlank() && !finding.model().isBlank() && !EmptyWords.isPlaceholder(finding.model());
        return identified && proposal.product().orElse(ruling instanceof Ruling.Certificate);
    }

    private static boolean isIdentified(Decision.Finding finding) {
        return !finding.brand().isBlank() && !finding.model().isBlank() && !EmptyWords.isPlaceholder(finding.model());
    }

    private List<Ruling> rulings(Case judged, Proposal proposal) throws RefusedException {
        String note = proposal.note().strip();
        return switch (proposal.kind()) {
            case "item" -> List.of(item(judged, note));
            case "not-listed" -> {
                require(Exemption.saysWhy(note), "reason");
                yield List.of(new Ruling.NotListed());
            }
            case "fact" -> facts(judged, note);
            case "certificate" -> List.of(certificate(judged, proposal));
            case "exemption" -> List.of(exemption(judged, proposal, note));
            case "confirmed" -> {
                require(judged.outcome() == Outcome.VIOLATION, "no-violation");
                yield List.of(new Ruling.Confirmed());
            }
            case "dismissed" -> {
                require(Ruling.Dismissed.isAbout(judged.rule()), "no-suspicion");
                require(Exemption.saysWhy(note), "reason");
                yield List.of(new Ruling.Dismissed());
            }
            default -> throw refused("kind", proposal.kind());
        };
    }

    private Ruling item(Case judged, String note) throws RefusedException {
        Matcher named = ENTRY.matcher(Nfkc.of(note));
        String entry = named.find() ? named.group() : judged.entryId();
        require(!isNoEntry(judged.finding().listId(), entry), "entry", entry);
        return new Ruling.Item(entry);
    }

    private boolean isNoEntry(String listId, String entryId) {
        return catalog.editions(listId).flatMap(list -> list.items().stream()).noneMatch(item -> item.entryId()
                .equals(entryId));
    }

    private Ruling certificate(Case judged, Proposal proposal) throws RefusedException {
        Optional<String> number = certificates.number(proposal.certificateNo());
        require(!proposal.certificateNo().isBlank(), "no-certificate");
        require(number.isPresent(), "certificate", proposal.certificateNo());
        Optional<Text> otherKind = ConfirmedCertificates.otherKind(defects(judged, number.orElseThrow()));
        require(otherKind.isEmpty(), "certificate-kind", otherKind.orElse(Text.NONE));
        Optional<LocalDate> from = proposal.from();
        Optional<LocalDate> to = proposal.to();
        require(
                from.isEmpty() || to.isEmpty() || !from.get().isAfter(to.get()),
                "certificate-days",
                to.map(LocalDate::toString).orElse(""),
                from.map(LocalDate::toString).orElse(""));
        Ruling.Certificate certificate = new Ruling.Certificate(number.orElseThrow(), from, to);
        require(certificate.inForce(judged.contractDate()), "not-in-force", judged.contractDate(), certificate.text());
        return certificate;
    }

    private List<Text> remarks(Case judged, List<Decision> decisions) {
        return decisions.stream()
                .filter(decision -> decision.ruling() instanceof Ruling.Certificate)
                .map(decision -> ((Ruling.Certificate) decision.ruling()).number())
                .flatMap(number -> ConfirmedCertificates.otherwise(defects(judged, number)).stream())
                .toList();
    }

    private List<CertificateFinding.Defect> defects(Case judged, String number) {
        Decision.Finding finding = judged.finding();
        return certificates.defects(
                finding.listId(),
                judged.entryId(),
                new BoughtProduct(finding.brand(), finding.model(), false, false),
                new ContractDays(judged.contractDate(), judged.contractDate()),
                number);
    }

    private static boolean isApproval(String text) {
        return Exemption.isApprovalNo(Nfkc.of(text))
                && !BARE.matcher(text).matches()
                && DateParser.parse(text).isEmpty();
    }

    private static Ruling exemption(Case judged, Proposal proposal, String note) throws RefusedException {
        String approval = proposal.approvalNo().strip();
        boolean approved = isApproval(approval);
        require(approved || approval.isEmpty(), "approval", approval);
        require(approved || judged.duty() != Duty.MANDATORY, "no-approval");
        require(approved || Exemption.saysWhy(note), "reason");
        return new Ruling.Exemption(approval);
    }

    private List<Ruling> facts(Case judged, String note) throws RefusedException {
        Map<FactKind, Ruling> facts = new LinkedHashMap<>();
        for (String part : BETWEEN_FACTS.split(note, -1)) {
            if (part.isBlank()) {
                continue;
            }
            Matcher labelled = LABELLED.matcher(part.strip());
            Optional<FactKind> label = labelled.matches() ? FactKind.named(labelled.group(1)) : Optional.empty();
            Optional<FactKind> kind = label.or(() -> FactKind.asked(judged.question()));
            String value = (label.isPresent() ? labelled.group(2) : part).strip();
            require(kind.isPresent(), "fact", part.strip());
            require(
                    kind.get().isToldBy(value, classifier),
                    "fact-value",
                    value,
                    "@decision.fact." + kind.get().id(),
                    "@decision.fact-example." + kind.get().id());
            Ruling.Fact fact = new Ruling.Fact(kind.get(), value);
            Ruling told = facts.put(kind.get(), fact);
            require(told == null || told.equals(fact), "fact", part.strip());
        }
        require(!facts.isEmpty(), "no-fact");
        return List.copyOf(facts.values());
    }

    private static void require(boolean holds, String otherwise, Object... particulars) throws RefusedException {
        if (!holds) {
            throw refused(otherwise, particulars);
        }
    }

    private static RefusedException refused(String why, Object... particulars) {
        return new RefusedException(Text.of("decision.refused." + why, particulars));
    }

    private static final class RefusedException extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient Text why;

        private RefusedException(Text why) {
            super(why.key());
            this.why = why;
        }
    }
}
