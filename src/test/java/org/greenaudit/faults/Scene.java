package org.greenaudit.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.greenaudit.GreenAudit;
import org.greenaudit.cli.Cli;
import org.greenaudit.cli.Console;
import org.greenaudit.job.FeedTable;
import org.greenaudit.testing.DatabaseServer;

/** One audit (generated feed of six files, fictional certificates) that tests carry out again and again. */
final class Scene {

    /** Who reads purchases; the password is {@link PuppetProcess#SOURCE_PASSWORD}. */
    static final String SOURCE_USER = "faults_source";

    /**
     * A fresh database and folder for one run.
     *
     * @param folder for reports and the program's own files
     * @param url of the database
     * @param user who may do everything in it
     * @param given the password; absent where the program draws it
     * @param properties as the program takes them
     */
    record Stage(Path folder, String url, String user, Optional<String> given, List<String> properties) {

        /** The program draws that of the embedded database. */
        private String password() {
            try {
                return given.isPresent() ? given.get() : Files.readString(folder.resolve("greenaudit.key"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        Path out() {
            return folder.resolve("reports");
        }

        /** Carries out a statement in its database. */
        void execute(String sql) {
            try (Connection connection = DriverManager.getConnection(url, user, password());
                    var statement = connection.createStatement()) {
                statement.execute(sql);
            } catch (SQLException e) {
                throw new IllegalStateException(sql, e);
            }
        }

        /** A number out of its database. */
        long number(String sql) {
            try (Connection connection = DriverManager.getConnection(url, user, password());
                    var statement = connection.createStatement();
                    var row = statement.executeQuery(sql)) {
                row.next();
                return row.getLong(1);
            } catch (SQLException e) {
                throw new IllegalStateException(sql, e);
            }
        }
    }

    private final Path folder;
    private final boolean onServer;
    private int stages;

    /** An audit whose files lie in a folder; its databases are H2's or the server's. */
    Scene(Path folder, boolean onServer) throws IOException {
        this(folder, onServer, 6, 200, "");
    }

    /** A small one, of two files with the lines of one county, on embedded databases. */
    static Scene ofOneCounty(Path folder) throws IOException {
        return new Scene(folder, false, 2, 1600, ",361021,");
    }

    private Scene(Path folder, boolean onServer, int fileCount, int lines, String told) throws IOException {
        this.folder = folder;
        this.onServer = onServer;
        Path root = Path.of("").toAbsolutePath();
        StringBuilder files = new StringBuilder();
        for (int i = 0; i < fileCount; i++) {
            generate(lines, i, told, folder.resolve("feed-" + i + ".csv"));
            files.append(i == 0 ? "" : ", ").append("feed-").append(i).append(".csv");
        }
        Files.writeString(
                folder.resolve("job.yaml"),
                """
                name: faults
                audit-date: 2026-06-30
                catalogs: [%s/catalogs, %s/jobs/sample/catalogs]
                source: {files: [%s]}
                plans-from: [%s/jobs/fuzhou.yaml, %s/jobs/luoyang.yaml]
                run: {threads: 2, block-lines: 50}
                """
                        .formatted(root, root, files, root, root));
    }

    /**
     * The same audit with its purchases in a table that the program reaches under this address, {@code host:port}.
     * They are the sample's, and {@link #SOURCE_USER} may read them.
     */
    Path jobOfTable(DatabaseServer.Schema schema, String hostAndPort) throws IOException {
        FeedTable.of(Path.of("jobs", "sample", "fuzhou-2026.csv"), StandardCharsets.UTF_8)
                .insert(schema, "purchases");
        try (Connection connection = schema.connect();
                var statement = connection.createStatement()) {
            statement.execute("CREATE USER IF NOT EXISTS '" + SOURCE_USER + "'@'%' IDENTIFIED BY '"
                    + PuppetProcess.SOURCE_PASSWORD + "'");
            statement.execute("GRANT SELECT ON " + schema.name() + ".* TO '" + SOURCE_USER + "'@'%'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        String job = Files.readString(folder.resolve("job.yaml"))
                .replaceFirst(
                        "(?m)^source: .*$",
                        "source: {type: mysql, url: 'jdbc:mysql://%s/%s', user: %s, table: purchases, key: %s}"
                                .formatted(hostAndPort, schema.name(), SOURCE_USER, FeedTable.KEY))
                .replace("block-lines: 50", "block-lines: 50, partition-rows: 60");
        return Files.writeString(folder.resolve("table.yaml"), job);
    }

    /** A fresh database. */
    synchronized Stage stage() throws IOException {
        Path stage = Files.createDirectory(folder.resolve("stage-" + stages++));
        if (onServer) {
            DatabaseServer.Schema schema = DatabaseServer.shared().schema();
            return server(stage, schema, schema.url());
        }
        return embedded(stage);
    }

    /** The names of a stage's files, their sizes, and when they were written last. */
    static String written(Stage stage) throws IOException {
        StringBuilder written = new StringBuilder();
        try (Stream<Path> all = Files.walk(stage.folder())) {
            for (Path file : (Iterable<Path>) all.sorted()::iterator) {
                BasicFileAttributes attributes =
                        Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                written.append(file)
                        .append(' ')
                        .append(attributes.size())
                        .append(' ')
                        .append(attributes.lastModifiedTime())
                        .append('\n');
            }
        }
        return written.toString();
    }

    /** What lies in the folder of a stage with an embedded database, for another process to go on with. */
    synchronized Stage copy(Stage stage) throws IOException {
        Path copy = folder.resolve("stage-" + stages++);
        try (Stream<Path> all = Files.walk(stage.folder())) {
            for (Path file : (Iterable<Path>) all::iterator) {
                Files.copy(file, copy.resolve(stage.folder().relativize(file)), LinkOption.NOFOLLOW_LINKS);
            }
        }
        return embedded(copy);
    }

    /** A stage on a schema that the program reaches under another URL. */
    synchronized Stage stage(DatabaseServer.Schema schema, String url) throws IOException {
        return server(Files.createDirectory(folder.resolve("stage-" + stages++)), schema, url);
    }

    /** Where puppets complain. */
    Path errors() {
        return folder.resolve("errors.log");
    }

    /** The job of the audit. */
    Path job() {
        return folder.resolve("job.yaml");
    }

    /** The command line of the audit on a stage. */
    List<String> audit(Stage stage, String... more) {
        return audit(job(), stage, more);
    }

    /** The command line of another job on a stage. */
    static List<String> audit(Path job, Stage stage, String... more) {
        List<String> args = new ArrayList<>(stage.properties());
        args.addAll(
                List.of("audit", "--job", job.toString(), "--out", stage.out().toString(), "--locale", "en"));
        args.addAll(List.of(more));
        return args;
    }

    /** The command line of a worker of a job. */
    static List<String> worker(Path job, Stage stage) {
        List<String> args = new ArrayList<>(stage.properties());
        args.addAll(List.of("worker", "--job", job.toString(), "--locale", "en"));
        return args;
    }

    /**
     * The command line that decides about findings of a stage's report, by a file that is written for it: every fifth
     * violation, by turns confirmed, exempted, certified and outside its list.
     */
    List<String> decide(Stage stage) throws IOException {
        List<CSVRecord> violations;
        try (CSVParser rows = CSVParser.builder()
                .setPath(stage.out().resolve("latest/violations.csv"))
                .setFormat(CSVFormat.RFC4180.builder().setHeader().get())
                .get()) {
            violations = rows.getRecords();
        }
        StringBuilder file = new StringBuilder(
                "record_id,list,decision,decision_certificate_no,decision_approval_no,decision_note,decided_by\n");
        List<String> answers = List.of(
                "confirmed,,,,甲",
                "exemption,,虚财购〔2026〕12号,无可替代,甲",
                "certificate,CQC26701990099,,,甲",
                "not-listed,,,实为配件,甲");
        for (int i = 0; i < violations.size(); i += 5) {
            CSVRecord row = violations.get(i);
            file.append(row.get("record_id"))
                    .append(',')
                    .append(row.get("list"))
                    .append(',');
            file.append(answers.get(i / 5 % answers.size())).append('\n');
        }
        Path decisions = Files.writeString(stage.folder().resolve("decisions.csv"), file);
        List<String> args = new ArrayList<>(stage.properties());
        args.addAll(List.of(
                "decide", "--job", folder.resolve("job.yaml").toString(), "--locale", "en", "--partial", "--file"));
        args.add(decisions.toString());
        return args;
    }

    /** Every file of the reports with its bytes, and where the links point. */
    static Map<String, String> reports(Stage stage) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(stage.out())) {
            for (Path file : (Iterable<Path>) all::iterator) {
                String name = stage.out().relativize(file).toString();
                if (Files.isSymbolicLink(file)) {
                    files.put(name, Files.readSymbolicLink(file).toString());
                } else if (Files.isRegularFile(file)) {
                    files.put(name, new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
                }
            }
        }
        return files;
    }

    /** Asserts that a stage ended as the undisturbed one did: the same bytes, one run, everything counted once. */
    static void assertSame(Stage stage, Stage undisturbed, String how) throws IOException {
        Map<String, String> expected = reports(undisturbed);
        Map<String, String> found = reports(stage);
        assertThat(found.keySet()).as(how).isEqualTo(expected.keySet());
        expected.forEach((name, bytes) ->
                assertThat(found.get(name)).as(how + ": " + name).isEqualTo(bytes));
        for (String sql : List.of(
                "SELECT COUNT(*) FROM audit_run",
                "SELECT COUNT(*) FROM audit_run WHERE run_status = 'COMPLETED'",
                "SELECT COUNT(*) FROM audit_verdict",
                "SELECT COUNT(*) FROM audit_rejection",
                "SELECT COUNT(*) FROM audit_decision_use",
                "SELECT COUNT(*) FROM audit_partition WHERE partition_status = 'DONE'",
                "SELECT SUM(row_count) FROM audit_partition",
                "SELECT SUM(read_lines) FROM audit_summary")) {
            assertThat(stage.number(sql)).as(how + ": " + sql).isEqualTo(undisturbed.number(sql));
        }
    }

    /** Asserts that whatever can be seen of reports is whole: as it was before the run, or as the run was to leave it. */
    static void assertNothingHalf(Stage stage, Map<String, String> before, Stage undisturbed, String how)
            throws IOException {
        if (Files.exists(stage.out())) {
            Map<String, String> expected = reports(undisturbed);
            reports(stage).forEach((name, bytes) -> {
                if (!name.contains("/.") && !bytes.equals(before.get(name))) {
                    assertThat(bytes).as(how + ": " + name).isEqualTo(expected.get(name));
                }
            });
            boolean latest = Files.exists(stage.out().resolve("latest"), LinkOption.NOFOLLOW_LINKS);
            assertThat(latest && !Files.exists(stage.out().resolve("latest")))
                    .as(how)
                    .isFalse();
        }
    }

    private static Stage embedded(Path stage) {
        return new Stage(
                stage,
                "jdbc:h2:file:" + stage.resolve("greenaudit"),
                "greenaudit",
                Optional.empty(),
                List.of("-Dgreenaudit.data-dir=" + stage));
    }

    private static Stage server(Path stage, DatabaseServer.Schema schema, String url) {
        return new Stage(
                stage,
                schema.url(),
                schema.user(),
                Optional.of(schema.password()),
                List.of(
                        "-Dgreenaudit.data-dir=" + stage,
                        "-Dspring.datasource.url=" + url,
                        "-Dspring.datasource.username=" + schema.user(),
                        "-Dspring.datasource.password=" + schema.password()));
    }

    /** A feed's lines that tell this, under its header. */
    private static void generate(int lines, int seed, String told, Path file) throws IOException {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        int status = new Cli(new Console(out, out, false), GreenAudit.class)
                .run("generate", "--lines", "" + lines, "--seed", "" + seed, "--out", file.toString());
        assertThat(status).as(text.toString()).isZero();
        List<String> feed = Files.readAllLines(file);
        Files.write(
                file,
                feed.stream()
                        .filter(line -> line.equals(feed.get(0)) || line.contains(told))
                        .toList());
    }
}
