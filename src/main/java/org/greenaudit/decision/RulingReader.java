package org.greenaudit.decision;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.catalog.Duty;
import org.greenaudit.decision.DecisionDesk.Case;
import org.greenaudit.decision.DecisionDesk.Proposal;
import org.greenaudit.matching.Classifier;
import org.greenaudit.message.Text;
import org.greenaudit.rules.Outcome;
import org.greenaudit.rules.certificate.BoughtProduct;
import org.greenaudit.rules.certificate.CertificateFinding;
import org.greenaudit.rules.certificate.ContractDays;
import org.greenaudit.rules.integrity.Exemption;
import org.greenaudit.text.EmptyWords;
import org.greenaudit.text.Nfkc;

/** Reads what a proposal rules, and whether it has what its kind needs. */
final class RulingReader {

    private static final Pattern ENTRY = Pattern.compile("E[SL][0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9])");

    /** What means to be the id of a listed item: ES2019, EL2019-1-2. */
    private static final Pattern LIKE_AN_ENTRY = Pattern.compile("(?<![A-Z0-9])E[SL][0-9]{4}(?:-[0-9]+)*");

    private static final Pattern BETWEEN_FACTS =
            Pattern.compile("[;；\\n]|[,，、\\s]+(?=" + FactKind.anyLabel() + ")", Pattern.CASE_INSENSITIVE);

    /** 型号：M1, or without a colon 型号 M1, 型号为M1. */
    private static final Pattern LABELLED = Pattern.compile(
            "(" + FactKind.anyName() + "|[^:：]{1,12}(?=[:：]))(?:\\s*(?:[:：=]|为|是)\\s*|\\s+)(.+)",
            Pattern.CASE_INSENSITIVE);

    private final CatalogSnapshot catalog;
    private final Classifier classifier;
    private final GoodsNamed goods;
    private final ConfirmedCertificates certificates;
    private final ApprovalNumbers approvals;

    RulingReader(CatalogSnapshot catalog, Classifier classifier) {
        this.catalog = catalog;
        this.classifier = classifier;
        this.goods = new GoodsNamed(classifier);
        this.certificates = new ConfirmedCertificates(catalog);
        this.approvals = new ApprovalNumbers(catalog);
    }

    /** What a proposal rules: one ruling, or several facts. */
    List<Ruling> rulings(Case judged, Proposal proposal) throws Refusal {
        String note = proposal.note().strip();
        Refusal.unless(
                !ContraryNotes.contradicts(proposal.kind(), judged.rule(), note),
                "contrary",
                note,
                "@decision.kind." + proposal.kind());
        return switch (proposal.kind()) {
            case "item" -> List.of(item(judged, note));
            case "not-listed" -> {
                Refusal.unless(Exemption.saysWhy(note), "reason");
                requireUnlisted(judged, note);
                yield List.of(new Ruling.NotListed());
            }
            case "fact" -> facts(judged, note);
            case "certificate" -> List.of(certificate(judged, proposal));
            case "exemption" -> List.of(exemption(judged, proposal, note));
            case "confirmed" -> {
                Refusal.unless(judged.outcome() == Outcome.VIOLATION, "no-violation");
                yield List.of(new Ruling.Confirmed());
            }
            case "dismissed" -> {
                Refusal.unless(Ruling.Dismissed.isAbout(judged.rule()), "no-suspicion");
                Refusal.unless(Exemption.saysWhy(note), "reason");
                requireUnlisted(judged, note);
                yield List.of(new Ruling.Dismissed());
            }
            default -> throw Refusal.of("kind", proposal.kind());
        };
    }

    private void requireUnlisted(Case judged, String note) throws Refusal {
        Optional<GoodsNamed.Listed> listed = goods.toldAs(judged, note);
        if (listed.isPresent()) {
            throw Refusal.of("listed-goods", note, listed.get().goods());
        }
    }

    /** Refuses a ruling that was made elsewhere and lacks what it needs, as far as it can be told without the line. */
    void requireGrounds(Ruling ruling, String listId, String reason) throws Refusal {
        if (ruling instanceof Ruling.Item item) {
            Refusal.unless(!isNoEntry(listId, item.entryId()), "entry", item.entryId());
        } else if (ruling instanceof Ruling.Certificate certificate) {
            Refusal.unless(certificates.number(certificate.number()).isPresent(), "certificate", certificate.number());
        } else if (ruling instanceof Ruling.Fact fact) {
            requireTold(fact.fact(), fact.value());
        } else if (ruling instanceof Ruling.Exemption exemption
                && !exemption.approvalNo().isEmpty()) {
            Refusal.unless(isApproval(exemption.approvalNo()), "approval", exemption.approvalNo());
        } else {
            Refusal.unless(ruling instanceof Ruling.Confirmed || Exemption.saysWhy(reason), "reason");
        }
    }

    private void requireTold(FactKind kind, String value) throws Refusal {
        Refusal.unless(
                kind.isToldBy(value, classifier),
                "fact-value",
                value,
                "@decision.fact." + kind.id(),
                "@decision.fact-example." + kind.id());
    }

    /** What should be known beside a ruling, for people. */
    List<Text> remarks(Case judged, Ruling ruling) {
        if (ruling instanceof Ruling.Certificate certificate) {
            return Stream.concat(
                            ConfirmedCertificates.otherwise(defects(judged, certificate.number())).stream(),
                            ConfirmedCertificates.ofLaterYear(certificate, judged.contractDate()).stream())
                    .toList();
        }
        return ruling instanceof Ruling.Fact fact
                ? Stream.concat(instead(judged, fact).stream(), idle(judged, fact).stream())
                        .toList()
                : List.of();
    }

    /** A fact that says otherwise than the feed did. */
    private static Optional<Text> instead(Case judged, Ruling.Fact fact) {
        String stated =
                switch (fact.fact()) {
                    case BRAND -> judged.finding().brand();
                    case MODEL -> judged.finding().model();
                    default -> "";
                };
        return EmptyWords.namesNone(stated) || stated.equals(fact.value())
                ? Optional.empty()
                : Optional.of(Text.of(
                        "decision.fact-instead", "@decision.fact." + fact.fact().id(), stated, fact.value()));
    }

    /** A fact that nobody asked for and that leaves the goods what they are. */
    private Optional<Text> idle(Case judged, Ruling.Fact fact) {
        return fact.fact().question().isEmpty()
                        || fact.fact().question().equals(judged.question())
                        || goods.areOthersBy(judged, fact)
                ? Optional.empty()
                : Optional.of(Text.of("decision.fact-idle", fact.text()));
    }

    private Ruling item(Case judged, String note) throws Refusal {
        String told = Nfkc.of(note).toUpperCase(Locale.ROOT);
        List<String> named = entries(ENTRY, told);
        Refusal.unless(named.size() < 2, "entries", String.join(" ", named));
        List<String> like = entries(LIKE_AN_ENTRY, told);
        Refusal.unless(named.containsAll(like), "entry", String.join(" ", like));
        String entry = named.isEmpty() ? judged.entryId() : named.get(0);
        Refusal.unless(!isNoEntry(judged.finding().listId(), entry), "entry", entry);
        if (named.isEmpty()) {
            Optional<GoodsNamed.Listed> other = goods.otherThan(judged, note);
            if (other.isPresent()) {
                throw Refusal.of("other-goods", note, other.get().goods(), entry);
            }
            Refusal.unless(!goods.denies(judged, note), "contrary", note, "@decision.kind.item");
        }
        return new Ruling.Item(entry);
    }

    private static List<String> entries(Pattern pattern, String note) {
        return pattern.matcher(note)
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();
    }

    private boolean isNoEntry(String listId, String entryId) {
        return catalog.editions(listId).flatMap(list -> list.items().stream()).noneMatch(item -> item.entryId()
                .equals(entryId));
    }

    private Ruling certificate(Case judged, Proposal proposal) throws Refusal {
        Optional<String> number = certificates.number(proposal.certificateNo());
        Refusal.unless(!proposal.certificateNo().isBlank(), "no-certificate");
        Refusal.unless(number.isPresent(), "certificate", proposal.certificateNo());
        Optional<Text> otherKind = ConfirmedCertificates.otherKind(defects(judged, number.orElseThrow()));
        Refusal.unless(otherKind.isEmpty(), "certificate-kind", otherKind.orElse(Text.NONE));
        Optional<LocalDate> from = proposal.from();
        Optional<LocalDate> to = proposal.to();
        Refusal.unless(
                from.isEmpty() || to.isEmpty() || !from.get().isAfter(to.get()),
                "certificate-days",
                to.map(LocalDate::toString).orElse(""),
                from.map(LocalDate::toString).orElse(""));
        Ruling.Certificate certificate = new Ruling.Certificate(number.orElseThrow(), from, to);
        Refusal.unless(
                from.filter(judged.contractDate()::isBefore).isEmpty(),
                "after-contract",
                judged.contractDate(),
                from.map(LocalDate::toString).orElse(""));
        Refusal.unless(
                certificate.inForce(judged.contractDate()), "not-in-force", judged.contractDate(), certificate.text());
        return certificate;
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

    private boolean isApproval(String text) {
        return approvals.isPossible(text);
    }

    private Ruling exemption(Case judged, Proposal proposal, String note) throws Refusal {
        String approval = proposal.approvalNo().strip();
        Optional<Text> other = approval.isEmpty() ? Optional.empty() : approvals.isOtherNumber(approval, judged);
        if (other.isPresent()) {
            throw Refusal.of("approval-other", approval, other.get());
        }
        boolean approved = isApproval(approval);
        Refusal.unless(approved || approval.isEmpty(), "approval", approval);
        Refusal.unless(approved || judged.duty() != Duty.MANDATORY, "no-approval");
        Refusal.unless(approved || Exemption.saysWhy(note), "reason");
        return new Ruling.Exemption(approval);
    }

    private List<Ruling> facts(Case judged, String note) throws Refusal {
        Map<FactKind, Ruling> facts = new LinkedHashMap<>();
        for (String part : BETWEEN_FACTS.split(note, -1)) {
            if (part.isBlank()) {
                continue;
            }
            Matcher labelled = LABELLED.matcher(part.strip());
            Optional<FactKind> label = labelled.matches() ? FactKind.named(labelled.group(1)) : Optional.empty();
            Optional<FactKind> kind = label.or(() -> FactKind.asked(judged.question()));
            String value = (label.isPresent() ? labelled.group(2) : part).strip();
            Refusal.unless(kind.isPresent(), "fact", part.strip());
            requireTold(kind.get(), value);
            Ruling.Fact fact = new Ruling.Fact(kind.get(), value);
            Ruling told = facts.put(kind.get(), fact);
            Refusal.unless(told == null || told.equals(fact), "fact", part.strip());
        }
        Refusal.unless(!facts.isEmpty(), "no-fact");
        return List.copyOf(facts.values());
    }
}
