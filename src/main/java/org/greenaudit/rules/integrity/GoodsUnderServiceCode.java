package org.greenaudit.rules.integrity;

import java.util.Optional;
import org.greenaudit.matching.ListMatch.CodeContradiction;
import org.greenaudit.message.Text;

/**
 * C03: the code, or without one the category name, is of services or works while the name plainly says a ★ product, under every list that holds it. A certificate does not answer the
 * question, for it proves which product it is and not whether it was bought or hired; an approved exemption does, since
 * only a purchase needs one.
 */
final class GoodsUnderServiceCode implements IntegrityRule {

    @Override
    public String code() {
        return "C03";
    }

    @Override
    public Optional<IntegrityFinding> examine(ListedPurchase purchase) {
        if (purchase.match().contradiction() != CodeContradiction.SERVICE_OR_WORKS) {
            return Optional.empty();
        }
        String code = purchase.line().categoryCode().isEmpty()
                ? purchase.line().categoryName()
                : purchase.line().categoryCode();
        String name = purchase.line().itemName();
        String item = purchase.item().itemName();
        return Optional.of(new IntegrityFinding.Open(
                code(),
                IntegrityQuestion.GOODS_OR_SERVICE,
                IntegrityQuestion.GOODS_OR_SERVICE.text(code, name, item),
                Text.of("rule.C03.expected"),
                Text.of("rule.C03.found", code, name),
                Text.of("warning.service-code", code, item)));
    }
}
