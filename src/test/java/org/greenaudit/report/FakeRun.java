package org.greenaudit.report;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.greenaudit.assessment.AssessmentPolicy;
import org.greenaudit.assessment.Assessor;
import org.greenaudit.assessment.BodyAssessment;
import org.greenaudit.assessment.BuyerKey;
import org.greenaudit.assessment.Count;
import org.greenaudit.assessment.CountyCounts;
import org.greenaudit.assessment.LineOutcome;
import org.greenaudit.assessment.RunCounts;
import org.greenaudit.assessment.TallyKey;
import org.greenaudit.assessment.UnitAssessment;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.catalog.Duty;
import org.greenaudit.message.Text;
import org.greenaudit.purchase.BuyerType;
import org.greenaudit.purchase.FeedNote;
import org.greenaudit.purchase.RegionCodes;
import org.greenaudit.purchase.RejectReason;
import org.greenaudit.purchase.Rejection;
import org.greenaudit.purchase.SourceRef;
import org.greenaudit.report.data.RunData;
import org.greenaudit.rules.CityPlan;
import org.greenaudit.rules.Outcome;
import org.greenaudit.source.SourceContent;
import org.greenaudit.store.RowSink;
import org.greenaudit.store.RunChanges;
import org.greenaudit.store.RunRecord;
import org.greenaudit.store.StoredVerdict;
import org.greenaudit.testing.RunRecords;

/** A run whose counts follow from its verdicts and rejections, as a real one's do. */
final class FakeRun implements RunData {

    private static final Comparator<StoredVerdict> ORDER = Comparator.comparing(StoredVerdict::regionCode)
            .thenComparing(StoredVerdict::buyerCode)
            .thenComparing(StoredVerdict::buyerName)
            .thenComparing(StoredVerdict::recordId)
            .thenComparing(StoredVerdict::listId);

    private final List<StoredVerdict> verdicts = new ArrayList<>();
    private final List<Rejection> rejections = new ArrayList<>();
    private final CountyCounts counties = new CountyCounts();
    private final List<Earlier> earlier = new ArrayList<>();
    private int runNo = 1;
    private boolean allVerdicts;
    private Optional<RunChanges> changes = Optional.empty();
    private final Map<String, RunChanges> countyChanges = new TreeMap<>();
    private final List<FeedNote> notes = new ArrayList<>();
    private String title = "绿色采购合规审核（示例）";
    private int failAfter = Integer.MAX_VALUE;

    FakeRun add(StoredVerdict... some) {
        verdicts.addAll(List.of(some));
        return this;
    }

    FakeRun reject(RejectReason reason, String column, String value, long fen) {
        return reject("", reason, column, value, fen);
    }

    FakeRun reject(String region, RejectReason reason, String column, String value, long fen) {
        long line = 100L + rejections.size();
        rejections.add(new Rejection(
                new SourceRef(0, "sample.csv", line),
                region,
                reason,
                column,
                value,
                Text.of("reject." + reason.id()),
                "=1+1,\"" + value + "\"",
                fen));
        return this;
    }

    FakeRun number(int number) {
        this.runNo = number;
        return this;
    }

    FakeRun title(String text) {
        this.title = text;
        return this;
    }

    FakeRun withAllVerdicts() {
        this.allVerdicts = true;
        return this;
    }

    FakeRun changes(long added, long resolved) {
        this.changes = Optional.of(new RunChanges("sample-20260629-1-test", added, resolved));
        return this;
    }

    /** Of the changes, those in one county. */
    FakeRun changesIn(String county, long added, long resolved) {
        countyChanges.put(county, new RunChanges("sample-20260629-1-test", added, resolved));
        return this;
    }

    FakeRun note(boolean grave, Text text) {
        notes.add(new FeedNote(grave, text));
        return this;
    }

    /** An earlier run with the counts of another one. */
    FakeRun earlier(LocalDate auditDate, FakeRun other) {
        RunRecord run = other.run();
        earlier.add(new Earlier(
                new RunRecord(
                        "test",
                        1,
                        1,
                        run.jobName(),
                        auditDate,
                        run.from(),
                        run.to(),
                        run.status(),
                        run.startedAt(),
                        run.endedAt(),
                        run.catalogFingerprint(),
                        run.decisionsFingerprint()),
                other.counties()));
        return this;
    }

    @Override
    public List<Earlier> earlier() {
        return earlier;
    }

    /** The run breaks down after so many verdicts were handed out. */
    FakeRun failingAfter(int rows) {
        this.failAfter = rows;
        return this;
    }

    /** Counts everything added so far; call last. */
    FakeRun counted() {
        verdicts.sort(ORDER);
        Map<String, LineOutcome> gravest = new LinkedHashMap<>();
        Map<String, Long> amounts = new LinkedHashMap<>();
        Map<String, RunCounts> ofRecord = new LinkedHashMap<>();
        for (StoredVerdict verdict : verdicts) {
            RunCounts counts = counties.of(RegionCodes.county(verdict.regionCode()));
            ofRecord.put(verdict.recordId(), counts);
            RunCounts.plus(counts.tallies(), tally(verdict), new Count(1, verdict.amountFen()));
            if (verdict.duty() != Duty.ADVISORY && !amounts.containsKey(verdict.recordId())) {
                BuyerKey unit = new BuyerKey(verdict.regionCode(), verdict.buyerCode(), verdict.buyerName());
                RunCounts.plus(counts.units(), unit, new Count(1, verdict.amountFen()));
            }
            LineOutcome outcome = LineOutcome.valueOf(verdict.outcome().name());
            gravest.merge(verdict.recordId(), outcome, (a, b) -> a.compareTo(b) <= 0 ? a : b);
            amounts.put(verdict.recordId(), verdict.amountFen());
        }
        gravest.forEach((id, outcome) -> {
            RunCounts counts = ofRecord.get(id);
            RunCounts.plus(counts.lines(), outcome, new Count(1, amounts.get(id)));
            if (verdicts.stream().filter(v -> v.recordId().equals(id)).allMatch(v -> v.duty() == Duty.ADVISORY)) {
                RunCounts.plus(counts.advisory(), outcome, new Count(1, amounts.get(id)));
            }
        });
        for (String list : catalog().listIds()) {
            amounts.forEach((id, fen) -> {
                if (verdicts.stream()
                        .noneMatch(v -> v.recordId().equals(id) && v.listId().equals(list))) {
                    RunCounts.plus(
                            ofRecord.get(id).outside(),
                            new RunCounts.OutsideKey(list, "not-on-list"),
                            new Count(1, fen));
                }
            });
        }
        for (Rejection rejection : rejections) {
            counties.add(rejection);
        }
        return this;
    }

    private static TallyKey tally(StoredVerdict verdict) {
        return new TallyKey(
                verdict.listId(),
                verdict.entryId(),
                verdict.regionCode(),
                verdict.regionName(),
                verdict.buyerCode(),
                verdict.buyerName(),
                verdict.duty(),
                verdict.outcome(),
                verdict.outcome() == Outcome.UNDETERMINED ? verdict.question() : verdict.rule(),
                verdict.evidence().equals("declared"),
                verdict.itemName().contains("再生"));
    }

    @Override
    public RunRecord run() {
        return RunRecords.of("sample", "2026-06-30").number(runNo).build();
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String titleEn() {
        return title.equals("绿色采购合规审核（示例）") ? "Green procurement audit (sample)" : title;
    }

    @Override
    public String notice() {
        return "示例数据，单位与供应商均为虚构。";
    }

    @Override
    public String noticeEn() {
        return "Sample data; all units and suppliers are fictional.";
    }

    @Override
    public CatalogSnapshot catalog() {
        return FakeCatalog.snapshot();
    }

    @Override
    public List<CityPlan> plans() {
        return List.of(
                plan("抚州市", "3610", "第七条", "抚州市实施方案第七条", "Fuzhou plan, item 7"),
                plan("洛阳市", "4103", "（七）", "洛发改〔2020〕3号（七）", "Luoyang [2020] No. 3, item 7"));
    }

    private static CityPlan plan(String city, String prefix, String clause, String zh, String en) {
        return new CityPlan(
                city,
                prefix,
                "实施方案",
                "2020-11-24",
                clause,
                zh,
                en,
                List.of("市财政局", "市机关事务管理局"),
                Set.of(BuyerType.STATE_ENTERPRISE, BuyerType.ENTERPRISE));
    }

    @Override
    public AssessmentPolicy policy() {
        return AssessmentPolicy.DEFAULT;
    }

    @Override
    public List<FeedNote> notes() {
        return notes;
    }

    @Override
    public List<SourceContent> sources() {
        return List.of(new SourceContent(
                0, "sample.csv", 1234, "a".repeat(64), "UTF-8", counts().read().lines()));
    }

    @Override
    public CountyCounts counties() {
        return counties;
    }

    @Override
    public RunCounts counts() {
        return counties.whole();
    }

    @Override
    public void units(RowSink<UnitAssessment> sink) throws IOException {
        for (UnitAssessment unit :
                Assessor.units(counts(), catalog().recyclables(), Map.of(), run().auditDate(), policy())) {
            sink.accept(unit);
        }
    }

    @Override
    public void units(String county, RowSink<UnitAssessment> sink) throws IOException {
        units(unit -> {
            if (RegionCodes.county(unit.buyer().regionCode()).equals(county)) {
                sink.accept(unit);
            }
        });
    }

    @Override
    public List<BodyAssessment> bodies() {
        return Assessor.bodies(counts());
    }

    @Override
    public Optional<RunChanges> changes() {
        return changes;
    }

    @Override
    public Map<String, RunChanges> countyChanges() {
        return countyChanges;
    }

    @Override
    public List<Decided> decided() {
        return List.of();
    }

    @Override
    public boolean allVerdicts() {
        return allVerdicts;
    }

    @Override
    public void verdicts(Set<Outcome> outcomes, String regionCode, RowSink<StoredVerdict> sink) throws IOException {
        for (StoredVerdict verdict : verdicts) {
            if (outcomes.contains(verdict.outcome()) && verdict.regionCode().equals(regionCode)) {
                sink.accept(verdict);
            }
        }
    }

    @Override
    public void verdicts(Set<Outcome> outcomes, RowSink<StoredVerdict> sink) throws IOException {
        int handedOut = 0;
        for (StoredVerdict verdict : verdicts) {
            if (outcomes.contains(verdict.outcome())) {
                if (handedOut++ == failAfter) {
                    throw new IOException("disk full");
                }
                sink.accept(verdict);
            }
        }
    }

    @Override
    public void rejections(RowSink<Rejection> sink) throws IOException {
        for (Rejection rejection : rejections) {
            sink.accept(rejection);
        }
    }

    @Override
    public void rejections(String county, RowSink<Rejection> sink) throws IOException {
        for (Rejection rejection : rejections) {
            if (RegionCodes.county(rejection.regionCode()).equals(county)) {
                sink.accept(rejection);
            }
        }
    }
}
