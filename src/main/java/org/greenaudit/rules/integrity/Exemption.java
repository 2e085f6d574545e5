package org.greenaudit.rules.integrity;

import java.util.regex.Pattern;
import org.greenaudit.catalog.Duty;
import org.greenaudit.purchase.PurchaseLine;

/** What a line claims to be exempt by (豁免), whether or not the claim holds. */
public enum Exemption {
    /** Nothing. */
    NONE,
    /** A reason, or a claim in the place of the approval number: enough where certified products only come first. */
    JUSTIFIED,
    /** An approval number: enough for every duty. */
    APPROVED;

    /** A number of two digits at least; 见附件, 待批 and 有 are none. */
    private static final Pattern NUMBER = Pattern.compile("\\p{Nd}{2}|[\\p{Nd}一二三四五六七八九十〇零]+\\s*号");

    private static final Pattern DESTROYED = Pattern.compile("[0-9](?:\\.[0-9]+)?[Ee]\\+?[0-9]+");

    /** The claim of a line. */
    public static Exemption of(PurchaseLine line) {
        if (NUMBER.matcher(line.approvalNo()).find()
                && !DESTROYED.matcher(line.approvalNo()).matches()) {
            return APPROVED;
        }
        return line.exemptionReason().isBlank() && line.approvalNo().isBlank() ? NONE : JUSTIFIED;
    }

    /** Whether it lifts a duty. */
    public boolean lifts(Duty duty) {
        return this == APPROVED || (this == JUSTIFIED && duty != Duty.MANDATORY);
    }
}
