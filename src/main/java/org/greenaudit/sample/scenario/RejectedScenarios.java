package org.greenaudit.sample.scenario;

import java.util.List;
import org.greenaudit.purchase.FeedColumn;
import org.greenaudit.purchase.RejectReason;
import org.greenaudit.sample.scenario.CellForms.Shape;
import org.greenaudit.sample.scenario.Scenario.Needs;

/** Rows that cannot be read. */
final class RejectedScenarios {

    private static final int LONGER_THAN_A_CELL = 64 * 1024;

    private RejectedScenarios() {}

    static List<Scenario> scenarios() {
        RowTemplate row = Product.uncertified(Market.MONITOR, "示例乙", "SLMN-990").row();
        return List.of(
                rejected("no-buyer", RejectReason.REQUIRED_EMPTY, row.with(FeedColumn.BUYER_NAME, "")),
                rejected(
                        "impossible-date",
                        RejectReason.DATE_UNREADABLE,
                        row.with(FeedColumn.CONTRACT_DATE, "2026-02-30")),
                rejected("no-date", RejectReason.DATE_UNREADABLE, row.with(FeedColumn.CONTRACT_DATE, "签订后补")),
                rejected("no-amount", RejectReason.AMOUNT_UNREADABLE, row.with(FeedColumn.AMOUNT, "面议")),
                rejected("stray-quote", RejectReason.MALFORMED_QUOTE, bare(row, "\"27英寸\"显示器/2K")),
                rejected("unclosed-quote", RejectReason.UNCLOSED_QUOTE, bare(row, "\"27英寸/2K")),
                rejected("nul-character", RejectReason.BAD_CHARACTERS, row.with(FeedColumn.SPEC, "27英寸\u0000/2K")),
                pictureInACell(row),
                rejected("more-cells-than-the-header", RejectReason.TOO_MANY_CELLS, row.shaped(Shape.EXTRA_CELLS)),
                rejected("record-id-used-before", RejectReason.DUPLICATE_RECORD, row.shaped(Shape.DUPLICATE)));
    }

    private static RowTemplate bare(RowTemplate row, String spec) {
        return row.with(FeedColumn.SPEC, spec).shaped(Shape.BARE_QUOTES);
    }

    /** Weight 0, because the row is as long as two hundred others. */
    private static Scenario pictureInACell(RowTemplate row) {
        String picture = "image/png;base64:" + "A".repeat(LONGER_THAN_A_CELL);
        return Scenario.of(
                        "rejected-picture-in-a-cell",
                        0,
                        ExpectedLine.rejected(RejectReason.CELL_TOO_LONG),
                        row.with(FeedColumn.SPEC, picture))
                .needing(Needs.LONG_CELLS);
    }

    private static Scenario rejected(String id, RejectReason reason, RowTemplate row) {
        return Scenario.of("rejected-" + id, 1, ExpectedLine.rejected(reason), row);
    }
}
