package org.greenaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.greenaudit.testing.OddPlaces;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever stands at a path of the command line: a sentence says what is wrong with it, and none is waited for, read without
 * end or written over.
 */
@Timeout(value = 10, unit = java.util.concurrent.TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class OddPlacesTest {

    @TempDir
    private Path dir;

    private Map<String, Path> places = Map.of();

    @BeforeEach
    void odd() throws IOException {
        places = OddPlaces.in(dir);
        Files.writeString(
                dir.resolve("feed.csv"),
                "record_id,contract_date,buyer_name,item_name,amount\nr1,2026-03-05,某局,椅子,1\n");
        Files.writeString(
                dir.resolve("job.yaml"),
                "name: odd\ncatalogs: [%s]\nsource: {type: csv, files: [feed.csv]}\n"
                        .formatted(Path.of("catalogs").toAbsolutePath()));
    }

    static Stream<List<String>> thatRead() {
        return Stream.of(
                List.of("audit", "--job=@"),
                List.of("check", "--job=@"),
                List.of("check", "--input=@"),
                List.of("decisions", "--job=@"),
                List.of("catalogs", "check", "--catalogs=@"),
                List.of("verify", "@"),
                List.of("verify", "#", "--certificate=@"));
    }

    @ParameterizedTest
    @MethodSource("thatRead")
    void whatIsToBeReadIsRefusedInWords(List<String> command) {
        places.forEach((what, place) -> assertRefused(command, what, place));
    }

    static Stream<List<String>> thatWrite() {
        return Stream.of(
                List.of("generate", "--lines=9", "--seed=1", "--out=@"),
                List.of("generate", "--lines=9", "--seed=1", "--out=#/generated.csv", "--certificates=@"),
                List.of("check", "--input=#/feed.csv", "--write-job=@"));
    }

    @ParameterizedTest
    @MethodSource("thatWrite")
    void whatIsInTheWayIsNotWrittenOver(List<String> command) throws IOException {
        Set<String> before = names();
        places.forEach((what, place) -> assertRefused(command, what, place));
        Set<String> after = names();
        after.removeIf(name -> name.startsWith("generated.csv"));
        assertThat(after).isEqualTo(before);
        assertThat(Files.isRegularFile(places.get("device"))).isFalse();
        assertThat(Files.isSymbolicLink(places.get("full"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"pipe", "device", "full", "circle", "under a file", "long name", "deep", "socket"})
    void aFolderForReportsThatCannotBeIsToldBeforeAnythingIsRead(String what) {
        CliHarness cli = new CliHarness();
        Cli real = new Cli(cli.console(), (settings, listener) -> {
            settings.requireReportFolder("test");
            throw new AssertionError(what + " was taken");
        });
        assertThat(real.run("audit", "--locale=en", "--job=" + dir.resolve("job.yaml"), "--out=" + places.get(what)))
                .as(what)
                .isEqualTo(ExitStatus.USAGE);
        assertThat(cli.err()).contains("--out", "a place where one can be made").doesNotContain("Exception");
    }

    private void assertRefused(List<String> command, String what, Path place) {
        for (String locale : List.of("zh-CN", "en")) {
            CliHarness cli = new CliHarness();
            List<String> arguments = new ArrayList<>();
            command.forEach(
                    part -> arguments.add(part.replace("@", place.toString()).replace("#", dir.toString())));
            arguments.add("--locale=" + locale);
            int status = cli.run(arguments.toArray(String[]::new));
            String as = command + " of " + what + ": " + cli.err();
            assertThat(status).as(as).isEqualTo(ExitStatus.USAGE);
            assertThat(cli.err()).as(as).isNotBlank().doesNotContain("Exception", "java.", "\tat ", "null");
        }
    }

    private Set<String> names() throws IOException {
        try (Stream<Path> all = Files.walk(dir)) {
            Set<String> names = new TreeSet<>();
            for (Path path : (Iterable<Path>) all::iterator) {
                boolean file = Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
                names.add(dir.relativize(path) + (file ? " " + Files.size(path) : ""));
            }
            return names;
        }
    }
}
