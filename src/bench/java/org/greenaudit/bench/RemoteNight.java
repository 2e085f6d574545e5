package org.greenaudit.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.greenaudit.testing.BrokerServer;
import org.greenaudit.testing.DatabaseServer;

/**
 * A night by workers, each pinned to a processor and with one thread: manager, broker, database and workers are a process
 * each. It is the second one of these workers, so that they are warm.
 */
final class RemoteNight {

    private static final double NANOS = 1e9;
    private static final Duration BEGIN = Duration.ofMinutes(2);
    private static final String READY = "Taking partitions";

    private final Path jar;
    private final List<Path> catalogs;
    private final String source;
    private final Map<String, String> environment;

    /**
     * Nights of one source.
     *
     * @param source where the purchases are, as in a job file
     * @param environment what reading them takes
     */
    RemoteNight(Path jar, List<Path> catalogs, String source, Map<String, String> environment) {
        this.jar = jar;
        this.catalogs = catalogs;
        this.source = source;
        this.environment = environment;
    }

    /**
     * What came of it.
     *
     * @param evaluate the step that workers carry out: its time, and the processor time of all workers
     * @param otherSeconds the manager's other steps
     * @param databaseSeconds the database server's processor time meanwhile
     * @param partitions how many were handed out
     * @param digest of all files of the report
     */
    record Outcome(Run evaluate, double otherSeconds, double databaseSeconds, int partitions, String digest) {

        /** In words. */
        String told(String work, int workers) {
            return String.format(
                    Locale.ROOT,
                    "%s, %s: %d partitions in %.1f s, the manager's other steps %.1f s; processor time of workers %.1f s, of the"
                            + " database %.1f s; the same bytes.",
                    work,
                    workers == 0 ? "no worker" : "workers: " + workers,
                    partitions,
                    evaluate.wallSeconds(),
                    otherSeconds,
                    evaluate.cpuSeconds(),
                    databaseSeconds);
        }
    }

    /**
     * Carries out one in an empty folder.
     *
     * @param workers how many; with none, the manager evaluates by as many threads as there are processors
     */
    Outcome measure(Path folder, int workers) throws IOException, InterruptedException, SQLException {
        DatabaseServer.Schema results = DatabaseServer.shared().schema();
        List<Process> crew = new ArrayList<>();
        try (BrokerServer broker = BrokerServer.start(folder.resolve("broker"))) {
            // the tables are there before the workers are
            audit(folder, results, Audit.of(jar, catalogs, tables(folder)), "tables", "");
            Audit audit = new Audit(jar, catalogs, source);
            String run = workers == 0
                    ? "partition-megabytes: 4"
                    : "partition-megabytes: 4, threads: 1, workers: remote, broker: '" + broker.address() + "'";
            for (int number = 0; number < workers; number++) {
                crew.add(worker(folder, results, audit, run, number));
            }
            for (int number = 0; number < workers; number++) {
                awaitReady(crew.get(number), folder.resolve("worker-" + number + ".txt"));
            }
            // a night is long: what is measured is a second one, by workers that are warm
            audit(folder, results, audit, "benchmark", run);
            double worked = seconds(crew);
            double stored = databaseSeconds();
            audit(folder, results, audit, "benchmark", run, "--rerun");
            return outcome(results, folder.resolve("out-benchmark"), seconds(crew) - worked, databaseSeconds() - stored);
        } finally {
            for (Process worker : crew) {
                worker.destroy();
                worker.waitFor();
            }
        }
    }

    /** A feed of one line. */
    private static Path tables(Path folder) throws IOException {
        return Files.writeString(
                folder.resolve("tables.csv"),
                "record_id,contract_date,buyer_name,item_name,amount\nT-1,2026-06-01,虚构单位,打印机,1000\n");
    }

    private void audit(
            Path folder, DatabaseServer.Schema results, Audit audit, String name, String run, String... options)
            throws IOException, InterruptedException {
        ProcessBuilder process = audit.remote(folder, List.of(), name, run, "audit", "--locale=en");
        process.command().addAll(List.of(options));
        Run.of(inDatabase(process, results), folder);
    }

    private Process worker(Path folder, DatabaseServer.Schema results, Audit audit, String run, int number)
            throws IOException {
        List<String> pinned = List.of("taskset", "-c", String.valueOf(number));
        ProcessBuilder process = audit.remote(folder, pinned, "benchmark", run, "worker", "--locale=en");
        return inDatabase(process, results)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("worker-" + number + ".txt").toFile())
                .start();
    }

    private ProcessBuilder inDatabase(ProcessBuilder process, DatabaseServer.Schema results) {
        process.environment().putAll(environment);
        process.environment().put("GREENAUDIT_DB_URL", results.url());
        process.environment().put("GREENAUDIT_DB_USER", results.user());
        process.environment().put("GREENAUDIT_DB_PASSWORD", results.password());
        return process;
    }

    private static void awaitReady(Process worker, Path output) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + BEGIN.toNanos();
        while (!Files.readString(output, StandardCharsets.UTF_8).contains(READY)) {
            if (!worker.isAlive() || System.nanoTime() > deadline) {
                throw new IllegalStateException("the worker did not begin:\n" + Files.readString(output));
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private static double seconds(List<Process> processes) {
        return processes.stream().mapToDouble(process -> cpu(process.toHandle())).sum();
    }

    private static double databaseSeconds() {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().command().orElse("").contains("mysqld"))
                .mapToDouble(RemoteNight::cpu)
                .sum();
    }

    private static double cpu(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / NANOS;
    }

    private static Outcome outcome(DatabaseServer.Schema results, Path reports, double workers, double database)
            throws IOException, SQLException {
        String steps = "SELECT SUM(IF(step_name = 'evaluate', TIMESTAMPDIFF(MICROSECOND, start_time, end_time), 0)),"
                + " SUM(IF(step_name NOT LIKE 'evaluate%',"
                + " TIMESTAMPDIFF(MICROSECOND, start_time, end_time), 0)), SUM(step_name LIKE 'evaluate-partition:%')"
                + " FROM BATCH_STEP_EXECUTION WHERE job_execution_id = (SELECT MAX(job_execution_id) FROM BATCH_JOB_EXECUTION)";
        try (Connection connection = DriverManager.getConnection(results.url(), results.user(), results.password());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(steps)) {
            row.next();
            return new Outcome(
                    new Run(row.getLong(1) / 1e6, workers, 0),
                    row.getLong(2) / 1e6,
                    database,
                    row.getInt(3),
                    digest(reports));
        }
    }

    private static String digest(Path reports) throws IOException {
        try (Stream<Path> files = Files.walk(reports)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            files.filter(Files::isRegularFile)
                    .sorted()
                    .forEach(file -> digest.update(bytes(file)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
