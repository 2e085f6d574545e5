package org.greenaudit.metrics;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.greenaudit.message.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Pushgateway. A successful run replaces (PUT) the whole group {@code {job}}, so that no series outlives its run; the
 * time of the last success is a group of its own, {@code {job, part="last-success"}}, which nothing but a success
 * touches. A failed run only adds (POST) to the first group. A gateway that does not answer, or answers with 5xx or 429,
 * is asked up to {@value #ATTEMPTS} times; any other refusal is final.
 *
 * <p>The JDK's client and not the one of the Prometheus project, because that one hides the status of an answer, which
 * decides whether to ask again.
 */
public final class Pushgateway implements MetricsOutlet {

    /** Waits between attempts. */
    @FunctionalInterface
    public interface Pause {

        /** Waits that long. */
        void of(Duration duration) throws InterruptedException;
    }

    static final int ATTEMPTS = 3;

    private static final Logger LOG = LoggerFactory.getLogger(Pushgateway.class);
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final int TOO_MANY_REQUESTS = 429;

    private final PushgatewaySettings settings;
    private final Pause pause;
    private final HttpClient client;

    /** A gateway; the pause is a real one except in tests. */
    public Pushgateway(PushgatewaySettings settings, Pause pause) {
        this.settings = settings;
        this.pause = pause;
        HttpClient.Builder builder =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT);
        settings.tls().ifPresent(builder::sslContext);
        this.client = builder.build();
    }

    @Override
    public void publish(MetricSet complete) throws PublishException {
        send("PUT", group(complete), complete.only(metric -> metric != Metric.RUN_LAST_SUCCESS));
        send("PUT", group(complete) + "/part/last-success", complete.only(metric -> metric == Metric.RUN_LAST_SUCCESS));
    }

    @Override
    public void update(MetricSet some) throws PublishException {
        send("POST", group(some), some);
    }

    /** A job's name holds nothing that a URL would have to escape. */
    private static String group(MetricSet set) {
        return "/metrics/job/" + set.job();
    }

    private void send(String method, String path, MetricSet set) throws PublishException {
        HttpRequest request = request(method, path, set);
        for (int attempt = 1; ; attempt++) {
            boolean last = attempt == ATTEMPTS;
            try {
                HttpResponse<String> response = client.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
                if (response.statusCode() / 100 == 2) {
                    return;
                }
                LOG.warn("{} {}: {} {}", method, request.uri(), response.statusCode(), firstLine(response.body()));
                if (last || !passing(response.statusCode())) {
                    throw new PublishException(
                            Text.of("metrics.pushgateway.refused", settings.url(), response.statusCode()), null);
                }
            } catch (IOException e) {
                LOG.warn("{} {}: {}", method, request.uri(), e.toString());
                if (last) {
                    throw new PublishException(
                            Text.of(
                                    "metrics.pushgateway.unreachable",
                                    settings.url(),
                                    ATTEMPTS,
                                    e.getClass().getSimpleName()),
                            e);
                }
            } catch (InterruptedException e) {
                throw interrupted(e);
            }
            pauseAfter(attempt);
        }
    }

    private HttpRequest request(String method, String path, MetricSet set) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(settings.url() + path))
                .timeout(ANSWER)
                .header("Content-Type", Exposition.TEXT_TYPE)
                .method(method, BodyPublishers.ofString(Exposition.text(set), StandardCharsets.UTF_8));
        settings.user().ifPresent(user -> request.header("Authorization", "Basic " + encoded(user)));
        return request.build();
    }

    private static String encoded(PushgatewaySettings.User user) {
        String both = user.name() + ":" + user.password();
        return Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean passing(int status) {
        return status >= 500 || status == TOO_MANY_REQUESTS;
    }

    private void pauseAfter(int attempt) throws PublishException {
        try {
            pause.of(PAUSE.multipliedBy(attempt));
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private PublishException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new PublishException(Text.of("metrics.pushgateway.interrupted", settings.url()), e);
    }

    private static String firstLine(String body) {
        return body.lines().findFirst().orElse("");
    }
}
