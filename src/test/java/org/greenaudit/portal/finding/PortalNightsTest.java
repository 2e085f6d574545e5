package org.greenaudit.portal.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.catalog.load.CatalogLoader;
import org.greenaudit.decision.Decision;
import org.greenaudit.decision.DecisionDesk.Answer;
import org.greenaudit.feedback.Feedback;
import org.greenaudit.job.Ask;
import org.greenaudit.job.AuditResult;
import org.greenaudit.job.Nights;
import org.greenaudit.job.config.RunSettings;
import org.greenaudit.job.step.StoredRunData;
import org.greenaudit.message.ExplainedException;
import org.greenaudit.message.Messages;
import org.greenaudit.portal.access.AccessScope;
import org.greenaudit.purchase.FeedColumn;
import org.greenaudit.rules.Outcome;
import org.greenaudit.store.RunRecord;
import org.greenaudit.store.StoredVerdict;
import org.greenaudit.store.Stores;
import org.greenaudit.testing.Catalogs;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What pages show of two real nights of the sample: on the day between them, people decide; before the second, a purchase that
 * was decided about changes.
 */
@ExtendWith(Nights.Shared.class)
class PortalNightsTest {

    private static final String JOB = "portal-nights";
    private static final LocalDate FIRST = LocalDate.of(2026, 6, 28);
    private static final LocalDate SECOND = LocalDate.of(2026, 6, 29);
    private static final Messages CHINESE = Messages.in(Messages.CHINESE);

    private static Stores stores;
    private static RunSettings settings;
    private static CatalogSnapshot catalog;
    private static FindingIndexes indexes;
    private static FindingDetails details;
    private static Path report;
    private static Path work;
    private static RunRecord first;
    private static RunRecord second;

    private static FindingRow confirmed;
    private static FindingRow changed;
    private static FindingRow withdrawn;
    private static FindingRow ofProduct;
    private static List<FindingRow> statesBefore;
    private static List<FindingRow> statesDecided;
    private static List<FindingRow> statesWithdrawn;

    @BeforeAll
    static void auditDecideAndAuditAgain(Nights nights) throws IOException {
        Path folder = nights.folder(JOB);
        Path feeds = Files.createDirectories(folder.resolve("feeds"));
        Path feed = feeds.resolve("fuzhou.csv");
        Files.copy(Path.of("jobs/sample/luoyang-2026.csv"), feeds.resolve("luoyang.csv"));
        List<String> lines = new ArrayList<>(Files.readAllLines(Path.of("jobs/sample/fuzhou-2026.csv")));
        Files.write(feed, lines);
        Path job = nights.jobOf(JOB, feeds.resolve("*.csv"), "");
        stores = nights.stores();
        work = folder.resolve("work");
        first = run(nights.audit(Ask.of(job).on(FIRST).out(folder).in("zh-CN").request()));
        report = folder.resolve("2026-06-28/run-1");
        settings = RunSettings.of(Ask.of(job).on(FIRST).out(folder).request(), FIRST);
        catalog = CatalogLoader.load(settings.catalogs(), FeedColumn.headers());
        indexes = new FindingIndexes(stores, () -> catalog, work);
        details = new FindingDetails(stores, () -> catalog);
        statesBefore = all(first);

        List<FindingRow> identified = statesBefore.stream()
                .filter(row -> row.outcome() == Outcome.VIOLATION
                        && row.recordId().startsWith("FZ")
                        && row.rule().startsWith("M")
                        && !row.brand().isEmpty()
                        && !row.model().isEmpty())
                .toList();
        ofProduct = identified.stream()
                .filter(row -> sameProduct(row, identified) > 1)
                .findFirst()
                .orElseThrow();
        List<FindingRow> others = identified.stream()
                .filter(row -> sameProduct(row, identified) == 1)
                .toList();
        confirmed = others.get(0);
        changed = others.get(others.size() / 2);
        withdrawn = others.get(others.size() - 1);
        decide(folder, row(confirmed, "本记录"), row(changed, "本记录"), row(withdrawn, "本记录"), row(ofProduct, "同品牌型号"));
        indexes.decisionsChanged();
        statesDecided = all(first);
        assertThat(stores.decisions().withdraw(JOB, decision(withdrawn), new Decision.Withdrawal("核定乙", FIRST, "核定有误")))
                .isTrue();
        indexes.decisionsChanged();
        statesWithdrawn = all(first);

        lines.replaceAll(line -> line.startsWith(changed.recordId() + ",")
                ? line.replace(changed.model(), changed.model() + "X")
                : line);
        Files.write(feed, lines);
        second = run(nights.audit(Ask.of(job).on(SECOND).out(folder).request()));
    }

    private static RunRecord run(AuditResult result) {
        assertThat(result.failure()).isEmpty();
        return result.run().orElseThrow();
    }

    private static long sameProduct(FindingRow row, List<FindingRow> among) {
        return among.stream()
                .filter(other -> isSameProduct(row, other) && other.listId().equals(row.listId()))
                .count();
    }

    private static boolean isSameProduct(FindingRow one, FindingRow other) {
        return other.brand().equals(one.brand()) && other.model().equals(one.model());
    }

    private static String row(FindingRow finding, String scope) {
        return String.join(",", finding.recordId(), finding.listId(), "确认不符合", "核对后确认", "核定甲", "2026-06-28", scope);
    }

    private static void decide(Path folder, String... rows) throws IOException {
        Path file = folder.resolve("decisions.csv");
        Files.writeString(file, "记录编号,清单,核定结论,说明,核定人,日期,适用范围\n" + String.join("\n", rows) + "\n");
        Feedback feedback = new Feedback(stores, catalog, settings.classifier(catalog), JOB, "核定甲", FIRST);
        List<Feedback.Considered> considered = feedback.consider(file, work);
        assertThat(considered).allMatch(row -> row.answer() instanceof Answer.Taken);
        feedback.store(considered);
    }

    private static long decision(FindingRow of) {
        return stores.decisions().ofJob(JOB).stream()
                .filter(decision -> decision.finding().recordId().equals(of.recordId()))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static Selection select(RunRecord run, AccessScope scope, FindingFilter filter) {
        return indexes.of(run).select(scope, filter, indexes.states(run), FindingSort.REPORT, false);
    }

    private static List<FindingRow> all(RunRecord run) {
        return select(run, AccessScope.ALL, FindingFilter.ALL)
                .behind(OptionalInt.empty(), Integer.MAX_VALUE)
                .rows();
    }

    private static FindingFilter only(Outcome outcome) {
        FindingFilter all = FindingFilter.ALL;
        return new FindingFilter(
                Optional.of(outcome),
                all.regionPrefix(),
                all.buyer(),
                all.rule(),
                all.duty(),
                all.list(),
                all.family(),
                all.from(),
                all.to(),
                all.signedFrom(),
                all.signedTo(),
                all.onlyNew(),
                all.state(),
                all.text());
    }

    private static FindingState state(List<FindingRow> rows, FindingRow of) {
        return rows.stream()
                .filter(row ->
                        row.recordId().equals(of.recordId()) && row.listId().equals(of.listId()))
                .findFirst()
                .orElseThrow()
                .state();
    }

    @Test
    void everyFindingIsOpenUntilSomebodyDecides() {
        assertThat(statesBefore).hasSizeGreaterThan(100).allMatch(row -> row.state() == FindingState.OPEN);
    }

    @Test
    void aDecisionMarksItsFindingOrThoseOfItsProductAndNoOther() {
        for (FindingRow row : List.of(confirmed, changed, withdrawn, ofProduct)) {
            assertThat(state(statesDecided, row)).isEqualTo(FindingState.DECIDED);
        }
        assertThat(statesDecided.stream().filter(row -> row.state() != FindingState.OPEN))
                .allMatch(row -> Stream.of(confirmed, changed, withdrawn)
                                .anyMatch(one -> one.recordId().equals(row.recordId()))
                        || isSameProduct(ofProduct, row))
                .allMatch(row -> row.state() == FindingState.DECIDED)
                .hasSizeGreaterThan(4);
    }

    @Test
    void whatIsWithdrawnIsOpenAgain() {
        assertThat(state(statesWithdrawn, withdrawn)).isEqualTo(FindingState.OPEN);
        assertThat(state(statesWithdrawn, confirmed)).isEqualTo(FindingState.DECIDED);
    }

    @Test
    void theNextAuditSaysWhetherADecisionStillApplies() {
        List<FindingRow> rows = all(second);
        assertThat(state(rows, confirmed)).isEqualTo(FindingState.DECIDED);
        assertThat(state(rows, changed)).isEqualTo(FindingState.STALE);
        assertThat(state(rows, withdrawn)).isEqualTo(FindingState.OPEN);
        assertThat(rows.stream().filter(row -> row.state() == FindingState.STALE))
                .hasSize(1);
        assertThat(rows.stream()
                        .filter(row -> isSameProduct(ofProduct, row)
                                && row.listId().equals(ofProduct.listId())
                                && row.outcome() == Outcome.VIOLATION))
                .hasSizeGreaterThan(1)
                .allMatch(row -> row.state() == FindingState.DECIDED);
    }

    @Test
    void aFindingsPageKnowsItsDecisionsAndItsHistory() {
        FindingDetail detail = detail(AccessScope.ALL, second, changed).orElseThrow();
        assertThat(detail.verdict().model()).isEqualTo(changed.model() + "X");
        assertThat(detail.decisions()).singleElement().satisfies(named -> {
            assertThat(named.state()).isEqualTo("stale");
            assertThat(named.use().orElseThrow().changed()).containsExactly("model");
            assertThat(named.decision().reason()).isEqualTo("核对后确认");
        });
        assertThat(detail.history()).extracting(seen -> seen.run().auditDate()).containsExactly(FIRST, SECOND);
        assertThat(detail.history())
                .extracting(seen -> seen.verdict().map(StoredVerdict::model).orElse(""))
                .containsExactly(changed.model(), changed.model() + "X");
        assertThat(detail(AccessScope.ALL, second, confirmed).orElseThrow().decisions())
                .extracting(FindingDetail.Named::state)
                .containsExactly("applied");
        assertThat(detail(AccessScope.ALL, first, withdrawn).orElseThrow().decisions())
                .extracting(FindingDetail.Named::state)
                .containsExactly("withdrawn");
    }

    @Test
    void aFindingOutsideTheScopeIsNotThere() {
        for (FindingRow row : List.of(confirmed, changed, withdrawn)) {
            AccessScope own = new AccessScope(row.regionCode(), row.buyerCode());
            assertThat(detail(own, first, row)).isPresent();
            assertThat(detail(new AccessScope("99", ""), first, row)).isEmpty();
            assertThat(detail(new AccessScope("", row.buyerCode() + "9"), first, row))
                    .isEmpty();
        }
    }

    private static Optional<FindingDetail> detail(AccessScope scope, RunRecord run, FindingRow row) {
        return details.of(scope, run, row.recordId(), row.listId());
    }

    @Test
    void filesOfAllFindingsAreThoseOfTheReport() throws IOException {
        assertFiles(AccessScope.ALL, report);
    }

    @Test
    void filesOfACountyAreThoseOfItsReport() throws IOException {
        try (Stream<Path> counties = Files.list(report.resolve("by-region"))) {
            List<Path> all = counties.filter(
                            folder -> AccessScope.isPrefix(folder.getFileName().toString()))
                    .toList();
            assertThat(all).hasSizeGreaterThan(5);
            for (Path county : all) {
                assertFiles(new AccessScope(county.getFileName().toString(), ""), county);
            }
        }
    }

    private static void assertFiles(AccessScope scope, Path expected) throws IOException {
        try (StoredRunData data = data(first)) {
            FindingFiles files = new FindingFiles(work);
            assertThat(bytes(files.csv(select(first, scope, only(Outcome.VIOLATION)), data, CHINESE)))
                    .asString()
                    .isEqualTo(Files.readString(expected.resolve("violations.csv")));
            assertThat(bytes(files.csv(select(first, scope, only(Outcome.UNDETERMINED)), data, CHINESE)))
                    .asString()
                    .isEqualTo(Files.readString(expected.resolve("undetermined.csv")));
            byte[] workbook = bytes(files.workbook(select(first, scope, FindingFilter.ALL), data, CHINESE));
            for (String sheet : List.of("不符合", "待核实")) {
                assertThat(sheet(new ByteArrayInputStream(workbook), sheet))
                        .isEqualTo(sheet(Files.newInputStream(expected.resolve("report.xlsx")), sheet));
            }
        }
        try (Stream<Path> left = Files.list(work)) {
            assertThat(left).isEmpty();
        }
    }

    private static StoredRunData data(RunRecord run) {
        return new StoredRunData(run, settings, catalog, Optional.empty(), stores, work);
    }

    private static byte[] bytes(FileChannel file) throws IOException {
        try (InputStream in = Channels.newInputStream(file)) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            in.transferTo(bytes);
            assertThat(bytes.size()).isEqualTo(Math.toIntExact(file.size()));
            return bytes.toByteArray();
        }
    }

    private static List<List<String>> sheet(InputStream workbook, String name) throws IOException {
        try (ReadableWorkbook read = new ReadableWorkbook(workbook)) {
            Sheet sheet = read.findSheet(name).orElseThrow();
            List<List<String>> rows = new ArrayList<>();
            for (Row row : sheet.read()) {
                rows.add(row.stream()
                        .map(cell -> cell == null ? "" : cell.getText())
                        .toList());
            }
            return rows;
        }
    }

    @Test
    void aFileThatCannotBeCompleteIsAnErrorAndLeavesNothing() throws IOException {
        Selection selection = select(first, AccessScope.ALL, FindingFilter.ALL);
        CatalogSnapshot withoutLists = Catalogs.of().build();
        try (StoredRunData data = new StoredRunData(first, settings, withoutLists, Optional.empty(), stores, work)) {
            FindingFiles files = new FindingFiles(work);
            assertThatThrownBy(() -> files.csv(selection, data, CHINESE)).isInstanceOf(ExplainedException.class);
            assertThatThrownBy(() -> files.workbook(selection, data, CHINESE)).isInstanceOf(ExplainedException.class);
        }
        try (Stream<Path> left = Files.list(work)) {
            assertThat(left).isEmpty();
        }
    }
}
