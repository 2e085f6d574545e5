package org.greenaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.greenaudit.hostile.HostileFeed;
import org.greenaudit.hostile.RefusedFeed;
import org.greenaudit.hostile.Tally;
import org.greenaudit.job.Nights;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Hundreds of feeds that chance wrote, through whole audits at two sizes of partitions: no row and no fen is lost, against
 * a count that was kept while writing. Each build tries others; {@code -Dhostile.seed=N} tries those of a build again.
 */
@Tag("slow")
@ExtendWith(Nights.Shared.class)
class HostileFilesTest {

    /** Reads amounts that have more digits than a double. */
    private static final JsonMapper EXACT = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final int FEEDS = 300;
    private static final int FEEDS_OF_AN_AUDIT = 50;
    private static final int REFUSED = 60;
    private static final int MANY = 110;
    private static final List<String> APART = List.of("total", "note", "cancelled", "refund");

    private static long seed;

    @BeforeAll
    static void seed() {
        seed = Long.getLong("hostile.seed", new Random().nextInt(Integer.MAX_VALUE));
        System.out.println("hostile feeds: -Dhostile.seed=" + seed);
    }

    @Test
    void noRowAndNoFenIsLostWhateverThePartitions(Nights nights) throws IOException {
        for (int first = 0; first < FEEDS; first += FEEDS_OF_AN_AUDIT) {
            List<HostileFeed> feeds = new ArrayList<>();
            List<Path> files = new ArrayList<>();
            for (int i = first; i < first + FEEDS_OF_AN_AUDIT; i++) {
                HostileFeed feed = HostileFeed.of(seed + i, i);
                feeds.add(feed);
                files.add(Files.write(nights.folder("hostile").resolve(feed.name()), feed.bytes()));
            }
            Map<String, String> whole = audited(nights, "hostile-a" + first, files, 1, feeds);
            Map<String, String> cut = audited(nights, "hostile-b" + first, files, MANY, feeds);
            assertThat(cut.keySet()).isEqualTo(whole.keySet());
            for (String name : cut.keySet()) {
                assertThat(cut.get(name).equals(whole.get(name)))
                        .as("%s, feeds from %d of seed %d", name, first, seed)
                        .isTrue();
            }
        }
    }

    @Test
    void whatIsNoFeedIsRefusedInWords(Nights nights) throws IOException {
        Path folder = nights.folder("refused");
        for (int i = 0; i < REFUSED; i++) {
            RefusedFeed feed = RefusedFeed.of(seed + i, i);
            Path file = Files.write(folder.resolve(feed.name()), feed.bytes());
            StringWriter told = new StringWriter();
            int status = run(nights, "refused-" + i, List.of(file), 1, told);
            String as = feed.name() + " of seed " + seed + ": " + told;
            assertThat(status).as(as).isEqualTo(ExitStatus.USAGE);
            assertThat(told.toString())
                    .as(as)
                    .contains(feed.name())
                    .doesNotContain("Exception", "java.", "\tat ", "null", "意外");
            assertThat(folder.resolve("refused-" + i + "/out")).as(as).doesNotExist();
        }
    }

    /** The texts of a report, which must hold all of the feeds. */
    private static Map<String, String> audited(
            Nights nights, String job, List<Path> files, int partitions, List<HostileFeed> feeds) throws IOException {
        StringWriter told = new StringWriter();
        assertThat(run(nights, job, files, partitions, told))
                .as("seed %d: %s", seed, told)
                .isEqualTo(ExitStatus.OK);
        Path report = nights.folder(job).resolve("out/latest").toRealPath();
        JsonNode manifest = EXACT.readTree(Files.readString(report.resolve("manifest.json")));
        assertHolds(manifest, feeds);
        return texts(report, job);
    }

    private static void assertHolds(JsonNode manifest, List<HostileFeed> feeds) {
        Map<String, Long> rows = new HashMap<>();
        manifest.path("sources")
                .forEach(source -> rows.put(
                        source.path("name").stringValue(), source.path("rows").asLong()));
        Map<String, Long> written = new TreeMap<>();
        Tally all = new Tally();
        for (HostileFeed feed : feeds) {
            feed.sources().forEach((name, tally) -> written.put(name, tally.rows()));
            all.add(feed.tally());
        }
        JsonNode totals = manifest.path("control_totals");
        SoftAssertions softly = new SoftAssertions();
        softly.assertThat(rows).as("rows, seed %d", seed).containsExactlyInAnyOrderEntriesOf(written);
        softly.assertThat(sum(totals.path("read"))).as("read, seed %d", seed).isEqualTo(all.of(Tally.READ));
        softly.assertThat(sum(totals.path("outcomes").path("rejected")))
                .as("rejected, seed %d", seed)
                .isEqualTo(all.of(Tally.REJECTED));
        for (String reason : APART) {
            softly.assertThat(sum(totals.path("set_apart").path(reason)))
                    .as("%s, seed %d", reason, seed)
                    .isEqualTo(all.of(reason));
        }
        softly.assertAll();
    }

    private static Tally.Sum sum(JsonNode count) {
        return new Tally.Sum(
                count.path("lines").asLong(),
                count.path("amount_yuan").decimalValue().movePointRight(2).longValueExact());
    }

    private static int run(Nights nights, String job, List<Path> files, int partitions, StringWriter told)
            throws IOException {
        Path folder = nights.folder(job);
        Path yaml = nights.jobOf(job, files.get(0), "");
        PrintWriter writer = new PrintWriter(told);
        Cli cli = new Cli(
                new Console(writer, writer, false),
                (settings, listener) -> nights.audit(settings, listener, partitions));
        return cli.run(Stream.concat(
                        Stream.of("audit", "--job=" + yaml, "--out=" + folder.resolve("out"), "--all-verdicts"),
                        files.stream().map(file -> "--input=" + file))
                .toArray(String[]::new));
    }

    /** The tables and the page of a report, without the name of its job. */
    private static Map<String, String> texts(Path report, String job) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> all = Files.walk(report)) {
            for (Path file : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
                String name = report.relativize(file).toString();
                if (name.endsWith(".csv") || name.endsWith(".html")) {
                    texts.put(
                            name, Files.readString(file, StandardCharsets.UTF_8).replace(job, "job"));
                }
            }
        }
        return texts;
    }
}
