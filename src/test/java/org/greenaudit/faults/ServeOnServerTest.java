package org.greenaudit.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.greenaudit.faults.PuppetProcess.Event;
import org.greenaudit.faults.PuppetProcess.Hand;
import org.greenaudit.faults.Scene.Stage;
import org.greenaudit.text.Sha256;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Processes of {@code serve} on one database, which are killed (SIGKILL) in the night, and while people decide. */
@Tag("database")
@Tag("faults")
class ServeOnServerTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String TOKEN = "the token of a test";
    private static final Pattern PAGES = Pattern.compile("The pages are at (\\S+)");
    private static final Pattern READY = Pattern.compile("health and metrics at (\\S+)\\)");

    @TempDir
    private Path folder;

    @Test
    void aNightIsRunOnceAndByTheOtherOneWhereTheFirstIsKilled() throws Exception {
        Scene scene = new Scene(folder, true);
        Stage undisturbed = scene.stage();
        Stage stage = scene.stage();
        Path job = Files.writeString(
                folder.resolve("served.yaml"),
                Files.readString(scene.job())
                        + "report: {out: '%s', locale: en}\n".formatted(stage.out())
                        + "schedule: {cron: '30 1 * * *', zone: Asia/Shanghai}\n");
        AtomicReference<Server> killed = new AtomicReference<>();
        CountDownLatch refused = new CountDownLatch(1);
        try (PuppetProcess alone = PuppetProcess.start(scene.errors());
                Server one = new Server(scene);
                Server other = new Server(scene)) {
            KillContract.completed(scene, alone, Scene.audit(job, undisturbed));
            for (Server server : List.of(one, other)) {
                server.serve(job, stage, event -> {
                    if (isVerdict(event) && killed.compareAndSet(null, server)) {
                        // the other one looks at the night meanwhile, and leaves it alone
                        await().atMost(PATIENCE).until(() -> refused.getCount() == 0);
                        server.puppet.kill();
                    } else if (killed.get() != null && killed.get() != server && isClaim(event)) {
                        refused.countDown();
                    }
                });
            }
            one.awaitReady();
            other.awaitReady();
            assertThat(List.of(one, other))
                    .as("the first password is told once")
                    .filteredOn(server -> server.said("First start: account admin"))
                    .hasSize(1);
            await().atMost(PATIENCE).until(() -> stage.number("SELECT COUNT(*) FROM audit_night") == 1);

            stage.execute("UPDATE audit_night SET run_up_to = '2026-06-29 00:00:00'");
            await().atMost(PATIENCE)
                    .until(() ->
                            stage.number("SELECT COUNT(*) FROM audit_night WHERE run_up_to > '2026-06-29 00:00:00'")
                                    == 1);

            Server survivor = killed.get() == one ? other : one;
            assertThat(killed.get().puppet.awaitEnd()).isNotZero();
            Scene.assertSame(stage, undisturbed, "carried on by the other server");
            assertThat(stage.number("SELECT COUNT(*) FROM BATCH_JOB_EXECUTION")).isEqualTo(2);
            assertThat(stage.number("SELECT COUNT(*) FROM BATCH_JOB_EXECUTION WHERE STATUS = 'COMPLETED'"))
                    .isEqualTo(1);
            assertThat(survivor.health()).contains("\"status\":\"UP\"");
        }
    }

    /** At every statement from that on by which a decision is made: what was answered is there, and nothing twice. */
    @Test
    void aDecisionIsTakenOnceWhereverTheServerIsKilled() throws Exception {
        Scene scene = new Scene(folder, true);
        Stage stage = scene.stage();
        Path job = Files.writeString(
                folder.resolve("served.yaml"),
                Files.readString(scene.job()) + "report: {out: '%s', locale: en}\n".formatted(stage.out()));
        try (PuppetProcess alone = PuppetProcess.start(scene.errors())) {
            KillContract.completed(scene, alone, Scene.audit(job, stage));
        }
        stage.execute(
                "INSERT INTO portal_account (account_name, is_token, secret_hash, role_id, region_prefix, buyer_code,"
                        + " must_change, is_disabled, failures) VALUES ('program', TRUE, '" + Sha256.ofText(TOKEN)
                        + "', 'auditor', '', '', FALSE, FALSE, 0)");
        String decision = decision(stage);
        int kills = 0;
        boolean answered = false;
        while (!answered) {
            int nth = kills++;
            AtomicBoolean deciding = new AtomicBoolean();
            AtomicInteger seen = new AtomicInteger();
            try (Server server = new Server(scene)) {
                server.serve(job, stage, event -> {
                    if (event.what().contains("INTO audit_decision (")) {
                        deciding.set(true);
                    }
                    if (deciding.get() && seen.getAndIncrement() == nth) {
                        server.puppet.kill();
                    }
                });
                server.awaitReady();
                Optional<String> answer = server.post("/api/v1/decisions", decision);
                answered = answer.isPresent();
                answer.ifPresent(text -> assertThat(text).containsPattern("\"(taken|known)\""));
            }
            assertThat(stage.number("SELECT COUNT(*) FROM audit_decision"))
                    .as("killed at event %d", nth)
                    .isBetween(answered ? 1L : 0L, 1L);
        }
        assertThat(kills).isGreaterThan(3);
    }

    /** Confirms the first violation of the report. */
    private static String decision(Stage stage) throws IOException {
        try (CSVParser rows = CSVParser.builder()
                .setPath(stage.out().resolve("latest/violations.csv"))
                .setFormat(CSVFormat.RFC4180.builder().setHeader().get())
                .get()) {
            CSVRecord first = rows.iterator().next();
            String run = JsonMapper.shared()
                    .readTree(Files.readString(stage.out().resolve("latest/manifest.json")))
                    .at("/run_id")
                    .asString();
            return """
                    {"run_id": "%s", "findings": [{"record_id": "%s", "list": "%s"}], "decision": "confirmed"}
                    """
                    .formatted(run, first.get("record_id"), first.get("list"));
        }
    }

    private static boolean isVerdict(Event event) {
        return event.what().startsWith("INSERT INTO audit_verdict");
    }

    private static boolean isClaim(Event event) {
        return event.what().contains("FROM audit_night") && event.what().contains("FOR UPDATE");
    }

    /** A process that serves, until it is killed. */
    private static final class Server implements AutoCloseable {

        private final PuppetProcess puppet;
        private final List<String> printed = new ArrayList<>();
        private Optional<CompletableFuture<Void>> watched = Optional.empty();

        Server(Scene scene) throws IOException {
            this.puppet = PuppetProcess.start(scene.errors());
        }

        /** Serves a job with a folder of its own. */
        void serve(Path job, Stage stage, Hand hand) {
            List<String> args = new ArrayList<>(stage.properties());
            args.addAll(List.of(
                    "-Dgreenaudit.data-dir=" + stage.folder().resolve("of-" + puppet.pid()),
                    "-Dserver.port=0",
                    "-Dmanagement.server.port=0",
                    "serve",
                    "--locale",
                    "en",
                    "--job",
                    job.toString()));
            watched = Optional.of(CompletableFuture.runAsync(
                    () -> {
                        try {
                            puppet.run(args, hand, this::print);
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    },
                    work -> new Thread(work, "server").start()));
        }

        private synchronized void print(String line) {
            printed.add(line);
        }

        synchronized boolean said(String text) {
            return printed.stream().anyMatch(line -> line.contains(text));
        }

        private synchronized Optional<String> printed(Pattern wanted) {
            return printed.stream()
                    .map(wanted::matcher)
                    .filter(Matcher::find)
                    .map(found -> found.group(1))
                    .findFirst();
        }

        void awaitReady() {
            await().atMost(PATIENCE)
                    .failFast("it ended", () -> watched.orElseThrow().isDone())
                    .until(() -> printed(READY).isPresent());
        }

        /** Sends a program's JSON; empty where no answer comes. */
        Optional<String> post(String path, String json) throws InterruptedException {
            URI pages = URI.create(printed(PAGES).orElseThrow()).resolve(path);
            HttpRequest request = HttpRequest.newBuilder(pages)
                    .header("Authorization", "Bearer " + TOKEN)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(json))
                    .build();
            try {
                return Optional.of(HttpClient.newHttpClient()
                        .send(request, HttpResponse.BodyHandlers.ofString())
                        .body());
            } catch (IOException e) {
                return Optional.empty();
            }
        }

        String health() throws IOException, InterruptedException {
            URI health = URI.create(printed(READY).orElseThrow()).resolve("/actuator/health");
            return HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(health).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        }

        @Override
        public void close() {
            puppet.close();
            watched.ifPresent(CompletableFuture::join);
        }
    }
}
