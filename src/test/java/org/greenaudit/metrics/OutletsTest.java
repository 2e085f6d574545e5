package org.greenaudit.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.greenaudit.testing.OddPlaces;
import org.greenaudit.testing.Programs;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The textfile and the registry. {@link PushgatewayTest} has the third way out. */
class OutletsTest {

    private static final MetricSet FAILED = RunMetrics.failed("city", Duration.ofSeconds(3));

    private static final String OLD = "greenaudit_run_last_status{job=\"city\"} 1.0\n";

    @TempDir
    private Path dir;

    private final PublishedMetrics published = new PublishedMetrics();

    @Test
    void textfileAndRegistryHaveTheSameContent() throws Exception {
        Path file = dir.resolve("greenaudit.prom");
        new Textfile(file).publish(Runs.night());
        published.publish(Runs.night());
        assertThat(Files.readString(file)).isEqualTo(scraped()).isEqualTo(Exposition.text(Runs.night()));
    }

    @Tag("server")
    @Test
    void afterAFailureTheyStillHaveTheSameContent() throws Exception {
        Path file = dir.resolve("greenaudit.prom");
        for (MetricsOutlet outlet : List.of(new Textfile(file), published)) {
            outlet.publish(Runs.night());
            outlet.update(FAILED);
        }
        String expected = Exposition.text(Runs.night().updatedBy(FAILED));
        assertThat(scraped()).isEqualTo(expected);
        assertThat(Files.readString(file).lines())
                .containsExactlyInAnyOrderElementsOf(expected.lines().toList());
        assertThat(Programs.run(Programs.PROMTOOL, Files.readString(file), "check", "metrics"))
                .isEqualTo(new Programs.Ended(0, ""));
    }

    @Test
    void aFailureBeforeAnySuccessIsPublishedToo() throws Exception {
        Path file = dir.resolve("greenaudit.prom");
        new Textfile(file).update(FAILED);
        assertThat(Files.readString(file)).isEqualTo(Exposition.text(FAILED));
    }

    @Test
    void theRegistryHoldsEveryJob() throws Exception {
        published.publish(Runs.night());
        published.update(RunMetrics.failed("village", Duration.ofSeconds(1)));
        assertThat(scraped())
                .contains("greenaudit_run_last_status{job=\"city\"} 1.0\n")
                .contains("greenaudit_run_last_status{job=\"village\"} 0.0\n")
                .containsOnlyOnce("# TYPE greenaudit_run_last_status gauge");
    }

    @Test
    void aDirectoryGetsAFileForEachJob() throws Exception {
        new Textfile(dir).publish(Runs.night());
        new Textfile(dir).update(RunMetrics.failed("village", Duration.ofSeconds(1)));
        assertThat(names()).containsExactly("greenaudit-city.prom", "greenaudit-village.prom");
    }

    @Test
    void theGroupOfTheExporterMayReadTheFileAndFindsNothingElse() throws Exception {
        new Textfile(dir.resolve("a.prom")).publish(Runs.night());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(dir.resolve("a.prom"))))
                .isEqualTo("rw-r-----");
        assertThat(names()).containsExactly("a.prom");
    }

    @Test
    void aFileThatCannotBeWrittenIsToldAndLeavesTheOldOne() throws Exception {
        Files.createDirectory(dir.resolve(".a.prom.partial"));
        Files.writeString(dir.resolve("a.prom"), OLD);
        assertThatThrownBy(() -> new Textfile(dir.resolve("a.prom")).publish(Runs.night()))
                .isInstanceOfSatisfying(
                        PublishException.class, e -> assertThat(e.text().key()).isEqualTo("metrics.textfile.failed"));
        assertThat(Files.readString(dir.resolve("a.prom"))).isEqualTo(OLD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"node_foo 1\n", "greenaudit_run_last_status{ job = \"other\" } 1\n", "# x\nnode_foo{a=\"b\"} 1\n"
            })
    void aFileThatHoldsAnythingElseIsLeftAsItIs(String content) throws Exception {
        Path file = Files.writeString(dir.resolve("a.prom"), content);
        MetricsPublisher publisher = new MetricsPublisher(List.of(new Textfile(file)));
        assertThat(publisher.publish(Runs.night())).hasSize(1);
        assertThat(publisher.failed("city", Duration.ofSeconds(1))).hasSize(1);
        assertThat(file).hasContent(content);
    }

    @Test
    void aCommentThatSpeaksOfNoMetricDoesNoHarm() throws Exception {
        Path file = Files.writeString(dir.resolve("a.prom"), "# x\n#\n\n" + OLD);
        new Textfile(file).update(RunMetrics.failed("city", Duration.ofSeconds(1)));
        assertThat(Files.readString(file)).contains("greenaudit_run_last_status{job=\"city\"} 0.0");
    }

    @Test
    void aFileOfOneJobTakesNoOther() throws Exception {
        Path file = dir.resolve("a.prom");
        Textfile textfile = new Textfile(file);
        textfile.publish(Runs.night());
        MetricSet village = RunMetrics.failed("village", Duration.ofSeconds(1));
        assertThatThrownBy(() -> textfile.publish(village)).satisfies(e -> refused(e, file));
        assertThatThrownBy(() -> textfile.update(village)).satisfies(e -> refused(e, file));
        assertThat(Files.readString(file)).isEqualTo(Exposition.text(Runs.night()));
        assertThat(names()).containsExactly("a.prom");
        textfile.publish(Runs.night());
    }

    @Test
    void aLabelThatLooksLikeAJobIsNone() throws Exception {
        Path file = dir.resolve("a.prom");
        MetricSet odd = MetricSet.of("city")
                .add(Metric.UNDETERMINED, 1, ",job=\"village\"")
                .build();
        new Textfile(file).publish(odd);
        new Textfile(file).publish(odd);
        assertThat(Files.readString(file)).isEqualTo(Exposition.text(odd));
    }

    @Test
    void aFolderThatIsGoneIsNotReplacedByAFile() throws Exception {
        Path gone = dir.resolve("collector");
        assertThatThrownBy(() -> new Textfile(gone).publish(Runs.night())).isInstanceOf(PublishException.class);
        assertThat(names()).isEmpty();
    }

    @Test
    void aFileOfAnotherEndingIsNeverWrittenOver() throws Exception {
        Path other = Files.writeString(dir.resolve("night.yaml"), "somebody's");
        assertThatThrownBy(() -> new Textfile(other).publish(Runs.night())).isInstanceOf(PublishException.class);
        assertThat(Files.readString(other)).isEqualTo("somebody's");
        assertThat(names()).containsExactly("night.yaml");
    }

    @Test
    void whatIsNoFileIsNeitherWaitedForNorTakenAway() {
        Path pipe = OddPlaces.pipe(dir.resolve("a.prom"));
        assertThatThrownBy(() -> new Textfile(pipe).publish(Runs.night()))
                .isInstanceOfSatisfying(
                        PublishException.class, e -> assertThat(e.text().args()).contains("@file.no-file"));
        assertThat(Files.isRegularFile(pipe)).isFalse();
    }

    @Test
    void aFullDiskKeepsNoHalfOfAFile() throws Exception {
        Files.writeString(dir.resolve("a.prom"), OLD);
        Files.createSymbolicLink(dir.resolve(".a.prom.partial"), Path.of("/dev/full"));
        assertThatThrownBy(() -> new Textfile(dir.resolve("a.prom")).publish(Runs.night()))
                .isInstanceOfSatisfying(
                        PublishException.class, e -> assertThat(e.text().args()).contains("@file.full"));
        assertThat(names()).containsExactly("a.prom");
        assertThat(Files.readString(dir.resolve("a.prom"))).isEqualTo(OLD);
    }

    @Test
    void oneBarredWayDoesNotBarTheOthers() {
        Textfile barred = new Textfile(dir.resolve("no-such-folder").resolve("a.prom"));
        MetricsPublisher publisher = new MetricsPublisher(List.of(barred, published));
        assertThat(publisher.publish(Runs.night())).singleElement().satisfies(text -> assertThat(text.key())
                .isEqualTo("metrics.textfile.failed"));
        assertThat(publisher.failed("city", Duration.ofSeconds(1))).hasSize(1);
        assertThat(published.collect().stream()).isNotEmpty();
    }

    private static void refused(Throwable failure, Path file) {
        assertThat(failure).isInstanceOfSatisfying(PublishException.class, e -> {
            assertThat(e.text().key()).isEqualTo("metrics.textfile.other-job");
            assertThat(e.text().args()).containsExactly(file.toString(), "village", "city");
        });
    }

    private String scraped() throws IOException {
        PrometheusRegistry registry = new PrometheusRegistry();
        registry.register(published);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrometheusTextFormatWriter.create().write(out, registry.scrape());
        return out.toString(StandardCharsets.UTF_8);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(dir)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
