package org.greenaudit.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.greenaudit.catalog.Duty;
import org.greenaudit.matching.ListMatch;
import org.greenaudit.message.Text;
import org.greenaudit.purchase.DataWarning;
import org.greenaudit.purchase.PurchaseLine;
import org.greenaudit.rules.certificate.BoughtProduct;
import org.greenaudit.rules.certificate.CertificateFinding;
import org.greenaudit.rules.certificate.Citations;
import org.greenaudit.rules.integrity.Exemption;
import org.greenaudit.rules.integrity.IntegrityFinding;

/**
 * What travels with a verdict without deciding it: the line's data warnings, the notes of the classification, and then
 * what is odd about exemption and certificates.
 */
final class VerdictWarnings {

    private final Map<DataWarning, Text> ofData = new EnumMap<>(DataWarning.class);

    VerdictWarnings() {
        for (DataWarning warning : DataWarning.values()) {
            ofData.put(warning, Text.of("warning." + warning.id()));
        }
    }

    /**
     * A verdict's warnings.
     *
     * @param outcome the verdict's outcome
     * @param rules the rule codes that the verdict names, and which need no remark
     */
    List<Text> of(VerdictGrounds grounds, Outcome outcome, Collection<String> rules) {
        PurchaseLine line = grounds.line();
        ListMatch.Inside match = grounds.match();
        List<Text> texts = new ArrayList<>();
        if (!line.warnings().isEmpty()) {
            ofData.forEach((warning, text) -> {
                if (line.warnings().contains(warning) && !foundInName(warning, grounds.product())) {
                    texts.add(text);
                }
            });
        }
        texts.addAll(match.notes());
        if (match.candidates().size() > 1 && (outcome == Outcome.VIOLATION || outcome == Outcome.EXEMPT)) {
            texts.add(itemOpen(match));
        }
        for (IntegrityFinding finding : grounds.integrity()) {
            if (!rules.contains(finding.code())) {
                texts.add(finding.remark());
            }
        }
        if (Exemption.of(line) == Exemption.APPROVED && line.exemptionReason().isBlank()) {
            texts.add(Text.of("warning.exemption-without-reason", line.approvalNo()));
        }
        if (Exemption.of(line) == Exemption.CLAIMED && grounds.row().duty() != Duty.MANDATORY) {
            texts.add(Text.of("warning.exemption-without-words", Exemption.claim(line)));
        }
        if (grounds.product().modelFromName()) {
            texts.add(Text.of("warning.model-from-name", grounds.product().model()));
        }
        if (grounds.product().brandFromName()) {
            texts.add(Text.of("warning.brand-from-name", grounds.product().brand()));
        }
        addCertificates(grounds.row(), grounds.citations(), texts);
        return texts;
    }

    /** What the cell lacks and the name tells has a remark of its own. */
    private static boolean foundInName(DataWarning warning, BoughtProduct product) {
        return (warning == DataWarning.MODEL_MISSING && product.modelFromName())
                || (warning == DataWarning.BRAND_MISSING && product.brandFromName());
    }

    /** Several rows ask the same of the line, and it is counted under the first. */
    private static Text itemOpen(ListMatch.Inside match) {
        return Text.of(
                "warning.item-open",
                match.candidates().stream()
                        .map(candidate -> candidate.item().entryId() + " "
                                + candidate.item().itemName())
                        .collect(Collectors.joining(" / ")));
    }

    private static void addCertificates(ItemFinding row, Citations citations, List<Text> texts) {
        row.decisive().ifPresent(decisive -> texts.addAll(decisive.warnings()));
        if (row.outcome() != Outcome.COMPLIANT) {
            return;
        }
        CertificateFinding passing = row.decisive().orElseThrow();
        if (!citations.unclear().isEmpty()) {
            texts.add(Text.of("warning.citation.unclear", String.join(" / ", citations.unclear())));
        }
        if (!citations.destroyed().isEmpty()) {
            texts.add(Text.of("warning.citation.destroyed", String.join(" / ", citations.destroyed())));
        } else if (row.findings().stream().noneMatch(CertificateFinding::cited)) {
            texts.add(Text.of("warning.not-cited", passing.number()));
        }
        for (CertificateFinding finding : row.findings()) {
            if (finding.cited() && !finding.equals(passing) && !finding.passes()) {
                texts.add(
                        finding.open()
                                ? Text.of("warning.citation.open", finding.number())
                                : Text.of("warning.citation." + finding.lowestDefect(), finding.number()));
            }
        }
    }
}
