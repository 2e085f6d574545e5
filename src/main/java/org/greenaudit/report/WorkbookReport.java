package org.greenaudit.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.greenaudit.assessment.Caveats;
import org.greenaudit.assessment.Count;
import org.greenaudit.assessment.LineOutcome;
import org.greenaudit.assessment.Numbers;
import org.greenaudit.assessment.UnitAssessment;
import org.greenaudit.purchase.Rejection;
import org.greenaudit.report.data.ReportContext;
import org.greenaudit.report.data.RunData;
import org.greenaudit.report.html.PageLinks;
import org.greenaudit.report.table.BodyTable;
import org.greenaudit.report.table.CsvFile;
import org.greenaudit.report.table.DecidedTable;
import org.greenaudit.report.table.FindingSheet;
import org.greenaudit.report.table.RejectionTable;
import org.greenaudit.report.table.ReportTable;
import org.greenaudit.report.table.SummaryTable;
import org.greenaudit.report.table.UnitTable;
import org.greenaudit.report.table.VerdictTable;
import org.greenaudit.report.table.WorkbookFile;
import org.greenaudit.report.table.WorkbookFile.Rows;
import org.greenaudit.rules.Outcome;
import org.greenaudit.store.RowSink;
import org.greenaudit.store.StoredVerdict;

/**
 * {@code report.xlsx}: the report for people who work in a spreadsheet, with columns in which they answer. With a county's go
 * the CSV files of its findings: each finding is read and put into words once for both.
 */
final class WorkbookReport {

    /** The workbook's name in its folder. */
    static final String NAME = "report.xlsx";

    /** Columns that people may add to those to fill in. */
    private static final List<String> FURTHER = List.of("scope", "certificate-days", "until");

    /** The same in every row. */
    private static final List<String> LAST = List.of("run_id", "audit_date");

    private static final List<String> SHEETS =
            List.of("summary", "violation", "undetermined", "units", "bodies", "rejected");

    private final ReportContext context;
    private final RunData data;
    private final StagingFolder staging;

    WorkbookReport(ReportContext context, StagingFolder staging) {
        this.context = context;
        this.data = context.data();
        this.staging = staging;
    }

    void write() throws IOException {
        try (WorkbookFile file = new WorkbookFile(staging.file(NAME))) {
            file.notes(sheet("notes"), notes());
            rows(file, "summary", SummaryTable.of(context), SummaryTable.rows(context));
            findings(file, Outcome.VIOLATION);
            findings(file, Outcome.UNDETERMINED);
            try (Rows<UnitAssessment> rows =
                    file.table(sheet("units"), UnitTable.of(context).trailing(LAST), List.of(), 0)) {
                data.units(rows);
            }
            rows(file, "bodies", BodyTable.of(context), data.bodies());
            List<RunData.Decided> decided = data.decided();
            if (!decided.isEmpty()) {
                rows(file, "decided", DecidedTable.of(context), decided);
            }
            try (Rows<Rejection> rows =
                    file.table(sheet("rejected"), RejectionTable.of(context).trailing(LAST), List.of(), 0)) {
                data.rejections(rows);
            }
        }
    }

    private <T> void rows(WorkbookFile file, String name, ReportTable<T> table, List<T> all) throws IOException {
        try (Rows<T> rows = file.table(sheet(name), table.trailing(LAST), List.of(), 0)) {
            for (T row : all) {
                rows.accept(row);
            }
        }
    }

    private void findings(WorkbookFile file, Outcome outcome) throws IOException {
        ReportTable<StoredVerdict> verdicts = VerdictTable.of(context);
        ReportTable<List<String>> table = verdicts.ofCells();
        try (Rows<List<String>> rows = FindingSheet.begun(file, context, outcome, table)) {
            if (data.county().isPresent()) {
                try (CsvFile<List<String>> csv = staging.csv(CsvFiles.ofFindings(outcome), table)) {
                    findings(outcome, verdicts, cells -> {
                        csv.write(cells);
                        rows.accept(cells);
                    });
                }
            } else {
                findings(outcome, verdicts, rows);
            }
        }
    }

    private void findings(Outcome outcome, ReportTable<StoredVerdict> table, RowSink<List<String>> sink)
            throws IOException {
        data.verdicts(EnumSet.of(outcome), verdict -> sink.accept(table.cells(verdict)));
    }

    private List<List<String>> notes() {
        List<List<String>> notes = new ArrayList<>();
        notes.add(List.of(context.title(), ""));
        String notice = context.english() ? data.noticeEn() : data.notice();
        if (!notice.isEmpty()) {
            notes.add(List.of(context.say("report.page.notice"), notice));
        }
        Caveats.of(data.counts(), data.notes())
                .forEach(caveat -> notes.add(List.of(
                        context.say("report.page.notice"), context.messages().render(caveat))));
        notes.add(List.of(
                context.say("report.page.audit-date"), data.run().auditDate().toString()));
        notes.add(List.of(
                context.say("report.page.window"),
                data.run().from() + " – " + data.run().to()));
        notes.add(List.of(context.say("report.page.run"), data.run().runId()));
        notes.add(List.of(context.say("report.section.totals"), ""));
        totals(notes);
        notes.add(List.of(context.say("report.section.indicators"), ""));
        for (IndicatorTiles.Tile tile : IndicatorTiles.of(context)) {
            for (IndicatorTiles.Measure measure : List.of(tile.amount(), tile.lines())) {
                notes.add(List.of(tile.title(), measure.label() + " " + measure.share() + " — " + measure.parts()));
            }
            tile.declared().forEach(declared -> notes.add(List.of(tile.title(), declared)));
        }
        KeyFigures.of(context, PageLinks.NONE)
                .forEach(figure -> notes.add(List.of(figure.label(), figure.value() + " · " + figure.detail())));
        notes.add(List.of(context.say("report.workbook.sheets"), ""));
        List<String> sheets = new ArrayList<>(SHEETS);
        if (!data.decided().isEmpty()) {
            sheets.add("decided");
        }
        for (String name : sheets) {
            notes.add(List.of(sheet(name), context.say("report.workbook.sheet." + name + ".text")));
        }
        notes.add(List.of(context.say("report.workbook.answering"), ""));
        notes.add(List.of(context.say("report.feedback.conclusion"), context.say("report.workbook.conclusion")));
        for (String kind : FindingSheet.CONCLUSIONS) {
            notes.add(List.of(
                    context.say("report.conclusion." + kind), context.say("report.conclusion." + kind + ".text")));
        }
        for (String column : FURTHER) {
            notes.add(List.of(
                    context.say("report.feedback." + column), context.say("report.feedback." + column + ".text")));
        }
        notes.add(List.of(context.say("report.section.limits"), ""));
        LimitsSection.of(context).forEach(limit -> notes.add(List.of("·", limit)));
        return notes;
    }

    /** What was read and what became of it, and how the sources were read. */
    private void totals(List<List<String>> notes) {
        Count read = data.counts().read();
        notes.add(List.of(context.say("report.outcome.read"), lines(read)));
        for (LineOutcome outcome : LineOutcome.values()) {
            notes.add(List.of(
                    context.say("report.outcome." + outcome.id()),
                    lines(data.counts().lines(outcome))));
        }
        data.counts()
                .setApart()
                .forEach((reason, count) -> notes.add(List.of(context.say("set-apart." + reason), lines(count))));
        data.notes().stream()
                .filter(note -> !note.grave())
                .forEach(note -> notes.add(List.of("·", context.messages().render(note.text()))));
    }

    private String lines(Count count) {
        return context.say("report.workbook.lines", Numbers.lines(count), Numbers.yuan(count));
    }

    private String sheet(String name) {
        return context.say("report.workbook.sheet." + name);
    }
}
