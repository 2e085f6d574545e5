package org.greenaudit.rules.integrity;

import java.util.Optional;
import java.util.stream.Collectors;
import org.greenaudit.catalog.ListedItem;
import org.greenaudit.matching.ListMatch.CodeContradiction;
import org.greenaudit.message.Text;

/** C01: the code is one of other goods while the name plainly says a ★ product. */
final class SuspectedMiscoding implements IntegrityRule {

    @Override
    public String code() {
        return "C01";
    }

    @Override
    public Optional<IntegrityFinding> examine(ListedPurchase purchase) {
        if (!purchase.item().starred() || purchase.match().contradiction() != CodeContradiction.OTHER_GOODS) {
            return Optional.empty();
        }
        String code = purchase.line().categoryCode();
        String item = purchase.item().itemName();
        return Optional.of(new IntegrityFinding.Fault(
                code(),
                Text.of(
                        "rule.C01.message",
                        code,
                        purchase.line().itemName(),
                        item,
                        purchase.item().entryId()),
                Text.of("rule.C01.expected", item, codes(purchase.item())),
                Text.of("warning.miscoded", code, item)));
    }

    /** The codes under which an item stands, each with the year of its catalogue. */
    private static String codes(ListedItem item) {
        return item.codes().stream()
                .map(scope -> scope.code() + " (" + scope.scheme().year() + ")")
                .collect(Collectors.joining(" / "));
    }
}
