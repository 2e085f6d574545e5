package org.greenaudit.report.data;

import static java.util.stream.Collectors.groupingBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.greenaudit.assessment.AssessmentPolicy;
import org.greenaudit.assessment.Assessor;
import org.greenaudit.assessment.BodyAssessment;
import org.greenaudit.assessment.CountyCounts;
import org.greenaudit.assessment.RunCounts;
import org.greenaudit.assessment.TallyKey;
import org.greenaudit.assessment.TotalSums;
import org.greenaudit.assessment.UnitAssessment;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.purchase.FeedNote;
import org.greenaudit.purchase.RegionCodes;
import org.greenaudit.purchase.Rejection;
import org.greenaudit.purchase.SetApart;
import org.greenaudit.rules.CityPlan;
import org.greenaudit.rules.Outcome;
import org.greenaudit.source.SourceContent;
import org.greenaudit.store.RowSink;
import org.greenaudit.store.RunChanges;
import org.greenaudit.store.RunRecord;
import org.greenaudit.store.StoredVerdict;

/**
 * A run cut for one county, townships with it, or for all counties of a province or prefecture: what its bureau's report shows
 * is written as the whole run's is.
 */
public final class CountyData implements RunData {

    private static final Set<String> NOBODYS = Set.of(SetApart.Reason.TOTAL.id(), SetApart.Reason.NOTE.id());

    private final RunData whole;
    /** A county's code; that of a province or prefecture ends in zeros. */
    private final String county;

    private final SortedSet<String> counties;
    private final RunCounts counts;
    private final List<FeedNote> notes;
    private final Optional<RunChanges> changes;
    private final List<Earlier> earlier;
    private final List<Decided> decided;

    private CountyData(
            RunData whole,
            String county,
            SortedSet<String> counties,
            RunCounts counts,
            List<FeedNote> notes,
            Optional<RunChanges> changes,
            List<Earlier> earlier,
            List<Decided> decided) {
        this.whole = whole;
        this.county = county;
        this.counties = counties;
        this.counts = counts;
        this.notes = notes;
        this.changes = changes;
        this.earlier = earlier;
        this.decided = decided;
    }

    /**
     * The counties of a run by their codes. Totals and remarks that name no region are nobody's: where nothing else goes
     * without one, they make no county of their own.
     */
    public static List<CountyData> of(RunData whole) {
        Shared shared = new Shared(whole);
        List<CountyData> counties = new ArrayList<>();
        whole.counties()
                .counties()
                .keySet()
                .forEach(county -> counties.add(shared.cut(county, new TreeSet<>(Set.of(county)))));
        counties.removeIf(county -> county.county.isEmpty()
                && county.counts.read().lines() == 0
                && NOBODYS.containsAll(county.counts.setApart().keySet()));
        return counties;
    }

    /**
     * What a run has of a province, prefecture or county.
     *
     * @param prefix what the codes of its counties begin with: two, four or six digits
     */
    public static CountyData within(RunData whole, String prefix) {
        SortedSet<String> counties = whole.counties().counties().keySet().stream()
                .filter(county -> county.startsWith(prefix))
                .collect(Collectors.toCollection(TreeSet::new));
        return new Shared(whole).cut(prefix + "000000".substring(prefix.length()), counties);
    }

    /** What is looked up once for all counties of a run. */
    private static final class Shared {

        private final RunData whole;
        private final List<FeedNote> notes;
        private final Map<String, RunChanges> changes;
        private final List<Earlier> earlier;
        private final Map<String, List<Decided>> decided;

        Shared(RunData whole) {
            this.whole = whole;
            this.notes = whole.notes().stream()
                    .filter(note -> !TotalSums.isNote(note))
                    .toList();
            this.changes = whole.countyChanges();
            this.earlier = whole.earlier();
            this.decided = whole.decided().stream()
                    .collect(groupingBy(each -> RegionCodes.county(each.use().regionCode())));
        }

        CountyData cut(String county, SortedSet<String> counties) {
            List<RunChanges> changed =
                    counties.stream().map(changes::get).filter(Objects::nonNull).toList();
            return new CountyData(
                    whole,
                    county,
                    counties,
                    whole.counties().sum(counties),
                    notes,
                    whole.changes()
                            .map(all -> new RunChanges(
                                    all.previousRunId(),
                                    changed.stream()
                                            .mapToLong(RunChanges::added)
                                            .sum(),
                                    changed.stream()
                                            .mapToLong(RunChanges::resolved)
                                            .sum())),
                    earlier,
                    counties.stream()
                            .flatMap(each -> decided.getOrDefault(each, List.of()).stream())
                            .toList());
        }
    }

    @Override
    public Optional<String> county() {
        return Optional.of(county);
    }

    @Override
    public RunRecord run() {
        return whole.run();
    }

    @Override
    public String title() {
        return whole.title();
    }

    @Override
    public String titleEn() {
        return whole.titleEn();
    }

    @Override
    public String notice() {
        return whole.notice();
    }

    @Override
    public String noticeEn() {
        return whole.noticeEn();
    }

    @Override
    public CatalogSnapshot catalog() {
        return whole.catalog();
    }

    @Override
    public List<CityPlan> plans() {
        return whole.plans().stream()
                .filter(plan -> counties.stream().anyMatch(plan::governs))
                .toList();
    }

    @Override
    public AssessmentPolicy policy() {
        return whole.policy();
    }

    @Override
    public List<SourceContent> sources() {
        return whole.sources();
    }

    @Override
    public List<FeedNote> notes() {
        return notes;
    }

    @Override
    public CountyCounts counties() {
        return whole.counties();
    }

    @Override
    public RunCounts counts() {
        return counts;
    }

    @Override
    public RunCounts own(CountyCounts all) {
        return all.sum(counties);
    }

    @Override
    public void units(RowSink<UnitAssessment> sink) throws IOException {
        for (String each : counties) {
            whole.units(each, sink);
        }
    }

    @Override
    public void units(String some, RowSink<UnitAssessment> sink) throws IOException {
        whole.units(some, sink);
    }

    @Override
    public List<BodyAssessment> bodies() {
        return Assessor.bodies(counts);
    }

    @Override
    public Optional<RunChanges> changes() {
        return changes;
    }

    @Override
    public Map<String, RunChanges> countyChanges() {
        return whole.countyChanges();
    }

    @Override
    public List<Earlier> earlier() {
        return earlier;
    }

    @Override
    public List<Decided> decided() {
        return decided;
    }

    @Override
    public boolean allVerdicts() {
        return whole.allVerdicts();
    }

    @Override
    public void verdicts(Set<Outcome> outcomes, RowSink<StoredVerdict> sink) throws IOException {
        SortedSet<String> regions = new TreeSet<>();
        for (TallyKey key : counts.tallies().keySet()) {
            if (outcomes.contains(key.outcome())) {
                regions.add(key.regionCode());
            }
        }
        for (String region : regions) {
            whole.verdicts(outcomes, region, sink);
        }
    }

    @Override
    public void verdicts(Set<Outcome> outcomes, String regionCode, RowSink<StoredVerdict> sink) throws IOException {
        whole.verdicts(outcomes, regionCode, sink);
    }

    @Override
    public void rejections(RowSink<Rejection> sink) throws IOException {
        if (counts.rejected().isEmpty()) {
            return;
        }
        for (String each : counties) {
            whole.rejections(each, sink);
        }
    }

    @Override
    public void rejections(String some, RowSink<Rejection> sink) throws IOException {
        whole.rejections(some, sink);
    }
}
