package org.greenaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GenerateCommandTest {

    private final CliHarness cli = new CliHarness();

    @TempDir
    private Path folder;

    @Test
    void documentedCallWritesTheCommittedSample() {
        Path feed = folder.resolve("feed.csv");
        Path certificates = folder.resolve("certificates.csv");
        assertThat(cli.run(
                        "generate",
                        "--lines=600",
                        "--seed=2026",
                        "--city=luoyang",
                        "--style=office",
                        "--out=" + feed,
                        "--certificates=" + certificates))
                .isZero();
        assertThat(feed).hasSameBinaryContentAs(Path.of("jobs/sample/luoyang-2026.csv"));
        assertThat(certificates).hasSameBinaryContentAs(Path.of("jobs/sample/catalogs/certificates/sample.csv"));
    }

    @Test
    void distinctNamesAreWrittenWhereTheyAreAskedFor() {
        Path feed = folder.resolve("f.csv");
        assertThat(cli.run("generate", "--lines=9", "--seed=1", "--distinct-names", "--out=" + feed))
                .isZero();
        assertThat(feed).content().contains("货号0000001", "货号0000009");
    }

    @Test
    void tooFewLinesForEveryScenarioIsSaid() {
        assertThat(cli.run("generate", "--locale=en", "--lines=5", "--seed=1", "--out=" + folder.resolve("f.csv")))
                .isZero();
        assertThat(cli.err()).contains("do not hold every scenario");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, --city=fuzhou, --lines",
        "1, -1, --city=fuzhou, --seed",
        "1, 1, --from=2022-08-31, --from",
        "1, 1, --to=2020-01-01, --to",
        "1, 1, --city=beijing, --city",
        "1, 1, --style=x, --style"
    })
    void impossibleSettingIsTwoAndNamesTheOption(String lines, String seed, String option, String named) {
        Path out = folder.resolve("f.csv");
        assertThat(cli.run("generate", "--locale=en", "--lines=" + lines, "--seed=" + seed, option, "--out=" + out))
                .isEqualTo(2);
        assertThat(cli.err()).contains(named);
        assertThat(out).doesNotExist();
    }

    @Test
    void folderThatDoesNotExistIsTwo() {
        Path nowhere = folder.resolve("none").resolve("f.csv");
        assertThat(cli.run("generate", "--lines=1", "--seed=1", "--out=" + nowhere))
                .isEqualTo(2);
        assertThat(cli.err()).contains(nowhere.toString());
    }
}
