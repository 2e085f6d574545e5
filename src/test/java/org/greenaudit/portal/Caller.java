package org.greenaudit.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.greenaudit.portal.access.AccessScope;
import org.greenaudit.portal.access.Account;
import org.greenaudit.portal.access.Accounts;
import org.greenaudit.portal.access.Role;

/** Somebody who sends requests and keeps cookies, but does nothing that a page asks a browser to do. */
final class Caller {

    /** The password that everybody chooses. */
    static final String CHOSEN = "a password of my own";

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    /** What forms with files are parted by. */
    static final String BOUNDARY = "----greenaudit-test";

    /** Their content type. */
    static final String MULTIPART = "multipart/form-data; boundary=" + BOUNDARY;

    private final BureauServer server;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final List<String> headers = new ArrayList<>();

    /** Nobody, for now. */
    Caller(BureauServer server) {
        this.server = server;
    }

    /** A new account that is signed in and has chosen its password. */
    static Caller of(BureauServer server, String name, Role role, AccessScope scope) {
        return newcomer(server, name, role, scope).choosePassword();
    }

    /** A new account that is signed in with the password that it was given. */
    static Caller newcomer(BureauServer server, String name, Role role, AccessScope scope) {
        String given = add(server, name, false, role, scope);
        Caller caller = new Caller(server);
        assertThat(location(caller.signIn(name, given))).isEqualTo("/");
        caller.given = given;
        return caller;
    }

    /** The first account. */
    static Caller admin(BureauServer server) {
        String given = server.portal().firstPassword().orElseThrow();
        Caller caller = new Caller(server);
        caller.signIn(Portal.FIRST, given);
        caller.given = given;
        return caller.choosePassword();
    }

    /** A program with a token of its own. */
    static Caller program(BureauServer server, String name, Role role, AccessScope scope) {
        return new Caller(server).with("Authorization", "Bearer " + add(server, name, true, role, scope));
    }

    private static String add(BureauServer server, String name, boolean token, Role role, AccessScope scope) {
        return server.portal()
                .part(Accounts.class)
                .add(new Account(0, name, token, role, scope, !token, false, Optional.empty()))
                .orElseThrow();
    }

    private String given = "";

    /** The password that it was given. */
    String given() {
        return given;
    }

    /** Sends a header with every request. */
    Caller with(String name, String value) {
        headers.add(name);
        headers.add(value);
        return this;
    }

    private Caller choosePassword() {
        HttpResponse<String> answer = changePassword(given, CHOSEN);
        assertThat(location(answer)).isEqualTo("/");
        return this;
    }

    HttpResponse<String> changePassword(String old, String chosen) {
        return post("/password", Map.of("old", old, "chosen", chosen, "again", chosen));
    }

    HttpResponse<String> signIn(String name, String password) {
        return post("/login", Map.of("username", name, "password", password));
    }

    HttpResponse<String> get(String path) {
        return send("GET", path, Optional.empty());
    }

    /** Sends a form as its page does, with this session's token. */
    HttpResponse<String> post(String path, Map<String, String> form) {
        String fields = form(form);
        return postBody(path, "_csrf=" + encoded(csrf()) + (fields.isEmpty() ? "" : "&" + fields));
    }

    /** Sends a form with a file as its page does, with this session's token. */
    HttpResponse<String> upload(String path, String name, byte[] content) {
        return upload(path, Map.of(), name, content);
    }

    /** The same with further fields; a token among them goes in the place of this session's. */
    HttpResponse<String> upload(String path, Map<String, String> fields, String name, byte[] content) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.computeIfAbsent("_csrf", field -> csrf());
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        all.forEach((field, value) -> body.writeBytes(part("\"" + field + "\"", value)));
        body.writeBytes(part("\"file\"; filename=\"" + name + "\"\r\nContent-Type: application/octet-stream", ""));
        body.writeBytes(content);
        body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(
                "POST",
                path,
                MULTIPART,
                Optional.of(BodyPublishers.ofByteArray(body.toByteArray())),
                BodyHandlers.ofString());
    }

    private static byte[] part(String name, String value) {
        return ("\r\n--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=" + name + "\r\n\r\n" + value)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Sends a form as it is. */
    HttpResponse<String> postBody(String path, String body) {
        return send("POST", path, Optional.of(body));
    }

    HttpResponse<String> send(String method, String path, Optional<String> body) {
        return send(
                method,
                path,
                "application/x-www-form-urlencoded",
                body.map(BodyPublishers::ofString),
                BodyHandlers.ofString());
    }

    /** Sends JSON as it is. */
    HttpResponse<String> sendJson(String method, String path, String body) {
        return send(
                method, path, "application/json", Optional.of(BodyPublishers.ofString(body)), BodyHandlers.ofString());
    }

    /** Gets a file. */
    HttpResponse<byte[]> download(String path) {
        return send("GET", path, "", Optional.empty(), BodyHandlers.ofByteArray());
    }

    private <T> HttpResponse<T> send(
            String method, String path, String type, Optional<BodyPublisher> body, BodyHandler<T> taken) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.at(path)))
                .timeout(PATIENCE)
                .method(method, body.orElse(BodyPublishers.noBody()));
        if (body.isPresent()) {
            request.header("Content-Type", type);
        }
        if (!headers.isEmpty()) {
            request.headers(headers.toArray(String[]::new));
        }
        HttpRequest built = request.build();
        try {
            return client.send(built, taken);
        } catch (IOException e) {
            throw new AssertionError(built.toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(built.toString(), e);
        }
    }

    /** The token that this session's forms carry. */
    String csrf() {
        Matcher token = CSRF.matcher(get("/login").body());
        assertThat(token.find()).isTrue();
        return token.group(1);
    }

    /** The id of the session; empty without one. */
    String session() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("greenaudit"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    /** Another who comes with a stolen session id. */
    Caller twin() {
        return new Caller(server).with("Cookie", "greenaudit=" + session());
    }

    /** Where an answer sends on to; empty for one that does not. */
    static String location(HttpResponse<?> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
