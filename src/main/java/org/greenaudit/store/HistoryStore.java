package org.greenaudit.store;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.greenaudit.assessment.BuyerKey;
import org.greenaudit.catalog.Duty;
import org.greenaudit.purchase.RegionCodes;
import org.greenaudit.rules.Outcome;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/** What the violations of a run look like beside those of earlier runs. Advisory violations count nowhere here. */
public final class HistoryStore {

    private record Reported(int place, Duty duty, BuyerKey buyer, String entryId, String rule) {}

    /**
     * What changed between two runs.
     *
     * @param added violations that the earlier run did not have
     * @param resolved violations of the earlier run that are none in the later one
     */
    public record Difference(long added, long resolved) {}

    private static final int PAGE = 2000;

    /** The violations of a run by unit, row and rule, from a place on. */
    private static final String REPORTED =
            "SELECT seq_no, duty, region_code, buyer_code, buyer_name, entry_id, rule_code"
                    + " FROM audit_tally WHERE run_id = ? AND outcome = 'VIOLATION' AND seq_no >= ?"
                    // all of the index, or H2 sorts the whole run for each page
                    + " ORDER BY run_id, outcome, seq_no LIMIT " + PAGE;

    /** Violations of the earlier run that are none in the later one. */
    private static final String RESOLVED =
            " WHERE e.run_id = ? AND e.outcome = 'VIOLATION' AND NOT EXISTS (SELECT 1 FROM audit_verdict v"
                    + " WHERE v.run_id = ? AND v.record_id = e.record_id AND v.list_id = e.list_id"
                    + " AND v.outcome = 'VIOLATION')";

    private final JdbcTemplate jdbc;

    /** A store on this database. */
    public HistoryStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Adds to a ledger which violations of a run are open, and which completed runs of earlier audit dates reported. A
     * violation is a repeat when this audit date is the first to report it and one of those reported the same unit for the
     * same rule and row.
     *
     * @return how many verdicts of each outcome are stored for the run
     */
    public Map<Outcome, Long> collect(RunRecord run, VerdictStore verdicts, UnitLedger ledger) throws IOException {
        Map<Outcome, Long> stored = verdicts.readViolations(
                run.id(),
                violation -> ledger.addOpen(
                        violation.buyer(),
                        violation.entryId(),
                        violation.rule(),
                        violation.contractDate(),
                        violation.firstSeen().equals(run.auditDate())));
        collectEarlier(run, ledger);
        return stored;
    }

    /** How the violations of a run differ from those of an earlier one. */
    public RunChanges changes(RunRecord earlier, long runId) {
        Map<Duty, Difference> differences = differences(earlier.id(), runId);
        differences.remove(Duty.ADVISORY);
        return new RunChanges(
                earlier.runId(),
                differences.values().stream().mapToLong(Difference::added).sum(),
                differences.values().stream().mapToLong(Difference::resolved).sum());
    }

    /** The same by county, advisory ones apart; only those in which something changed. */
    public Map<String, RunChanges> countyChanges(RunRecord earlier, long runId) {
        Map<String, RunChanges> changes = new TreeMap<>();
        RowCallbackHandler row = result -> changes.merge(
                RegionCodes.county(result.getString(1)),
                new RunChanges(earlier.runId(), result.getLong(2), result.getLong(3)),
                (one, other) -> new RunChanges(
                        one.previousRunId(), one.added() + other.added(), one.resolved() + other.resolved()));
        jdbc.query(
                "SELECT region_code, COUNT(*), 0 FROM audit_verdict WHERE run_id = ? AND outcome = 'VIOLATION'"
                        + " AND duty <> 'ADVISORY' AND is_new = TRUE GROUP BY region_code",
                row,
                runId);
        jdbc.query(
                "SELECT e.region_code, 0, COUNT(*) FROM audit_verdict e" + RESOLVED
                        + " AND e.duty <> 'ADVISORY' GROUP BY e.region_code",
                row,
                earlier.id(),
                runId);
        return changes;
    }

    /** The same by duty; here advisory violations are among them, under their own duty. */
    public Map<Duty, Difference> differences(long earlierRunId, long runId) {
        Map<Duty, Long> added = byDuty(
                "SELECT duty, COUNT(*) FROM audit_verdict WHERE run_id = ? AND outcome = 'VIOLATION'"
                        + " AND is_new = TRUE GROUP BY duty",
                runId);
        Map<Duty, Long> resolved = byDuty(
                "SELECT e.duty, COUNT(*) FROM audit_verdict e" + RESOLVED + " GROUP BY e.duty", earlierRunId, runId);
        Map<Duty, Difference> differences = new EnumMap<>(Duty.class);
        for (Duty duty : Duty.values()) {
            differences.put(duty, new Difference(added.getOrDefault(duty, 0L), resolved.getOrDefault(duty, 0L)));
        }
        return differences;
    }

    private Map<Duty, Long> byDuty(String sql, Object... args) {
        Map<Duty, Long> counts = new EnumMap<>(Duty.class);
        RowCallbackHandler row = result -> counts.put(Duty.valueOf(result.getString(1)), result.getLong(2));
        jdbc.query(sql, row, args);
        return counts;
    }

    /** Page by page along an index, run after run: an earlier run may have more of them than memory holds. */
    private void collectEarlier(RunRecord run, UnitLedger ledger) throws IOException {
        List<Long> earlier = jdbc.queryForList(
                "SELECT id FROM audit_run WHERE job_name = ? AND run_status = 'COMPLETED' AND audit_date < ? ORDER BY id",
                Long.class,
                run.jobName(),
                run.auditDate());
        for (long runId : earlier) {
            List<Reported> page;
            int next = 0;
            do {
                page = jdbc.query(
                        REPORTED,
                        (row, n) -> new Reported(
                                row.getInt(1),
                                Duty.valueOf(row.getString(2)),
                                new BuyerKey(row.getString(3), row.getString(4), row.getString(5)),
                                row.getString(6),
                                row.getString(7)),
                        runId,
                        next);
                for (Reported reported : page) {
                    if (reported.duty() != Duty.ADVISORY) {
                        ledger.addEarlier(reported.buyer(), reported.entryId(), reported.rule());
                    }
                    next = reported.place() + 1;
                }
            } while (page.size() == PAGE);
        }
    }
}
