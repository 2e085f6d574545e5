package org.greenaudit.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.greenaudit.assessment.Count;
import org.greenaudit.assessment.RunCounts;
import org.greenaudit.message.ExplainedException;
import org.greenaudit.message.Messages;
import org.greenaudit.rules.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportWriterTest {

    private static final Messages CHINESE = Messages.in(Messages.CHINESE);
    private static final Messages ENGLISH = Messages.in(Locale.ENGLISH);

    @TempDir
    private Path out;

    @Test
    void theReportStandsUnderItsDateAndNumberAndLatestNamesIt() throws IOException {
        Path report = new ReportWriter(FakeRuns.realistic().number(3), CHINESE, Optional.empty(), 2).write(out);
        assertThat(report).isEqualTo(out.resolve("2026-06-30").resolve("run-3"));
        assertThat(out.resolve("latest").toRealPath()).isEqualTo(report.toRealPath());
        assertThat(report.resolve("verdicts.csv")).doesNotExist();
    }

    @Test
    void latestMovesOnToTheNextRunAndTheOldReportStays() throws IOException {
        Path first = new ReportWriter(FakeRuns.realistic().number(1), CHINESE, Optional.empty(), 2).write(out);
        Path second = new ReportWriter(FakeRuns.realistic().number(2), CHINESE, Optional.empty(), 2).write(out);
        assertThat(out.resolve("latest").toRealPath()).isEqualTo(second.toRealPath());
        assertThat(first.resolve("manifest.json")).exists();
    }

    @Test
    void latestStaysAtAReportOfALaterAuditDate() throws IOException {
        Path later = new ReportWriter(FakeRuns.realistic().number(1), CHINESE, Optional.empty(), 2).write(out);
        Path manifest = later.resolve("manifest.json");
        Files.writeString(manifest, Files.readString(manifest).replace("\"2026-06-30\"", "\"2026-07-01\""));
        Path earlier = new ReportWriter(FakeRuns.realistic().number(2), CHINESE, Optional.empty(), 2).write(out);
        assertThat(earlier.resolve("manifest.json")).exists();
        assertThat(out.resolve("latest").toRealPath()).isEqualTo(later.toRealPath());
    }

    @Test
    void theReportOfAnotherRunIsNotReplaced() throws IOException {
        Path first = new ReportWriter(FakeRuns.realistic().number(1), CHINESE, Optional.empty(), 2).write(out);
        Path manifest = first.resolve("manifest.json");
        Files.writeString(
                manifest, Files.readString(manifest).replace("\"sample-20260630-1-test\"", "\"city-20260630-1-test\""));
        assertThatThrownBy(
                        () -> new ReportWriter(FakeRuns.realistic().number(1), CHINESE, Optional.empty(), 2).write(out))
                .isInstanceOf(ExplainedException.class);
        assertThat(manifest).content().contains("city-20260630-1-test");
        assertThat(files(out.resolve("2026-06-30"))).allMatch(path -> path.startsWith("run-1"));
    }

    @Test
    void whatSomebodyElseMadeIsNotTouched() throws IOException {
        Path theirs = Files.createDirectories(out.resolve("2026-06-30/run-1")).resolve("notes.txt");
        Files.writeString(theirs, "theirs");
        assertThatThrownBy(
                        () -> new ReportWriter(FakeRuns.realistic().number(1), CHINESE, Optional.empty(), 2).write(out))
                .isInstanceOfSatisfying(ExplainedException.class, e -> assertThat(CHINESE.render(e.text()))
                        .contains(theirs.getParent().toString(), "移走"));
        assertThat(theirs).hasContent("theirs");
        assertThat(files(out.resolve("2026-06-30"))).allMatch(path -> path.startsWith("run-1"));
    }

    @Test
    void aFailureHalfwayLeavesNoReportAndLatestWhereItWas() throws IOException {
        Path first = new ReportWriter(FakeRuns.realistic().number(1), CHINESE, Optional.empty(), 2).write(out);
        ReportWriter failing =
                new ReportWriter(FakeRuns.realistic().number(2).failingAfter(50), CHINESE, Optional.empty(), 2);
        assertThatThrownBy(() -> failing.write(out))
                .isInstanceOf(IOException.class)
                .hasMessageEndingWith("disk full");
        assertThat(out.resolve("latest").toRealPath()).isEqualTo(first.toRealPath());
        assertThat(files(out.resolve("2026-06-30"))).allMatch(path -> path.startsWith("run-1"));
    }

    @Test
    void aFirstRunThatFailsLeavesNoLatest() {
        ReportWriter failing = new ReportWriter(FakeRuns.realistic().failingAfter(0), CHINESE, Optional.empty(), 2);
        assertThatThrownBy(() -> failing.write(out)).isInstanceOf(IOException.class);
        assertThat(out.resolve("latest")).doesNotExist();
        assertThat(out.resolve("2026-06-30")).isEmptyDirectory();
    }

    @Test
    void rowsThatWereCountedAndAreMissingStopTheReport() {
        FakeRun run = FakeRuns.realistic();
        RunCounts counts = run.counties().of("361002");
        counts.tallies().keySet().stream()
                .filter(key -> key.outcome() == Outcome.VIOLATION)
                .findFirst()
                .ifPresent(key -> RunCounts.plus(counts.tallies(), key, new Count(1, 0)));
        assertThatThrownBy(() -> new ReportWriter(run, CHINESE, Optional.empty(), 2).write(out))
                .isInstanceOfSatisfying(ExplainedException.class, e -> assertThat(CHINESE.render(e.text()))
                        .contains("violations.csv"));
        assertThat(out.resolve("2026-06-30")).isEmptyDirectory();
    }

    @Test
    void whatAnAttemptLeftBehindGivesWay() throws IOException {
        Path day = Files.createDirectories(out.resolve("2026-06-30"));
        Files.createDirectories(day.resolve(".run-1-test.partial/by-region"));
        Files.writeString(day.resolve(".run-1-test.partial/by-region/half.csv"), "half");
        new ReportWriter(FakeRuns.realistic(), CHINESE, Optional.empty(), 2).write(out);
        Files.writeString(day.resolve("run-1/stale.csv"), "stale");
        Path report = new ReportWriter(FakeRuns.realistic(), CHINESE, Optional.empty(), 2).write(out);
        assertThat(files(day)).allMatch(path -> path.startsWith("run-1"));
        assertThat(report.resolve("stale.csv")).doesNotExist();
    }

    @Test
    void othersReadNothingOfAReport() throws IOException {
        new ReportWriter(FakeRuns.realistic(), CHINESE, Optional.empty(), 2).write(out.resolve("of/a/bureau"));
        try (Stream<Path> all = Files.walk(out.resolve("of"))) {
            assertThat(all.filter(path -> !Files.isSymbolicLink(path)))
                    .hasSizeGreaterThan(10)
                    .allSatisfy(path -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                            .isEqualTo(Files.isDirectory(path) ? "rwxr-x---" : "rw-r-----"));
        }
    }

    @Test
    void theSameDataGiveTheSameBytesWhateverTheNumberOfThreads() throws Exception {
        Path one = new ReportWriter(FakeRuns.realistic().withAllVerdicts(), CHINESE, Optional.empty(), 1)
                .write(out.resolve("one"));
        Path two = new ReportWriter(FakeRuns.realistic().withAllVerdicts(), CHINESE, Optional.empty(), 8)
                .write(out.resolve("two"));
        assertThat(hashes(one)).isEqualTo(hashes(two)).containsKeys("index.html", "manifest.json", "verdicts.csv");
    }

    @Test
    void theManifestNamesEveryOtherFileWithItsHash() throws Exception {
        Path report = new ReportWriter(FakeRuns.realistic().withAllVerdicts(), ENGLISH, Optional.empty(), 2).write(out);
        JsonNode manifest = JsonMapper.shared().readTree(Files.readString(report.resolve("manifest.json")));
        Map<String, String> named = new TreeMap<>();
        manifest.get("files").forEach(file -> {
            named.put(file.get("name").asString(), file.get("sha256").asString());
            Path path = report.resolve(file.get("name").asString());
            assertThat(path).hasSize(file.get("bytes").asLong());
            if (file.has("rows")) {
                assertThat(Csv.rows(path)).hasSize(file.get("rows").asInt() + 1);
            }
        });
        Map<String, String> present = hashes(report);
        present.remove("manifest.json");
        assertThat(named).isEqualTo(present);
        assertThat(manifest.get("run_id").asString()).isEqualTo("sample-20260630-1-test");
        assertThat(manifest.get("control_totals").get("read").get("lines").asLong())
                .isEqualTo(903);
    }

    @Test
    void theManifestHoldsNoPathOfThisMachine() throws IOException {
        Path report = new ReportWriter(FakeRuns.realistic(), CHINESE, Optional.empty(), 2).write(out);
        assertThat(Files.readString(report.resolve("manifest.json")))
                .doesNotContain(out.toString(), System.getProperty("user.dir"), "1970");
    }

    private static Map<String, String> hashes(Path folder) throws Exception {
        Map<String, String> hashes = new TreeMap<>();
        for (String file : files(folder)) {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(folder.resolve(file)));
            hashes.put(file, HexFormat.of().formatHex(digest));
        }
        return hashes;
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile)
                    .map(path -> folder.relativize(path).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }
}
