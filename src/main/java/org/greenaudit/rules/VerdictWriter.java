package org.greenaudit.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.catalog.Certificate;
import org.greenaudit.catalog.ListedItem;
import org.greenaudit.catalog.ProductList;
import org.greenaudit.matching.ListMatch;
import org.greenaudit.matching.ListNames;
import org.greenaudit.matching.Question;
import org.greenaudit.message.Text;
import org.greenaudit.purchase.PurchaseLine;
import org.greenaudit.rules.certificate.BoughtProduct;
import org.greenaudit.rules.certificate.CertificateFinding;
import org.greenaudit.rules.certificate.CheckResult;
import org.greenaudit.rules.certificate.CitedCertificate;
import org.greenaudit.rules.certificate.Evidence;

/** Writes down a decision: rule codes, texts, clauses, warnings and the certificates looked at. */
final class VerdictWriter {

    /** Suspected miscoding (domain 4.10). */
    static final String MISCODED = "C01";

    /** Exemption claimed without an approval number. */
    static final String UNAPPROVED = "C02";

    private static final int WRONG_KIND = 5;

    private final List<ProductList> lists;
    private final ClauseBook clauses;
    private final VerdictWarnings warnings = new VerdictWarnings();

    VerdictWriter(CatalogSnapshot catalog) {
        this.lists = catalog.lists();
        this.clauses = new ClauseBook(catalog);
    }

    Verdict exempt(PurchaseLine line, BoughtProduct product, ListMatch.Inside match, ItemFinding row) {
        Text message =
                switch (Exemption.of(line)) {
                    case APPROVED -> Text.of("verdict.exempt.approved", line.approvalNo());
                    case JUSTIFIED -> Text.of("verdict.exempt.justified", line.exemptionReason());
                    case NONE -> Text.NONE;
                };
        Text found = Text.of(
                "verdict.found.exemption",
                shown(line.exemptionReason(), "@verdict.not-given"),
                shown(line.approvalNo(), "@verdict.not-given"));
        return verdict(line, product, match, row, new Decision("", List.of(), Optional.empty(), message, found));
    }

    Verdict compliant(PurchaseLine line, BoughtProduct product, ListMatch.Inside match, ItemFinding row) {
        CertificateFinding passing = row.decisive().orElseThrow();
        Text message = Text.of("verdict.compliant." + row.evidence().id(), passing.number());
        Text found = passing.certificate()
                .map(certificate -> Text.of(
                        "verdict.found.certificate",
                        certificate.number(),
                        certificate.issued().map(Object::toString).orElse(""),
                        certificate.expires().map(Object::toString).orElse(""),
                        certificate.models()))
                .orElse(Text.of("verdict.found.declared", passing.number()));
        return verdict(line, product, match, row, new Decision("", List.of(), Optional.empty(), message, found));
    }

    Verdict undetermined(
            PurchaseLine line,
            BoughtProduct product,
            ListMatch.Inside match,
            ItemFinding row,
            Question question,
            Text message,
            Text found) {
        return verdict(line, product, match, row, new Decision("", List.of(), Optional.of(question), message, found));
    }

    Verdict violation(PurchaseLine line, BoughtProduct product, ListMatch.Inside match, ItemFinding row) {
        ListedItem item = row.candidate().item();
        String letter = letter(match.list(), item);
        String defect = letter + row.defect();
        TreeSet<String> rules = new TreeSet<>();
        rules.add(defect);
        for (CertificateFinding finding : row.findings()) {
            if (finding.cited()) {
                finding.defects().forEach(d -> rules.add(letter + d.number()));
            }
        }
        row.decisive().ifPresent(best -> best.defects().forEach(d -> rules.add(letter + d.number())));
        String primary = defect;
        if (Exemption.of(line).unapproved(row.duty())) {
            rules.add(UNAPPROVED);
            primary = UNAPPROVED;
        }
        if (match.miscoded()) {
            rules.add(MISCODED);
            primary = MISCODED;
        }
        rules.remove(primary);
        String named = names(match);
        Text message =
                switch (primary) {
                    case MISCODED ->
                        Text.of(
                                "rule.C01.message",
                                line.categoryCode(),
                                line.itemName(),
                                item.itemName(),
                                item.entryId());
                    case UNAPPROVED -> Text.of("rule.C02.message", line.exemptionReason(), named);
                    default ->
                        Text.of(
                                "rule." + row.defect() + ".message",
                                named,
                                category(match.list(), row),
                                row.decisive().map(CertificateFinding::number).orElse(""));
                };
        Text found = row.reason().orElseThrow().found();
        return verdict(
                line, product, match, row, new Decision(primary, List.copyOf(rules), Optional.empty(), message, found));
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

    /** The items that the line may be, for where all ask the same none of them is claimed. */
    private static String names(ListMatch.Inside match) {
        return match.candidates().stream()
                .map(candidate -> candidate.item().itemName())
                .distinct()
                .collect(Collectors.joining(" / "));
    }

    /** The letter of an item's rule codes: the row's own, whoever buys. */
    static String letter(ProductList list, ListedItem item) {
        return item.starred() && !list.mandatoryLetter().isBlank() ? list.mandatoryLetter() : list.priorityLetter();
    }

    private record Decision(String rule, List<String> others, Optional<Question> question, Text message, Text found) {}

    private Verdict verdict(
            PurchaseLine line, BoughtProduct product, ListMatch.Inside match, ItemFinding row, Decision decision) {
        Text expected = row.reason()
                .map(CheckResult.Fail::expected)
                .orElse(Text.of("verdict.expected", ListNames.of(match.list()), line.contractDate()));
        Outcome outcome = decision.question().isPresent() ? Outcome.UNDETERMINED : row.outcome();
        return new Verdict(
                row.candidate().item(),
                row.duty(),
                row.candidate().basis(),
                outcome,
                decision.rule(),
                decision.others(),
                decision.question(),
                decision.message(),
                expected,
                decision.found(),
                row.decisive().map(CertificateFinding::number).orElse(""),
                decision.question().isPresent() ? Evidence.NONE : row.evidence(),
                clauses.clauses(match.list(), row.duty(), row.defect()),
                warnings.of(line, product, match, row, outcome, !decision.rule().isEmpty()),
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
