package org.greenaudit.rules.integrity;

import org.greenaudit.catalog.Duty;
import org.greenaudit.purchase.PurchaseLine;

/** What a line claims to be exempt by (豁免), whether or not the claim holds. */
public enum Exemption {
    /** Nothing. */
    NONE,
    /** A reason without an approval number: enough where certified products only come first. */
    JUSTIFIED,
    /** An approval number: enough for every duty. */
    APPROVED;

    /** The claim of a line. */
    public static Exemption of(PurchaseLine line) {
        if (!line.approvalNo().isBlank()) {
            return APPROVED;
        }
        return line.exemptionReason().isBlank() ? NONE : JUSTIFIED;
    }

    /** Whether it lifts a duty. */
    public boolean lifts(Duty duty) {
        return this == APPROVED || (this == JUSTIFIED && duty != Duty.MANDATORY);
    }
}
