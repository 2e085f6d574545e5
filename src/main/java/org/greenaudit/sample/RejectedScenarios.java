package org.greenaudit.sample;

import java.util.List;
import org.greenaudit.purchase.FeedColumn;
import org.greenaudit.purchase.RejectReason;
import org.greenaudit.sample.Forms.Shape;

/** Rows that cannot be read. */
final class RejectedScenarios {

    private RejectedScenarios() {}

    static List<Scenario> scenarios() {
        Row row = Product.uncertified(Market.MONITOR, "示例乙", "SLMN-990").row();
        return List.of(
                rejected("no-buyer", RejectReason.REQUIRED_EMPTY, row.with(FeedColumn.BUYER_NAME, "")),
                rejected(
                        "impossible-date",
                        RejectReason.DATE_UNREADABLE,
                        row.with(FeedColumn.CONTRACT_DATE, "2026-02-30")),
                rejected("no-date", RejectReason.DATE_UNREADABLE, row.with(FeedColumn.CONTRACT_DATE, "签订后补")),
                rejected("no-amount", RejectReason.AMOUNT_UNREADABLE, row.with(FeedColumn.AMOUNT, "面议")),
                rejected("more-cells-than-the-header", RejectReason.TOO_MANY_CELLS, row.shaped(Shape.EXTRA_CELLS)),
                rejected("record-id-used-before", RejectReason.DUPLICATE_RECORD, row.shaped(Shape.DUPLICATE)));
    }

    private static Scenario rejected(String id, RejectReason reason, Row row) {
        return Scenario.of("rejected-" + id, 1, Expected.rejected(reason), row);
    }
}
