package org.greenaudit.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.batch.core.job.Job;

/**
 * Measures whole processes of the audit and of its peers in turn and tells how many times a peer's effort the audit takes:
 * {@code mvn -q -Pbench verify}. What is measured can be said by properties: see {@code src/docs/benchmark.md}.
 */
public final class Benchmark {

    private final Set<String> wanted = Set.of(words("bench.rows"));
    private final int rounds = Integer.getInteger("bench.pairs");
    private final Path folder = Path.of("target/bench").toAbsolutePath();
    private final Path jar = Path.of("target/greenaudit.jar").toAbsolutePath();
    private final Path catalogs = Path.of("catalogs").toAbsolutePath();
    private final BenchData data = new BenchData(folder, jar);
    private final Report report = new Report(setting());

    private Benchmark() {}

    /** Measures, and writes {@code target/bench/benchmark.md} and {@code benchmark.csv}. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Benchmark benchmark = new Benchmark();
        Files.createDirectories(benchmark.folder);
        for (String lines : words("bench.lines")) {
            benchmark.feed(Long.parseLong(lines));
        }
        benchmark.report.write(benchmark.folder);
    }

    private void feed(long lines) throws IOException, InterruptedException {
        Path feed = data.feed(lines);
        Path registry = data.registry();
        Contest contest = new Contest(
                String.format(Locale.ROOT, "%,d lines", lines),
                data,
                new FeedAudit(jar, List.of(catalogs, registry), feed));
        if (wanted.contains("floor")) {
            contest.against("floor", "≤ 4", run -> Java.main(Floor.class, feed));
        }
        if (wanted.contains("duckdb")) {
            contest.against("DuckDB", "≤ 1", run -> duckDb(feed, registry, run));
        }
        if (wanted.contains("stock")) {
            contest.against(
                    "stock Spring Batch", "≤ 0.125", run -> Java.main(StockBatch.class, catalogs, registry, feed));
        }
        contest.rows(rounds).forEach(report::add);
    }

    private ProcessBuilder duckDb(Path feed, Path registry, Path out) {
        return Java.main(DuckAudit.class, feed, catalogs, BenchData.certificates(registry), out);
    }

    private String setting() {
        return String.format(
                Locale.ROOT,
                "%s: %d processors, %s %s, JDK %s, DuckDB %s, Spring Batch %s, %,d certificates, %d rounds, load before %.1f",
                LocalDate.now(ZoneOffset.UTC),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                Runtime.version(),
                DuckAudit.version(),
                Job.class.getPackage().getImplementationVersion(),
                BenchData.CERTIFICATES,
                rounds,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private static String[] words(String property) {
        return System.getProperty(property).strip().split("[ ,]+", -1);
    }
}
