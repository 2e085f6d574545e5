package org.greenaudit.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.greenaudit.assessment.BuyerCodes;
import org.greenaudit.assessment.BuyerKey;
import org.greenaudit.assessment.UnitHistory;
import org.greenaudit.catalog.Duty;
import org.greenaudit.purchase.RegionCodes;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/** What the violations of a run look like beside those of earlier runs. Advisory violations count nowhere here. */
public final class HistoryStore {

    private record Offence(BuyerKey buyer, String entryId, String rule) {}

    /**
     * What changed between two runs.
     *
     * @param added violations that the earlier run did not have
     * @param resolved violations of the earlier run that are none in the later one
     */
    public record Difference(long added, long resolved) {}

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
     * The histories of the units that have violations in a run. A violation is a repeat when this audit date is the
     * first to report it and a completed run of an earlier audit date reported the same unit for the same rule and row.
     *
     * @param codes tell the unit of a violation without a buyer code
     */
    public Map<BuyerKey, UnitHistory> histories(RunRecord run, BuyerCodes codes) {
        Set<Offence> earlier = earlierOffences(run, codes);
        Map<BuyerKey, UnitHistory> histories = new HashMap<>();
        RowCallbackHandler row = result -> {
            BuyerKey buyer = unit(result, codes);
            boolean repeat = result.getObject(6, LocalDate.class).equals(run.auditDate())
                    && earlier.contains(new Offence(buyer, result.getString(4), result.getString(5)));
            LocalDate contractDate = result.getObject(7, LocalDate.class);
            UnitHistory before = histories.getOrDefault(buyer, UnitHistory.NONE);
            Optional<LocalDate> oldest = before.oldestOpen().filter(date -> date.isBefore(contractDate));
            histories.put(
                    buyer,
                    new UnitHistory(
                            before.repeatViolations() + (repeat ? 1 : 0), Optional.of(oldest.orElse(contractDate))));
        };
        jdbc.query(
                "SELECT region_code, buyer_code, buyer_name, entry_id, rule_code, first_seen, contract_date"
                        + " FROM audit_verdict WHERE run_id = ? AND outcome = 'VIOLATION' AND duty <> 'ADVISORY'",
                row,
                run.id());
        return histories;
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

    private static BuyerKey unit(ResultSet row, BuyerCodes codes) throws SQLException {
        return codes.unit(new BuyerKey(row.getString(1), row.getString(2), row.getString(3)));
    }

    private Set<Offence> earlierOffences(RunRecord run, BuyerCodes codes) {
        Set<Offence> offences = new HashSet<>();
        RowCallbackHandler row =
                result -> offences.add(new Offence(unit(result, codes), result.getString(4), result.getString(5)));
        jdbc.query(
                "SELECT DISTINCT t.region_code, t.buyer_code, t.buyer_name, t.entry_id, t.rule_code"
                        + " FROM audit_tally t JOIN audit_run r ON r.id = t.run_id"
                        + " WHERE r.job_name = ? AND r.run_status = 'COMPLETED' AND r.audit_date < ?"
                        + " AND t.outcome = 'VIOLATION' AND t.duty <> 'ADVISORY'",
                row,
                run.jobName(),
                run.auditDate());
        return offences;
    }
}
