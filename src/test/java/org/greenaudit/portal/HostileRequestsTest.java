package org.greenaudit.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.lang.reflect.Parameter;
import java.net.ConnectException;
import java.net.Inet4Address;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.greenaudit.portal.access.AccessLog;
import org.greenaudit.portal.access.AccessScope;
import org.greenaudit.portal.access.AccountStore;
import org.greenaudit.portal.access.Role;
import org.greenaudit.portal.desk.FindingQuery;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/** Requests that mean harm, by nobody and by an administrator: each is answered or cut off, and none with more than its answer. */
@Tag("slow")
class HostileRequestsTest {

    /** What every answer carries. */
    private static final List<String> HEADERS =
            List.of("Content-Security-Policy", "X-Content-Type-Options", "X-Frame-Options", "Referrer-Policy");

    private static final ListAppender<ILoggingEvent> LOGGED = new ListAppender<>();
    private static final Logger ROOT = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String MARK = "<b id=\"planted\">";

    @TempDir
    static Path folder;

    private static BureauServer server;
    private static Caller admin;
    private static Caller program;

    @BeforeAll
    static void start() {
        server = BureauServer.start(folder, Map.of("server.tomcat.connection-timeout", "1s"));
        admin = Caller.admin(server);
        program = Caller.program(server, "program", Role.ADMIN, AccessScope.ALL);
        LOGGED.start();
        ROOT.addAppender(LOGGED);
    }

    @AfterAll
    static void stop() {
        ROOT.detachAppender(LOGGED);
        server.close();
    }

    /** Whatever a visitor sends is no fault of the program. */
    @AfterEach
    void theLogIsQuiet() {
        List<ILoggingEvent> logged = List.copyOf(LOGGED.list);
        LOGGED.list.clear();
        assertThat(logged)
                .filteredOn(event -> event.getThrowableProxy() != null || event.getLevel() == Level.ERROR)
                .as("errors and stack traces in the log")
                .isEmpty();
        assertThat(admin.get("/accounts").statusCode()).as("it still works").isEqualTo(200);
    }

    private static void assertSafe(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isLessThan(500);
        assertThat(answer.headers().map().keySet())
                .extracting(name -> name.toLowerCase(Locale.ROOT))
                .containsAll(HEADERS.stream()
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .toList());
        assertThat(answer.body()).doesNotContain("Exception", "org.springframework", "Apache Tomcat", MARK);
    }

    private static void assertSafe(String answer) {
        assertThat(answer).startsWith("HTTP/1.1 ");
        assertThat(answer.substring(9, 12)).isNotEqualTo("500");
        assertThat(answer).contains(HEADERS).doesNotContain("Exception", "org.springframework", "Apache", MARK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/login",
                "/",
                "/error",
                "/assets/report.css",
                "/assets/portal.js",
                "/assets/nothing",
                "/runs",
                "/runs/nothing",
                "/accounts",
                "/accounts?before=x",
                "/nothing",
                "/api/nothing",
                "/runs/%2e%2e/x",
                "/runs//x",
                "/runs/x;y"
            })
    void everyAnswerTellsTheBrowserWhatItMayDo(String path) {
        for (Caller caller : List.of(new Caller(server), admin)) {
            HttpResponse<String> answer = caller.get(path);
            assertSafe(answer);
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(answer.headers().firstValue("X-Frame-Options")).contains("DENY");
            assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(answer.headers().firstValue("Server")).isEmpty();
            assertThat(answer.headers().firstValue("Strict-Transport-Security")).isEmpty();
        }
        HttpResponse<String> answer = admin.get(path);
        if (!path.startsWith("/assets/") && answer.statusCode() != 400) {
            assertThat(answer.headers().firstValue("Cache-Control").orElse(""))
                    .as("pages stay in no cache")
                    .contains("no-store");
        }
    }

    @Test
    void cookiesAreNoScriptsAndNoOtherSites() {
        Caller caller = new Caller(server);
        List<String> cookies = Stream.of(caller.get("/login"), caller.get("/login?lang=en"))
                .flatMap(answer -> answer.headers().allValues("Set-Cookie").stream())
                .toList();
        assertThat(cookies)
                .hasSize(2)
                .allMatch(cookie -> cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"))
                .noneMatch(cookie -> cookie.contains("Domain="));
    }

    static Stream<String> paths() {
        return Stream.of(
                "/runs/%s/files/../sample.yaml",
                "/runs/%s/files/%%2e%%2e/sample.yaml",
                "/runs/%s/files/..%%2fsample.yaml",
                "/runs/%s/files/%%2e%%2e%%2fsample.yaml",
                "/runs/%s/files/..%%5csample.yaml",
                "/runs/%s/files/..\\sample.yaml",
                "/runs/%s/files/%%252e%%252e%%252fsample.yaml",
                "/runs/%s/files/%%c0%%ae%%c0%%ae/sample.yaml",
                "/runs/%s/files/..;/sample.yaml",
                "/runs/%s/files//etc/passwd",
                "/runs/%s/files/%%2fetc%%2fpasswd",
                "/runs/%s/files/file:%%2f%%2f%%2fetc/passwd",
                "/runs/%s/files/violations.csv%%00.txt",
                "/runs/%s/files/%%00",
                "/runs/%s/files/",
                "/runs/%s/files",
                "/runs/%s/files/by-region",
                "/runs/%s/files/by-region/",
                "/runs/%s/files/./violations.csv",
                "/runs/%s/files/C:\\Windows\\win.ini",
                "/runs/../%s/files/violations.csv",
                "/assets/../application.properties",
                "/assets/%%2e%%2e/application.properties",
                "/assets/..%%2fapplication.properties",
                "/assets/..%%5capplication.properties",
                "/assets/%%2e%%2e%%2f%%2e%%2e%%2fapplication.properties",
                "/assets//application.properties",
                "/assets/file:/etc/passwd",
                "/assets/",
                "/%s/../../assets/../application.properties");
    }

    @ParameterizedTest
    @MethodSource("paths")
    void noPathLeadsOutOfAFolder(String path) throws IOException {
        String session = "Cookie: greenaudit=" + admin.session();
        String answer = RawRequest.answer(
                server, "GET " + path.formatted("sample-20260630-1") + " HTTP/1.1", "Host: localhost", session);
        assertThat(answer.substring(9, 12)).isIn("400", "404", "302");
        assertSafe(answer);
        assertThat(answer).doesNotContain("root:", "greenaudit.data-dir", "catalogs:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1|Host: localhost|X-Padding: LONG",
                "GET /login?x=LONG HTTP/1.1|Host: localhost",
                "GET /login HTTP/1.1|Host: localhost|Cookie: greenaudit=LONG",
                "TRACE / HTTP/1.1|Host: localhost",
                "TRACK / HTTP/1.1|Host: localhost",
                "CONNECT / HTTP/1.1|Host: localhost",
                "FOO / HTTP/1.1|Host: localhost",
                "PUT /assets/portal.js HTTP/1.1|Host: localhost|Content-Length: 1",
                "DELETE /login HTTP/1.1|Host: localhost",
                "OPTIONS / HTTP/1.1|Host: localhost",
                "PROPFIND / HTTP/1.1|Host: localhost",
                "GET / HTTP/1.1",
                "GET / HTTP/1.1|Host: a|Host: b",
                "GET / HTTP/1.1|Host: <script>",
                "GET /<script> HTTP/1.1|Host: localhost",
                "GET /%zz HTTP/1.1|Host: localhost",
                "GET /% HTTP/1.1|Host: localhost",
                "GET /login?x=%zz HTTP/1.1|Host: localhost",
                "GET /login?%zz=%00 HTTP/1.1|Host: localhost",
                "GET /login?lang=en%0d%0aSet-Cookie:%20planted=1 HTTP/1.1|Host: localhost",
                "GET /login?lang=%3Cb%20id=%22planted%22%3E HTTP/1.1|Host: localhost",
                "GET /runs HTTP/1.1|Host: localhost|X-HTTP-Method-Override: POST",
                "POST /login HTTP/1.1|Host: localhost|Content-Length: -1",
                "POST /login HTTP/1.1|Host: localhost|Content-Length: 1|Transfer-Encoding: chunked",
                "POST /login HTTP/1.1|Host: localhost|Transfer-Encoding: planted",
                "GET / HTTP/9.9|Host: localhost",
                "GET http://planted.example/login HTTP/1.1|Host: localhost",
                "GET /login HTTP/1.1|Host: localhost|Accept-Language: LONG",
                "GET /login HTTP/1.1|Host: localhost|Accept: planted",
                "GET /login HTTP/1.1|Host: localhost|Cookie: language=%0d%0aplanted",
                "GET /login HTTP/1.1|Host: localhost|Cookie: =;;;greenaudit=\"; $Version=1",
                "GET /login HTTP/1.1|Host: localhost|Range: bytes=0-0,1-1,2-2",
                "GET /assets/portal.js HTTP/1.1|Host: localhost|Range: bytes=9999999999-"
            })
    void whatIsNoRequestIsAnsweredLikeOne(String lines) throws IOException {
        String answer = RawRequest.answer(
                server, lines.replace("LONG", "x".repeat(20_000)).split("\\|"));
        assertSafe(answer);
        assertThat(answer)
                .doesNotContain("planted=1", "X-Padding", "\r\nplanted", "http://planted", "<script>")
                .doesNotContainPattern("Set-Cookie:[^\r]*planted");
    }

    @Test
    void noAnswerRepeatsTheHost() throws IOException {
        for (String path : List.of("/", "/runs", "/nothing", "/login", "/%2e%2e")) {
            String answer = RawRequest.answer(
                    server, "GET " + path + " HTTP/1.1", "Host: planted.example", "X-Forwarded-Host: other.example");
            assertThat(answer).doesNotContain("planted.example", "other.example");
        }
    }

    @Test
    void whoSaysToHaveComeByTlsIsNotBelieved() throws IOException {
        String answer = RawRequest.answer(
                server,
                "GET /login HTTP/1.1",
                "Host: localhost",
                "X-Forwarded-Proto: https",
                "X-Forwarded-For: 203.0.113.9");
        assertThat(answer).doesNotContain("Strict-Transport-Security", "Secure");
        new Caller(server).with("X-Forwarded-For", "203.0.113.9").signIn("forwarded", "x");
        assertThat(entries("forwarded")).extracting(AccessLog.Entry::address).containsExactly("127.0.0.1");
    }

    private static List<AccessLog.Entry> entries(String account) {
        return server.portal().part(AccessLog.class).before(Long.MAX_VALUE, 1000).stream()
                .filter(entry -> entry.account().equals(account))
                .toList();
    }

    @Test
    void aClientThatIsTooSlowIsCutOff() throws IOException {
        for (String begun : List.of(
                "",
                "GET /login HTTP/1.1\r\nHost: loc",
                "POST /login HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n"
                        + "Content-Type: application/x-www-form-urlencoded\r\n\r\nusername=")) {
            long begin = System.nanoTime();
            try (RawRequest request = new RawRequest(server)) {
                request.send(begun).rest();
            }
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(15));
        }
    }

    @Test
    void aFormThatIsTooLargeIsRefused() {
        String many = IntStream.range(0, 20_000).mapToObj(i -> "p" + i + "=x").collect(Collectors.joining("&"));
        for (String body : List.of("username=" + "x".repeat(3_000_000), many, "username=" + "x".repeat(1_000_000))) {
            HttpResponse<String> answer = new Caller(server).postBody("/login", body);
            assertThat(answer.statusCode()).isBetween(400, 499);
            assertSafe(answer);
            assertSafe(admin.postBody("/runs/start", body));
        }
    }

    static List<String> harm() {
        return List.of(
                "'",
                "\"",
                "' OR '1'='1",
                "'; DROP TABLE portal_account; --",
                "1; SELECT SLEEP(10)",
                "\\",
                "%",
                "_",
                "-1",
                "99999999999999999999",
                "NaN",
                "\u0000",
                "\r\nSet-Cookie: planted=1",
                "\u202e\ud83d\ude00\ufeff",
                "../../../../etc/passwd",
                "${jndi:ldap://127.0.0.1:1/x}",
                "#{7*7}{{7*7}}",
                "=cmd|' /C calc'!A0",
                MARK,
                "x".repeat(5000));
    }

    /** In the place of each parameter and variable of each route in turn. */
    @ParameterizedTest
    @MethodSource("harm")
    void noParameterDoesHarm(String harm) {
        int accounts = server.portal().part(AccountStore.class).all().size();
        Map<RequestMappingInfo, HandlerMethod> routes =
                server.portal().part(RequestMappingHandlerMapping.class).getHandlerMethods();
        String csrf = Caller.encoded(admin.csrf());
        routes.forEach((info, handler) -> {
            boolean posts = info.getMethodsCondition().getMethods().contains(RequestMethod.POST);
            String form = Stream.concat(
                            Stream.of(handler.getMethod().getParameters())
                                    .filter(parameter ->
                                            AnnotatedElementUtils.hasAnnotation(parameter, RequestParam.class))
                                    .map(Parameter::getName),
                            Stream.of("lang"))
                    .map(name -> name + "=" + Caller.encoded(harm))
                    .collect(Collectors.joining("&"));
            boolean inPath = Stream.of(handler.getMethod().getParameters())
                    .anyMatch(parameter -> parameter.isAnnotationPresent(PathVariable.class));
            for (String pattern : info.getPatternValues()) {
                if (pattern.startsWith("/api/")) {
                    continue;
                }
                List<String> paths = inPath
                        ? List.of(
                                pattern.replaceAll("\\{[^}]+}|\\*\\*", "1"),
                                pattern.replaceAll("\\{[^}]+}|\\*\\*", percent(harm)))
                        : List.of(pattern);
                for (String path : paths) {
                    HttpResponse<String> answer =
                            posts ? admin.postBody(path, "_csrf=" + csrf + "&" + form) : admin.get(path + "?" + form);
                    assertThat(answer.statusCode()).as("%s of %s", path, harm).isLessThan(500);
                    assertSafe(answer);
                    assertThat(answer.headers().map().toString()).doesNotContain("planted");
                }
            }
        });
        assertSafe(admin.get("/accounts"));
        assertSafe(admin.get("/runs"));
        assertThat(server.portal().part(AccountStore.class).all()).hasSize(accounts);
    }

    /** The same by a program, in the place of each variable, parameter and field in turn, and of all fields at once. */
    @ParameterizedTest
    @MethodSource("harm")
    void noProgramDoesHarm(String harm) {
        server.portal()
                .part(RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((info, handler) -> info.getPatternValues().stream()
                        .filter(pattern -> pattern.startsWith("/api/"))
                        .forEach(pattern -> {
                            boolean posts =
                                    info.getMethodsCondition().getMethods().contains(RequestMethod.POST);
                            String path = pattern.replaceAll("\\{[^}]+}", "1");
                            assertUnharmed(posts, pattern.replaceAll("\\{[^}]+}", percent(harm)), "{}");
                            parameters(handler)
                                    .forEach(name -> assertUnharmed(
                                            posts, path + "?" + name + "=" + Caller.encoded(harm), "{}"));
                            bodies(handler, harm).forEach(body -> assertUnharmed(posts, path, body));
                        }));
    }

    private static void assertUnharmed(boolean posts, String path, String body) {
        HttpResponse<String> answer = posts ? program.sendJson("POST", path, body) : program.get(path);
        assertThat(answer.statusCode()).as("%s with %s", path, body).isLessThan(500);
        assertSafe(answer);
        assertThat(answer.headers().map().toString()).doesNotContain("planted");
    }

    private static List<String> parameters(HandlerMethod handler) {
        return Stream.of(handler.getMethod().getParameters())
                .filter(parameter -> AnnotatedElementUtils.hasAnnotation(parameter, RequestParam.class))
                .flatMap(parameter -> parameter.getType() == Map.class
                        ? Stream.concat(FindingQuery.ASKED.stream(), Stream.of("limit", "cursor"))
                        : Stream.of(parameter.getName()))
                .toList();
    }

    private static List<String> bodies(HandlerMethod handler, String harm) {
        return Stream.of(handler.getMethod().getParameters())
                .filter(parameter -> parameter.isAnnotationPresent(RequestBody.class))
                .flatMap(parameter -> {
                    List<String> fields = fields(parameter.getType(), harm);
                    return Stream.concat(
                            fields.stream().map(field -> "{" + field + "}"),
                            Stream.of("{" + String.join(",", fields) + "}", JSON.writeValueAsString(harm), harm));
                })
                .toList();
    }

    private static List<String> fields(Class<?> record, String harm) {
        return Stream.of(record.getRecordComponents())
                .map(component -> {
                    String name =
                            component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
                    boolean several = component.getGenericType().getTypeName().contains("List<");
                    String value = several
                            ? "[{\"record_id\":%1$s,\"list\":%1$s}]".formatted(JSON.writeValueAsString(harm))
                            : JSON.writeValueAsString(harm);
                    return "\"" + name + "\":" + value;
                })
                .toList();
    }

    private static String percent(String text) {
        return Caller.encoded(text).replace("+", "%20").replaceAll("\\*", "%2A");
    }

    @Test
    void whatIsStoredIsTextOnEveryPage() {
        new Caller(server).signIn(MARK, "x");
        admin.post("/accounts", Map.of("name", MARK, "role", "viewer"));
        Caller viewer = Caller.of(server, "curious", Role.VIEWER, new AccessScope("", MARK));
        viewer.get("/runs/" + percent(MARK));
        viewer.get("/accounts?" + percent(MARK));
        assertThat(admin.get("/accounts").body()).contains("&lt;b id").doesNotContain(MARK);
        assertThat(viewer.get("/").body()).contains("&lt;b id").doesNotContain(MARK);
        assertThat(viewer.get("/?" + percent(MARK) + "=" + percent(MARK)).body())
                .doesNotContain(MARK);
    }

    @Test
    void healthAndMetricsAreReachedFromThisMachineAlone() throws IOException {
        URI management = URI.create(server.portal().managementAddress());
        assertThat(management.getHost()).isEqualTo("127.0.0.1");
        for (int port : List.of(management.getPort(), URI.create(server.at("/")).getPort())) {
            for (String own : NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> !address.isLoopbackAddress() && address instanceof Inet4Address)
                    .map(address -> address.getHostAddress())
                    .toList()) {
                assertThatThrownBy(() -> new Socket(own, port).close()).isInstanceOf(ConnectException.class);
            }
        }
        assertThat(managed("/health").statusCode()).isEqualTo(200);
        assertThat(managed("/health").body()).contains("\"status\":\"UP\"");
        assertThat(managed("/prometheus").body()).contains("jvm_memory_used_bytes");
        for (String closed :
                List.of("/env", "/beans", "/heapdump", "/shutdown", "/loggers", "/configprops", "/mappings")) {
            assertThat(managed(closed).statusCode()).as(closed).isIn(302, 404);
        }
    }

    private static HttpResponse<String> managed(String path) throws IOException {
        try {
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(server.portal().managementAddress() + path))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    @Test
    void theLogOfAttemptsIsWrittenEvenForWhatIsRefused() {
        Caller viewer = Caller.of(server, "prying", Role.VIEWER, AccessScope.ALL);
        viewer.send("POST", "/runs/start", Optional.of("_csrf=" + Caller.encoded(viewer.csrf())));
        assertThat(entries("prying").get(0))
                .satisfies(entry -> assertThat(entry.subject()).isEqualTo("POST /runs/start"))
                .satisfies(entry -> assertThat(entry.succeeded()).isFalse());
    }
}
