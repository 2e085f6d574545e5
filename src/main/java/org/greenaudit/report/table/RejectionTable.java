package org.greenaudit.report.table;

import org.greenaudit.purchase.Rejection;
import org.greenaudit.report.data.ReportContext;

/** The columns of {@code rejected.csv}. */
public final class RejectionTable {

    private RejectionTable() {}

    /** The table in the language of the context. */
    public static ReportTable<Rejection> of(ReportContext context) {
        return new ReportTable.Builder<Rejection>(context.messages())
                .run(context.data())
                .text("source", row -> row.ref().source())
                .number("line", row -> row.ref().line())
                .choice("column", Rejection::column, context::columnWord)
                .text("value", Rejection::value)
                .choice("reason", row -> row.reason().id(), reason -> context.say("reject." + reason))
                .sentence("detail", row -> context.messages().render(row.detail()))
                .sentence("raw", Rejection::raw)
                .build();
    }
}
