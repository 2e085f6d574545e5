package org.greenaudit.portal.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.greenaudit.assessment.Count;
import org.greenaudit.catalog.Certificate;
import org.greenaudit.portal.desk.JobFindings;
import org.greenaudit.portal.finding.FindingDetail;
import org.greenaudit.report.data.ReportContext;
import org.greenaudit.rules.Outcome;
import org.greenaudit.store.RunRecord;
import org.greenaudit.store.StoredVerdict;

/**
 * A finding with its whole reasoning. What has the name of a column of {@code violations.csv} holds what that does in English.
 *
 * @param state open, decided or stale
 * @param certificates those that the purchase names, as the registry has them
 * @param decisions people's decisions that name it, the oldest first
 * @param history what the job's runs found of it, the oldest first
 */
record FindingView(
        String runId,
        LocalDate auditDate,
        String state,
        Purchase purchase,
        Reasoning reasoning,
        List<RegisteredCertificate> certificates,
        List<NamedDecision> decisions,
        List<Sighting> history) {

    /**
     * What was bought.
     *
     * @param amount in yuan
     */
    record Purchase(
            String recordId,
            String source,
            long line,
            String regionCode,
            String regionName,
            String buyerCode,
            String buyerName,
            String buyerType,
            String contractNo,
            LocalDate contractDate,
            String supplierName,
            String categoryCode,
            String categoryScheme,
            String categoryName,
            String itemName,
            String brand,
            String model,
            String quantity,
            String unit,
            String unitPrice,
            String amount) {

        private static Purchase of(StoredVerdict row) {
            return new Purchase(
                    row.recordId(),
                    row.ref().source(),
                    row.ref().line(),
                    row.regionCode(),
                    row.regionName(),
                    row.buyerCode(),
                    row.buyerName(),
                    row.buyerType().label(),
                    row.contractNo(),
                    row.contractDate(),
                    row.supplierName(),
                    row.categoryCode(),
                    row.categoryScheme(),
                    row.categoryName(),
                    row.itemName(),
                    row.brand(),
                    row.model(),
                    row.quantity(),
                    row.unit(),
                    row.unitPrice(),
                    yuan(row.amountFen()));
        }
    }

    /**
     * What was found, and why.
     *
     * @param ruleCode the rule of a violation, or the one that a question is about; left out for other questions
     * @param question the question's id; left out for a violation
     * @param evidence what the verdict rests on
     * @param clauses ids of the national clauses
     * @param legalBasis the clauses in words, and those of the city
     * @param isNew whether it is a violation that the previous run did not have
     */
    record Reasoning(
            String list,
            String entryId,
            String entryName,
            String duty,
            String matchBasis,
            String outcome,
            String ruleCode,
            List<String> otherRules,
            String ruleTitle,
            String question,
            Optional<ApiText> message,
            Optional<ApiText> expected,
            Optional<ApiText> found,
            String certificateNo,
            String evidence,
            List<String> clauses,
            String legalBasis,
            List<ApiText> warnings,
            LocalDate firstSeen,
            boolean isNew) {

        private static Reasoning of(StoredVerdict row, ReportContext context) {
            return new Reasoning(
                    row.listId(),
                    row.entryId(),
                    context.item(row.entryId()).itemName(),
                    row.duty().id(),
                    row.matchBasis(),
                    row.outcome().id(),
                    row.rule(),
                    row.otherRules(),
                    context.ruleTitle(row.rule()),
                    row.question(),
                    ApiText.ofSome(row.message(), context.messages()),
                    ApiText.ofSome(row.expected(), context.messages()),
                    ApiText.ofSome(row.found(), context.messages()),
                    row.certificateNo(),
                    row.evidence(),
                    row.clauses(),
                    context.legalBasis(row.clauses(), row.regionCode()),
                    ApiText.each(row.warnings(), context.messages()),
                    row.firstSeen(),
                    row.isNew());
        }
    }

    /**
     * A certificate in the registry.
     *
     * @param status valid, suspended, cancelled or revoked
     */
    record RegisteredCertificate(
            String number,
            String category,
            String body,
            String holder,
            String brand,
            String productName,
            String models,
            String standard,
            Optional<LocalDate> issued,
            Optional<LocalDate> expires,
            String status) {

        private static RegisteredCertificate of(Certificate known) {
            return new RegisteredCertificate(
                    known.number(),
                    known.category(),
                    known.body(),
                    known.holder(),
                    known.brand(),
                    known.productName(),
                    known.models(),
                    known.standard(),
                    known.issued(),
                    known.expires(),
                    known.status().name().toLowerCase(Locale.ROOT));
        }
    }

    /**
     * A decision that names the finding.
     *
     * @param state open, applied, stale, expired or withdrawn
     */
    record NamedDecision(String state, DecisionView decision) {}

    /**
     * What a run found.
     *
     * @param outcome left out where it is none that is kept
     * @param ruleCode the rule of a violation, or the one that a question is about; left out for anything else
     * @param question the question's id; left out for anything else
     */
    record Sighting(String runId, LocalDate auditDate, String outcome, String ruleCode, String question) {

        private static Sighting of(FindingDetail.Sighting sighting) {
            Optional<StoredVerdict> verdict = sighting.verdict();
            RunRecord run = sighting.run();
            return new Sighting(
                    run.runId(),
                    run.auditDate(),
                    verdict.map(StoredVerdict::outcome).map(Outcome::id).orElse(""),
                    verdict.map(StoredVerdict::rule).orElse(""),
                    verdict.map(StoredVerdict::question).orElse(""));
        }
    }

    static FindingView of(JobFindings.Found found, ReportContext context) {
        FindingDetail detail = found.detail();
        return new FindingView(
                detail.run().runId(),
                detail.run().auditDate(),
                found.state().id(),
                Purchase.of(detail.verdict()),
                Reasoning.of(detail.verdict(), context),
                found.certificates(context.catalog()).stream()
                        .map(RegisteredCertificate::of)
                        .toList(),
                detail.decisions().stream()
                        .map(named ->
                                new NamedDecision(named.state(), DecisionView.of(named.decision(), context.messages())))
                        .toList(),
                detail.history().stream().map(Sighting::of).toList());
    }

    /** An amount as the API tells it: in yuan, with two decimals. */
    static String yuan(long fen) {
        return new Count(1, fen).yuan().toPlainString();
    }
}
