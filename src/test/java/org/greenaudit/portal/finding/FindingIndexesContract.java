package org.greenaudit.portal.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.catalog.Duty;
import org.greenaudit.catalog.load.CatalogLoader;
import org.greenaudit.decision.BuyingUnit;
import org.greenaudit.decision.Decision;
import org.greenaudit.decision.FactKind;
import org.greenaudit.decision.Ruling;
import org.greenaudit.message.ExplainedException;
import org.greenaudit.message.Text;
import org.greenaudit.portal.access.AccessScope;
import org.greenaudit.purchase.FeedColumn;
import org.greenaudit.purchase.SourceRef;
import org.greenaudit.rules.DecisionUse;
import org.greenaudit.rules.Outcome;
import org.greenaudit.store.RunRecord;
import org.greenaudit.store.StoredUse;
import org.greenaudit.store.StoredVerdict;
import org.greenaudit.store.Stores;
import org.greenaudit.store.database.TestDatabase;
import org.greenaudit.testing.RunRecords;
import org.greenaudit.testing.StoredVerdicts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the findings of a stored run promise, on whichever database. */
abstract class FindingIndexesContract {

    private static final CatalogSnapshot CATALOG =
            CatalogLoader.load(List.of(Path.of("catalogs")), FeedColumn.headers(), warning -> {});
    private static final String ENERGY = "energy-saving";
    private static final String ECO = "eco-label";
    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);
    private static final RunRecord RUN =
            RunRecords.of("city", "2026-06-30").id(1).completed().build();

    private final TestDatabase database;
    private final Stores stores;

    @TempDir
    private Path work;

    FindingIndexesContract(TestDatabase database) {
        this.database = database.emptied();
        this.stores = database.stores();
    }

    @BeforeEach
    void runWithDetails() {
        database.jdbc()
                .update("INSERT INTO audit_partition (run_id, partition_no, source_no, from_byte, to_byte, first_line,"
                        + " partition_status, row_count) VALUES (1, 0, 0, 0, 0, 0, 'DONE', 1)");
    }

    private FindingIndexes indexes() {
        return new FindingIndexes(stores, () -> CATALOG, work);
    }

    private static StoredVerdicts finding(String record, String list) {
        return StoredVerdicts.violation()
                .record(record)
                .entry(list, list.equals(ENERGY) ? "ES2019-01-01" : "EL2019-01-01", Duty.MANDATORY);
    }

    private static List<FindingRow> rows(FindingIndexes indexes) {
        return indexes.of(RUN)
                .select(AccessScope.ALL, FindingFilter.ALL, indexes.states(RUN), FindingSort.REPORT, false)
                .behind(OptionalInt.empty(), 100)
                .rows();
    }

    private static Decision decision(String record, String list, Ruling ruling, Optional<LocalDate> until) {
        Decision.Finding finding = new Decision.Finding(
                record, list, "示例甲", "SL-100", new BuyingUnit("361002", "U1", "虚构第一中学（示例）"), List.of("1"));
        return new Decision(0, finding, false, ruling, "甲", DAY, "理由", until, Optional.empty());
    }

    private static StoredUse use(String record, String list, long decision, DecisionUse.State state) {
        return new StoredUse(
                new SourceRef(0, "sample.csv", 2),
                record,
                "361002",
                100,
                DAY,
                new DecisionUse(decision, list, state, "violation", "violation", List.of()));
    }

    @Test
    void findingsOfAllPartitionsStandInTheOrderOfTheReportUnderEachListOfTheirRecord() {
        List<StoredVerdict> first = List.of(
                finding("R2", ENERGY).region("361030").build(),
                finding("R2", ECO)
                        .region("361030")
                        .outcome(Outcome.UNDETERMINED, "technology")
                        .build(),
                finding("R3", ENERGY).region("").build());
        List<StoredVerdict> second = List.of(
                finding("R1", ENERGY).region("361030").build(),
                finding("R1", ECO)
                        .region("361030")
                        .outcome(Outcome.COMPLIANT, "")
                        .build());
        stores.verdicts().insert(1, 0, 0, first);
        stores.verdicts().insert(1, 1, 0, second);
        stores.verdicts().insert(2, 0, 0, List.of(finding("R0", ENERGY).build()));
        assertThat(rows(indexes()))
                .extracting(row -> row.recordId() + " " + row.listId() + " " + row.family())
                .containsExactly(
                        "R3 energy-saving 01 计算机设备",
                        "R1 energy-saving 01 计算机设备",
                        "R2 eco-label 01 计算机设备",
                        "R2 energy-saving 01 计算机设备");
    }

    @Test
    void aRunWhoseDetailsAreDeletedIsNoRunWithoutFindings() {
        stores.verdicts().insert(1, 0, 0, List.of(finding("R1", ENERGY).build()));
        stores.retention().deleteDetails(1, 1);
        assertThatThrownBy(() -> indexes().of(RUN))
                .isInstanceOfSatisfying(ExplainedException.class, failure -> assertThat(failure.text())
                        .isEqualTo(Text.of("report.error.no-details", RUN.runId())));
    }

    @Test
    void aRunThatIsNotCompletedHasNoFindingsYet() {
        RunRecord started = RunRecords.of("city", "2026-06-30").id(1).build();
        assertThatThrownBy(() -> indexes().of(started)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aRunWithoutFindingsHasNone() {
        assertThat(rows(indexes())).isEmpty();
    }

    @Test
    void pagesAskTheDatabaseForNothingOnceARunIsKnown() throws Exception {
        stores.verdicts().insert(1, 0, 0, List.of(finding("R1", ENERGY).build()));
        FindingIndexes indexes = indexes();
        List<FindingRow> before = rows(indexes);
        database.emptied();
        assertThat(rows(indexes)).hasSize(1).isEqualTo(before);
        List<StoredVerdict> whole = new ArrayList<>();
        indexes.of(RUN).read(place -> true, whole::add);
        assertThat(whole).containsExactly(finding("R1", ENERGY).build());
    }

    @Test
    void aDecisionAboutALineCountsUnderItsListAndAFactUnderEveryList() {
        stores.verdicts()
                .insert(
                        1,
                        0,
                        0,
                        List.of(
                                finding("R1", ECO).build(),
                                finding("R1", ENERGY).build(),
                                finding("R2", ECO).build(),
                                finding("R2", ENERGY).build()));
        FindingIndexes indexes = indexes();
        assertThat(rows(indexes)).allMatch(row -> row.state() == FindingState.OPEN);
        stores.decisions()
                .add(
                        "city",
                        List.of(
                                decision("R1", ENERGY, new Ruling.Confirmed(), Optional.empty()),
                                decision("R2", ENERGY, new Ruling.Fact(FactKind.MODEL, "M1"), Optional.empty())));
        assertThat(rows(indexes)).as("not told yet").allMatch(row -> row.state() == FindingState.OPEN);
        indexes.decisionsChanged();
        assertThat(rows(indexes))
                .extracting(row -> row.recordId() + " " + row.listId() + " " + row.state())
                .containsExactly(
                        "R1 eco-label OPEN",
                        "R1 energy-saving DECIDED",
                        "R2 eco-label DECIDED",
                        "R2 energy-saving DECIDED");
    }

    @Test
    void aDecisionThatTheAuditKnewAndThatChangedNothingLeavesItsFindingOpen() {
        stores.decisions()
                .add(
                        "city",
                        List.of(
                                decision("R1", ENERGY, new Ruling.Fact(FactKind.MODEL, "M1"), Optional.empty()),
                                decision("R2", ENERGY, new Ruling.Confirmed(), Optional.empty()),
                                decision("R3", ENERGY, new Ruling.Confirmed(), Optional.of(DAY.minusDays(1)))));
        List<Long> numbers =
                stores.decisions().ofJob("city").stream().map(Decision::id).toList();
        stores.verdicts()
                .insert(
                        1,
                        0,
                        0,
                        List.of(
                                finding("R1", ENERGY)
                                        .warnings(List.of(Text.of("decision.idle", numbers.get(0), "…")))
                                        .build(),
                                finding("R2", ENERGY).build(),
                                finding("R3", ENERGY).build()));
        assertThat(rows(indexes()))
                .extracting(row -> row.recordId() + " " + row.state())
                .as("the first was known, the second came later, the last was too old for this audit")
                .containsExactly("R1 OPEN", "R2 DECIDED", "R3 OPEN");
    }

    @Test
    void aFindingShowsWhatItsRunMadeOfDecisionsAboutItAndNotAboutAnotherRecord() {
        stores.decisions()
                .add(
                        "city",
                        List.of(
                                decision("R1", ENERGY, new Ruling.Confirmed(), Optional.empty()),
                                decision("R2", ENERGY, new Ruling.Confirmed(), Optional.empty())));
        List<Long> numbers =
                stores.decisions().ofJob("city").stream().map(Decision::id).toList();
        stores.verdicts()
                .insert(
                        1,
                        0,
                        0,
                        List.of(
                                finding("R1", ENERGY).build(),
                                finding("R2", ENERGY).build()));
        stores.decisions()
                .addUses(
                        1,
                        0,
                        0,
                        List.of(
                                use("R1", ENERGY, numbers.get(0), DecisionUse.State.EXPIRED),
                                use("R2", ENERGY, numbers.get(1), DecisionUse.State.APPLIED)));
        FindingDetails details = new FindingDetails(stores, () -> CATALOG);
        assertThat(details.of(AccessScope.ALL, RUN, "R1", ENERGY).orElseThrow().decisions())
                .singleElement()
                .satisfies(named -> {
                    assertThat(named.decision().id()).isEqualTo(numbers.get(0));
                    assertThat(named.state()).isEqualTo("expired");
                });
        assertThat(details.of(AccessScope.ALL, RUN, "R1", ECO)).isEmpty();
        assertThat(details.of(new AccessScope("361030", ""), RUN, "R1", ENERGY)).isEmpty();
        assertThat(details.of(new AccessScope("361002", "U2"), RUN, "R1", ENERGY))
                .isEmpty();
    }
}
