package org.greenaudit.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openjdk.jmh.runner.RunnerException;
import org.springframework.batch.core.job.Job;

/**
 * Measures whole processes of the audit and of its peers in turn and tells how many times a peer's effort the audit takes:
 * {@code mvn -q -Pbench verify}. What is measured can be said by properties: see {@code src/docs/benchmark.md}.
 */
public final class Benchmark {

    private static final String DUCKDB = "DuckDB";
    private static final String STOCK = "stock Spring Batch";
    private static final String EIGHTH = "≤ 0.125";

    /** From so many lines on the start of a process no longer counts. */
    private static final long MILLIONS = 5_000_000;

    /** What can be measured. */
    private static final List<String> ROWS =
            List.of("floor", "duckdb", "stock", "distinct", "violations", "mysql", "workers", "serve", "start", "micro");

    /** A machine of which others use more than this share measures something else. */
    private static final double QUIET = 0.1;

    private final Set<String> wanted = rows();
    private final List<Long> sizes =
            words("bench.lines").map(word -> number("bench.lines", word)).toList();
    private final int rounds = Math.toIntExact(number("bench.pairs", System.getProperty("bench.pairs")));
    private final Path project = Path.of("").toAbsolutePath();
    private final Path folder = project.resolve("target/bench");
    private final Path jar = project.resolve("target/greenaudit.jar");
    private final Path catalogs = project.resolve("catalogs");
    private final int certificates =
            Math.toIntExact(number("bench.certificates", System.getProperty("bench.certificates")));
    private final BenchData data = new BenchData(folder, jar, certificates);
    private final Report report = new Report(setting());

    private Benchmark() {}

    /**
     * Measures, and writes {@code target/bench/benchmark.md} and {@code benchmark.csv}.
     *
     * @param args a record of earlier ratios, if these are to be compared with it
     */
    public static void main(String[] args) throws IOException, InterruptedException, SQLException, RunnerException {
        Optional<Guard> guard;
        Benchmark benchmark;
        try {
            guard = args.length == 0 ? Optional.empty() : Optional.of(new Guard(Path.of(args[0])));
            benchmark = new Benchmark();
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        benchmark.measure();
        List<String> slower =
                guard.map(record -> record.slower(benchmark.report.rows())).orElse(List.of());
        slower.forEach(System.err::println);
        System.exit(slower.isEmpty() ? 0 : 1);
    }

    private void measure() throws IOException, InterruptedException, SQLException, RunnerException {
        Files.createDirectories(folder);
        for (long lines : sizes) {
            if (wanted.contains("floor") || wanted.contains("duckdb") || wanted.contains("stock")) {
                feed(lines);
            }
            if (wanted.contains("distinct")) {
                distinct(lines);
            }
            if (wanted.contains("violations")) {
                violations(lines);
            }
            if (wanted.contains("mysql")) {
                table(lines);
            }
            if (wanted.contains("workers")) {
                workers(lines);
            }
            if (wanted.contains("serve")) {
                served(lines);
            }
        }
        if (wanted.contains("start")) {
            start();
        }
        report.write(folder);
        if (wanted.contains("micro")) {
            Micro.measure(folder.resolve("micro.csv"));
        }
    }

    private void feed(long lines) throws IOException, InterruptedException {
        Path feed = data.feed(lines);
        Path registry = data.registry();
        Contest contest = contest(lines, "lines", feed, registry);
        if (wanted.contains("floor")) {
            contest.against("floor", "≤ 4", run -> Java.main(Floor.class, feed));
        }
        if (wanted.contains("duckdb")) {
            contest.against(DUCKDB, lines < MILLIONS ? "≤ 1.5" : "≤ 1", run -> duckDb(feed, registry, run));
        }
        if (wanted.contains("stock")) {
            String columns = BenchData.header(feed);
            contest.against(STOCK, EIGHTH, run -> {
                ProcessBuilder stock = Java.main(StockBatch.class, catalogs, registry, feed, columns);
                stock.environment().put("STOCK_URL", "jdbc:h2:file:./stock");
                return stock;
            });
        }
        report.add(contest.rows(rounds));
    }

    private void distinct(long lines) throws IOException, InterruptedException {
        Path feed = data.distinct(lines);
        Path registry = data.registry();
        report.add(contest(lines, "lines, every name distinct", feed, registry)
                .against(DUCKDB, "≤ 2.5", run -> duckDb(feed, registry, run))
                .rows(rounds));
    }

    private void violations(long lines) throws IOException, InterruptedException {
        Path feed = data.feed(lines);
        Path registry = data.strangers();
        Audit few = Audit.of(jar, List.of(catalogs, data.registry()), feed);
        Audit all = Audit.of(jar, List.of(catalogs, registry), feed);
        String work = work(lines, "lines, all listed ones in violation");
        report.add(new Contest(work, data, all)
                .against(DUCKDB, "≤ 1", run -> duckDb(feed, registry, run))
                .rows(rounds));
        report.add(new Contest(work, data, new PerFinding(all))
                .against("the same, one in ten in violation, for each finding", "≤ 1", new PerFinding(few))
                .rows(rounds));
    }

    private void table(long lines) throws IOException, InterruptedException, SQLException {
        PurchaseTable table = PurchaseTable.of(data.feed(lines), folder);
        Path registry = data.registry();
        Audit audit = new Audit(jar, List.of(catalogs, registry), table.source());
        report.add(new Contest(work(table.rows(), "rows of MySQL"), data, run -> audit.process(run, table.forAudit()))
                .against(STOCK, EIGHTH, run -> {
                    ProcessBuilder stock =
                            Java.main(StockBatch.class, catalogs, registry, table.name(), table.columns());
                    stock.environment().putAll(table.forStock());
                    return stock;
                })
                .rows(rounds));
    }

    private void workers(long lines) throws IOException, InterruptedException, SQLException {
        Path feed = data.feed(lines);
        List<Path> lists = List.of(catalogs, data.registry());
        workers(
                work(lines, "lines"),
                new RemoteNight(jar, lists, "type: csv, files: [\"" + feed + "\"]", Map.of()));
        PurchaseTable table = PurchaseTable.of(feed, folder);
        workers(
                work(table.rows(), "rows of MySQL"),
                new RemoteNight(jar, lists, table.source(), table.forSource()));
    }

    private void workers(String work, RemoteNight night) throws IOException, InterruptedException, SQLException {
        List<Row.Effort> two = new ArrayList<>();
        List<Row.Effort> one = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            RemoteNight.Outcome alone = night.measure(data.empty("run"), 0);
            for (int workers = 1; workers <= 2; workers++) {
                RemoteNight.Outcome outcome = night.measure(data.empty("run"), workers);
                if (!outcome.digest().equals(alone.digest())) {
                    throw new IllegalStateException(work + ": the report of " + workers + " workers is another one");
                }
                (workers == 1 ? one : two).add(new Row.Effort(outcome.evaluate(), 1));
                report.note(outcome.told(work, workers));
            }
            report.note(alone.told(work, 0));
        }
        report.add(new Row(work + ", two workers, evaluated", "one worker", "≤ 0.556", two, one));
    }

    private void served(long lines) throws IOException, InterruptedException {
        ServeLoad load = new ServeLoad(jar, List.of(catalogs, data.registry()), data.feed(lines));
        List<Row.Effort> read = new ArrayList<>();
        List<Row.Effort> alone = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            ServeLoad.Outcome outcome = load.measure(data.empty("run"));
            read.add(new Row.Effort(outcome.read(), 1));
            alone.add(new Row.Effort(outcome.alone(), 1));
            report.note(outcome.told());
        }
        report.add(new Row(work(lines, "lines, served, while 50 people read"), "the same, nobody reading", "≤ 1.25", read, alone));
    }

    private void start() throws IOException, InterruptedException {
        Path job = project.resolve("jobs/sample.yaml");
        List<String> options = List.of("-Dgreenaudit.data-dir=data");
        report.add(new Contest(
                        "start: the sample",
                        data,
                        run -> Java.jar(options, jar, "audit", "--job=" + job, "--out=out"))
                .row(rounds, "< 3 s, processor < 5 s"));
        report.add(new Contest(
                        "start: explain of one record",
                        data,
                        run -> Java.jar(options, jar, "explain", "--record=FZ2026-0000001", "--job=" + job))
                .row(rounds, "< 2 s"));
        Path installed = installed();
        report.add(new Contest(
                        "start: the sample, installed",
                        data,
                        run -> installed(installed, "audit", "--job=" + job, "--out=out"))
                .row(rounds, "< 3 s, processor < 5 s"));
        report.add(new Contest(
                        "start: explain of one record, installed",
                        data,
                        run -> installed(installed, "explain", "--record=FZ2026-0000001", "--job=" + job))
                .row(rounds, "< 2 s"));
    }

    /** The program as a bureau installs it. */
    private Path installed() throws IOException, InterruptedException {
        Path folder = project.resolve("target/bench/installed");
        ProcessBuilder install =
                new ProcessBuilder("sh", "jobs/schedule/install.sh", folder.toString(), jar.toString());
        install.directory(project.toFile());
        install.environment().merge("PATH", Java.folder() + ":", (path, java) -> java + path);
        install.inheritIO();
        if (install.start().waitFor() != 0) {
            throw new IllegalStateException("the program could not be installed");
        }
        return folder.resolve("greenaudit");
    }

    private static ProcessBuilder installed(Path program, String... arguments) {
        ProcessBuilder process = new ProcessBuilder(program.toString());
        process.command().addAll(List.of(arguments));
        process.environment().merge("PATH", Java.folder() + ":", (path, java) -> java + path);
        process.environment().put("GREENAUDIT_DATA_DIR", "data");
        return process;
    }

    private Contest contest(long lines, String what, Path feed, Path registry) {
        return new Contest(work(lines, what), data, Audit.of(jar, List.of(catalogs, registry), feed));
    }

    private static String work(long lines, String what) {
        return String.format(Locale.ROOT, "%,d %s", lines, what);
    }

    private ProcessBuilder duckDb(Path feed, Path registry, Path out) {
        return Java.main(DuckAudit.class, feed, catalogs, BenchData.certificates(registry), out);
    }

    private String setting() {
        double others = busy();
        return String.format(
                Locale.ROOT,
                "%s: %d processors, %s %s, JDK %s, DuckDB %s, Spring Batch %s, %,d certificates, %d rounds, processors in use before: %.0f %%",
                LocalDate.now(ZoneOffset.UTC),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                Runtime.version(),
                DuckAudit.version(),
                Job.class.getPackage().getImplementationVersion(),
                certificates,
                rounds,
                100 * others)
                + (others > QUIET ? ": the machine has other work, measure again" : "");
    }

    /** The share of the processors that is in use for two seconds in which this program does nothing. */
    private static double busy() {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        double sinceStart = system.getCpuLoad();
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(2));
        double now = system.getCpuLoad();
        return now < 0 ? sinceStart : now;
    }

    private static Set<String> rows() {
        Set<String> rows = words("bench.rows").collect(Collectors.toUnmodifiableSet());
        for (String row : rows) {
            if (!ROWS.contains(row)) {
                throw new IllegalArgumentException("bench.rows: “" + row + "” is none of " + String.join(", ", ROWS));
            }
        }
        return rows;
    }

    private static Stream<String> words(String property) {
        return Stream.of(System.getProperty(property).split(",", -1)).map(String::strip);
    }

    private static long number(String property, String text) {
        if (!text.matches("[1-9][0-9]{0,8}")) {
            throw new IllegalArgumentException(property + ": “" + text + "” is no whole number from 1 on");
        }
        return Long.parseLong(text);
    }
}
