package org.greenaudit.job;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.decision.Decisions;
import org.greenaudit.job.config.RunSettings;
import org.greenaudit.job.config.SettingsDigest;
import org.greenaudit.job.step.NightlyJob;
import org.greenaudit.message.Text;
import org.greenaudit.source.PurchaseSource;
import org.greenaudit.source.SourceContent;
import org.greenaudit.source.SourcePlan;
import org.greenaudit.store.RunRecord;
import org.greenaudit.store.Stores;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;

/**
 * Decides which run a start carries out: the unfinished one where nothing that matters has changed, otherwise a new one.
 * The caller holds the job's lock, so that an execution that still counts as running belongs to a process that died.
 */
final class RunStarter {

    private final Stores stores;
    private final JobRepository repository;
    private final JobOperator operator;
    private final Clock clock;

    RunStarter(Stores stores, JobRepository repository, JobOperator operator, Clock clock) {
        this.stores = stores;
        this.repository = repository;
        this.operator = operator;
        this.clock = clock;
    }

    /** The run of this identity that is already completed and newer than any unfinished one, if there is one. */
    Optional<RunRecord> completed(RunSettings settings) {
        return stores.runs().latest(settings.identity()).filter(run -> run.status() == RunRecord.Status.COMPLETED);
    }

    /**
     * What a start has that a completed run had not, so that its result is no answer any more: other input files or other
     * content in them, other catalogs, other settings, other decisions. Whether a table has changed is seen only by reading it.
     */
    List<Text> changes(
            RunRecord run, RunSettings settings, CatalogSnapshot catalog, Decisions decisions, PurchaseSource source) {
        List<Text> changes = new ArrayList<>();
        if (!source.holds(stores.plans().sources(run.id()))) {
            changes.add(Text.of("job.changed.files", run.runId()));
        }
        if (!run.catalogFingerprint().equals(catalog.fingerprint())) {
            changes.add(Text.of("job.changed.catalogs", run.runId()));
        }
        if (!stores.runs().settingsDigest(run.id()).equals(SettingsDigest.of(settings))) {
            changes.add(Text.of("job.changed.settings", run.runId()));
        }
        if (!run.decisionsFingerprint().equals(decisions.fingerprint())) {
            changes.add(Text.of("job.changed.decisions", run.runId()));
        }
        return changes;
    }

    /** The run to carry out. */
    RunRecord start(RunSettings settings, CatalogSnapshot catalog, Decisions decisions, SourcePlan plan) {
        String digest = SettingsDigest.of(settings);
        Optional<RunRecord> unfinished =
                stores.runs().latest(settings.identity()).filter(run -> run.status() == RunRecord.Status.STARTED);
        if (unfinished.isPresent()) {
            RunRecord run = unfinished.get();
            boolean same = run.catalogFingerprint().equals(catalog.fingerprint())
                    && stores.runs().settingsDigest(run.id()).equals(digest)
                    && run.decisionsFingerprint().equals(decisions.fingerprint())
                    && sameSources(run, plan);
            if (same) {
                recover(run);
                return run;
            }
            stores.runs().abandon(run.id(), clock.instant());
        }
        return stores.runs()
                .create(settings.identity(), catalog.fingerprint(), digest, decisions.fingerprint(), clock.instant());
    }

    private boolean sameSources(RunRecord run, SourcePlan plan) {
        List<SourceContent> stored = stores.plans().sources(run.id());
        return stored.isEmpty() || stored.equals(plan.contents());
    }

    private void recover(RunRecord run) {
        JobExecution last = repository.getLastJobExecution(NightlyJob.NAME, NightlyJob.parameters(run));
        if (last == null) {
            forgetUnexecuted(run);
            return;
        }
        if (last.isRunning()) {
            operator.recover(last);
        }
        forgetUnended(last);
    }

    /** Spring Batch stores an instance before its execution, and refuses one that was killed in between. */
    private void forgetUnexecuted(RunRecord run) {
        JobInstance instance = repository.getJobInstance(NightlyJob.NAME, NightlyJob.parameters(run));
        if (instance != null) {
            repository.deleteJobInstance(instance);
        }
    }

    /**
     * Spring Batch gives an execution up whose end it could not store, and one with a step whose end it could not store
     * counts as running for ever. The program's own tables say what is done, in the transactions that did it, so that such
     * executions are as good as failed ones.
     */
    private void forgetUnended(JobExecution last) {
        for (StepExecution step : last.getStepExecutions()) {
            if (unended(step.getStatus())) {
                step.setStatus(BatchStatus.FAILED);
                repository.update(step);
            }
        }
        if (unended(last.getStatus())) {
            last.setStatus(BatchStatus.FAILED);
            repository.update(last);
        }
    }

    private static boolean unended(BatchStatus status) {
        return status == BatchStatus.UNKNOWN || status.isRunning();
    }
}
