package org.greenaudit.report;

import org.greenaudit.purchase.Rejection;

/** The columns of {@code rejected.csv}. */
final class RejectionTable {

    private RejectionTable() {}

    static CsvTable<Rejection> of(ReportContext context) {
        return new CsvTable.Builder<Rejection>(context.messages())
                .run(context.data())
                .text("source", row -> row.ref().source())
                .own("line", row -> row.ref().line())
                .own("column", Rejection::column)
                .text("value", Rejection::value)
                .own("reason", row -> row.reason().id())
                .text("detail", row -> context.messages().render(row.detail()))
                .text("raw", Rejection::raw)
                .build();
    }
}
