package org.greenaudit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.greenaudit.testing.StoredVerdicts.everyColumn;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.greenaudit.message.Text;
import org.greenaudit.rules.Outcome;
import org.greenaudit.store.database.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the stored verdicts promise, on whichever database. */
abstract class VerdictStoreContract {

    private final Stores stores;

    @TempDir
    private Path spool;

    VerdictStoreContract(TestDatabase database) {
        this.stores = database.emptied().stores();
    }

    @Test
    void whatIsStoredIsReadBack() throws IOException {
        StoredVerdict stored = everyColumn().build();
        stores.verdicts().insert(1, 0, 0, List.of(stored));
        assertThat(read(1, Set.of(Outcome.VIOLATION))).containsExactly(stored);
    }

    @Test
    void charactersOutsideTheBasicPlaneSurvive() throws IOException {
        StoredVerdict stored = everyColumn().item("𠮷田商店😀台式计算机").build();
        stores.verdicts().insert(1, 0, 0, List.of(stored));
        assertThat(read(1, Set.of(Outcome.VIOLATION)).get(0).itemName()).isEqualTo("𠮷田商店😀台式计算机");
    }

    @Test
    void theOrderIsByBytesOfRegionBuyerRecordAndList() throws IOException {
        stores.verdicts()
                .insert(
                        1,
                        0,
                        0,
                        List.of(
                                everyColumn().region("410300").record("b").build(),
                                everyColumn().region("361000").record("ä").build(),
                                everyColumn()
                                        .region("361000")
                                        .record("b")
                                        .list("eco-label")
                                        .build(),
                                everyColumn().region("361000").record("a").build(),
                                everyColumn().region("361000").record("B").build(),
                                everyColumn().region("361000").record("b").build(),
                                everyColumn().region("").record("z").build()));
        assertThat(read(1, Set.of(Outcome.VIOLATION)))
                .extracting(v -> v.regionCode() + "/" + v.recordId() + "/" + v.listId())
                .containsExactly(
                        "/z/energy-saving",
                        "361000/B/energy-saving",
                        "361000/a/energy-saving",
                        "361000/b/eco-label",
                        "361000/b/energy-saving",
                        "361000/ä/energy-saving",
                        "410300/b/energy-saving");
    }

    @Test
    void outcomesAreMergedInOneOrderOverManyPages() throws IOException {
        List<StoredVerdict> all = IntStream.range(0, 9000)
                .mapToObj(i -> everyColumn()
                        // every third record shares its key with the next one: the tie must not lose or repeat a row
                        .record("R%05d".formatted(i - i % 3 / 2))
                        .outcome(i % 2 == 0 ? Outcome.VIOLATION : Outcome.COMPLIANT)
                        .item("item " + i)
                        .build())
                .toList();
        stores.verdicts().insert(1, 0, 0, all.subList(0, 5000));
        stores.verdicts().insert(1, 1, 0, all.subList(5000, 9000));
        stores.verdicts().insert(2, 0, 0, all.subList(0, 10));

        assertThat(read(1, Set.of(Outcome.values())))
                .extracting(StoredVerdict::itemName)
                .containsExactlyElementsOf(
                        all.stream().map(StoredVerdict::itemName).toList());
        assertThat(read(1, Set.of(Outcome.COMPLIANT))).hasSize(4500);
        assertThat(stores.verdicts().stored(1)).isEqualTo(Map.of(Outcome.VIOLATION, 4500L, Outcome.COMPLIANT, 4500L));
    }

    @Test
    void tooLongTextsAreCutAndNothingElseIs() throws IOException {
        String longName = "甲".repeat(70_000);
        StoredVerdict stored = everyColumn()
                .record(longName)
                .item("\uD83D\uDE00".repeat(600))
                .warnings(IntStream.range(0, 60)
                        .mapToObj(i -> Text.of("warning." + i, longName))
                        .toList())
                .build();
        stores.verdicts().insert(1, 0, 0, List.of(stored));
        StoredVerdict read = read(1, Set.of(Outcome.VIOLATION)).get(0);
        assertThat(read.recordId()).hasSize(200).endsWith("…");
        assertThat(read.itemName()).hasSizeLessThanOrEqualTo(500).endsWith("\uD83D\uDE00…");
        assertThat(read.warnings()).hasSize(60).allSatisfy(text -> assertThat(text.args())
                .hasSize(1));
    }

    @Test
    void firstSeenIsFoundForViolationsAndQuestionsAndByExactRecord() {
        LocalDate first = LocalDate.of(2026, 5, 1);
        stores.verdicts()
                .insert(
                        1,
                        0,
                        0,
                        List.of(
                                everyColumn()
                                        .record("r1")
                                        .firstSeen(first, false)
                                        .build(),
                                everyColumn().record("R1").build(),
                                everyColumn()
                                        .record("R2")
                                        .outcome(Outcome.UNDETERMINED)
                                        .firstSeen(first, false)
                                        .build(),
                                everyColumn()
                                        .record("R3")
                                        .outcome(Outcome.EXEMPT)
                                        .build()));
        assertThat(stores.verdicts().firstSeen(1, List.of("r1", "R2", "R3")))
                .isEqualTo(Map.of(
                        new FindingKey("r1", "energy-saving", "violation"), first,
                        new FindingKey("R2", "energy-saving", "undetermined"), first));
        assertThat(stores.verdicts().firstSeen(1, List.of())).isEmpty();
    }

    private List<StoredVerdict> read(long runId, Set<Outcome> outcomes) throws IOException {
        List<StoredVerdict> alone = read(runId, outcomes, 1);
        assertThat(read(runId, outcomes, 3))
                .as("read and sorted by three threads")
                .isEqualTo(alone);
        return alone;
    }

    private List<StoredVerdict> read(long runId, Set<Outcome> outcomes, int threads) throws IOException {
        List<StoredVerdict> read = new ArrayList<>();
        try (SortedVerdicts sorted = stores.verdicts().sorted(runId, outcomes, spool, threads)) {
            sorted.read(outcomes, read::add);
        }
        return read;
    }
}
