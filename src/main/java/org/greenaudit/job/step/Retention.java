package org.greenaudit.job.step;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.greenaudit.store.RunRecord;

/**
 * Which runs of a job lose their details (verdicts, rejected rows) and which their history in Spring Batch's tables.
 * Counts and assessments stay for ever. Details stay for the newest audit dates, for the last completed run of each
 * month, and for whatever an unfinished run is compared with; of an abandoned run they are of no use. An unfinished run
 * that is older than the oldest date kept is given up.
 */
final class Retention {

    private final List<RunRecord> runs;
    private final RunRecord current;
    private final LocalDate oldestKept;

    /**
     * The retention of a job.
     *
     * @param runs every run of the job, oldest first
     * @param current the run that is about to be completed
     * @param nights completed audit dates to keep, the current one included, at least 1
     */
    Retention(List<RunRecord> runs, RunRecord current, int nights) {
        this.runs = List.copyOf(runs);
        this.current = current;
        List<LocalDate> dates = runs.stream()
                .filter(run -> finished(run) || run.id() == current.id())
                .map(RunRecord::auditDate)
                .distinct()
                .toList();
        this.oldestKept = dates.size() < nights ? LocalDate.MIN : dates.get(dates.size() - nights);
    }

    /** The unfinished runs to abandon, oldest first: those that were not continued for as long as details are kept. */
    List<RunRecord> givenUp() {
        return runs.stream().filter(this::givenUp).toList();
    }

    /** The runs whose details go, oldest first; the given up ones are among them. */
    List<RunRecord> withoutDetails() {
        Set<Long> needed = needed();
        return runs.stream()
                .filter(run -> useless(run) || (old(run) && !needed.contains(run.id())))
                .toList();
    }

    /** The runs whose history goes, oldest first. */
    List<RunRecord> withoutHistory() {
        return runs.stream().filter(run -> useless(run) || old(run)).toList();
    }

    private boolean old(RunRecord run) {
        return finished(run) && beforeKept(run);
    }

    private boolean givenUp(RunRecord run) {
        return run.status() == RunRecord.Status.STARTED && beforeKept(run);
    }

    private boolean useless(RunRecord run) {
        return run.status() == RunRecord.Status.ABANDONED || givenUp(run);
    }

    private boolean beforeKept(RunRecord run) {
        return run.id() != current.id() && run.auditDate().isBefore(oldestKept);
    }

    private Set<Long> needed() {
        Set<Long> needed = new HashSet<>(lastOfMonths());
        for (int i = 0; i < runs.size(); i++) {
            boolean unfinished = runs.get(i).status() == RunRecord.Status.STARTED && !givenUp(runs.get(i));
            if (unfinished) {
                lastFinished(runs.subList(0, i)).ifPresent(run -> needed.add(run.id()));
            }
        }
        return needed;
    }

    private Collection<Long> lastOfMonths() {
        TreeMap<YearMonth, Long> last = new TreeMap<>();
        runs.stream().filter(Retention::finished).forEach(run -> last.put(YearMonth.from(run.auditDate()), run.id()));
        return last.values();
    }

    private static Optional<RunRecord> lastFinished(List<RunRecord> earlier) {
        return earlier.stream().filter(Retention::finished).reduce((before, after) -> after);
    }

    private static boolean finished(RunRecord run) {
        return run.status() == RunRecord.Status.COMPLETED;
    }
}
