package org.greenaudit.metrics;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Objects;
import javax.net.ssl.SSLException;
import org.greenaudit.message.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Pushgateway. A successful run replaces (PUT) the whole group {@code {job}}, so that no series outlives its run; the
 * time of the last success is a group of its own, {@code {job, part="last-success"}}, which only a success
 * touches. A failed run only adds (POST) to the first group. A gateway that does not answer in time, or answers with 5xx
 * or 429, is asked up to {@value #ATTEMPTS} times; any other refusal is final, and so is a connection that TLS refuses.
 *
 * <p>It uses the JDK's HTTP client and not the one of the Prometheus project, because that one hides the status of an
 * answer, which decides whether to try again.
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
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final int TOO_MANY_REQUESTS = 429;

    private final PushgatewaySettings settings;
    private final Pause pause;
    private final GatewayClient client;

    /** A gateway; the pause is a real one except in tests. */
    public Pushgateway(PushgatewaySettings settings, Pause pause) {
        this(settings, pause, ANSWER);
    }

    /** A gateway whose answers are waited for no longer than the limit. */
    Pushgateway(PushgatewaySettings settings, Pause pause, Duration limit) {
        this.settings = settings;
        this.pause = pause;
        this.client = new GatewayClient(settings, limit);
    }

    @Override
    public void publish(MetricSet complete) {
        send("PUT", group(complete), complete.only(metric -> metric != Metric.RUN_LAST_SUCCESS));
        send("PUT", group(complete) + "/part/last-success", complete.only(metric -> metric == Metric.RUN_LAST_SUCCESS));
    }

    @Override
    public void update(MetricSet some) {
        send("POST", group(some), some);
    }

    /** The path of a job's group; a job's name has no character that a URL would have to escape. */
    private static String group(MetricSet set) {
        return "/metrics/job/" + set.job();
    }

    private void send(String method, String path, MetricSet set) {
        String text = Exposition.text(set);
        for (int attempt = 1; ; attempt++) {
            boolean last = attempt == ATTEMPTS;
            try {
                HttpResponse<String> response = client.exchange(method, path, text);
                if (response.statusCode() / 100 == 2) {
                    return;
                }
                LOG.warn("{} {}: {} {}", method, response.uri(), response.statusCode(), firstLine(response.body()));
                if (last || !passing(response.statusCode())) {
                    throw new PublishException(
                            Text.of("metrics.pushgateway.refused", settings.url(), response.statusCode()), null);
                }
            } catch (SSLException e) {
                String reason = Objects.requireNonNullElse(e.getMessage(), "TLS");
                throw new PublishException(Text.of("metrics.pushgateway.tls", settings.url(), reason), e);
            } catch (IOException e) {
                LOG.warn("{} {}{}: {}", method, settings.url(), path, e.toString());
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

    private static boolean passing(int status) {
        return status >= 500 || status == TOO_MANY_REQUESTS;
    }

    private void pauseAfter(int attempt) {
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
