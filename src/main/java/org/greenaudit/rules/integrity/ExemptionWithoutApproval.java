package org.greenaudit.rules.integrity;

import java.util.Optional;
import org.greenaudit.catalog.Duty;
import org.greenaudit.catalog.ListNames;
import org.greenaudit.message.Text;

/** C02: a mandatory duty is claimed to be lifted by a reason, without an approval number. */
final class ExemptionWithoutApproval implements IntegrityRule {

    @Override
    public String code() {
        return "C02";
    }

    @Override
    public Optional<IntegrityFinding> examine(ListedPurchase purchase) {
        if (purchase.duty() != Duty.MANDATORY || !Exemption.of(purchase.line()).lacksApproval()) {
            return Optional.empty();
        }
        String reason = Exemption.claim(purchase.line());
        return Optional.of(new IntegrityFinding.Fault(
                code(),
                Text.of("rule.C02.message", reason, purchase.match().itemNames()),
                Text.of("rule.C02.expected", ListNames.of(purchase.match().list())),
                Text.of("warning.exemption-not-approved", reason)));
    }
}
