package org.greenaudit.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody at a browser, in English. */
final class Session {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern NEXT = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"");
    private static final Pattern RUN = Pattern.compile("href=\"/runs/([^\"/?]+)\"");

    private final URI server;
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    Session(URI server) {
        this.server = server;
        get("/login?lang=en");
    }

    /** Signs in with the password that was given, and chooses another one. */
    void enter(String name, String given) {
        signIn(name, given);
        post("/password", Map.of("old", given, "chosen", ServeLoad.CHOSEN, "again", ServeLoad.CHOSEN));
    }

    void signIn(String name, String password) {
        post("/login", Map.of("username", name, "password", password));
    }

    /** The run on top of the list of audits. */
    String newestRun() {
        return found(RUN, get("/runs?job=benchmark"));
    }

    /** The address of the page behind a list's; empty where there is none. */
    static String next(String page) {
        Matcher next = NEXT.matcher(page);
        return next.find() ? next.group(1).replace("&amp;", "&").replace("&#x3D;", "=") : "";
    }

    String get(String path) {
        return send(HttpRequest.newBuilder(server.resolve(path)));
    }

    String post(String path, Map<String, String> form) {
        StringBuilder body = new StringBuilder("_csrf=").append(encoded(found(CSRF, get("/login"))));
        form.forEach((name, value) ->
                body.append('&').append(name).append('=').append(encoded(value)));
        return send(HttpRequest.newBuilder(server.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private String send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            boolean refused = answer.uri().getPath().equals("/login") && answer.body().contains("role=\"alert\"");
            if (answer.statusCode() != 200 || refused) {
                throw new IllegalStateException(answer.uri() + ": " + answer.statusCode() + "\n" + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What the first group of a pattern finds in a text. */
    static String found(Pattern wanted, String text) {
        Matcher found = wanted.matcher(text);
        if (!found.find()) {
            throw new IllegalStateException(wanted + " is not in\n" + text);
        }
        return found.group(1);
    }
}
