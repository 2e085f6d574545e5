package org.greenaudit.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.greenaudit.message.ExplainedException;
import org.greenaudit.message.Messages;
import org.greenaudit.portal.access.AccessScope;
import org.greenaudit.portal.access.Role;
import org.greenaudit.portal.desk.AuditDesk;
import org.greenaudit.portal.desk.RunViews;
import org.greenaudit.portal.night.Nights;
import org.greenaudit.testing.BrokerServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What watches the server is told how the audits stand, and finds their figures after a new start too. */
@Tag("slow")
class ServedHealthTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    @Test
    void tellsOfTheLastRunAndKeepsTheFiguresOverAStart() throws Exception {
        Path job = BureauServer.job(folder);
        Files.writeString(job, "schedule: {cron: \"30 2 * * *\"}\n", StandardOpenOption.APPEND);
        try (BureauServer server = BureauServer.start(folder)) {
            assertThat(health(server)
                            .at("/components/lastRun/details/sample/lastRun")
                            .asString())
                    .isEqualTo("none");
            assertThat(server.portal().part(AuditDesk.class).start("sample", Optional.empty(), false, "test"))
                    .isTrue();
            while (server.portal().part(AuditDesk.class).ended("sample").isEmpty()) {
                Thread.onSpinWait();
            }
        }
        try (BureauServer server = BureauServer.start(folder, Map.of())) {
            JsonNode health = health(server);
            assertThat(health.at("/status").asString()).isEqualTo("UP");
            assertThat(health.at("/components/lastRun/details/sample/lastRun").asString())
                    .startsWith("sample-20260630-1-");
            assertThat(health.at("/components/db/status").asString()).isEqualTo("UP");
            assertThat(health.at("/components/diskSpace/status").asString()).isEqualTo("UP");
            assertThat(get(server, "/prometheus").body())
                    .contains("greenaudit_lines{job=\"sample\"", "jvm_memory_used_bytes");

            server.portal().part(Nights.class).stop();
            server.portal()
                    .part(JdbcTemplate.class)
                    .update("UPDATE audit_night SET run_up_to = ?", LocalDateTime.of(2026, 1, 1, 0, 0));
            HttpResponse<String> late = get(server, "/health");
            assertThat(late.statusCode()).isEqualTo(200);
            assertThat(late.body()).contains("LATE", "dueSince");
        }
    }

    @Test
    void aJobFileThatBreaksWhileItIsServedIsToldWithAllItsFaults() throws Exception {
        try (BureauServer server = BureauServer.start(folder)) {
            Caller admin = Caller.admin(server);
            AuditDesk desk = server.portal().part(AuditDesk.class);
            assertThat(desk.start("sample", Optional.empty(), false, "test")).isTrue();
            while (desk.ended("sample").isEmpty()) {
                Thread.onSpinWait();
            }
            String run = server.portal()
                    .part(RunViews.class)
                    .newest("sample")
                    .orElseThrow()
                    .runId();
            Path job = BureauServer.job(folder);
            Files.writeString(job, Files.readString(job) + "sched: 1\nnothing: 2\n");
            HttpResponse<String> page = admin.get("/runs/" + run);
            assertThat(page.statusCode()).isEqualTo(500);
            assertThat(page.body()).contains("sched", "nothing").doesNotContain("Exception");

            assertThat(desk.start("sample", Optional.empty(), true, "test")).isTrue();
            while (desk.running("sample").isPresent()) {
                Thread.onSpinWait();
            }
            assertThat(admin.get("/runs").body()).contains("审计失败", "sched", "nothing");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "server.port, 99999",
        "server.port, abc",
        "management.server.port, -5",
        "server.address, nowhere.invalid",
    })
    void aSettingThatCannotBeIsCalledByItsName(String setting, String value) {
        assertThatThrownBy(() -> BureauServer.start(folder, Map.of(setting, value)))
                .isInstanceOfSatisfying(ExplainedException.class, e -> assertThat(
                                Messages.in(Locale.ENGLISH).render(e.text()))
                        .isEqualTo("the setting %s cannot be “%s”".formatted(setting, value)));
    }

    /** Nobody comes here: other machines cannot reach an embedded database. */
    @Test
    void whatWaitsForWorkersIsToldByThePageTheApiAndTheMetrics(@TempDir Path journal) throws Exception {
        try (BrokerServer broker = BrokerServer.start(journal)) {
            Path job = BureauServer.job(folder);
            Files.writeString(
                    job,
                    "run: {workers: remote, broker: '%s'}\n".formatted(broker.address()),
                    StandardOpenOption.APPEND);
            try (BureauServer server = BureauServer.start(folder)) {
                Caller admin = Caller.admin(server);
                AuditDesk desk = server.portal().part(AuditDesk.class);
                assertThat(desk.start("sample", Optional.empty(), false, "test"))
                        .isTrue();
                await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                                admin.get("/runs/progress?job=sample").body())
                        .contains("0 / 1,200 条，每秒 0 条，约剩 —；0 个计算进程在审，2 个分区待领"));
                assertThat(admin.get("/runs").body()).contains("0 个计算进程在审，2 个分区待领");
                JsonNode progress = JsonMapper.shared()
                        .readTree(Caller.program(server, "program", Role.VIEWER, AccessScope.ALL)
                                .get("/api/v1/jobs/sample/progress")
                                .body());
                assertThat(progress.path("workers_at_work").asInt(-1)).isZero();
                assertThat(progress.path("partitions_waiting").asInt()).isEqualTo(2);
                await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                                get(server, "/prometheus").body())
                        .contains("greenaudit_run_partitions_waiting{job=\"sample\"} 2.0\n")
                        .contains("greenaudit_run_workers{job=\"sample\"} 0.0\n"));

                desk.stop("sample");
                await().atMost(PATIENCE).until(() -> desk.ended("sample").isPresent());
                assertThat(get(server, "/prometheus").body())
                        .contains("greenaudit_run_partitions_open{job=\"sample\"} 2.0\n")
                        .contains("greenaudit_run_partitions_waiting{job=\"sample\"} 0.0\n")
                        .contains("greenaudit_run_workers_missing_seconds{job=\"sample\"} 0.0\n");
            }
        }
    }

    private static JsonNode health(BureauServer server) throws IOException, InterruptedException {
        return JsonMapper.shared().readTree(get(server, "/health").body());
    }

    private static HttpResponse<String> get(BureauServer server, String path) throws IOException, InterruptedException {
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create(server.portal().managementAddress() + path))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
