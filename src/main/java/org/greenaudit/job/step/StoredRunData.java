package org.greenaudit.job.step;

import java.io.IOException;
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

/**
 * A run as the database holds it, for its reports.
 *
 * @param run the run
 * @param settings what it was asked for
 * @param catalog the catalog that it was judged with
 * @param previous the completed run of the job before it, if there is one
 * @param counties its counts, county by county
 * @param counts their sum
 * @param verdicts those that are stored
 * @param units its units, by county
 * @param stores hold everything else
 */
record StoredRunData(
        RunRecord run,
        RunSettings settings,
        CatalogSnapshot catalog,
        Optional<RunRecord> previous,
        CountyCounts counties,
        RunCounts counts,
        SortedVerdicts verdicts,
        SortedUnits units,
        Stores stores)
        implements RunData {

    private static final int EARLIER_RUNS = 12;

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
        units.read(county, sink);
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
        verdicts.read(outcomes, sink);
    }

    @Override
    public void verdicts(Set<Outcome> outcomes, String regionCode, RowSink<StoredVerdict> sink) throws IOException {
        verdicts.read(outcomes, regionCode, sink);
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
