package org.greenaudit.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.greenaudit.assessment.BodyKey;
import org.greenaudit.assessment.Count;
import org.greenaudit.assessment.CountyCounts;
import org.greenaudit.assessment.LineOutcome;
import org.greenaudit.assessment.OpenQuestions;
import org.greenaudit.assessment.RunCounts;
import org.greenaudit.assessment.RunCounts.DecisionKey;
import org.greenaudit.assessment.RunCounts.OutsideKey;
import org.greenaudit.assessment.TallyKey;
import org.greenaudit.catalog.Duty;
import org.greenaudit.purchase.Money;
import org.greenaudit.purchase.RegionCodes;
import org.greenaudit.rules.DecisionUse;
import org.greenaudit.rules.Outcome;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/** The counts of whole runs as rows, county by county (tables {@code audit_count} and {@code audit_tally}). */
public final class CountStore {

    /** Longest name of a certification body. */
    static final int BODY = 200;

    private record Row(String county, String kind, String keyA, String keyB, int keyNo, Count count) {}

    private final JdbcTemplate jdbc;

    /** A store on this database. */
    public CountStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Stores the counts of a run, in the place of any stored before. */
    public void save(long runId, CountyCounts counts) {
        jdbc.update("DELETE FROM audit_count WHERE run_id = ?", runId);
        saveCounts(runId, counts);
    }

    /** Takes the tallies of a run, in the place of any stored before. */
    public TallySink tallies(long runId) {
        jdbc.update("DELETE FROM audit_tally WHERE run_id = ?", runId);
        return new TallySink(jdbc, runId);
    }

    /** The stored counts of a run, but for which unit bought what. */
    public CountyCounts load(long runId) {
        CountyCounts counts = new CountyCounts();
        RowCallbackHandler count = row -> add(counts.of(row.getString("county_code")), row);
        jdbc.query(
                "SELECT county_code, count_kind, key_a, key_b, key_no, line_count, amount FROM audit_count WHERE run_id = ?"
                        + " ORDER BY seq_no",
                count,
                runId);
        RowCallbackHandler tally = row -> addTally(counts, row);
        jdbc.query(
                "SELECT list_id, entry_id, region_code, region_name, '' AS buyer_code, '' AS buyer_name, duty, outcome,"
                        + " rule_code, declared, recycled, SUM(line_count) AS line_count, SUM(amount) AS amount"
                        + " FROM audit_tally WHERE run_id = ? GROUP BY list_id, entry_id, region_code, region_name, duty,"
                        + " outcome, rule_code, declared, recycled",
                tally,
                runId);
        return counts;
    }

    /** The verdicts of a run by county, list, duty, outcome and evidence only: few rows, however large the run. */
    public CountyCounts outline(long runId) {
        CountyCounts counts = new CountyCounts();
        RowCallbackHandler tally = row -> addTally(counts, row);
        jdbc.query(
                "SELECT list_id, '' AS entry_id, LEFT(region_code, 6) AS region_code, '' AS region_name, '' AS buyer_code, '' AS buyer_name,"
                        + " duty, outcome, '' AS rule_code, declared, FALSE AS recycled, SUM(line_count) AS line_count,"
                        + " SUM(amount) AS amount FROM audit_tally WHERE run_id = ?"
                        + " GROUP BY LEFT(region_code, 6), list_id, duty, outcome, declared",
                tally,
                runId);
        return counts;
    }

    private static void addTally(CountyCounts counts, ResultSet row) throws SQLException {
        TallyKey key = tally(row);
        RunCounts.plus(counts.of(RegionCodes.county(key.regionCode())).tallies(), key, count(row));
    }

    private void saveCounts(long runId, CountyCounts counties) {
        List<Row> rows = new ArrayList<>();
        counties.counties().forEach((county, counts) -> addRows(rows, county, counts));
        rows.sort(Comparator.comparing(Row::county)
                .thenComparing(Row::kind)
                .thenComparing(Row::keyA)
                .thenComparing(Row::keyB)
                .thenComparing(Row::keyNo));
        List<Object[]> args = new ArrayList<>(rows.size());
        for (Row row : rows) {
            args.add(new Object[] {
                runId,
                args.size(),
                row.county(),
                row.kind(),
                row.keyA(),
                row.keyB(),
                row.keyNo(),
                row.count().lines(),
                Money.yuan(row.count().amountFen())
            });
        }
        new TableInsert(
                        jdbc,
                        "audit_count",
                        "run_id, seq_no, county_code, count_kind, key_a, key_b, key_no, line_count, amount")
                .rows(args);
    }

    private static void addRows(List<Row> rows, String county, RunCounts counts) {
        counts.lines().forEach((outcome, count) -> rows.add(new Row(county, "line", outcome.name(), "", 0, count)));
        counts.advisory()
                .forEach((outcome, count) -> rows.add(new Row(county, "advisory", outcome.name(), "", 0, count)));
        counts.rejected().forEach((reason, count) -> rows.add(new Row(county, "rejected", reason, "", 0, count)));
        counts.setApart().forEach((reason, count) -> rows.add(new Row(county, "set-apart", reason, "", 0, count)));
        counts.warnings().forEach((warning, count) -> rows.add(new Row(county, "warning", warning, "", 0, count)));
        counts.outside()
                .forEach((key, count) -> rows.add(new Row(county, "outside", key.listId(), key.reason(), 0, count)));
        counts.bodies()
                .forEach((key, count) -> rows.add(new Row(
                        county, "body", ColumnCodec.clip(key.body(), BODY), key.listId(), key.defect(), count)));
        counts.decisions()
                .forEach((key, count) -> rows.add(new Row(
                        county,
                        "decision",
                        ColumnCodec.clip(key.regionCode(), ColumnCodec.REGION_CODE),
                        key.state().name(),
                        0,
                        count)));
        counts.questions()
                .forEach((region, open) -> rows.add(new Row(
                        county,
                        "question",
                        ColumnCodec.clip(region, ColumnCodec.REGION_CODE),
                        open.oldest().toString(),
                        0,
                        open.overdue())));
    }

    private static void add(RunCounts counts, ResultSet row) throws SQLException {
        String a = row.getString("key_a");
        String b = row.getString("key_b");
        Count count = count(row);
        String kind = row.getString("count_kind");
        switch (kind) {
            case "line" -> RunCounts.plus(counts.lines(), LineOutcome.valueOf(a), count);
            case "advisory" -> RunCounts.plus(counts.advisory(), LineOutcome.valueOf(a), count);
            case "rejected" -> RunCounts.plus(counts.rejected(), a, count);
            case "set-apart" -> RunCounts.plus(counts.setApart(), a, count);
            case "warning" -> RunCounts.plus(counts.warnings(), a, count);
            case "outside" -> RunCounts.plus(counts.outside(), new OutsideKey(a, b), count);
            case "body" -> RunCounts.plus(counts.bodies(), new BodyKey(a, b, row.getInt("key_no")), count);
            case "decision" ->
                RunCounts.plus(counts.decisions(), new DecisionKey(a, DecisionUse.State.valueOf(b)), count);
            case "question" -> RunCounts.plus(counts.questions(), a, new OpenQuestions(LocalDate.parse(b), count));
            default -> throw new IllegalStateException("unknown kind of count: " + kind);
        }
    }

    private static TallyKey tally(ResultSet row) throws SQLException {
        return new TallyKey(
                row.getString("list_id"),
                row.getString("entry_id"),
                row.getString("region_code"),
                row.getString("region_name"),
                row.getString("buyer_code"),
                row.getString("buyer_name"),
                Duty.valueOf(row.getString("duty")),
                Outcome.valueOf(row.getString("outcome")),
                row.getString("rule_code"),
                row.getBoolean("declared"),
                row.getBoolean("recycled"));
    }

    private static Count count(ResultSet row) throws SQLException {
        return new Count(row.getLong("line_count"), ColumnCodec.fen(row.getBigDecimal("amount")));
    }
}
