package org.greenaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.greenaudit.GreenAudit;
import org.greenaudit.purchase.FeedColumn;
import org.greenaudit.testing.Feed;
import org.greenaudit.testing.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainCommandTest {

    private final CliHarness cli = new CliHarness();

    private final Settings settings = new Settings();

    @TempDir
    private Path folder;

    @BeforeEach
    void databaseOfItsOwn() {
        settings.set("greenaudit.data-dir", folder.resolve("data"));
    }

    @AfterEach
    void forget() {
        settings.close();
    }

    @Test
    void readableLineShowsFieldsMatchingChecksVerdictsAndClauses() throws IOException {
        assertThat(explain("r1", desktop("r1"))).isZero();
        assertThat(cli.out())
                .contains("Record r1 (feed.csv, line 2)")
                .containsPattern("amount +5000.00")
                .contains("ES2019-01-01", "EL2019-01-02", "CQC", "compliant", "check 3 (in force)", "[2019] No. 9");
    }

    @Test
    void aRegistryIsLaidOverTheCatalogsWithoutAJobFile() throws IOException {
        Path feed = Feed.of().line(desktop("r1")).write(folder.resolve("feed.csv"));
        String[] asked = {"explain", "--locale=en", "--record=r1", "--date=2026-06-30", "--input", feed.toString()};
        assertThat(cli.run(asked)).isZero();
        assertThat(cli.out()).contains("M1").doesNotContain("CQC");

        CliHarness laidOver = new CliHarness();
        String[] with = {"--catalogs", "catalogs", "--catalogs", "jobs/sample/catalogs"};
        assertThat(laidOver.run(Stream.concat(Stream.of(asked), Stream.of(with)).toArray(String[]::new)))
                .isZero();
        assertThat(laidOver.out()).contains("CQC", "compliant").doesNotContain("M1");
    }

    @Test
    void duplicateIsExplainedBesideTheFirst() throws IOException {
        assertThat(explain("r1", desktop("r1"), desktop("r2"), desktop("r1"))).isZero();
        assertThat(cli.out()).contains("Record r1 (feed.csv, line 2)", "feed.csv, line 4: the row cannot be read");
    }

    @Test
    void rejectedRowIsExplainedWithItsReason() throws IOException {
        assertThat(explain("r1", desktop("r1").amount("面议"))).isZero();
        assertThat(cli.out()).contains("amount not readable", "amount:", "面议", "raw row:");
    }

    @Test
    void rowWithoutARecordIdIsFoundByFileAndLine() throws IOException {
        assertThat(explain("feed.csv:3", desktop("r1"), desktop(""))).isZero();
        assertThat(cli.out()).contains("Record feed.csv:3");
    }

    @Test
    void lineOutsideTheWindowIsNotJudged() throws IOException {
        assertThat(explain("r1", desktop("r1").on("2025-12-31"))).isZero();
        assertThat(cli.out())
                .contains("outside the audited window 2026-01-01 to 2026-06-30")
                .doesNotContain("Verdicts");
    }

    @Test
    void theWindowCanBeWidened() throws IOException {
        assertThat(explain("r1", List.of("--from=2025-01-01"), desktop("r1").on("2025-12-31")))
                .isZero();
        assertThat(cli.out()).contains("Verdicts").doesNotContain("outside the audited window");
    }

    @Test
    void unknownRecordIsTwo() throws IOException {
        assertThat(explain("r9", desktop("r1"))).isEqualTo(2);
        assertThat(cli.err()).contains("“r9”");
    }

    @Test
    void anUnknownRecordIsAnsweredWithAtMostFiveOfThoseMostLikeIt() throws IOException {
        String[] ids = {"CG-2026-0017", "CG-2026-0018", "CG-2026-0099", "CG-2026-0117", "CG-2026-1017", "CG-2026-0071"};
        Feed.Row[] rows = Stream.concat(Stream.of(ids), Stream.of("X-1"))
                .map(ExplainCommandTest::desktop)
                .toArray(Feed.Row[]::new);
        assertThat(explain("CG-2026-017", rows)).isEqualTo(2);
        assertThat(cli.err())
                .contains("Record ids like it: CG-2026-0017; CG-2026-0117; CG-2026-1017")
                .doesNotContain("CG-2026-0099", "X-1");
    }

    @Test
    void anUnknownRecordThatIsLikeNoneIsAnsweredWithoutAny() throws IOException {
        assertThat(explain("CG-2026-0017", desktop("r1"))).isEqualTo(2);
        assertThat(cli.err()).doesNotContain("like it");
    }

    @Test
    void listRowCertificateAndClausesAreNamedWithFileAndLine() throws IOException {
        assertThat(explain("r1", desktop("r1"))).isZero();
        assertThat(cli.out())
                .containsPattern("ES2019-01-01 \\(.*lists.energy-saving-2019\\.csv:"
                        + line(Path.of("catalogs/lists/energy-saving-2019.csv"), "ES2019-01-01,") + "\\)")
                .containsPattern("CQC\\S+ \\(.*jobs.sample.catalogs.certificates.sample\\.csv:\\d+\\)")
                .containsPattern("\\(.*catalogs.clauses\\.csv:\\d+\\)");
    }

    @Test
    void aRunIsExplainedAsItWasJudgedWhileItsCatalogsAreTheSame() throws IOException {
        settings.set("greenaudit.data-dir", folder.resolve("data"));
        Path feed = Feed.of()
                .line(desktop("r1"))
                .line(desktop("r2").model("ZZ-999"))
                .write(folder.resolve("feed.csv"));
        String[] what = {"--locale=en", "--job=jobs/sample.yaml", "--date=2026-06-30", "--input=" + feed};
        StringWriter told = new StringWriter();
        PrintWriter writer = new PrintWriter(told);
        assertThat(new Cli(new Console(writer, writer, false), GreenAudit.class)
                        .run(with(what, "audit", "--out=" + folder.resolve("reports"))))
                .as(told.toString())
                .isZero();

        assertThat(cli.run(with(what, "explain", "--record=r2", "--run=1")))
                .as(cli.err())
                .isZero();
        assertThat(cli.out()).contains("What run sample-20260630-1-test said then", "Record r2 (feed.csv, line 3)");

        CliHarness changed = new CliHarness();
        assertThat(changed.run(with(what, "explain", "--record=r2", "--run=1", "--catalogs=catalogs")))
                .isEqualTo(2);
        assertThat(changed.out())
                .contains("What run sample-20260630-1-test said then", "ES2019-01-01")
                .doesNotContain("Record r2 (");
        assertThat(changed.err()).containsPattern("fingerprint [0-9a-f]{64}, those of now [0-9a-f]{64}\\.");

        CliHarness unknown = new CliHarness();
        assertThat(unknown.run(with(what, "explain", "--record=r2", "--run=7"))).isEqualTo(2);
        assertThat(unknown.err()).contains("no run 7", "sample-20260630-1-test");
    }

    private static String[] with(String[] what, String... command) {
        return Stream.concat(Stream.of(command), Stream.of(what)).toArray(String[]::new);
    }

    /** The line that begins so. */
    private static int line(Path file, String begin) throws IOException {
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith(begin)) {
                return i + 1;
            }
        }
        throw new AssertionError(begin);
    }

    @Test
    void unreadableInputIsTwoAndNamesTheFile() throws IOException {
        Path feed = folder.resolve("feed.csv");
        Files.writeString(feed, "");
        assertThat(cli.run(
                        "explain",
                        "--locale=en",
                        "--record",
                        "r1",
                        "--job",
                        "jobs/sample.yaml",
                        "--input",
                        feed.toString()))
                .isEqualTo(2);
        assertThat(cli.err()).contains("feed.csv");
    }

    /** A desktop computer for 5000 yuan whose certificate is in the sample's registry. */
    private static Feed.Row desktop(String id) {
        return Feed.row()
                .id(id)
                .item("台式计算机")
                .model("SLDT-500")
                .with(FeedColumn.QUANTITY, "1")
                .with(FeedColumn.UNIT_PRICE, "5000.00")
                .amount("5000.00");
    }

    private int explain(String record, Feed.Row... rows) {
        return explain(record, List.of(), rows);
    }

    private int explain(String record, List<String> more, Feed.Row... rows) {
        Feed feed = Feed.of();
        Stream.of(rows).forEach(feed::line);
        List<String> args = new ArrayList<>(
                List.of("explain", "--locale=en", "--record", record, "--job", "jobs/sample.yaml", "--input"));
        args.add(feed.write(folder.resolve("feed.csv")).toString());
        args.addAll(more);
        return cli.run(args.toArray(String[]::new));
    }
}
