package org.greenaudit.store;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.greenaudit.decision.BuyingUnit;
import org.greenaudit.decision.Decision;
import org.greenaudit.decision.FactKind;
import org.greenaudit.decision.Ruling;
import org.greenaudit.message.Text;
import org.greenaudit.message.UsageException;
import org.greenaudit.purchase.Money;
import org.greenaudit.purchase.SourceRef;
import org.greenaudit.rules.DecisionUse;
import org.greenaudit.store.database.RowLock;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** What people decided (table {@code audit_decision}), and what that did to lines ({@code audit_decision_use}). */
public final class DecisionStore {

    private static final String COLUMNS =
            "job_name, record_id, list_id, is_product, brand, model, region_code, buyer_code, buyer_name, facts, kind, entry_id,"
                    + " fact_kind, fact_value, certificate_no, certificate_from, certificate_to, approval_no, decided_by,"
                    + " decided_on, reason, valid_until, withdrawn_by, withdrawn_on, withdrawn_reason";

    private static final String USES =
            "decision_id, state, source_name, line_no, record_id, region_code, list_id, outcome_without,"
                    + " outcome_with, changed_facts, amount, first_seen";

    private static final int PERSON = 100;
    private static final int VALUE = 200;
    private static final int MODEL = 500;

    private static final String TURN = "audit_decision_turn";

    /**
     * What reads the decisions of a job and may add some.
     *
     * @param <T> what comes of it
     */
    @FunctionalInterface
    public interface Deciding<T> {

        /** Decides. */
        T decide() throws IOException;
    }

    private final DataSource dataSource;
    private final JdbcTemplate jdbc;
    private final TransactionOperations transactions;
    private final Lock turn = new ReentrantLock();

    /** A store on this database. */
    public DecisionStore(DataSource dataSource, JdbcTemplate jdbc) {
        this.dataSource = dataSource;
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    }

    /**
     * Decides while nobody else does, here or in another process: of two who decide at once, the second one sees what the
     * first one did.
     *
     * @throws UsageException when somebody else takes longer than the database waits
     */
    public <T> T inTurn(String job, Deciding<T> deciding) throws IOException {
        // those of one process wait here: each who waits in the database keeps a connection
        turn.lock();
        try {
            ensureTurn(job);
            RowLock row = RowLock.await(dataSource, TURN, job)
                    .orElseThrow(() -> new UsageException(Text.of("decision.turn", job)));
            try {
                return deciding.decide();
            } finally {
                row.close();
            }
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("the turn to decide about job " + job, e);
        } finally {
            turn.unlock();
        }
    }

    private void ensureTurn(String job) {
        try {
            jdbc.update(
                    "INSERT INTO " + TURN + " (job_name) SELECT ? WHERE NOT EXISTS (SELECT 1 FROM " + TURN
                            + " WHERE job_name = ?)",
                    job,
                    job);
        } catch (DuplicateKeyException e) {
            // another process was quicker: the row is there
        }
    }

    /** Stores decisions of a job in their order: all of them, or none where it fails. */
    public void add(String job, List<Decision> decisions) {
        List<Object[]> rows =
                decisions.stream().map(decision -> values(job, decision)).toList();
        transactions.executeWithoutResult(state -> new TableInsert(jdbc, "audit_decision", COLUMNS).rows(rows));
    }

    /** Every decision of a job, withdrawn ones too, the oldest first. */
    public List<Decision> ofJob(String job) {
        return jdbc.query(
                "SELECT id, " + COLUMNS + " FROM audit_decision WHERE job_name = ? ORDER BY id",
                (row, n) -> decision(row),
                job);
    }

    /**
     * Withdraws a decision.
     *
     * @return false when there is none of that number in the job, or it is withdrawn already
     */
    public boolean withdraw(String job, long id, Decision.Withdrawal withdrawal) {
        return jdbc.update(
                        "UPDATE audit_decision SET withdrawn_by = ?, withdrawn_on = ?, withdrawn_reason = ?"
                                + " WHERE job_name = ? AND id = ? AND withdrawn_on IS NULL",
                        ColumnCodec.clip(withdrawal.by(), PERSON),
                        withdrawal.on(),
                        ColumnCodec.clip(withdrawal.reason(), Decision.LONGEST_REASON),
                        job,
                        id)
                > 0;
    }

    /**
     * Adds what decisions did to lines of a partition.
     *
     * @param firstSeq the number of the first one in its partition; the others follow
     */
    public void addUses(long runId, int partition, long firstSeq, List<StoredUse> uses) {
        List<Object[]> rows = new ArrayList<>(uses.size());
        for (StoredUse stored : uses) {
            DecisionUse use = stored.use();
            rows.add(new Object[] {
                runId,
                partition,
                firstSeq + rows.size(),
                use.decision(),
                use.state().name(),
                ColumnCodec.clip(stored.ref().source(), ColumnCodec.SOURCE_NAME),
                stored.ref().line(),
                ColumnCodec.clip(stored.recordId(), ColumnCodec.RECORD_ID),
                ColumnCodec.clip(stored.regionCode(), ColumnCodec.REGION_CODE),
                use.listId(),
                use.without(),
                use.with(),
                String.join(" ", use.changed()),
                Money.yuan(stored.amountFen()),
                stored.firstSeen()
            });
        }
        new TableInsert(jdbc, "audit_decision_use", "run_id, partition_no, seq_no, " + USES).rows(rows);
    }

    /** What decisions did to lines of a run, by decision, then in source order. */
    public List<StoredUse> uses(long runId) {
        return usesWhere("run_id = ?", runId);
    }

    /** What decisions did to a record in a run, by decision. */
    public List<StoredUse> uses(long runId, String recordId) {
        return usesWhere("run_id = ? AND record_id = ?", runId, ColumnCodec.clip(recordId, ColumnCodec.RECORD_ID));
    }

    private List<StoredUse> usesWhere(String condition, Object... args) {
        return jdbc.query(
                "SELECT " + USES + " FROM audit_decision_use WHERE " + condition
                        + " ORDER BY decision_id, partition_no, seq_no",
                (row, n) -> new StoredUse(
                        new SourceRef(0, row.getString("source_name"), row.getLong("line_no")),
                        row.getString("record_id"),
                        row.getString("region_code"),
                        ColumnCodec.fen(row.getBigDecimal("amount")),
                        row.getObject("first_seen", LocalDate.class),
                        new DecisionUse(
                                row.getLong("decision_id"),
                                row.getString("list_id"),
                                DecisionUse.State.valueOf(row.getString("state")),
                                row.getString("outcome_without"),
                                row.getString("outcome_with"),
                                words(row.getString("changed_facts")))),
                args);
    }

    /** What lines of a run among these records are without decisions, with the date on which each was first that. */
    public Map<FindingKey, LocalDate> firstSeen(long runId, Collection<String> recordIds) {
        return FirstSeen.query(
                jdbc,
                "SELECT record_id, list_id, outcome_without, first_seen FROM audit_decision_use WHERE run_id = ?",
                runId,
                recordIds);
    }

    private static @Nullable Object[] values(String job, Decision decision) {
        Decision.Finding finding = decision.finding();
        Ruling ruling = decision.ruling();
        Optional<Ruling.Fact> fact = of(ruling, Ruling.Fact.class);
        Optional<Ruling.Certificate> certificate = of(ruling, Ruling.Certificate.class);
        return new Object[] {
            job,
            ColumnCodec.clip(finding.recordId(), ColumnCodec.RECORD_ID),
            finding.listId(),
            decision.product(),
            ColumnCodec.clip(finding.brand(), VALUE),
            ColumnCodec.clip(finding.model(), MODEL),
            ColumnCodec.clip(finding.buyer().regionCode(), ColumnCodec.REGION_CODE),
            ColumnCodec.clip(finding.buyer().code(), ColumnCodec.BUYER_CODE),
            ColumnCodec.clip(finding.buyer().name(), ColumnCodec.BUYER_NAME),
            String.join(" ", finding.facts()),
            ruling.kind(),
            of(ruling, Ruling.Item.class).map(Ruling.Item::entryId).orElse(""),
            fact.map(known -> known.fact().id()).orElse(""),
            ColumnCodec.clip(fact.map(Ruling.Fact::value).orElse(""), VALUE),
            ColumnCodec.clip(certificate.map(Ruling.Certificate::number).orElse(""), VALUE),
            certificate.flatMap(Ruling.Certificate::from).orElse(null),
            certificate.flatMap(Ruling.Certificate::to).orElse(null),
            ColumnCodec.clip(
                    of(ruling, Ruling.Exemption.class)
                            .map(Ruling.Exemption::approvalNo)
                            .orElse(""),
                    VALUE),
            ColumnCodec.clip(decision.by(), PERSON),
            decision.on(),
            ColumnCodec.clip(decision.reason(), Decision.LONGEST_REASON),
            decision.until().orElse(null),
            decision.withdrawn().map(it -> ColumnCodec.clip(it.by(), PERSON)).orElse(null),
            decision.withdrawn().map(Decision.Withdrawal::on).orElse(null),
            decision.withdrawn()
                    .map(it -> ColumnCodec.clip(it.reason(), Decision.LONGEST_REASON))
                    .orElse(null)
        };
    }

    private static <T extends Ruling> Optional<T> of(Ruling ruling, Class<T> kind) {
        return Optional.of(ruling).filter(kind::isInstance).map(kind::cast);
    }

    private static Decision decision(ResultSet row) throws SQLException {
        Optional<LocalDate> withdrawn = date(row, "withdrawn_on");
        return new Decision(
                row.getLong("id"),
                new Decision.Finding(
                        row.getString("record_id"),
                        row.getString("list_id"),
                        row.getString("brand"),
                        row.getString("model"),
                        new BuyingUnit(
                                row.getString("region_code"), row.getString("buyer_code"), row.getString("buyer_name")),
                        words(row.getString("facts"))),
                row.getBoolean("is_product"),
                ruling(row),
                row.getString("decided_by"),
                row.getObject("decided_on", LocalDate.class),
                row.getString("reason"),
                date(row, "valid_until"),
                withdrawn.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Decision.Withdrawal(
                                row.getString("withdrawn_by"), withdrawn.get(), row.getString("withdrawn_reason"))));
    }

    private static Ruling ruling(ResultSet row) throws SQLException {
        String kind = row.getString("kind");
        return switch (kind) {
            case "item" -> new Ruling.Item(row.getString("entry_id"));
            case "not-listed" -> new Ruling.NotListed();
            case "fact" ->
                new Ruling.Fact(FactKind.of(row.getString("fact_kind")).orElseThrow(), row.getString("fact_value"));
            case "certificate" ->
                new Ruling.Certificate(
                        row.getString("certificate_no"), date(row, "certificate_from"), date(row, "certificate_to"));
            case "exemption" -> new Ruling.Exemption(row.getString("approval_no"));
            case "confirmed" -> new Ruling.Confirmed();
            case "dismissed" -> new Ruling.Dismissed();
            default -> throw new IllegalStateException("decision of an unknown kind: " + kind);
        };
    }

    private static Optional<LocalDate> date(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDate.class));
    }

    private static List<String> words(String stored) {
        return stored.isEmpty() ? List.of() : List.of(stored.split(" "));
    }
}
