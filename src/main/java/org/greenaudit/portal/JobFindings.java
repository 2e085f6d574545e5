package org.greenaudit.portal;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.greenaudit.portal.finding.FindingDetails;
import org.greenaudit.portal.finding.FindingFiles;
import org.greenaudit.portal.finding.FindingIndexes;
import org.greenaudit.store.RunRecord;
import org.greenaudit.store.Stores;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The findings of each served job: its catalogs say what their families and brands are. */
final class JobFindings {

    private static final Logger LOG = LoggerFactory.getLogger(JobFindings.class);

    private final ServedJobs jobs;
    private final Stores stores;
    private final Path spool;
    private final Map<String, FindingIndexes> indexes = new ConcurrentHashMap<>();

    /**
     * The findings in a database.
     *
     * @param spool a folder for what is too much for memory
     */
    JobFindings(ServedJobs jobs, Stores stores, Path spool) {
        this.jobs = jobs;
        this.stores = stores;
        this.spool = spool;
    }

    /** The lists of a job's findings. */
    FindingIndexes of(String job) {
        return indexes.computeIfAbsent(job, name -> new FindingIndexes(stores, () -> jobs.catalog(name), spool));
    }

    /** Gets the list of a new run ready, so that nobody waits for it. */
    void prepare(RunRecord run) {
        try {
            of(run.jobName()).of(run);
        } catch (RuntimeException e) {
            // whoever asks for it is told what is wrong
            LOG.warn("the findings of run {} cannot be listed", run.runId(), e);
        }
    }

    /** Single findings of a job. */
    FindingDetails details(String job) {
        return new FindingDetails(stores, () -> jobs.catalog(job));
    }

    /** Files of findings. */
    FindingFiles files() {
        return new FindingFiles(spool);
    }
}
