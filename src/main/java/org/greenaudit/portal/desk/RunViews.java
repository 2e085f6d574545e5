package org.greenaudit.portal.desk;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.greenaudit.job.step.StoredRunData;
import org.greenaudit.portal.access.AccessScope;
import org.greenaudit.report.data.CountyData;
import org.greenaudit.report.data.RunData;
import org.greenaudit.store.RunRecord;
import org.greenaudit.store.Stores;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** The runs of the served jobs, and what an account may see of each. */
public final class RunViews {

    private final ServedJobs jobs;
    private final Stores stores;
    private final Path spool;

    /**
     * The runs in a database.
     *
     * @param spool a folder for what is too much for memory
     */
    public RunViews(ServedJobs jobs, Stores stores, Path spool) {
        this.jobs = jobs;
        this.stores = stores;
        this.spool = spool;
    }

    /** The newest completed run of a job. */
    public Optional<RunRecord> newest(String job) {
        return stores.runs().newest(job);
    }

    /** Every run of a job, the newest first. */
    public List<RunRecord> all(String job) {
        return stores.runs().ofJob(job).stream()
                .sorted(Comparator.comparing(RunRecord::auditDate)
                        .thenComparing(RunRecord::runNo)
                        .reversed())
                .toList();
    }

    /** The run with this {@link RunRecord#runId id}, if it is one of a served job. */
    public Optional<RunRecord> run(String runId) {
        return jobs.all().stream()
                .filter(job -> runId.startsWith(job + "-"))
                .flatMap(job -> stores.runs().ofJob(job).stream())
                .filter(run -> run.runId().equals(runId))
                .findFirst();
    }

    /**
     * The completed run of that id; where none is asked for the newest one of that job, and where none is asked for either, of
     * the first job that has one.
     *
     * @throws ResponseStatusException when there is none of that id, or no such job
     */
    public Optional<RunRecord> asked(String runId, String job) {
        if (runId.isEmpty() && !job.isEmpty()) {
            return newest(jobs.chosen(Optional.of(job)));
        }
        if (runId.isEmpty()) {
            return jobs.names().stream().flatMap(name -> newest(name).stream()).findFirst();
        }
        return Optional.of(completed(runId).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    /** The same if it is completed. */
    public Optional<RunRecord> completed(String runId) {
        return run(runId).filter(run -> run.status() == RunRecord.Status.COMPLETED);
    }

    /** What a completed run holds, to be closed. */
    public StoredRunData open(RunRecord run) {
        return new StoredRunData(
                run,
                jobs.settings(run),
                jobs.catalog(run.jobName()),
                stores.runs().previous(run),
                stores,
                spool);
    }

    /** The part of a run that a scope covers; a unit's scope covers more here than the unit, whose own it is not. */
    public static RunData within(RunData whole, AccessScope scope) {
        return scope.regionPrefix().isEmpty() ? whole : CountyData.within(whole, scope.regionPrefix());
    }

    /** Whether a run has sums that the scope may see: those of a region are not a unit's. */
    public static boolean isSummed(RunRecord run, AccessScope scope) {
        return run.status() == RunRecord.Status.COMPLETED && scope.buyerCode().isEmpty();
    }

    /** What the database holds. */
    public Stores stores() {
        return stores;
    }
}
