package org.greenaudit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.greenaudit.testing.StoredVerdicts.everyColumn;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.greenaudit.assessment.AssessmentPolicy;
import org.greenaudit.assessment.BodyAssessment;
import org.greenaudit.assessment.BodyKey;
import org.greenaudit.assessment.BuyerKey;
import org.greenaudit.assessment.Count;
import org.greenaudit.assessment.CountyCounts;
import org.greenaudit.assessment.Indicator;
import org.greenaudit.assessment.Indicators;
import org.greenaudit.assessment.LineOutcome;
import org.greenaudit.assessment.OpenQuestions;
import org.greenaudit.assessment.RunCounts;
import org.greenaudit.assessment.TallyKey;
import org.greenaudit.assessment.UnitAssessment;
import org.greenaudit.catalog.Duty;
import org.greenaudit.decision.BuyingUnit;
import org.greenaudit.decision.Decision;
import org.greenaudit.decision.FactKind;
import org.greenaudit.decision.Ruling;
import org.greenaudit.message.Text;
import org.greenaudit.purchase.FeedNote;
import org.greenaudit.purchase.RegionCodes;
import org.greenaudit.purchase.RejectReason;
import org.greenaudit.purchase.Rejection;
import org.greenaudit.purchase.SourceRef;
import org.greenaudit.rules.DecisionUse;
import org.greenaudit.rules.Outcome;
import org.greenaudit.source.KeyRange;
import org.greenaudit.source.Partition;
import org.greenaudit.source.SourceContent;
import org.greenaudit.source.SourcePlan;
import org.greenaudit.store.PartitionStore.Lease;
import org.greenaudit.store.PartitionStore.Standing;
import org.greenaudit.store.RunRecord.Status;
import org.greenaudit.store.database.LockHolder;
import org.greenaudit.store.database.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the tables of a run promise, on whichever database. */
abstract class RunTablesContract {

    private static final Instant NOW = Instant.parse("2026-06-30T18:00:00.123456Z");
    private static final LocalDate JUNE_30 = LocalDate.of(2026, 6, 30);

    private final TestDatabase database;
    private final Stores stores;

    @TempDir
    private Path spool;

    RunTablesContract(TestDatabase database) {
        this.database = database.emptied();
        this.stores = database.stores();
    }

    @Test
    void springBatchTablesAreThereToo() {
        assertThat(database.jdbc().queryForObject("SELECT COUNT(*) FROM BATCH_JOB_INSTANCE", Integer.class))
                .isZero();
    }

    /** What a program killed in a migration leaves: some of its tables, and no word of it in the schema's history. */
    @Test
    void migrationsCanBeBegunAgain() {
        RunRecord run = run(JUNE_30);
        database.migrateAgain();
        assertThat(stores.runs().get(run.id())).isEqualTo(run);
    }

    @Test
    void runsAreNumberedPerJobAndAuditDate() {
        RunRecord first = run(JUNE_30);
        assertThat(first.runId()).isEqualTo("city-20260630-1-test");
        assertThat(first.startedAt()).isEqualTo(NOW);
        stores.runs().abandon(first.id(), NOW);
        assertThat(stores.runs().latest(identity(JUNE_30))).isEmpty();
        RunRecord second = run(JUNE_30);
        assertThat(second.runNo()).isEqualTo(2);
        assertThat(run(JUNE_30.plusDays(1)).runNo()).isEqualTo(1);
        assertThat(stores.runs().latest(identity(JUNE_30))).contains(second);
        assertThat(stores.runs().settingsDigest(second.id())).isEqualTo("settings");
    }

    @Test
    void aCompletedRunIsNeverChanged() {
        RunRecord run = run(JUNE_30);
        stores.runs().complete(run.id(), NOW);
        stores.runs().abandon(run.id(), NOW.plusSeconds(1));
        RunRecord read = stores.runs().get(run.id());
        assertThat(read.status()).isEqualTo(Status.COMPLETED);
        assertThat(read.endedAt()).contains(NOW);
    }

    @Test
    void earlierRunsAreTheLastOfEachDateAndThatOfAYearAgo() {
        RunRecord yearAgo = completed(JUNE_30.minusYears(1));
        completed(JUNE_30.minusDays(4));
        completed(JUNE_30.minusDays(3));
        completed(JUNE_30.minusDays(2));
        RunRecord again = completed(JUNE_30.minusDays(2));
        RunRecord yesterday = completed(JUNE_30.minusDays(1));
        RunRecord today = run(JUNE_30);
        run(JUNE_30.minusDays(5));
        completed(JUNE_30.plusDays(1));
        assertThat(stores.runs().earlier(today, 2))
                .extracting(RunRecord::id)
                .containsExactly(yearAgo.id(), again.id(), yesterday.id());
        assertThat(stores.runs().earlier(yearAgo, 2)).isEmpty();
    }

    @Test
    void thePreviousRunIsTheNewestCompletedOneBefore() {
        RunRecord old = completed(JUNE_30.minusDays(2));
        RunRecord unfinished = run(JUNE_30.minusDays(1));
        RunRecord today = run(JUNE_30);
        completed(JUNE_30.plusDays(1));
        assertThat(stores.runs().previous(today).map(RunRecord::id)).contains(old.id());
        stores.runs().complete(unfinished.id(), NOW);
        assertThat(stores.runs().previous(today).map(RunRecord::id)).contains(unfinished.id());
        assertThat(stores.runs().previous(old)).isEmpty();
    }

    @Test
    void aPartitionBegunAgainLosesWhatItHadStored() {
        stores.plans().save(1, plan(2));
        stores.partitions().clear(take(0));
        stores.verdicts().insert(1, 0, 0, List.of(everyColumn().build()));
        stores.verdicts().insert(1, 1, 0, List.of(everyColumn().build()));
        stores.partitions().clear(take(0));
        assertThat(stores.verdicts().stored(1)).isEqualTo(Map.of(Outcome.VIOLATION, 1L));
        assertThat(stores.partitions().all(1))
                .extracting(PartitionState::status)
                .containsExactly(PartitionState.Status.STARTED, PartitionState.Status.WAITING);
    }

    /** Whoever takes a partition from another one can store, and the other one cannot any more. */
    @Test
    void ofTwoWhoTookAPartitionOnlyTheSecondCanStore() {
        stores.plans().save(1, plan(2));
        Lease first = take(0);
        stores.partitions().keep(first, 2);
        assertThat(stores.partitions().all(1)).extracting(PartitionState::rows).containsExactly(2L, 0L);
        Lease second = take(0);
        assertThat(stores.partitions().all(1)).extracting(PartitionState::rows).containsExactly(0L, 0L);
        assertThatThrownBy(() -> stores.partitions().keep(first, 3))
                .isInstanceOf(PartitionStore.LeaseLostException.class);
        assertThatThrownBy(() -> stores.partitions().finish(first, 3, counties()))
                .isInstanceOf(PartitionStore.LeaseLostException.class);
        stores.partitions().finish(second, 3, counties());
        assertThatThrownBy(() -> stores.partitions().keep(second, 4))
                .isInstanceOf(PartitionStore.LeaseLostException.class);
        assertThat(stores.partitions().take(1, 0, "third")).isEmpty();
        assertThat(stores.partitions().all(1)).extracting(PartitionState::rows).containsExactly(3L, 0L);
    }

    @Test
    void aPartitionIsTakenFromOneWhoIsAtWorkOnlyWhenHeIsIdle() {
        stores.plans().save(1, plan(2));
        assertThat(stores.partitions().takeIdle(1, 0, "first", 3600)).hasValue(new Lease(1, 0, 1));
        assertThat(stores.partitions().takeIdle(1, 0, "second", 3600)).isEmpty();
        assertThat(stores.partitions().takeIdle(1, 0, "second", 0)).hasValue(new Lease(1, 0, 2));
        assertThat(stores.partitions().takeIdle(2, 0, "of another run", 0)).isEmpty();
    }

    @Test
    void howARunStandsTellsWhoIsAtWorkWhatWaitsAndWhatWasTakenAgain() {
        stores.plans().save(1, plan(6));
        assertThat(stores.partitions().standing(1)).isEqualTo(new Standing(0, 6, 0, 0, 0, 0, 0));
        assertThat(stores.partitions().standing(2)).isEqualTo(new Standing(0, 0, 0, 0, 0, 0, 0));
        stores.partitions().finish(take(0), 3, counties());
        take(1);
        stores.partitions().keep(take(1), 2);
        stores.partitions().take(1, 2, "test");
        stores.partitions().take(1, 3, "another");
        stores.partitions().release(stores.partitions().take(1, 4, "a third").orElseThrow());
        Standing standing = stores.partitions().standing(1);
        assertThat(standing).isEqualTo(new Standing(1, 5, 3, 0, 5, 2, 1));
        assertThat(standing.waiting()).isEqualTo(2);
        database.jdbc()
                .update("UPDATE audit_partition SET lease_at = '2026-06-30 18:00:00' WHERE lease_holder = 'another'");
        assertThat(stores.partitions().standing(1)).isEqualTo(new Standing(1, 5, 2, 0, 5, 1, 1));
    }

    private Lease take(int partition) {
        return stores.partitions().take(1, partition, "test").orElseThrow();
    }

    @Test
    void countsOfDonePartitionsAddUp() throws IOException {
        stores.plans().save(1, plan(3));
        stores.partitions().finish(take(0), 3, counties());
        stores.partitions().finish(take(2), 3, counties());
        CountyCounts twice = counties();
        twice.add(counties());
        CountyCounts units = new CountyCounts();
        CountyCounts sum = stores.partitions().counts(1, units::add);
        assertThat(units.whole().tallies()).isEqualTo(twice.whole().tallies());
        twice.mergeUnits();
        assertSame(sum, twice);
        assertThat(stores.partitions().all(1).get(0).rows()).isEqualTo(3);
    }

    @Test
    void countsOfARunAreReadBack() {
        save(1, new CountyCounts());
        save(1, counties());
        CountyCounts merged = counties();
        merged.mergeUnits();
        assertSame(stores.counts().load(1), merged);
        assertThat(stores.counts().load(2).counties()).isEmpty();
    }

    @Test
    void theOutlineOfARunHasItsIndicatorsByList() {
        save(1, counties());
        CountyCounts outline = stores.counts().outline(1);
        assertThat(outline.counties()).containsOnlyKeys("361000");
        assertThat(Indicators.of(outline.whole()).by(TallyKey::listId))
                .isEqualTo(Indicators.of(counts()).by(TallyKey::listId))
                .isNotEmpty();
    }

    @Test
    void planIsReadBack() {
        SourcePlan plan = plan(2);
        stores.plans().save(1, plan);
        assertThat(stores.plans().sources(1)).isEqualTo(plan.contents());
        assertThat(stores.plans().files(1)).isEqualTo(plan.files());
        assertThat(stores.plans().duplicates(1)).isEqualTo(plan.duplicates());
        assertThat(stores.partitions().all(1))
                .extracting(PartitionState::partition)
                .containsExactlyElementsOf(plan.partitions());
        assertThat(stores.partitions().get(1, 1))
                .contains(new PartitionState(plan.partitions().get(1), PartitionState.Status.WAITING, 0));
        assertThat(stores.plans().sources(2)).isEmpty();
    }

    @Test
    void rejectionsComeBackInSourceOrder() throws IOException {
        List<Rejection> second = List.of(rejection(50), rejection(51));
        List<Rejection> first =
                LongStream.range(0, 2500).mapToObj(RunTablesContract::rejection).toList();
        stores.rejections().insert(1, 1, 0, second);
        stores.rejections().insert(1, 0, 0, first.subList(0, 1000));
        stores.rejections().insert(1, 0, 1000, first.subList(1000, 2500));
        List<Rejection> read = new ArrayList<>();
        stores.rejections().read(1, read::add);
        List<Rejection> expected = new ArrayList<>(first);
        expected.addAll(second);
        assertThat(read).isEqualTo(expected);
        for (String county : List.of("361002", "")) {
            List<Rejection> ofCounty = new ArrayList<>();
            stores.rejections().read(1, county, ofCounty::add);
            assertThat(ofCounty)
                    .isEqualTo(expected.stream()
                            .filter(one -> one.regionCode().equals(county))
                            .toList())
                    .hasSize(1251);
        }
        assertThat(stores.rejections().stored(1)).isEqualTo(2502);
    }

    @Test
    void assessmentsAreReadBack() throws IOException {
        UnitAssessment graded = unit("甲", Optional.of(12L), Optional.of(new BigDecimal("87.5")), Optional.of("B"));
        UnitAssessment ungraded = unit("乙", Optional.empty(), Optional.empty(), Optional.empty());
        List<BodyAssessment> bodies = List.of(
                new BodyAssessment("", "eco-label", new Count(2, 5), Map.of()),
                new BodyAssessment("示例认证中心", "energy-saving", new Count(4, 9), Map.of(3, new Count(1, 2))));
        save(List.of(ungraded), List.of());
        save(List.of(ungraded, graded), bodies);
        List<UnitAssessment> read = new ArrayList<>();
        stores.assessments().units(1, read::add);
        assertThat(read).containsExactly(graded, ungraded);
        assertThat(stores.assessments().bodies(1)).isEqualTo(bodies);
    }

    @Test
    void unitsAreFoundByTheirPlacesAndByWhoTheyAre() throws IOException {
        UnitAssessment graded = unit("甲", Optional.of(12L), Optional.of(new BigDecimal("87.5")), Optional.of("B"));
        UnitAssessment ungraded = unit("乙", Optional.empty(), Optional.empty(), Optional.empty());
        save(List.of(ungraded, graded), List.of());
        assertThat(stores.assessments().places(1))
                .containsExactly(
                        new AssessmentStore.UnitPlace(0, graded.buyer(), Optional.of("B")),
                        new AssessmentStore.UnitPlace(1, ungraded.buyer(), Optional.empty()));
        assertThat(stores.assessments().units(1, List.of(1, 7, 0)))
                .isEqualTo(new TreeMap<>(Map.of(0, graded, 1, ungraded)));
        assertThat(stores.assessments().units(1, List.of())).isEmpty();
        assertThat(stores.assessments().unit(1, ungraded.buyer())).contains(ungraded);
        assertThat(stores.assessments().unit(2, ungraded.buyer())).isEmpty();
        assertThat(stores.assessments().unit(1, new BuyerKey(ungraded.buyer().regionCode(), "another", "乙")))
                .isEmpty();
    }

    @Test
    void aViolationIsARepeatWhenAnEarlierAuditDateHadTheSameUnitRuleAndRow() throws IOException {
        BuyerKey buyer = new BuyerKey("361000", "B-1", "虚构第一中学（示例）");
        RunRecord earlier = completed(JUNE_30.minusDays(1));
        save(earlier.id(), counties());
        RunRecord run = run(JUNE_30);
        stores.verdicts()
                .insert(
                        run.id(),
                        0,
                        0,
                        List.of(
                                everyColumn()
                                        .record("1")
                                        .contractDate(JUNE_30.minusDays(9))
                                        .build(),
                                everyColumn()
                                        .record("2")
                                        .rule("M3")
                                        .contractDate(JUNE_30.minusDays(30))
                                        .build(),
                                everyColumn()
                                        .record("3")
                                        .firstSeen(JUNE_30.minusDays(1), false)
                                        .build(),
                                everyColumn()
                                        .record("4")
                                        .duty(Duty.ADVISORY)
                                        .contractDate(LocalDate.EPOCH)
                                        .build()));
        UnitAssessment unit = assessed(run);
        assertThat(unit.buyer()).isEqualTo(buyer);
        assertThat(unit.repeatViolations()).isEqualTo(1);
        assertThat(unit.oldestOpenDays()).contains(LocalDate.of(2026, 3, 1).until(JUNE_30, ChronoUnit.DAYS));

        RunRecord rerun = run(JUNE_30.minusDays(1));
        stores.verdicts()
                .insert(
                        rerun.id(),
                        0,
                        0,
                        List.of(everyColumn().firstSeen(rerun.auditDate(), true).build()));
        assertThat(assessed(rerun).repeatViolations())
                .as("a second run of the same audit date is no earlier one")
                .isZero();
    }

    @Test
    void newAndResolvedCompareByRecordAndListWithoutAdvisoryOnes() {
        RunRecord earlier = run(JUNE_30.minusDays(1));
        RunRecord later = run(JUNE_30);
        stores.verdicts()
                .insert(
                        earlier.id(),
                        0,
                        0,
                        List.of(
                                everyColumn()
                                        .record("gone")
                                        .region("361002004", "某镇")
                                        .build(),
                                everyColumn().record("stays").build(),
                                everyColumn().record("decided").build(),
                                everyColumn()
                                        .record("advisory")
                                        .duty(Duty.ADVISORY)
                                        .build()));
        stores.verdicts()
                .insert(
                        later.id(),
                        0,
                        0,
                        List.of(
                                everyColumn()
                                        .record("stays")
                                        .firstSeen(JUNE_30, false)
                                        .build(),
                                everyColumn()
                                        .record("decided")
                                        .outcome(Outcome.UNDETERMINED)
                                        .build(),
                                everyColumn()
                                        .record("new")
                                        .region("361002", "临川区")
                                        .build(),
                                everyColumn()
                                        .record("new advisory")
                                        .duty(Duty.ADVISORY)
                                        .build()));
        assertThat(stores.histories().changes(earlier, later.id()))
                .isEqualTo(new RunChanges("city-20260629-1-test", 1, 2));
        String elsewhere = RegionCodes.county(everyColumn().build().regionCode());
        assertThat(stores.histories().countyChanges(earlier, later.id()))
                .isEqualTo(Map.of(
                        "361002",
                        new RunChanges("city-20260629-1-test", 1, 1),
                        elsewhere,
                        new RunChanges("city-20260629-1-test", 0, 1)));
    }

    @Test
    void summaryIsReadBack() {
        RunChanges changes = new RunChanges("city-20260629-1-test", 1, 2);
        stores.summaries().save(1, new Count(3, 7), Optional.empty());
        assertThat(stores.summaries().changes(1)).isEmpty();
        stores.summaries().save(1, new Count(3, 7), Optional.of(changes));
        assertThat(stores.summaries().changes(1)).contains(changes);
        assertThat(stores.summaries().changes(2)).isEmpty();
    }

    @Test
    void aJobIsLockedOnceAtATime() {
        LockHolder me = new LockHolder("host-1", 17, NOW);
        try (JobLocks.Held held = stores.locks().take("city", me).orElseThrow()) {
            assertThat(held.lives()).isTrue();
            assertThat(stores.locks().take("city", new LockHolder("host-2", 18, NOW)))
                    .isEmpty();
            assertThat(stores.locks().holder("city")).contains(me);
            stores.locks().take("other", me).orElseThrow().close();
        }
        stores.locks().take("city", me).orElseThrow().close();
    }

    @Test
    void deletingDetailsKeepsCountsDecisionsAndOtherRuns() {
        for (long id : Set.of(1L, 2L)) {
            stores.plans().save(id, plan(1));
            stores.verdicts().insert(id, 0, 0, List.of(everyColumn().build()));
            stores.rejections().insert(id, 0, 0, List.of(rejection(3)));
            stores.notes().save(id, List.of(new FeedNote(true, Text.of("feed.unused", "f.csv", "x"))));
            save(id, counties());
        }
        stores.decisions().add("city", List.of(decision(new Ruling.Confirmed())));
        assertThat(stores.retention().deleteDetails(1, 2)).isEqualTo(2);
        assertThat(stores.retention().hasDetails(1)).isFalse();
        assertThat(stores.rejections().stored(1)).as("no more than asked for").isEqualTo(1);
        assertThat(stores.retention().deleteDetails(1, 2)).isEqualTo(2);
        assertThat(stores.notes().of(1)).as("they go last").hasSize(1);
        assertThat(stores.retention().deleteDetails(1, 2)).isEqualTo(1);
        assertThat(stores.retention().deleteDetails(1, 2)).isZero();
        assertThat(stores.notes().of(1)).isEmpty();
        assertThat(stores.notes().of(2)).hasSize(1);
        assertThat(stores.verdicts().stored(1)).isEmpty();
        assertThat(stores.rejections().stored(1)).isZero();
        CountyCounts merged = counties();
        merged.mergeUnits();
        assertSame(stores.counts().load(1), merged);
        assertThat(stores.retention().hasDetails(2)).isTrue();
        assertThat(stores.verdicts().stored(2)).hasSize(1);
        assertThat(stores.decisions().ofJob("city"))
                .as("what people decided stays")
                .hasSize(1);
    }

    @Test
    void decisionsAreReadAsTheyWereStoredAndWithdrawnOnce() {
        List<Ruling> rulings = List.of(
                new Ruling.Item("ES2019-01-01"),
                new Ruling.NotListed(),
                new Ruling.Fact(FactKind.TECHNOLOGY, "激光"),
                new Ruling.Certificate("CQC26701990099", Optional.of(JUNE_30), Optional.empty()),
                new Ruling.Exemption("虚财购〔2026〕12号"),
                new Ruling.Confirmed(),
                new Ruling.Dismissed());
        List<Decision> decisions =
                rulings.stream().map(RunTablesContract::decision).toList();
        stores.decisions().add("city", List.of());
        stores.decisions().add("city", decisions);
        stores.decisions().add("other", List.of(decision(new Ruling.Confirmed())));
        List<Decision> stored = stores.decisions().ofJob("city");
        assertThat(stored.stream().map(each -> each.stored(0))).containsExactlyElementsOf(decisions);
        stores.decisions().add("province", Collections.nCopies(5_000, decisions.get(0)));
        assertThat(stores.decisions().ofJob("province")).as("a whole workbook").hasSize(5_000);
        assertThat(stored).extracting(Decision::id).isSorted().doesNotHaveDuplicates();

        long first = stored.get(0).id();
        Decision.Withdrawal withdrawal = new Decision.Withdrawal("乙", JUNE_30, "有误".repeat(900));
        assertThat(stores.decisions().withdraw("other", first, withdrawal)).isFalse();
        assertThat(stores.decisions().withdraw("city", first, withdrawal)).isTrue();
        assertThat(stores.decisions().withdraw("city", first, withdrawal)).isFalse();
        assertThat(stores.decisions().ofJob("city").get(0).withdrawn())
                .hasValueSatisfying(
                        done -> assertThat(done.reason()).hasSize(1000).endsWith("…"));
    }

    /** Each store is as one of another process. */
    @Test
    void whoDecidesSeesWhatTheOneBeforeDecided() throws IOException {
        DecisionStore one = database.stores().decisions();
        DecisionStore other = database.stores().decisions();
        Decision decision = decision(new Ruling.Confirmed());
        CompletableFuture<Integer> seen = new CompletableFuture<>();
        one.inTurn("city", () -> {
            seen.completeAsync(
                    () -> inTurn(other, "city", () -> other.ofJob("city").size()));
            assertThat(inTurn(one, "province", () -> 1))
                    .as("each job has turns of its own")
                    .isEqualTo(1);
            assertThat(seen).as("it waits").isNotDone().failsWithin(Duration.ofMillis(300));
            one.add("city", List.of(decision));
            return true;
        });
        assertThat(seen).succeedsWithin(Duration.ofSeconds(30)).isEqualTo(1);
    }

    private static int inTurn(DecisionStore store, String job, DecisionStore.Deciding<Integer> deciding) {
        try {
            return store.inTurn(job, deciding);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whatDecisionsDidBelongsToAPartitionThatCanBeBegunAgain() {
        stores.plans().save(1, plan(2));
        StoredUse use = new StoredUse(
                new SourceRef(0, "f.csv", 3),
                "R-3",
                "361002",
                5_000,
                JUNE_30.minusDays(40),
                new DecisionUse(
                        7, "eco-label", DecisionUse.State.STALE, "violation", "violation", List.of("model", "spec")));
        for (int partition : List.of(0, 1)) {
            stores.partitions().clear(take(partition));
            stores.decisions().addUses(1, partition, 0, List.of(use));
        }
        assertThat(stores.decisions().uses(1)).containsExactly(use, use);
        stores.partitions().clear(take(1));
        assertThat(stores.decisions().uses(1)).containsExactly(use);
        assertThat(stores.decisions().firstSeen(1, List.of("R-2", "R-3")))
                .isEqualTo(Map.of(new FindingKey("R-3", "eco-label", "violation"), JUNE_30.minusDays(40)));
        assertThat(stores.decisions().firstSeen(2, List.of("R-3"))).isEmpty();
    }

    @Test
    void whatDecisionsDidInEarlierRunsIsAsOldAsTheRun() {
        RunRecord earlier = run(JUNE_30);
        for (long runId : List.of(earlier.id(), earlier.id() + 1)) {
            stores.decisions()
                    .addUses(
                            runId,
                            0,
                            0,
                            List.of(new StoredUse(
                                    new SourceRef(0, "f.csv", 3),
                                    "R-3",
                                    "361002",
                                    5_000,
                                    LocalDate.EPOCH,
                                    new DecisionUse(
                                            7,
                                            "eco-label",
                                            DecisionUse.State.APPLIED,
                                            "undetermined",
                                            "compliant",
                                            List.of()))));
        }
        database.migrateAgain();
        assertThat(stores.decisions().uses(earlier.id()))
                .extracting(StoredUse::firstSeen)
                .containsExactly(JUNE_30);
        assertThat(stores.decisions().uses(earlier.id() + 1))
                .as("of a run that is gone")
                .hasSize(1);
    }

    private static Decision decision(Ruling ruling) {
        return new Decision(
                0,
                new Decision.Finding(
                        "R-1",
                        "energy-saving",
                        "示例甲",
                        "M100",
                        new BuyingUnit("361002", "C1", "虚构局"),
                        List.of("1", "2", "3", "4", "5", "6", "7")),
                ruling instanceof Ruling.Certificate,
                ruling,
                "甲",
                JUNE_30,
                "理由",
                Optional.of(JUNE_30),
                Optional.empty());
    }

    private RunRecord run(LocalDate auditDate) {
        return stores.runs().create(identity(auditDate), "fingerprint", "settings", "", NOW);
    }

    private RunRecord completed(LocalDate auditDate) {
        RunRecord run = run(auditDate);
        stores.runs().complete(run.id(), NOW);
        return run;
    }

    private static RunIdentity identity(LocalDate auditDate) {
        return new RunIdentity("city", auditDate, LocalDate.of(2026, 1, 1), JUNE_30);
    }

    /** A plan of one source with so many partitions: the first of a file, the others of a table. */
    private static SourcePlan plan(int partitions) {
        SourceContent content = new SourceContent(0, "甲.csv", 10, "ab", "GB18030", 3);
        return new SourcePlan(
                List.of(new SourcePlan.SourceFile(
                        content,
                        "/甲.csv",
                        Optional.of("表 1"),
                        '\t',
                        Map.of("record_id", 0, "amount", 1),
                        new SourcePlan.Header(1, List.of("编号", "金额\n（元）")),
                        List.of())),
                IntStream.range(0, partitions)
                        .mapToObj(RunTablesContract::partition)
                        .toList(),
                List.of(new SourcePlan.DuplicateRow(0, 9, "甲.csv", 2)));
    }

    private static Partition partition(int number) {
        Optional<String> after = number == 1 ? Optional.empty() : Optional.of("k" + number);
        Optional<KeyRange> keys = number == 0 ? Optional.empty() : Optional.of(new KeyRange(after, "k" + (number + 1)));
        return new Partition(number, 0, number * 10L, number * 10L + 10, 2, 77L * number, keys);
    }

    private static Rejection rejection(long line) {
        return new Rejection(
                new SourceRef(0, "feed.csv", line),
                line % 2 == 0 ? "361002" : "",
                RejectReason.DATE_UNREADABLE,
                "contract_date",
                "三月",
                Text.of("reject.date", "三月"),
                "a,\"b\nc\"",
                100);
    }

    private static CountyCounts counties() {
        CountyCounts counties = new CountyCounts();
        counties.of("361000").add(counts());
        RunCounts.plus(counties.of("").warnings(), "region-missing", new Count(1, 5));
        return counties;
    }

    private static RunCounts counts() {
        RunCounts counts = new RunCounts();
        RunCounts.plus(counts.lines(), LineOutcome.VIOLATION, new Count(1, -250));
        RunCounts.plus(counts.lines(), LineOutcome.REJECTED, new Count(2, 99_999_999_999_99L));
        RunCounts.plus(counts.advisory(), LineOutcome.VIOLATION, new Count(1, -250));
        RunCounts.plus(counts.rejected(), "date-unreadable", new Count(2, 99_999_999_999_99L));
        RunCounts.plus(counts.outside(), new RunCounts.OutsideKey("eco-label", "not-on-list"), new Count(1, -250));
        RunCounts.plus(
                counts.tallies(),
                new TallyKey(
                        "energy-saving",
                        "ES2019-01-01",
                        "361000",
                        "抚州市",
                        "B-1",
                        "虚构第一中学（示例）",
                        Duty.MANDATORY,
                        Outcome.VIOLATION,
                        "M1",
                        false,
                        true),
                new Count(1, -250));
        RunCounts.plus(counts.bodies(), new BodyKey("示例认证中心", "energy-saving", 3), new Count(1, -250));
        RunCounts.plus(counts.warnings(), "model-missing", new Count(1, -250));
        RunCounts.plus(
                counts.decisions(), new RunCounts.DecisionKey("361000", DecisionUse.State.STALE), new Count(1, -250));
        RunCounts.plus(counts.questions(), "361000", new OpenQuestions(JUNE_30.minusDays(40), new Count(2, 500)));
        return counts;
    }

    private static UnitAssessment unit(
            String name, Optional<Long> days, Optional<BigDecimal> score, Optional<String> grade) {
        return new UnitAssessment(
                new BuyerKey("361000", "", name),
                "抚州市",
                Map.of("energy-saving", indicator(2), "eco-label", indicator(7)),
                Map.of(Duty.MANDATORY, indicator(3), Duty.PRIORITY, indicator(4)),
                new Count(6, 60),
                new Count(5, 55),
                new Count(5, 50),
                2,
                days,
                score,
                grade);
    }

    private static Indicator indicator(long lines) {
        return new Indicator(
                new Count(lines, 90),
                new Count(lines, 60),
                new Count(1, lines),
                new Count(lines, 11),
                new Count(lines, 12),
                new Count(lines, 13));
    }

    private void save(long runId, CountyCounts counts) {
        stores.counts().save(runId, counts);
        TallySink tallies = stores.counts().tallies(runId);
        tallies.add(counts.whole().tallies());
        tallies.end();
    }

    private void save(List<UnitAssessment> units, List<BodyAssessment> bodies) throws IOException {
        try (SortedUnits sorted = new SortedUnits(spool)) {
            for (UnitAssessment unit : units) {
                sorted.add("", unit);
            }
            stores.assessments().save(1, sorted, bodies);
        }
    }

    /** The only unit of a run, with its history. */
    private UnitAssessment assessed(RunRecord run) throws IOException {
        List<UnitAssessment> units = new ArrayList<>();
        try (UnitLedger ledger = new UnitLedger(spool)) {
            ledger.add(counties());
            stores.histories().collect(run, stores.verdicts(), ledger);
            ledger.read(dossier -> units.addAll(dossier.assess(Set.of(), run.auditDate(), AssessmentPolicy.DEFAULT)));
        }
        assertThat(units).hasSize(1);
        return units.get(0);
    }

    private static void assertSame(CountyCounts found, CountyCounts expected) {
        assertThat(found.counties()).containsOnlyKeys(expected.counties().keySet());
        expected.counties().forEach((county, counts) -> assertSame(found.of(county), counts));
    }

    private static void assertSame(RunCounts found, RunCounts expected) {
        assertThat(found.lines()).isEqualTo(expected.lines());
        assertThat(found.advisory()).isEqualTo(expected.advisory());
        assertThat(found.rejected()).isEqualTo(expected.rejected());
        assertThat(found.outside()).isEqualTo(expected.outside());
        assertThat(found.tallies()).isEqualTo(expected.tallies());
        assertThat(found.bodies()).isEqualTo(expected.bodies());
        assertThat(found.warnings()).isEqualTo(expected.warnings());
        assertThat(found.decisions()).isEqualTo(expected.decisions());
        assertThat(found.questions()).isEqualTo(expected.questions());
    }
}
