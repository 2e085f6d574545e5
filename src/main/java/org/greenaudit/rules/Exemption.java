package org.greenaudit.rules;

import org.greenaudit.catalog.Duty;
import org.greenaudit.purchase.PurchaseLine;

/** What a line claims to be exempt by (豁免). */
enum Exemption {
    /** Nothing. */
    NONE,
    /** A reason without an approval number: enough where certified products only come first. */
    JUSTIFIED,
    /** An approval number: enough for every duty. */
    APPROVED;

    static Exemption of(PurchaseLine line) {
        if (!line.approvalNo().isBlank()) {
            return APPROVED;
        }
        return line.exemptionReason().isBlank() ? NONE : JUSTIFIED;
    }

    /** Whether it lifts a duty. */
    boolean lifts(Duty duty) {
        return this == APPROVED || (this == JUSTIFIED && duty != Duty.MANDATORY);
    }

    /** Whether a mandatory duty is claimed to be lifted without an approval number (rule C02). */
    boolean unapproved(Duty duty) {
        return this == JUSTIFIED && duty == Duty.MANDATORY;
    }
}
