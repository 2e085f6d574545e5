package org.greenaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.hostile.HostileCatalog;
import org.greenaudit.matching.Classifier;
import org.greenaudit.matching.SchemeDefault;
import org.greenaudit.message.Trace;
import org.greenaudit.purchase.FeedLayout;
import org.greenaudit.purchase.KnownColumns;
import org.greenaudit.purchase.LineParser;
import org.greenaudit.purchase.PurchaseLine;
import org.greenaudit.rules.Judge;
import org.greenaudit.testing.Folders;
import org.greenaudit.testing.Programs;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Catalogs that chance spoilt, one file after the other: what {@code catalogs check} calls valid judges lines of odd cells to
 * their end and in time, and any other is refused in words. Each build tries others; {@code -Dhostile.seed=N} tries those of
 * a build again.
 */
@Tag("slow")
class HostileCatalogsTest {

    private static final int ROUNDS = 3;
    private static final int LINES = 10;

    /** Of the processor, for a catalog of 30 certificates and ten lines: seconds where each cell is as long as may be. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private static long seed;

    @TempDir
    private Path root;

    @BeforeAll
    static void seed() {
        seed = Long.getLong("hostile.seed", new Random().nextInt(Integer.MAX_VALUE));
        System.out.println("hostile catalogs: -Dhostile.seed=" + seed);
    }

    @Test
    @Timeout(value = 3, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SEPARATE_THREAD)
    void whatIsCalledValidJudgesEveryLineAndTheRestIsRefusedInWords() {
        int valid = 0;
        int refused = 0;
        for (int round = 0; round < ROUNDS; round++) {
            for (String file : HostileCatalog.files()) {
                String as = "%s, round %d of seed %d".formatted(file, round, seed);
                Path folder = root.resolve("catalog");
                HostileCatalog catalog = HostileCatalog.of(folder, file, seedOf(file, round));
                long before = processorTime();
                if (isCalledValid(folder, round % 2 == 0 ? "zh-CN" : "en", as)) {
                    judge(catalog, as);
                    valid++;
                } else {
                    refused++;
                }
                assertThat(Duration.ofNanos(processorTime() - before)).as(as).isLessThan(LONGEST);
                Folders.delete(folder);
            }
        }
        System.out.printf("hostile catalogs: %d valid, %d refused%n", valid, refused);
        assertThat(List.of(valid, refused)).as("seed %d", seed).allMatch(count -> count > ROUNDS);
    }

    /** Whatever a program in a process of its own prints beside. */
    @Test
    void aProcessOfItsOwnSaysTheSame() {
        Path folder = root.resolve("catalog");
        HostileCatalog.of(folder, "non-substitutes.csv", seed).folder().append("non-substitutes.csv", "(A)\\1,甲,,");
        List<String> check = new ArrayList<>(Programs.greenaudit(
                root.resolve("data"),
                List.of("-XX:TieredStopAtLevel=1"),
                "catalogs",
                "check",
                "--locale=en",
                "--catalogs=" + folder));
        Programs.Ended ended = Programs.run("env", "", check.toArray(String[]::new));
        assertThat(ended.status()).as("seed %d: %s", seed, ended.output()).isEqualTo(ExitStatus.USAGE);
        assertIsInWords(ended.output(), "seed " + seed);
    }

    private static long seedOf(String file, int round) {
        return seed + 1_000L * round + HostileCatalog.files().indexOf(file);
    }

    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static boolean isCalledValid(Path folder, String locale, String as) {
        CliHarness cli = new CliHarness();
        int status = cli.run("catalogs", "check", "--locale=" + locale, "--catalogs=" + folder);
        assertThat(status).as(as + ": " + cli.err()).isIn(ExitStatus.OK, ExitStatus.USAGE);
        assertIsInWords(cli.out() + cli.err(), as);
        boolean valid = status == ExitStatus.OK;
        assertThat(valid ? cli.out() : cli.err()).as(as).contains(valid ? "2" : folder.toString());
        return valid;
    }

    private static void assertIsInWords(String told, String as) {
        assertThat(told)
                .as(as)
                .isNotBlank()
                .doesNotContain("Exception", "java.", "com.google", "\tat ", "\0", "\u001b", "\u202e");
        assertThat(told.lines()).as(as).allMatch(line -> line.length() < 1_200);
        assertThat(told.lines().count()).as(as).isLessThan(200);
    }

    private static void judge(HostileCatalog hostile, String as) {
        CatalogSnapshot catalog = hostile.folder().load();
        Classifier classifier = new Classifier(catalog, new SchemeDefault(LocalDate.of(2022, 9, 1)));
        Judge judge = new Judge(catalog, List.of());
        FeedLayout layout = KnownColumns.layout("hostile.csv", List.of());
        LineParser parser = new LineParser(layout);
        int lines = 0;
        for (int i = 0; i < LINES; i++) {
            if (parser.parse(i + 2, hostile.row().feedRow()) instanceof PurchaseLine line) {
                judge.judge(line, classifier.classify(line, Trace.NONE), Trace.NONE)
                        .forEach(verdict -> assertThat(verdict.outcome()).as(as).isNotNull());
                lines++;
            }
        }
        assertThat(lines).as(as).isPositive();
    }
}
