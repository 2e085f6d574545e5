package org.greenaudit.job.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.greenaudit.job.Ask;
import org.greenaudit.message.Text;
import org.greenaudit.settings.ConfigException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunSettingsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 7, 1);

    @TempDir
    private Path dir;

    @BeforeEach
    void files() throws IOException {
        Files.createDirectories(dir.resolve("catalogs"));
        Files.createFile(dir.resolve("feed.csv"));
        job("");
    }

    @Test
    void theWindowIsTheYearUntilTheAuditDate() {
        RunSettings settings = RunSettings.of(request(), TODAY);
        assertThat(settings.auditDate()).isEqualTo(TODAY);
        assertThat(settings.from()).isEqualTo(LocalDate.of(2026, 1, 1));
        assertThat(settings.to()).isEqualTo(TODAY);
    }

    @Test
    void theCommandLineBeatsTheJobAndTheJobBeatsToday() throws IOException {
        job("audit-date: 2025-06-30\nwindow: {from: 2025-02-01}\n");
        assertThat(RunSettings.of(request(), TODAY).auditDate()).isEqualTo(LocalDate.of(2025, 6, 30));
        AuditRequest asked = new AuditRequest(
                dir.resolve("job.yaml"),
                Optional.empty(),
                List.of(),
                Optional.of(LocalDate.of(2024, 3, 31)),
                Optional.empty(),
                Optional.of(LocalDate.of(2025, 3, 1)),
                List.of(),
                Optional.of(dir.resolve("out")),
                Optional.empty(),
                true,
                false);
        RunSettings settings = RunSettings.of(asked, TODAY);
        assertThat(settings.auditDate()).isEqualTo(LocalDate.of(2024, 3, 31));
        assertThat(settings.from()).isEqualTo(LocalDate.of(2025, 2, 1));
        assertThat(settings.to()).isEqualTo(LocalDate.of(2025, 3, 1));
        assertThat(settings.out()).isEqualTo(dir.resolve("out"));
        assertThat(settings.allVerdicts()).isTrue();
    }

    @Test
    void anAuditOfAnotherNameHasRunsAndReportsOfItsOwn() throws IOException {
        job("report: {out: reports}\n");
        RunSettings settings = RunSettings.of(named("school-3"), TODAY);
        assertThat(settings.identity().jobName()).isEqualTo("school-3");
        assertThat(settings.out()).isEqualTo(dir.resolve("reports").resolve("school-3"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "latest", "../up", "甲", "A"})
    void aNameThatIsNoneIsAMistakeOfTheCommandLine(String name) throws IOException {
        job("");
        ConfigException e = catchThrowableOfType(ConfigException.class, () -> RunSettings.of(named(name), TODAY));
        assertThat(e.texts()).extracting(Text::key).containsExactly("config.option");
        assertThat(e.texts().get(0).args()).startsWith("--name", name);
    }

    private AuditRequest named(String name) {
        AuditRequest asked = request();
        return new AuditRequest(
                asked.jobFile(),
                Optional.of(name),
                asked.inputs(),
                asked.date(),
                asked.from(),
                asked.to(),
                asked.catalogs(),
                asked.out(),
                asked.locale(),
                asked.allVerdicts(),
                asked.rerun());
    }

    @Test
    void filesThatDoNotExistAndAWindowThatEndsBeforeItBeginsAreErrors() throws IOException {
        Files.writeString(
                dir.resolve("job.yaml"),
                "name: x\ncatalogs: [nowhere]\nsource: {files: [no.csv, feeds/*.csv]}\nwindow: {from: 2026-07-02}\n");
        ConfigException e = catchThrowableOfType(ConfigException.class, () -> RunSettings.of(request(), TODAY));
        assertThat(e.texts()).extracting(Text::key).containsExactly("config.window", "config.wrong", "config.wrong");
    }

    @Test
    void aWindowOfTheCommandLineThatEndsBeforeItBeginsIsNoMistakeOfTheJobFile() throws IOException {
        Files.writeString(dir.resolve("job.yaml"), "name: x\ncatalogs: [nowhere]\nsource: {files: [feeds/*.csv]}\n");
        AuditRequest asked = new AuditRequest(
                dir.resolve("job.yaml"),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.of(LocalDate.of(2026, 6, 1)),
                Optional.of(LocalDate.of(2026, 5, 1)),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                false,
                false);
        ConfigException e = catchThrowableOfType(ConfigException.class, () -> RunSettings.of(asked, TODAY));
        assertThat(e.texts()).extracting(Text::key).contains("config.window.asked");
        assertThat(e.texts().get(0).args()).containsExactly("2026-06-01", "2026-05-01");
    }

    @Test
    void catalogsOfTheCommandLineStandInThePlaceOfTheJobsInTheirOrder() throws IOException {
        Path mine = Files.createDirectories(dir.resolve("mine"));
        Path base = dir.resolve("catalogs");
        assertThat(RunSettings.of(request(), TODAY).catalogs()).containsExactly(base);
        assertThat(RunSettings.of(request(mine, base), TODAY).catalogs()).containsExactly(mine, base);
    }

    @Test
    void aFolderOfTheCommandLineThatDoesNotExistIsTheOptionsFault() {
        ConfigException e = catchThrowableOfType(
                ConfigException.class,
                () -> RunSettings.of(request(dir.resolve("catalogs"), Path.of("nowhere")), TODAY));
        assertThat(e.texts())
                .containsExactly(Text.of("config.option", "--catalogs", "nowhere", "@config.expected.directory"));
    }

    @Test
    void aFileOfTheCommandLineThatDoesNotExistIsTheOptionsFault() {
        AuditRequest asked =
                Ask.of(dir.resolve("job.yaml")).inputs(Path.of("/nowhere.csv")).request();
        ConfigException e = catchThrowableOfType(ConfigException.class, () -> RunSettings.of(asked, TODAY));
        assertThat(e.texts())
                .containsExactly(Text.of("config.option", "--input", "/nowhere.csv", "@config.expected.file"));
    }

    @Test
    void reportsNeedAFolderOrAPlaceForOne() throws IOException {
        job("report: {out: feed.csv/reports}\n");
        ConfigException e = catchThrowableOfType(
                ConfigException.class, () -> RunSettings.of(request(), TODAY).requireReportFolder("test"));
        assertThat(e.texts())
                .containsExactly(Text.of(
                        "config.wrong",
                        dir.resolve("job.yaml"),
                        "report.out",
                        dir.resolve("feed.csv/reports"),
                        "@config.expected.writable-directory"));
        job("report: {out: reports/of/the/bureau}\n");
        RunSettings.of(request(), TODAY).requireReportFolder("test");
        assertThat(dir.resolve("reports")).doesNotExist();
    }

    @Test
    void reportsOfAnotherJobOrDatabaseKeepTheirFolder() throws IOException {
        job("report: {out: reports}\n");
        Path report = Files.createDirectories(dir.resolve("reports/latest"));
        Files.writeString(report.resolve("manifest.json"), "{\"job\": \"x\"}");
        RunSettings.of(request(), TODAY).requireReportFolder("test");
        Files.writeString(report.resolve("manifest.json"), "{\"job\": \"city\"}");
        ConfigException e = catchThrowableOfType(
                ConfigException.class, () -> RunSettings.of(request(), TODAY).requireReportFolder("test"));
        assertThat(e.texts()).containsExactly(Text.of("config.out-of-other-job", dir.resolve("reports"), "city", "x"));
        Files.writeString(report.resolve("manifest.json"), "{\"job\": \"x\", \"database\": \"test\"}");
        RunSettings.of(request(), TODAY).requireReportFolder("test");
        e = catchThrowableOfType(
                ConfigException.class, () -> RunSettings.of(request(), TODAY).requireReportFolder("other"));
        assertThat(e.texts())
                .containsExactly(Text.of("config.out-of-other-database", dir.resolve("reports"), "x", "test", "other"));
    }

    @Test
    void theDigestChangesWithWhatDecidesVerdictsAndWithNothingElse() throws IOException {
        String digest = digest();
        job(
                """
                title: 另一个标题
                run: {threads: 3, block-lines: 7}
                report: {locale: en, out: elsewhere}
                schedule: {cron: 30 2 * * *}
                """);
        assertThat(digest()).isEqualTo(digest);
        for (String more : List.of(
                "all-verdicts: true\n",
                "category-scheme-switch: 2022-10-01\n",
                "window: {from: 2026-02-01}\n",
                "assessment: {target: 0.9}\n",
                "plans: [{name: 市, region-prefix: \"36\", document: d, citation: c}]\n")) {
            job(more);
            assertThat(digest()).as(more).isNotEqualTo(digest);
        }
    }

    private String digest() {
        return SettingsDigest.of(RunSettings.of(request(), TODAY));
    }

    private AuditRequest request(Path... catalogs) {
        return Ask.of(dir.resolve("job.yaml")).catalogs(catalogs).request();
    }

    private void job(String more) throws IOException {
        Files.writeString(
                dir.resolve("job.yaml"), "name: x\ncatalogs: [catalogs]\nsource: {files: [feed.csv]}\n" + more);
    }
}
