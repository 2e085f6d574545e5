package org.greenaudit.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.catalog.Certificate;
import org.greenaudit.catalog.Duty;
import org.greenaudit.catalog.ListNames;
import org.greenaudit.catalog.ListedItem;
import org.greenaudit.catalog.ProductList;
import org.greenaudit.catalog.RecycledProducts;
import org.greenaudit.matching.ListMatch;
import org.greenaudit.message.OpenQuestion;
import org.greenaudit.message.Text;
import org.greenaudit.purchase.PurchaseLine;
import org.greenaudit.rules.certificate.CertificateFinding;
import org.greenaudit.rules.certificate.CheckResult;
import org.greenaudit.rules.certificate.CitedCertificate;
import org.greenaudit.rules.certificate.Evidence;
import org.greenaudit.rules.integrity.Exemption;
import org.greenaudit.rules.integrity.IntegrityFinding;

/** Writes down a decision: rule codes, texts, clauses, warnings and the certificates looked at. */
final class VerdictWriter {

    private static final int WRONG_KIND = 5;

    private final List<ProductList> lists;
    private final ClauseBook clauses;
    private final RecycledProducts recycled;
    private final VerdictWarnings warnings = new VerdictWarnings();

    VerdictWriter(CatalogSnapshot catalog) {
        this.lists = catalog.lists();
        this.recycled = catalog.recycled();
        this.clauses = new ClauseBook(catalog);
    }

    Verdict exempt(VerdictGrounds grounds) {
        PurchaseLine line = grounds.line();
        Text message =
                switch (Exemption.of(line)) {
                    case APPROVED -> Text.of("verdict.exempt.approved", line.approvalNo());
                    case JUSTIFIED -> Text.of("verdict.exempt.justified", line.exemptionReason());
                    case CLAIMED, NONE -> Text.NONE;
                };
        Text found = Text.of(
                "verdict.found.exemption",
                shown(line.exemptionReason(), "@verdict.not-given"),
                shown(line.approvalNo(), "@verdict.not-given"));
        return verdict(grounds, new Decision("", List.of(), Optional.empty(), message, expected(grounds), found));
    }

    Verdict compliant(VerdictGrounds grounds) {
        CertificateFinding passing = grounds.row().decisive().orElseThrow();
        Text message = Text.of("verdict.compliant." + grounds.row().evidence().id(), passing.number());
        Text found = passing.certificate()
                .map(certificate -> Text.of(
                        "verdict.found.certificate",
                        certificate.number(),
                        certificate.issued().map(Object::toString).orElse(""),
                        certificate.expires().map(Object::toString).orElse(""),
                        certificate.models()))
                .orElse(Text.of("verdict.found.declared", passing.number()));
        return verdict(grounds, new Decision("", List.of(), Optional.empty(), message, expected(grounds), found));
    }

    Verdict undetermined(VerdictGrounds grounds, OpenQuestion question, Text message, Text found) {
        return verdict(
                grounds, new Decision("", List.of(), Optional.of(question), message, remedy(grounds, question), found));
    }

    Verdict undetermined(VerdictGrounds grounds, IntegrityFinding.Open open) {
        return verdict(
                grounds,
                new Decision(
                        open.code(),
                        List.of(),
                        Optional.of(open.question()),
                        open.message(),
                        open.expected(),
                        open.found()));
    }

    Verdict violation(VerdictGrounds grounds) {
        ItemFinding row = grounds.row();
        ProductList list = grounds.match().list();
        String letter = letter(list, row.candidate().item());
        TreeSet<String> rules = new TreeSet<>();
        rules.add(letter + row.defect());
        for (CertificateFinding finding : row.findings()) {
            if (finding.cited()) {
                finding.defects().forEach(d -> rules.add(letter + d.number()));
            }
        }
        row.decisive().ifPresent(best -> best.defects().forEach(d -> rules.add(letter + d.number())));
        List<IntegrityFinding.Fault> faults = grounds.faults();
        faults.forEach(fault -> rules.add(fault.code()));
        String primary =
                faults.isEmpty() ? letter + row.defect() : faults.get(0).code();
        rules.remove(primary);
        Text message = faults.isEmpty()
                ? Text.of(
                        "rule." + row.defect() + ".message",
                        grounds.match().itemNames(),
                        category(list, row),
                        row.decisive().map(CertificateFinding::number).orElse(""))
                : faults.get(0).message();
        Text found = row.reason().orElseThrow().found();
        return verdict(
                grounds,
                new Decision(
                        primary,
                        List.copyOf(rules),
                        Optional.empty(),
                        message,
                        faults.isEmpty() ? expected(grounds) : faults.get(0).expected(),
                        found));
    }

    /**
     * What answers the question. Where it is open which of the list's rows the line is, or whether it is any, all that it
     * may be are named, with what they ask at most.
     */
    private static Text remedy(VerdictGrounds grounds, OpenQuestion question) {
        Text remedy = question.remedy();
        ListMatch.Inside match = grounds.match();
        if (match.candidates().size() == 1 && match.doubts().isEmpty() && !match.mayBeOutside()) {
            return remedy;
        }
        boolean mandatoryForSure = match.candidates().size() > 1
                && !match.mayBeOutside()
                && match.candidates().stream()
                        .allMatch(candidate -> candidate.item().starred());
        return Text.of(
                grounds.strictest() == Duty.MANDATORY && !mandatoryForSure
                        ? "verdict.expected.possibly-mandatory"
                        : "verdict.expected.one-of",
                "@" + remedy.key(),
                match.candidates().stream()
                        .map(candidate -> candidate.item().entryId()
                                + (candidate.item().starred() ? " ★" : " ")
                                + candidate.item().itemName())
                        .collect(Collectors.joining(" / ")));
    }

    /** The certificate that the duty asks for, as the failed check says it where one failed. */
    private static Text expected(VerdictGrounds grounds) {
        return grounds.row()
                .reason()
                .map(CheckResult.Fail::expected)
                .orElse(Text.of(
                        "verdict.expected",
                        ListNames.of(grounds.match().list()),
                        grounds.line().contractDate()));
    }

    /**
     * What the message calls the certificate: what it is, which need not be what the duty asks (an eco-label certificate
     * in the energy cell). Check 5 says what it should have been.
     */
    private String category(ProductList duty, ItemFinding row) {
        String category = row.decisive()
                .filter(best -> row.defect() != WRONG_KIND)
                .flatMap(CertificateFinding::certificate)
                .map(Certificate::category)
                .orElse(duty.certificateCategory());
        return lists.stream()
                .filter(list -> list.certificateCategory().equals(category))
                .findFirst()
                .map(ListNames::of)
                .orElse(category);
    }

    /** The letter of an item's rule codes: the row's own, for every buyer. */
    static String letter(ProductList list, ListedItem item) {
        return item.starred() && !list.mandatoryLetter().isBlank() ? list.mandatoryLetter() : list.priorityLetter();
    }

    private record Decision(
            String rule,
            List<String> others,
            Optional<OpenQuestion> question,
            Text message,
            Text expected,
            Text found) {}

    private Verdict verdict(VerdictGrounds grounds, Decision decision) {
        ItemFinding row = grounds.row();
        ProductList list = grounds.match().list();
        Outcome outcome = decision.question().isPresent() ? Outcome.UNDETERMINED : row.outcome();
        Duty duty = decision.question().isPresent() ? grounds.strictest() : row.duty();
        List<String> rules = new ArrayList<>(decision.others());
        rules.add(decision.rule());
        return new Verdict(
                row.candidate().item(),
                duty,
                row.candidate().basis(),
                outcome,
                decision.rule(),
                decision.others(),
                decision.question(),
                decision.message(),
                decision.expected(),
                decision.found(),
                row.decisive().map(CertificateFinding::number).orElse(""),
                decision.question().isPresent() ? Evidence.NONE : row.evidence(),
                clauses.clauses(list, duty, row.defect()),
                warnings.of(grounds, outcome, rules),
                recycled.tell(
                        row.candidate().item(),
                        grounds.line().itemName(),
                        grounds.line().spec()),
                certificates(row));
    }

    /** The cited certificates, and the registry's one when the verdict rests on it. */
    private static List<CitedCertificate> certificates(ItemFinding row) {
        List<CitedCertificate> certificates = new ArrayList<>(row.findings().size());
        for (CertificateFinding finding : row.findings()) {
            if (finding.cited() || row.decisive().filter(finding::equals).isPresent()) {
                certificates.add(finding.forBodies());
            }
        }
        return certificates;
    }

    private static String shown(String text, String otherwise) {
        return text.isBlank() ? otherwise : text;
    }
}
