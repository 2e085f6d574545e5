package org.greenaudit.decision;

import org.greenaudit.purchase.PurchaseLine;

/** Findings for tests. */
final class Findings {

    private Findings() {}

    /** That of a line under a list, as the line is. */
    static Decision.Finding of(PurchaseLine line, String listId) {
        return new Decision.Finding(
                line.recordId(),
                listId,
                line.brand(),
                line.model(),
                BuyingUnit.of(line),
                LineFacts.of(line).fingerprints());
    }
}
