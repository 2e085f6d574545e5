package org.greenaudit.store;

import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The stores on one database.
 *
 * @param runs the runs
 * @param locks one running start per job
 * @param plans sources and duplicates
 * @param partitions the partitions and their counts
 * @param verdicts the verdicts
 * @param rejections rejected rows
 * @param counts the counts of whole runs
 * @param assessments units and bodies
 * @param histories comparison with earlier runs
 * @param summaries totals
 * @param notes how the sources were read
 * @param decisions what people decided
 * @param retention deletes what need not stay
 */
public record Stores(
        RunStore runs,
        JobLocks locks,
        PlanStore plans,
        PartitionStore partitions,
        VerdictStore verdicts,
        RejectionStore rejections,
        CountStore counts,
        AssessmentStore assessments,
        HistoryStore histories,
        SummaryStore summaries,
        NoteStore notes,
        DecisionStore decisions,
        RetentionStore retention) {

    /** The completed run of the same job that came before this one, if its verdicts are still there. */
    public Optional<RunRecord> previous(RunRecord run) {
        return runs.previous(run).filter(earlier -> retention.hasDetails(earlier.id()));
    }

    /** The stores on this database. */
    public static Stores on(DataSource dataSource, JdbcTemplate jdbc) {
        return new Stores(
                new RunStore(jdbc),
                new JobLocks(dataSource),
                new PlanStore(jdbc),
                new PartitionStore(dataSource, jdbc),
                new VerdictStore(jdbc),
                new RejectionStore(jdbc),
                new CountStore(jdbc),
                new AssessmentStore(jdbc),
                new HistoryStore(jdbc),
                new SummaryStore(jdbc),
                new NoteStore(jdbc),
                new DecisionStore(dataSource, jdbc),
                new RetentionStore(jdbc));
    }
}
