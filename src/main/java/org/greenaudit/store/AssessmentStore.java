package org.greenaudit.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.greenaudit.assessment.BodyAssessment;
import org.greenaudit.assessment.BuyerKey;
import org.greenaudit.assessment.Count;
import org.greenaudit.assessment.UnitAssessment;
import org.greenaudit.purchase.Money;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/** The assessments of a run (tables {@code audit_unit}, {@code audit_unit_count} and {@code audit_body}). */
public final class AssessmentStore {

    private static final String CERTIFIED = "certified";
    private static final String LISTED = "listed";

    private final JdbcTemplate jdbc;

    /** A store on this database. */
    public AssessmentStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Stores the assessments of a run in their order, in the place of any stored before. */
    public void save(long runId, List<UnitAssessment> units, List<BodyAssessment> bodies) {
        for (String table : List.of("audit_unit", "audit_unit_count", "audit_body")) {
            jdbc.update("DELETE FROM " + table + " WHERE run_id = ?", runId);
        }
        List<Object[]> unitRows = new ArrayList<>();
        List<Object[]> countRows = new ArrayList<>();
        for (UnitAssessment unit : units) {
            int seq = unitRows.size();
            unitRows.add(row(runId, seq, unit));
            addCounts(countRows, runId, seq, unit);
        }
        new TableInsert(
                        jdbc,
                        "audit_unit",
                        "run_id, seq_no, region_code, region_name, buyer_code, buyer_name, repeat_violations,"
                                + " oldest_open_days, score, grade")
                .rows(unitRows);
        new TableInsert(jdbc, "audit_unit_count", "run_id, seq_no, count_name, list_id, line_count, amount")
                .rows(countRows);
        new TableInsert(jdbc, "audit_body", "run_id, seq_no, defect, body_name, list_id, line_count, amount")
                .rows(bodyRows(runId, bodies));
    }

    /** The units of a run, in the order in which they were stored: worst first. */
    public List<UnitAssessment> units(long runId) {
        Map<Integer, Map<String, Map<String, Count>>> counts = new HashMap<>();
        RowCallbackHandler count = row -> counts.computeIfAbsent(row.getInt(1), seq -> new HashMap<>())
                .computeIfAbsent(row.getString(2), name -> new TreeMap<>())
                .put(row.getString(3), new Count(row.getLong(4), ColumnCodec.fen(row.getBigDecimal(5))));
        jdbc.query(
                "SELECT seq_no, count_name, list_id, line_count, amount FROM audit_unit_count WHERE run_id = ?",
                count,
                runId);
        return jdbc.query(
                "SELECT region_code, buyer_code, buyer_name, region_name, repeat_violations, oldest_open_days, score,"
                        + " grade, seq_no FROM audit_unit WHERE run_id = ? ORDER BY seq_no",
                (row, n) -> {
                    Map<String, Map<String, Count>> own = counts.getOrDefault(row.getInt(9), Map.of());
                    return new UnitAssessment(
                            new BuyerKey(row.getString(1), row.getString(2), row.getString(3)),
                            row.getString(4),
                            one(own, "in-scope"),
                            own.getOrDefault(CERTIFIED, Map.of()),
                            own.getOrDefault(LISTED, Map.of()),
                            one(own, "mandatory"),
                            one(own, "mandatory-violations"),
                            one(own, "priority"),
                            one(own, "priority-certified"),
                            one(own, "priority-shortfalls"),
                            one(own, "undetermined"),
                            one(own, "exempt"),
                            one(own, "advisory"),
                            row.getLong(5),
                            Optional.ofNullable(row.getObject(6, Long.class)),
                            Optional.ofNullable(row.getBigDecimal(7)),
                            Optional.ofNullable(row.getString(8)));
                },
                runId);
    }

    /** The certification bodies of a run in their order. */
    public List<BodyAssessment> bodies(long runId) {
        List<BodyAssessment> bodies = new ArrayList<>();
        RowCallbackHandler handler = row -> {
            Count count = new Count(row.getLong(4), ColumnCodec.fen(row.getBigDecimal(5)));
            int defect = row.getInt(1);
            if (defect == 0) {
                bodies.add(new BodyAssessment(row.getString(2), row.getString(3), count, new TreeMap<>()));
            } else {
                bodies.get(bodies.size() - 1).defects().put(defect, count);
            }
        };
        jdbc.query(
                "SELECT defect, body_name, list_id, line_count, amount FROM audit_body WHERE run_id = ?"
                        + " ORDER BY seq_no, defect",
                handler,
                runId);
        return bodies;
    }

    private static Object[] row(long runId, int seq, UnitAssessment unit) {
        return new Object[] {
            runId,
            seq,
            ColumnCodec.clip(unit.buyer().regionCode(), ColumnCodec.REGION_CODE),
            ColumnCodec.clip(unit.regionName(), ColumnCodec.REGION_NAME),
            ColumnCodec.clip(unit.buyer().buyerCode(), ColumnCodec.BUYER_CODE),
            ColumnCodec.clip(unit.buyer().buyerName(), ColumnCodec.BUYER_NAME),
            unit.repeatViolations(),
            unit.oldestOpenDays().orElse(null),
            unit.score().orElse(null),
            unit.grade().orElse(null)
        };
    }

    private static void addCounts(List<Object[]> rows, long runId, int seq, UnitAssessment unit) {
        Map<String, Count> named = new TreeMap<>();
        named.put("in-scope", unit.inScope());
        named.put("mandatory", unit.mandatory());
        named.put("mandatory-violations", unit.mandatoryViolations());
        named.put("priority", unit.priority());
        named.put("priority-certified", unit.priorityCertified());
        named.put("priority-shortfalls", unit.priorityShortfalls());
        named.put("undetermined", unit.undetermined());
        named.put("exempt", unit.exempt());
        named.put("advisory", unit.advisory());
        named.forEach((name, count) -> rows.add(row(runId, seq, name, "", count)));
        new TreeMap<>(unit.certified()).forEach((list, count) -> rows.add(row(runId, seq, CERTIFIED, list, count)));
        new TreeMap<>(unit.listed()).forEach((list, count) -> rows.add(row(runId, seq, LISTED, list, count)));
    }

    private static Object[] row(long runId, int seq, String name, String listId, Count count) {
        return new Object[] {runId, seq, name, listId, count.lines(), Money.yuan(count.amountFen())};
    }

    private static List<Object[]> bodyRows(long runId, List<BodyAssessment> bodies) {
        List<Object[]> rows = new ArrayList<>();
        for (int seq = 0; seq < bodies.size(); seq++) {
            BodyAssessment body = bodies.get(seq);
            Map<Integer, Count> counts = new TreeMap<>(body.defects());
            counts.put(0, body.certificates());
            for (Map.Entry<Integer, Count> entry : counts.entrySet()) {
                rows.add(new Object[] {
                    runId,
                    seq,
                    entry.getKey(),
                    ColumnCodec.clip(body.body(), CountStore.BODY),
                    body.listId(),
                    entry.getValue().lines(),
                    Money.yuan(entry.getValue().amountFen())
                });
            }
        }
        return rows;
    }

    private static Count one(Map<String, Map<String, Count>> counts, String name) {
        return counts.getOrDefault(name, Map.of()).getOrDefault("", Count.ZERO);
    }
}
