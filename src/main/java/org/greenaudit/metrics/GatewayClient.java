package org.greenaudit.metrics;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Talks to a gateway; each exchange ends within a time limit, whatever the gateway does. */
final class GatewayClient {

    private static final Duration CONNECT = Duration.ofSeconds(5);

    private final PushgatewaySettings settings;
    private final Duration limit;
    private final HttpClient client;

    /** A client whose exchanges last no longer than the limit, from the connection to the end of the answer. */
    GatewayClient(PushgatewaySettings settings, Duration limit) {
        this.settings = settings;
        this.limit = limit;
        HttpClient.Builder builder =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT);
        settings.tls().ifPresent(builder::sslContext);
        this.client = builder.build();
    }

    /**
     * Sends a text and returns the answer with only the beginning of its body.
     *
     * @throws HttpTimeoutException when there is no whole answer within the limit
     * @throws IOException when there is no answer for any other reason
     */
    HttpResponse<String> exchange(String method, String path, String text) throws IOException, InterruptedException {
        HttpRequest request = request(method, path, text);
        // HttpRequest.timeout covers only the header of the answer: a body that never ends would block for ever
        CompletableFuture<HttpResponse<String>> answer = client.sendAsync(request, head -> new CappedBody());
        try {
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new HttpTimeoutException("no whole answer within " + limit);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException trouble ? trouble : new IOException(e.getCause());
        } finally {
            answer.cancel(true);
        }
    }

    private HttpRequest request(String method, String path, String text) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(settings.url() + path))
                .header("Content-Type", Exposition.TEXT_TYPE)
                .method(method, BodyPublishers.ofString(text, StandardCharsets.UTF_8));
        settings.user().ifPresent(user -> request.header("Authorization", "Basic " + encoded(user)));
        return request.build();
    }

    private static String encoded(PushgatewaySettings.User user) {
        String both = user.name() + ":" + user.password();
        return Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    }
}
