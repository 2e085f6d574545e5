package org.greenaudit.job.step;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.greenaudit.assessment.AssessmentPolicy;
import org.greenaudit.assessment.BodyAssessment;
import org.greenaudit.assessment.CountyCounts;
import org.greenaudit.assessment.RunCounts;
import org.greenaudit.assessment.UnitAssessment;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.decision.Decision;
import org.greenaudit.job.config.RunSettings;
import org.greenaudit.purchase.FeedNote;
import org.greenaudit.purchase.RegionCodes;
import org.greenaudit.purchase.Rejection;
import org.greenaudit.report.data.RunData;
import org.greenaudit.rules.CityPlan;
import org.greenaudit.rules.Outcome;
import org.greenaudit.source.SourceContent;
import org.greenaudit.store.RowSink;
import org.greenaudit.store.RunChanges;
import org.greenaudit.store.RunRecord;
import org.greenaudit.store.SortedUnits;
import org.greenaudit.store.SortedVerdicts;
import org.greenaudit.store.StoredUse;
import org.greenaudit.store.StoredVerdict;
import org.greenaudit.store.Stores;
import org.jspecify.annotations.Nullable;

/**
 * A run as the database holds it, for its reports and for pages about it. Counts are loaded, and verdicts and units sorted, when they
 * are first asked for. Safe for several threads.
 */
public final class StoredRunData implements RunData, Closeable {

    private static final int EARLIER_RUNS = 12;

    private final RunRecord run;
    private final RunSettings settings;
    private final CatalogSnapshot catalog;
    private final Optional<RunRecord> previous;
    private final Stores stores;
    private final Path spool;
    private @Nullable CountyCounts counties;
    private @Nullable RunCounts counts;
    private @Nullable SortedVerdicts verdicts;
    private @Nullable SortedUnits units;

    /**
     * The data of a run whose counts are stored.
     *
     * @param settings what the run was asked for
     * @param catalog the catalog that it was judged with
     * @param previous the completed run of the job before it, if there is one
     * @param spool a folder for what is too much for memory
     */
    public StoredRunData(
            RunRecord run,
            RunSettings settings,
            CatalogSnapshot catalog,
            Optional<RunRecord> previous,
            Stores stores,
            Path spool) {
        this.run = run;
        this.settings = settings;
        this.catalog = catalog;
        this.previous = previous;
        this.stores = stores;
        this.spool = spool;
    }

    private synchronized SortedVerdicts sortedVerdicts() throws IOException {
        if (verdicts == null) {
            verdicts = stores.verdicts().sorted(run.id(), EnumSet.allOf(Outcome.class), spool, settings.threads());
        }
        return verdicts;
    }

    private synchronized SortedUnits sortedUnits() throws IOException {
        if (units == null) {
            SortedUnits sorted = new SortedUnits(spool);
            units = sorted;
            stores.assessments()
                    .units(
                            run.id(),
                            unit -> sorted.add(RegionCodes.county(unit.buyer().regionCode()), unit));
        }
        return units;
    }

    @Override
    public synchronized void close() throws IOException {
        try {
            if (verdicts != null) {
                verdicts.close();
            }
        } finally {
            if (units != null) {
                units.close();
            }
        }
    }

    @Override
    public RunRecord run() {
        return run;
    }

    @Override
    public CatalogSnapshot catalog() {
        return catalog;
    }

    @Override
    public synchronized CountyCounts counties() {
        if (counties == null) {
            counties = stores.counts().load(run.id());
        }
        return counties;
    }

    @Override
    public synchronized RunCounts counts() {
        if (counts == null) {
            counts = counties().whole();
        }
        return counts;
    }

    @Override
    public String title() {
        return settings.job().title();
    }

    @Override
    public String titleEn() {
        return settings.job().titleEn();
    }

    @Override
    public String notice() {
        return settings.job().notice();
    }

    @Override
    public String noticeEn() {
        return settings.job().noticeEn();
    }

    @Override
    public List<CityPlan> plans() {
        return settings.job().plans();
    }

    @Override
    public AssessmentPolicy policy() {
        return settings.job().assessment();
    }

    @Override
    public List<SourceContent> sources() {
        return stores.plans().sources(run.id());
    }

    @Override
    public List<FeedNote> notes() {
        return stores.notes().of(run.id());
    }

    @Override
    public void units(RowSink<UnitAssessment> sink) throws IOException {
        stores.assessments().units(run.id(), sink);
    }

    @Override
    public void units(String county, RowSink<UnitAssessment> sink) throws IOException {
        sortedUnits().read(county, sink);
    }

    @Override
    public List<BodyAssessment> bodies() {
        return stores.assessments().bodies(run.id());
    }

    @Override
    public Optional<RunChanges> changes() {
        return stores.summaries().changes(run.id());
    }

    @Override
    public Map<String, RunChanges> countyChanges() {
        return previous.map(earlier -> stores.histories().countyChanges(earlier, run.id()))
                .orElse(Map.of());
    }

    @Override
    public List<Earlier> earlier() {
        return stores.runs().earlier(run, EARLIER_RUNS).stream()
                .map(earlier -> new Earlier(earlier, stores.counts().outline(earlier.id())))
                .toList();
    }

    @Override
    public List<Decided> decided() {
        List<StoredUse> uses = stores.decisions().uses(run.id());
        if (uses.isEmpty()) {
            return List.of();
        }
        Map<Long, Decision> decisions = stores.decisions().ofJob(run.jobName()).stream()
                .collect(Collectors.toMap(Decision::id, decision -> decision));
        return uses.stream()
                .map(use -> new Decided(
                        Objects.requireNonNull(decisions.get(use.use().decision())), use))
                .toList();
    }

    @Override
    public boolean allVerdicts() {
        return settings.allVerdicts();
    }

    @Override
    public void verdicts(Set<Outcome> outcomes, RowSink<StoredVerdict> sink) throws IOException {
        sortedVerdicts().read(outcomes, sink);
    }

    @Override
    public void verdicts(Set<Outcome> outcomes, String regionCode, RowSink<StoredVerdict> sink) throws IOException {
        sortedVerdicts().read(outcomes, regionCode, sink);
    }

    @Override
    public void rejections(RowSink<Rejection> sink) throws IOException {
        stores.rejections().read(run.id(), sink);
    }

    @Override
    public void rejections(String county, RowSink<Rejection> sink) throws IOException {
        stores.rejections().read(run.id(), county, sink);
    }
}
