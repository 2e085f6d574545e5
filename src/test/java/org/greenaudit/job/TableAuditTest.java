package org.greenaudit.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.greenaudit.job.AuditResult.Status;
import org.greenaudit.job.config.SourceFactory;
import org.greenaudit.job.step.AuditComponents;
import org.greenaudit.message.Messages;
import org.greenaudit.testing.DatabaseServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The whole job with its purchases in a table: the sample's verdicts are those of its CSV files, byte by byte. */
@Tag("database")
class TableAuditTest {

    private static final String FUZHOU = "fuzhou-2026.csv";
    private static final String LUOYANG = "luoyang-2026.csv";
    private static final Charset GB18030 = Charset.forName("GB18030");

    @TempDir
    private static Path dir;

    private static DatabaseServer.Schema schema;
    private static ConfigurableApplicationContext context;

    @BeforeAll
    static void start() throws IOException {
        schema = DatabaseServer.shared().schema();
        context = context(dir.resolve("data"));
        for (String feed : new String[] {FUZHOU, LUOYANG}) {
            FeedTable rows = sample(feed);
            rows.insert(schema, feed);
            rows.write(dir.resolve(feed));
        }
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {50_000, 160})
    void theSampleInATableIsJudgedAsTheSampleInAFile(int partitionRows) throws IOException {
        // the table is called as the file and keyed by its lines, so that even those are the same
        SortedMap<String, String> byFile = audit("f" + partitionRows, "files: [" + FUZHOU + "]", partitionRows);
        SortedMap<String, String> byTable = audit("t" + partitionRows, table(FUZHOU), partitionRows);
        assertThat(byFile.get("violations.csv")).contains("FZ2026-");
        assertThat(byFile.get("rejected.csv")).contains("FZ2026-");
        assertSame(byTable, byFile);
    }

    @Test
    void theWholeSampleWithTheServerAsSourceAndStoreGivesTheFilesOfCsvAndH2() throws IOException {
        DatabaseServer.Schema results = DatabaseServer.shared().schema();
        Map<String, Set<Map<String, String>>> found = new TreeMap<>();
        try (ConfigurableApplicationContext server = context(
                dir.resolve("both"),
                standard(),
                "--spring.datasource.url=" + results.url(),
                "--spring.datasource.username=" + results.user(),
                "--spring.datasource.password=" + results.password())) {
            for (String feed : List.of(FUZHOU, LUOYANG)) {
                SortedMap<String, String> byFile = audit("files-" + feed.charAt(0), "files: [" + feed + "]", 50_000);
                SortedMap<String, String> byTable = audit(server, "table-" + feed.charAt(0), table(feed), 100);
                assertSame(byTable, byFile);
                for (String file : List.of("violations.csv", "undetermined.csv")) {
                    found.computeIfAbsent(file, name -> new HashSet<>()).addAll(verdicts(byTable.get(file)));
                }
            }
        }
        SortedMap<String, String> golden = ReportFiles.of(Path.of("src/test/resources/golden/sample/zh-CN"));
        found.forEach(
                (file, verdicts) -> assertThat(verdicts).as(file).isEqualTo(new HashSet<>(verdicts(golden.get(file)))));
    }

    /** Without what says which run, and where in its source a row stood. */
    private static List<Map<String, String>> verdicts(String csv) {
        List<Map<String, String>> verdicts = ReportFiles.rows(csv, ReportFiles.VERDICT);
        verdicts.forEach(row -> row.keySet().removeAll(Set.of("run_id", "source", "line")));
        return verdicts;
    }

    @Test
    void chineseColumnsAndAmountsInWanAreUnderstoodByTheirNames() throws IOException {
        SortedMap<String, String> byFile = audit("flz", "files: [" + LUOYANG + "]", 200);
        SortedMap<String, String> byTable = audit("tlz", table(LUOYANG), 200);
        assertSame(byTable, byFile);
    }

    @Test
    void aTableThatChangesDuringTheAuditFailsItAndTheNextStartBeginsAnew() throws IOException {
        String name = "drifting";
        DatabaseServer.Schema own = DatabaseServer.shared().schema();
        sample(FUZHOU).insert(own, FUZHOU);
        Path job = job(name, table(own, FUZHOU, "line_no"), 100);
        AuditComponents changing = new ChangingParts(
                standard(), () -> execute(own, "UPDATE `" + FUZHOU + "` SET amount = '1.00' WHERE line_no = 350"));
        try (ConfigurableApplicationContext other = context(dir.resolve("drift"), changing)) {
            AuditResult failed = Ask.audit(other, Ask.of(job).request());
            assertThat(failed.status()).isEqualTo(Status.FAILED);
            assertThat(failed.failure().orElseThrow().key()).isEqualTo("source.mysql.drift");
            assertThat(Messages.in(Locale.ENGLISH).render(failed.failure().orElseThrow()))
                    .contains(FUZHOU, "changed during the audit", "line_no above 3", "from the beginning");
            AuditResult again = Ask.audit(other, Ask.of(job).request());
            assertThat(again.status()).isEqualTo(Status.COMPLETED);
            assertThat(again.run().orElseThrow().runNo()).isEqualTo(2);
            assertThat(again.counts().read().lines()).isEqualTo(sample(FUZHOU).rows());
        }
    }

    @Test
    void aRunThatFailedGoesOnWithItsPartitionsWhenTheTableIsTheSame() throws IOException {
        AuditComponents failing = new ChangingParts(standard(), () -> {
            throw new IllegalStateException("the machine is tired");
        });
        Path job = job("restarted", table(FUZHOU), 60);
        try (ConfigurableApplicationContext other = context(dir.resolve("restart"), failing)) {
            assertThat(Ask.audit(other, Ask.of(job).request()).status()).isEqualTo(Status.FAILED);
            AuditResult again = Ask.audit(other, Ask.of(job).request());
            assertThat(again.status()).isEqualTo(Status.COMPLETED);
            assertThat(again.run().orElseThrow().runNo()).isEqualTo(1);
            assertThat(again.counts().read().lines()).isEqualTo(sample(FUZHOU).rows());
        }
    }

    @Test
    void anEmptyWindowIsAnAuditOfNothing() throws IOException {
        DatabaseServer.Schema own = DatabaseServer.shared().schema();
        sample(FUZHOU).insert(own, FUZHOU);
        execute(own, "UPDATE `" + FUZHOU + "` SET contract_date = '2020-01-01'");
        execute(own, "ALTER TABLE `" + FUZHOU + "` MODIFY contract_date DATE");
        AuditResult result = Ask.audit(
                context,
                Ask.of(job("nothing", table(own, FUZHOU, "line_no"), 100)).request());
        assertThat(result.failure()).isEmpty();
        assertThat(result.status()).isEqualTo(Status.COMPLETED);
        assertThat(result.counts().read().lines()).isZero();
    }

    private static FeedTable sample(String feed) {
        Path file = Path.of("jobs", "sample", feed);
        // a column without a meaning is not read from a table, and would stand in the raw rows of a file
        return feed.equals(LUOYANG)
                ? FeedTable.of(file, GB18030).without("备注")
                : FeedTable.of(file, StandardCharsets.UTF_8);
    }

    private static String table(String feed) {
        return table(schema, feed, FeedTable.KEY);
    }

    private static String table(DatabaseServer.Schema of, String feed, String key) {
        return "{type: mysql, url: '" + of.url() + "', user: " + of.user() + ", table: " + feed + ", key: " + key + "}";
    }

    private static SortedMap<String, String> audit(String name, String source, int partitionRows) throws IOException {
        return audit(context, name, source, partitionRows);
    }

    private static SortedMap<String, String> audit(
            ConfigurableApplicationContext program, String name, String source, int partitionRows) throws IOException {
        String section = source.startsWith("{") ? source : "{" + source + "}";
        AuditResult result =
                Ask.audit(program, Ask.of(job(name, section, partitionRows)).request());
        assertThat(result.failure()).isEmpty();
        try (Stream<Path> files = Files.walk(result.reportDir().orElseThrow())) {
            Path root = result.reportDir().orElseThrow();
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".xlsx"))
                    .collect(Collectors.toMap(
                            file -> root.relativize(file).toString(),
                            file -> text(file).replace(name, "job"),
                            (a, b) -> a,
                            TreeMap::new));
        }
    }

    private static Path job(String name, String source, int partitionRows) throws IOException {
        Path here = Path.of("").toAbsolutePath();
        Path file = dir.resolve(name + ".yaml");
        Files.writeString(
                file,
                """
                name: %s
                title: t
                audit-date: 2026-06-30
                window: {from: 2026-01-01, to: 2026-06-30}
                catalogs: [%s, %s]
                source: %s
                plans-from: [%s, %s]
                run: {threads: 2, partition-rows: %d, partition-megabytes: 1, block-lines: 40}
                all-verdicts: true
                report: {out: out-%s}
                """
                        .formatted(
                                name,
                                here.resolve("catalogs"),
                                here.resolve("jobs/sample/catalogs"),
                                source,
                                here.resolve("jobs/fuzhou.yaml"),
                                here.resolve("jobs/luoyang.yaml"),
                                partitionRows,
                                name));
        return file;
    }

    /** Every file but the manifest, which tells of the source and of the other files' bytes. */
    private static void assertSame(Map<String, String> found, Map<String, String> expected) {
        assertThat(found.keySet()).isEqualTo(expected.keySet());
        List<String> pageLast = expected.keySet().stream()
                .sorted(Comparator.comparing(name -> name.endsWith(".html")))
                .toList();
        for (String name : pageLast) {
            if (!name.equals("manifest.json")) {
                List<String> lines = found.get(name).lines().toList();
                List<String> others = expected.get(name).lines().toList();
                for (int i = 0; i < Math.min(lines.size(), others.size()); i++) {
                    assertThat(lines.get(i)).as(name + " line " + (i + 1)).isEqualTo(others.get(i));
                }
                assertThat(found.get(name)).as(name).hasSameSizeAs(expected.get(name));
            }
        }
        assertThat(counts(found.get("manifest.json"))).isEqualTo(counts(expected.get("manifest.json")));
    }

    private static String counts(String manifest) {
        return Arrays.stream(manifest.substring(manifest.indexOf("\"control_totals\""), manifest.indexOf("\"files\""))
                        .split("\n"))
                .collect(Collectors.joining("\n"));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<String> environment(String name) {
        return name.equals("GREENAUDIT_SOURCE_PASSWORD") ? Optional.of(schema.password()) : Optional.empty();
    }

    private static ConfigurableApplicationContext context(Path data) {
        return context(data, standard());
    }

    private static AuditComponents standard() {
        SourceFactory sources = new SourceFactory(TableAuditTest::environment, Path.of("target"), 60);
        return sources::of;
    }

    private static ConfigurableApplicationContext context(Path data, AuditComponents parts, String... more) {
        List<String> properties = new ArrayList<>(List.of(
                "--greenaudit.data-dir=" + data,
                "--logging.level.root=off",
                "--logging.level.org.springframework=off",
                "--logging.level.org.springframework.batch=off"));
        properties.addAll(List.of(more));
        return new SpringApplicationBuilder(AuditConfiguration.class)
                .initializers(c -> ((GenericApplicationContext) c).registerBean(AuditComponents.class, () -> parts))
                .run(properties.toArray(String[]::new));
    }

    private static void execute(DatabaseServer.Schema of, String sql) {
        try (var connection = of.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
