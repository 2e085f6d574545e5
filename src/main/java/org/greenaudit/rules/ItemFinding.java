package org.greenaudit.rules;

import java.util.List;
import java.util.Optional;
import org.greenaudit.catalog.Duty;
import org.greenaudit.matching.ListMatch.Candidate;
import org.greenaudit.rules.certificate.CertificateFinding;
import org.greenaudit.rules.certificate.CheckResult;
import org.greenaudit.rules.certificate.Evidence;

/**
 * The judgement of a line as if it were certainly one listed item.
 *
 * @param candidate the listed item
 * @param duty what it asks of the buyer
 * @param outcome the outcome
 * @param defect the number of the primary defect, 0 unless {@link Outcome#VIOLATION}
 * @param reason the primary defect's reason; present exactly for a violation
 * @param unknown what the data cannot tell; present exactly when undetermined
 * @param decisive the certificate that decided: the passing one, the open one, or the best of the failing ones
 * @param findings every certificate looked at, the cited ones first
 */
record ItemFinding(
        Candidate candidate,
        Duty duty,
        Outcome outcome,
        int defect,
        Optional<CheckResult.Fail> reason,
        Optional<CheckResult.Unknown> unknown,
        Optional<CertificateFinding> decisive,
        List<CertificateFinding> findings) {

    static ItemFinding exempt(Candidate candidate, Duty duty) {
        return new ItemFinding(
                candidate, duty, Outcome.EXEMPT, 0, Optional.empty(), Optional.empty(), Optional.empty(), List.of());
    }

    static ItemFinding compliant(
            Candidate candidate, Duty duty, CertificateFinding passing, List<CertificateFinding> findings) {
        return new ItemFinding(
                candidate,
                duty,
                Outcome.COMPLIANT,
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.of(passing),
                findings);
    }

    static ItemFinding undetermined(
            Candidate candidate,
            Duty duty,
            CheckResult.Unknown unknown,
            Optional<CertificateFinding> open,
            List<CertificateFinding> findings) {
        return new ItemFinding(
                candidate, duty, Outcome.UNDETERMINED, 0, Optional.empty(), Optional.of(unknown), open, findings);
    }

    static ItemFinding violation(
            Candidate candidate,
            Duty duty,
            int defect,
            CheckResult.Fail reason,
            Optional<CertificateFinding> best,
            List<CertificateFinding> findings) {
        return new ItemFinding(
                candidate, duty, Outcome.VIOLATION, defect, Optional.of(reason), Optional.empty(), best, findings);
    }

    /** What a compliant verdict rests on. */
    Evidence evidence() {
        return outcome == Outcome.COMPLIANT
                ? decisive.map(CertificateFinding::evidence).orElse(Evidence.NONE)
                : Evidence.NONE;
    }

    /** Whether both lead to the same outcome, duty and rule, so that it does not matter which of the items it is. */
    boolean agrees(ItemFinding other) {
        return outcome == other.outcome
                && duty == other.duty
                && defect == other.defect
                && candidate.item().duty() == other.candidate.item().duty();
    }
}
