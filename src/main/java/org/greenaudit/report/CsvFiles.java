package org.greenaudit.report;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.greenaudit.assessment.LineOutcome;
import org.greenaudit.assessment.UnitAssessment;
import org.greenaudit.message.ExplainedException;
import org.greenaudit.message.Text;
import org.greenaudit.purchase.Rejection;
import org.greenaudit.report.data.ReportContext;
import org.greenaudit.report.data.RunData;
import org.greenaudit.report.table.BodyTable;
import org.greenaudit.report.table.CsvFile;
import org.greenaudit.report.table.DecidedTable;
import org.greenaudit.report.table.RejectionTable;
import org.greenaudit.report.table.ReportTable;
import org.greenaudit.report.table.SummaryTable;
import org.greenaudit.report.table.UnitTable;
import org.greenaudit.report.table.VerdictTable;
import org.greenaudit.rules.Outcome;
import org.greenaudit.store.StoredVerdict;

/** Writes the CSV files of a report that are not there yet, and checks that each holds as many rows as the run counted. */
final class CsvFiles {

    private final RunData data;
    private final ReportContext context;
    private final StagingFolder staging;
    private final List<StagingFolder> counties;

    /**
     * Those of a county, whose {@link WorkbookReport} has written its findings, or of a whole run.
     *
     * @param counties the counties of the run, whose files hold its verdicts already and in the same order; empty for a county
     */
    CsvFiles(ReportContext context, StagingFolder staging, List<StagingFolder> counties) {
        this.data = context.data();
        this.context = context;
        this.staging = staging;
        this.counties = counties;
    }

    /** The name of the file of the findings with an outcome. */
    static String ofFindings(Outcome outcome) {
        return outcome == Outcome.VIOLATION ? "violations.csv" : "undetermined.csv";
    }

    void write() throws IOException {
        for (Outcome outcome : List.of(Outcome.VIOLATION, Outcome.UNDETERMINED)) {
            verdicts(ofFindings(outcome), EnumSet.of(outcome));
        }
        if (data.allVerdicts()) {
            verdicts("verdicts.csv", EnumSet.allOf(Outcome.class));
        }
        String rejected = "rejected.csv";
        try (CsvFile<Rejection> file = staging.csv(rejected, RejectionTable.of(context))) {
            data.rejections(file::write);
        }
        requireRows(rejected, data.counts().lines(LineOutcome.REJECTED).lines());
        staging.csv("summary.csv", SummaryTable.of(context), SummaryTable.rows(context));
        try (CsvFile<UnitAssessment> file = staging.csv("buyers.csv", UnitTable.of(context))) {
            data.units(file::write);
        }
        staging.csv("bodies.csv", BodyTable.of(context), data.bodies());
        List<RunData.Decided> decided = data.decided();
        if (!decided.isEmpty()) {
            staging.csv(DecidedTable.NAME, DecidedTable.of(context), decided);
        }
    }

    private void verdicts(String name, Set<Outcome> outcomes) throws IOException {
        ReportTable<StoredVerdict> table = VerdictTable.of(context);
        if (data.county().isEmpty()) {
            staging.joined(name, table, counties);
        } else if (!staging.has(name)) {
            try (CsvFile<StoredVerdict> file = staging.csv(name, table)) {
                data.verdicts(outcomes, file::write);
            }
        }
        requireRows(
                name,
                data.counts().verdicts(key -> outcomes.contains(key.outcome())).lines());
    }

    private void requireRows(String name, long counted) {
        long written = staging.rows(name).orElse(0);
        if (written != counted) {
            throw new ExplainedException(Text.of("report.error.rows", name, counted, written));
        }
    }
}
