package org.greenaudit.portal.api;

import java.time.LocalDate;
import java.util.Optional;
import org.greenaudit.decision.Decision;
import org.greenaudit.decision.Ruling;
import org.greenaudit.message.Messages;

/**
 * A decision of a person, without the finding that it was made about: what holds for a brand and model is seen from others too.
 *
 * @param decisionScope record or product
 * @param decision what was decided: item, not-listed, fact, certificate, exemption, confirmed or dismissed
 * @param text the same in words
 * @param entryId the listed item; left out where none was named
 * @param fact which fact was told; left out for none
 * @param decisionNote why; left out where no reason was given
 * @param withdrawnBy left out while it stands, as the date and the reason are
 */
record DecisionView(
        long id,
        String decisionScope,
        String decision,
        String text,
        String entryId,
        String fact,
        String factValue,
        String decisionCertificateNo,
        Optional<LocalDate> certificateFrom,
        Optional<LocalDate> certificateTo,
        String decisionApprovalNo,
        String decisionNote,
        String decidedBy,
        LocalDate decidedOn,
        Optional<LocalDate> validUntil,
        Optional<String> withdrawnBy,
        Optional<LocalDate> withdrawnOn,
        Optional<String> withdrawnReason) {

    /** A decision with what it was made about. */
    record RecordedDecision(
            String recordId,
            String list,
            String regionCode,
            String buyerCode,
            String buyerName,
            String brand,
            String model,
            DecisionView decision) {

        static RecordedDecision of(Decision decision, Messages messages) {
            Decision.Finding finding = decision.finding();
            return new RecordedDecision(
                    finding.recordId(),
                    finding.listId(),
                    finding.buyer().regionCode(),
                    finding.buyer().code(),
                    finding.buyer().name(),
                    finding.brand(),
                    finding.model(),
                    DecisionView.of(decision, messages));
        }
    }

    static DecisionView of(Decision decision, Messages messages) {
        Ruling ruling = decision.ruling();
        Optional<Ruling.Certificate> certificate = of(ruling, Ruling.Certificate.class);
        Optional<Ruling.Fact> fact = of(ruling, Ruling.Fact.class);
        return new DecisionView(
                decision.id(),
                decision.product() ? "product" : "record",
                ruling.kind(),
                messages.render(ruling.text()),
                of(ruling, Ruling.Item.class).map(Ruling.Item::entryId).orElse(""),
                fact.map(told -> told.fact().id()).orElse(""),
                fact.map(Ruling.Fact::value).orElse(""),
                certificate.map(Ruling.Certificate::number).orElse(""),
                certificate.flatMap(Ruling.Certificate::from),
                certificate.flatMap(Ruling.Certificate::to),
                of(ruling, Ruling.Exemption.class)
                        .map(Ruling.Exemption::approvalNo)
                        .orElse(""),
                decision.reason(),
                decision.by(),
                decision.on(),
                decision.until(),
                decision.withdrawn().map(Decision.Withdrawal::by),
                decision.withdrawn().map(Decision.Withdrawal::on),
                decision.withdrawn().map(Decision.Withdrawal::reason));
    }

    private static <T extends Ruling> Optional<T> of(Ruling ruling, Class<T> kind) {
        return Optional.of(ruling).filter(kind::isInstance).map(kind::cast);
    }
}
