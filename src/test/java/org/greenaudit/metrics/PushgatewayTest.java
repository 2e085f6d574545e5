package org.greenaudit.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.greenaudit.testing.Keys;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is sent to a gateway, and what becomes of a gateway that does not take it. */
@Tag("slow")
class PushgatewayTest {

    private final List<Duration> pauses = new ArrayList<>();

    @TempDir
    private Path dir;

    @Test
    void aSuccessReplacesTheWholeGroupAndThenItsOwnTime() throws Exception {
        try (FakeGateway gateway = FakeGateway.start()) {
            to(gateway).publish(Runs.night());
            assertThat(gateway.requests())
                    .extracting(FakeGateway.Request::method, FakeGateway.Request::path)
                    .containsExactly(
                            tuple("PUT", "/metrics/job/city"), tuple("PUT", "/metrics/job/city/part/last-success"));
            assertThat(samples(gateway.requests().get(0).body()
                            + gateway.requests().get(1).body()))
                    .as("both groups together are the content of the other ways out")
                    .containsExactlyInAnyOrderElementsOf(samples(Exposition.text(Runs.night())));
            assertThat(samples(gateway.requests().get(1).body()))
                    .containsExactly("greenaudit_run_last_success_timestamp_seconds{job=\"city\"} 1.7828424E9");
        }
    }

    @Test
    void aFailureIsAddedToTheGroup() throws Exception {
        try (FakeGateway gateway = FakeGateway.start()) {
            to(gateway).update(RunMetrics.failed("city", Duration.ofSeconds(3)));
            assertThat(gateway.requests()).singleElement().satisfies(request -> {
                assertThat(request.method()).isEqualTo("POST");
                assertThat(request.path()).isEqualTo("/metrics/job/city");
                assertThat(samples(request.body()))
                        .containsExactly(
                                "greenaudit_run_duration_seconds{job=\"city\"} 3.0",
                                "greenaudit_run_last_status{job=\"city\"} 0.0");
            });
        }
    }

    @Test
    void aPassingErrorIsTriedAgain() throws Exception {
        try (FakeGateway gateway = FakeGateway.start(503, 429)) {
            to(gateway).publish(Runs.night());
            assertThat(gateway.requests()).hasSize(4);
            assertThat(pauses).containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(4));
        }
    }

    @Test
    void anErrorThatStaysIsGivenUpAfterTheLastAttempt() throws Exception {
        try (FakeGateway gateway = FakeGateway.start(500, 500, 500, 200)) {
            PublishException failure = failure(to(gateway));
            assertThat(failure.text().key()).isEqualTo("metrics.pushgateway.refused");
            assertThat(failure.text().args()).containsExactly(gateway.url(), "500");
            assertThat(gateway.requests()).hasSize(Pushgateway.ATTEMPTS);
        }
    }

    @Test
    void aRefusalIsFinal() throws Exception {
        try (FakeGateway gateway = FakeGateway.start(401)) {
            assertThat(failure(to(gateway)).text().args()).containsExactly(gateway.url(), "401");
            assertThat(gateway.requests()).hasSize(1);
        }
    }

    @Test
    void aGatewayThatIsDownIsTriedAFewTimes() throws Exception {
        FakeGateway gone = FakeGateway.start();
        gone.close();
        PublishException failure = failure(to(gone));
        assertThat(failure.text().key()).isEqualTo("metrics.pushgateway.unreachable");
        assertThat(failure.text().args()).containsExactly(gone.url(), "3", "ConnectException");
        assertThat(pauses).hasSize(2);
    }

    @Test
    void anInterruptionEndsTheAttempts() throws Exception {
        try (FakeGateway gateway = FakeGateway.start(503)) {
            Pushgateway interrupted = new Pushgateway(Runs.gateway(gateway.url()), pause -> {
                throw new InterruptedException();
            });
            assertThat(failure(interrupted).text().key()).isEqualTo("metrics.pushgateway.interrupted");
            assertThat(Thread.interrupted()).isTrue();
            assertThat(gateway.requests()).hasSize(1);
        }
    }

    @Test
    void userAndPasswordComeFromTheEnvironment() throws Exception {
        Path secret = Files.writeString(dir.resolve("secret"), "geheim:绿\n");
        try (FakeGateway gateway = FakeGateway.start()) {
            MetricsSettings settings = settings(Map.of(
                    "greenaudit.metrics.pushgateway-url",
                    gateway.url() + "/",
                    "greenaudit.metrics.pushgateway-username",
                    "audit",
                    "greenaudit.metrics.pushgateway-password-file",
                    secret.toString()));
            assertThat(settings.problems()).isEmpty();
            new Pushgateway(settings.pushgateway().orElseThrow(), pauses::add).publish(Runs.night());
            String expected = Base64.getEncoder().encodeToString("audit:geheim:绿".getBytes(StandardCharsets.UTF_8));
            assertThat(gateway.requests()).allSatisfy(request -> {
                assertThat(request.authorization()).contains("Basic " + expected);
                assertThat(request.path()).startsWith("/metrics/");
            });
            assertThat(settings.toString()).doesNotContain("geheim");
        }
    }

    @Test
    void tlsTrustsTheAuthorityOfTheFileAndNoOther() throws Exception {
        Keys keys = new Keys(dir);
        try (FakeGateway gateway = FakeGateway.withTls(selfSigned(keys))) {
            Path pem = keys.certificate("gateway");
            MetricsSettings settings = settings(Map.of(
                    "greenaudit.metrics.pushgateway-url", gateway.url(),
                    "greenaudit.metrics.pushgateway-ca-file", pem.toString()));
            new Pushgateway(settings.pushgateway().orElseThrow(), pauses::add).publish(Runs.night());
            assertThat(gateway.requests()).hasSize(2);
            assertThat(failure(to(gateway)).text().key()).isEqualTo("metrics.pushgateway.tls");
            assertThat(pauses).as("a certificate is as wrong the next time").isEmpty();
        }
    }

    @Test
    void aCertificateForAnotherHostIsFinalToo() throws Exception {
        Keys keys = new Keys(dir);
        try (FakeGateway gateway = FakeGateway.withTls(selfSigned(keys))) {
            Path pem = keys.certificate("gateway");
            String elsewhere = gateway.url().replace("localhost", "127.0.0.1");
            MetricsSettings settings = settings(Map.of(
                    "greenaudit.metrics.pushgateway-url",
                    elsewhere,
                    "greenaudit.metrics.pushgateway-ca-file",
                    pem.toString()));
            PublishException failure =
                    failure(new Pushgateway(settings.pushgateway().orElseThrow(), pauses::add));
            assertThat(failure.text().key()).isEqualTo("metrics.pushgateway.tls");
            assertThat(failure.text().args().get(0)).isEqualTo(elsewhere);
            assertThat(failure.text().args().get(1)).contains("127.0.0.1");
            assertThat(pauses).isEmpty();
            assertThat(gateway.requests()).isEmpty();
        }
    }

    @Test
    void everythingThatIsWrongInTheConfigurationIsTold() throws IOException {
        Path noCertificate = Files.writeString(dir.resolve("ca.pem"), "");
        MetricsSettings settings = settings(Map.of(
                "greenaudit.metrics.pushgateway-url", "http://user:geheim@gateway:9091",
                "greenaudit.metrics.pushgateway-password", "geheim",
                "greenaudit.metrics.pushgateway-password-file", "no-such-file",
                "greenaudit.metrics.pushgateway-ca-file", noCertificate.toString(),
                "greenaudit.metrics.textfile",
                        dir.resolve("none").resolve("a.prom").toString()));
        assertThat(settings.problems())
                .extracting(text -> text.args().get(0))
                .containsExactly(
                        "greenaudit.metrics.pushgateway-url",
                        "greenaudit.metrics.pushgateway-password-file",
                        "greenaudit.metrics.pushgateway-username",
                        "greenaudit.metrics.pushgateway-ca-file",
                        "greenaudit.metrics.textfile");
        assertThat(settings.problems().toString()).doesNotContain("geheim");
    }

    @Test
    void nothingConfiguredMeansThatNothingLeaves() {
        MetricsSettings settings = settings(Map.of("greenaudit.metrics.textfile", " "));
        assertThat(settings).isEqualTo(new MetricsSettings(Optional.empty(), Optional.empty(), List.of()));
    }

    @Test
    void aPathBelowTheGatewaysHostIsKept() throws Exception {
        try (FakeGateway gateway = FakeGateway.start()) {
            new Pushgateway(Runs.gateway(gateway.url() + "/gate"), pauses::add)
                    .update(RunMetrics.failed("city", Duration.ZERO));
            assertThat(gateway.requests().get(0).path()).isEqualTo("/gate/metrics/job/city");
        }
    }

    private Pushgateway to(FakeGateway gateway) {
        return new Pushgateway(Runs.gateway(gateway.url()), pauses::add);
    }

    private static PublishException failure(Pushgateway gateway) {
        PublishException failure = catchThrowableOfType(PublishException.class, () -> gateway.publish(Runs.night()));
        assertThat(failure).isNotNull();
        return failure;
    }

    private static MetricsSettings settings(Map<String, String> properties) {
        return MetricsSettings.read(key -> Optional.ofNullable(properties.get(key)));
    }

    private static List<String> samples(String text) {
        return text.lines().filter(line -> !line.startsWith("#")).toList();
    }

    /** A server with a key of its own. */
    private static SSLContext selfSigned(Keys keys) throws Exception {
        keys.server("gateway", "dns:localhost");
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys.open("gateway"), Keys.PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }
}
