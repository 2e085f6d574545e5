package org.greenaudit.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.greenaudit.assessment.LineOutcome;
import org.greenaudit.message.ExplainedException;
import org.greenaudit.message.Text;
import org.greenaudit.purchase.Rejection;
import org.greenaudit.rules.Outcome;
import org.greenaudit.store.StoredVerdict;

/** Writes every CSV file of a run, and checks that each holds as many rows as the run counted. */
final class CsvFiles {

    private static final String VIOLATIONS = "violations.csv";
    private static final String UNDETERMINED = "undetermined.csv";

    private final RunData data;
    private final ReportContext context;
    private final StagingFolder staging;

    CsvFiles(ReportContext context, StagingFolder staging) {
        this.data = context.data();
        this.context = context;
        this.staging = staging;
    }

    void write() throws IOException {
        openRegions();
        verdictsByRegion(VIOLATIONS, Outcome.VIOLATION);
        verdictsByRegion(UNDETERMINED, Outcome.UNDETERMINED);
        if (data.allVerdicts()) {
            allVerdicts();
        }
        rejections();
        cutByRegion("summary.csv", SummaryTable.of(context), SummaryTable.rows(context), row -> row.key()
                .regionCode());
        cutByRegion("buyers.csv", UnitTable.of(context), data.units(), unit -> unit.buyer()
                .regionCode());
        staging.csv("bodies.csv", BodyTable.of(context), data.bodies());
    }

    /** Creates the files of every region, so that a bureau without violations receives an empty file rather than none. */
    private void openRegions() throws IOException {
        ReportTable<StoredVerdict> table = VerdictTable.of(context);
        for (String folder : context.regionFolders().keySet()) {
            for (String name : List.of(VIOLATIONS, UNDETERMINED)) {
                staging.csv(folder + name, table).close();
            }
        }
    }

    private void verdictsByRegion(String name, Outcome outcome) throws IOException {
        try (VerdictFile file = new VerdictFile(staging, VerdictTable.of(context), name)) {
            data.verdicts(EnumSet.of(outcome), file);
        }
        requireRows(name, verdictsCounted(EnumSet.of(outcome)));
    }

    private void allVerdicts() throws IOException {
        String name = "verdicts.csv";
        try (CsvFile<StoredVerdict> file = staging.csv(name, VerdictTable.of(context))) {
            data.verdicts(EnumSet.allOf(Outcome.class), file::write);
        }
        requireRows(name, verdictsCounted(EnumSet.allOf(Outcome.class)));
    }

    private void rejections() throws IOException {
        String name = "rejected.csv";
        try (CsvFile<Rejection> file = staging.csv(name, RejectionTable.of(context))) {
            data.rejections(file::write);
        }
        requireRows(name, data.counts().lines(LineOutcome.REJECTED).lines());
    }

    private <T> void cutByRegion(String name, ReportTable<T> table, List<T> rows, Function<T, String> region)
            throws IOException {
        staging.csv(name, table, rows);
        Map<String, List<T>> cuts = new TreeMap<>();
        context.regionFolders().keySet().forEach(folder -> cuts.put(folder, new ArrayList<>()));
        for (T row : rows) {
            cuts.computeIfAbsent(StagingFolder.ofRegion(region.apply(row)), folder -> new ArrayList<>())
                    .add(row);
        }
        for (Map.Entry<String, List<T>> cut : cuts.entrySet()) {
            staging.csv(cut.getKey() + name, table, cut.getValue());
        }
    }

    private long verdictsCounted(Set<Outcome> outcomes) {
        return data.counts().verdicts(key -> outcomes.contains(key.outcome())).lines();
    }

    private void requireRows(String name, long counted) {
        long written = staging.rows().getOrDefault(name, 0L);
        if (written != counted) {
            throw new ExplainedException(Text.of("report.error.rows", name, counted, written));
        }
    }
}
