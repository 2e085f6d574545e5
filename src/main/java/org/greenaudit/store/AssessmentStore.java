package org.greenaudit.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.greenaudit.assessment.BodyAssessment;
import org.greenaudit.assessment.BuyerKey;
import org.greenaudit.assessment.Count;
import org.greenaudit.assessment.UnitAssessment;
import org.greenaudit.purchase.Money;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/** The assessments of a run (tables {@code audit_unit}, {@code audit_unit_count} and {@code audit_body}). */
public final class AssessmentStore {

    private static final int PAGE = 1000;

    private final JdbcTemplate jdbc;

    /** A store on this database. */
    public AssessmentStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Stores the assessments of a run, in the place of any stored before.
     *
     * @param units the units, all in the group without a name
     */
    public void save(long runId, SortedUnits units, List<BodyAssessment> bodies) throws IOException {
        for (String table : List.of("audit_unit", "audit_unit_count", "audit_body")) {
            jdbc.update("DELETE FROM " + table + " WHERE run_id = ?", runId);
        }
        TableInsert rows = new TableInsert(
                jdbc,
                "audit_unit",
                "run_id, seq_no, region_code, region_name, buyer_code, buyer_name, repeat_violations,"
                        + " oldest_open_days, score, grade");
        TableInsert counts =
                new TableInsert(jdbc, "audit_unit_count", "run_id, seq_no, count_name, list_id, line_count, amount");
        AtomicInteger seq = new AtomicInteger();
        units.read("", unit -> {
            int place = seq.getAndIncrement();
            rows.row(row(runId, place, unit));
            UnitCounts.of(unit)
                    .forEach((name, count) -> counts.row(
                            runId, place, name.name(), name.listId(), count.lines(), Money.yuan(count.amountFen())));
        });
        rows.flush();
        counts.flush();
        new TableInsert(jdbc, "audit_body", "run_id, seq_no, defect, body_name, list_id, line_count, amount")
                .rows(bodyRows(runId, bodies));
    }

    /** Hands out the units of a run, in the order in which they were stored: worst first. */
    public void units(long runId, RowSink<UnitAssessment> sink) throws IOException {
        Collection<UnitAssessment> page;
        int next = 0;
        do {
            page = units(runId, "seq_no >= ? AND seq_no < ?", next, next + PAGE).values();
            for (UnitAssessment unit : page) {
                sink.accept(unit);
            }
            next += page.size();
        } while (page.size() == PAGE);
    }

    /**
     * A unit of a run, without its counts.
     *
     * @param place its place among the units of the run, worst first, from 0; that of a completed run never changes
     * @param grade its grade; empty when not graded
     */
    public record UnitPlace(int place, BuyerKey buyer, Optional<String> grade) {}

    /** The units of a run, worst first, without their counts. */
    public List<UnitPlace> places(long runId) {
        return jdbc.query(
                "SELECT seq_no, region_code, buyer_code, buyer_name, grade FROM audit_unit WHERE run_id = ?"
                        + " ORDER BY run_id, seq_no",
                (row, n) -> new UnitPlace(
                        row.getInt(1),
                        new BuyerKey(row.getString(2), row.getString(3), row.getString(4)),
                        Optional.ofNullable(row.getString(5))),
                runId);
    }

    /** The units at these places of a run, worst first; a place without one is left out. */
    public SortedMap<Integer, UnitAssessment> units(long runId, Collection<Integer> places) {
        return places.isEmpty()
                ? new TreeMap<>()
                : units(
                        runId,
                        "seq_no IN (" + String.join(", ", Collections.nCopies(places.size(), "?")) + ")",
                        places.toArray());
    }

    /** The same unit in a run, if it had one of that region, code and name. */
    public Optional<UnitAssessment> unit(long runId, BuyerKey buyer) {
        List<Integer> places = jdbc.queryForList(
                "SELECT seq_no FROM audit_unit WHERE run_id = ? AND region_code = ? AND buyer_code = ? AND buyer_name = ?",
                Integer.class,
                runId,
                buyer.regionCode(),
                buyer.buyerCode(),
                buyer.buyerName());
        return units(runId, places).values().stream().findFirst();
    }

    /** Units by their places, those of which a condition on places holds. */
    private SortedMap<Integer, UnitAssessment> units(long runId, String condition, Object... args) {
        Object[] all = Stream.concat(Stream.of(runId), Stream.of(args)).toArray();
        Map<Integer, Map<UnitCounts.Name, Count>> counts = new HashMap<>();
        RowCallbackHandler count = row -> counts.computeIfAbsent(row.getInt(1), seq -> new HashMap<>())
                .put(
                        new UnitCounts.Name(row.getString(2), row.getString(3)),
                        new Count(row.getLong(4), ColumnCodec.fen(row.getBigDecimal(5))));
        jdbc.query(
                "SELECT seq_no, count_name, list_id, line_count, amount FROM audit_unit_count WHERE run_id = ? AND "
                        + condition,
                count,
                all);
        SortedMap<Integer, UnitAssessment> units = new TreeMap<>();
        RowCallbackHandler unit = row -> {
            Map<UnitCounts.Name, Count> own = counts.getOrDefault(row.getInt(9), Map.of());
            units.put(
                    row.getInt(9),
                    new UnitAssessment(
                            new BuyerKey(row.getString(1), row.getString(2), row.getString(3)),
                            row.getString(4),
                            UnitCounts.lists(own),
                            UnitCounts.duties(own),
                            UnitCounts.recyclable(own),
                            UnitCounts.recycled(own),
                            UnitCounts.advisory(own),
                            row.getLong(5),
                            Optional.ofNullable(row.getObject(6, Long.class)),
                            Optional.ofNullable(row.getBigDecimal(7)),
                            Optional.ofNullable(row.getString(8))));
        };
        jdbc.query(
                "SELECT region_code, buyer_code, buyer_name, region_name, repeat_violations, oldest_open_days, score,"
                        + " grade, seq_no FROM audit_unit WHERE run_id = ? AND " + condition,
                unit,
                all);
        return units;
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
}
