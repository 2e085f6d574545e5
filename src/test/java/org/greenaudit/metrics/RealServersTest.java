package org.greenaudit.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.greenaudit.testing.PrometheusServer;
import org.greenaudit.testing.PushgatewayServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The program's metrics on their real way: Pushgateway and Prometheus, as Debian ships them. */
@Tag("server")
class RealServersTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void aNightReplacesTheOneBeforeAndAFailureKeepsItsFigures() throws Exception {
        try (PushgatewayServer gateway = PushgatewayServer.start()) {
            Pushgateway outlet = new Pushgateway(Runs.gateway(gateway.url()), pause -> {});
            outlet.publish(RunMetrics.of(Runs.facts(Runs.before(), Optional.empty()), earlier()));
            assertThat(gateway.metrics()).contains("greenaudit_violations{", "rule=\"L3\"} 5\n");

            outlet.publish(Runs.night());
            assertThat(gateway.metrics())
                    .as("what is over is 0")
                    .contains("rule=\"L3\"} 0\n")
                    .as("the group is replaced whole")
                    .doesNotContain("rule=\"L3\"} 5\n");

            outlet.update(RunMetrics.failed("city", Duration.ofSeconds(4)));
            try (PrometheusServer prometheus = scraping(gateway.address())) {
                await().atMost(PATIENCE)
                        .until(() ->
                                !prometheus.query("greenaudit_run_last_status").isEmpty());
                assertThat(value(prometheus, "max by (job) (greenaudit_run_last_success_timestamp_seconds)"))
                        .isEqualTo((double) Runs.NIGHT.getEpochSecond());
                assertThat(value(prometheus, "max by (job) (greenaudit_run_last_status)"))
                        .isZero();
                assertThat(value(prometheus, "max by (job) (greenaudit_run_duration_seconds)"))
                        .isEqualTo(4);
                assertThat(value(prometheus, "sum by (job) (greenaudit_violations)"))
                        .as("the last good figures stay")
                        .isEqualTo(2);
                assertThat(value(
                                prometheus,
                                "sum by (job) (greenaudit_listed_lines{certified=\"true\"})"
                                        + " / sum by (job) (greenaudit_listed_lines)"))
                        .isEqualTo(0.6);
            }
        }
    }

    @Test
    void prometheusReadsTheOpenMetricsOfTheProgram() throws Exception {
        HttpServer program = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] body = Runs.openMetrics().getBytes(StandardCharsets.UTF_8);
        program.createContext("/metrics", exchange -> {
            exchange.getResponseHeaders()
                    .set("Content-Type", "application/openmetrics-text; version=1.0.0; charset=utf-8");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        program.start();
        try (PrometheusServer prometheus =
                scraping("127.0.0.1:" + program.getAddress().getPort())) {
            await().atMost(PATIENCE).until(() -> !prometheus.query("up").isEmpty());
            assertThat(value(prometheus, "max(up) by (a)")).isEqualTo(1);
            assertThat(prometheus.query("greenaudit_lines_processed_total").values())
                    .containsExactly(123.0);
            assertThat(prometheus.query("scrape_samples_scraped").values())
                    .containsExactly((double) Runs.night().values().size());
        } finally {
            program.stop(0);
        }
    }

    private static RunTiming earlier() {
        return new RunTiming(
                Runs.NIGHT.minus(Duration.ofDays(1)), Duration.ofSeconds(2), 1, Map.of("prepare", Duration.ZERO));
    }

    private static PrometheusServer scraping(String target) throws IOException {
        return PrometheusServer.start(
                """
                global: {scrape_interval: 1s, scrape_timeout: 1s}
                scrape_configs:
                  - job_name: greenaudit
                    honor_labels: true
                    static_configs: [{targets: ['%s']}]
                """
                        .formatted(target));
    }

    private static double value(PrometheusServer prometheus, String expression) {
        Map<Map<String, String>, Double> values = prometheus.query(expression);
        assertThat(values).as(expression).hasSize(1);
        assertThat(values.keySet().iterator().next().getOrDefault("job", "city"))
                .as("honor_labels: true keeps the job's name")
                .isEqualTo("city");
        return values.values().iterator().next();
    }
}
