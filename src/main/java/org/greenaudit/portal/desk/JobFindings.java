package org.greenaudit.portal.desk;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.catalog.Certificate;
import org.greenaudit.portal.access.AccessScope;
import org.greenaudit.portal.finding.FindingDetail;
import org.greenaudit.portal.finding.FindingDetails;
import org.greenaudit.portal.finding.FindingFiles;
import org.greenaudit.portal.finding.FindingIndexes;
import org.greenaudit.portal.finding.FindingRow;
import org.greenaudit.portal.finding.FindingState;
import org.greenaudit.store.RunRecord;
import org.greenaudit.store.Stores;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The findings of each served job: its catalogs say what their families and brands are. */
public final class JobFindings {

    private static final Logger LOG = LoggerFactory.getLogger(JobFindings.class);

    private static final int AD_HOC = 1;

    private final ServedJobs jobs;
    private final Stores stores;
    private final Path spool;
    private final Map<String, FindingIndexes> indexes = new ConcurrentHashMap<>();

    /** Those of ad-hoc audits, of which there may be many; each takes its part of the memory. */
    private final Cache<String, FindingIndexes> ofAdHoc =
            Caffeine.newBuilder().maximumSize(AD_HOC).build();

    /**
     * The findings in a database.
     *
     * @param spool a folder for what is too much for memory
     */
    public JobFindings(ServedJobs jobs, Stores stores, Path spool) {
        this.jobs = jobs;
        this.stores = stores;
        this.spool = spool;
    }

    /** The lists of a job's findings. */
    public FindingIndexes of(String job) {
        Map<String, FindingIndexes> known = jobs.isAdHoc(job) ? ofAdHoc.asMap() : indexes;
        return known.computeIfAbsent(job, name -> new FindingIndexes(stores, () -> jobs.catalog(name), spool));
    }

    /** Gets the list of a new run ready, so that nobody waits for it. */
    public void prepare(RunRecord run) {
        try {
            of(run.jobName()).of(run);
        } catch (RuntimeException e) {
            // whoever asks for it is told what is wrong
            LOG.warn("the findings of run {} cannot be listed", run.runId(), e);
        }
    }

    /**
     * A finding with all that is known of it.
     *
     * @param state what became of it
     */
    public record Found(FindingDetail detail, FindingState state) {

        /** The certificates that the purchase names, as the registry has them. */
        public List<Certificate> certificates(CatalogSnapshot catalog) {
            return Stream.of(detail.verdict().certificateNo().split("[;；]"))
                    .map(String::strip)
                    .filter(number -> !number.isEmpty())
                    .flatMap(number -> catalog.certificates().byNumber(number).stream())
                    .toList();
        }
    }

    /** A finding of a run; empty where there is none of that record and list, or it is outside the scope. */
    public Optional<Found> find(AccessScope scope, RunRecord run, String recordId, String listId) {
        return new FindingDetails(stores, () -> jobs.catalog(run.jobName()))
                .of(scope, run, recordId, listId)
                .map(detail -> {
                    FindingIndexes own = of(run.jobName());
                    return new Found(
                            detail,
                            own.of(run)
                                    .find(scope, recordId, listId, own.states(run))
                                    .map(FindingRow::state)
                                    .orElse(FindingState.OPEN));
                });
    }

    /** Files of findings. */
    public FindingFiles files() {
        return new FindingFiles(spool);
    }
}
