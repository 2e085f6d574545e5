package org.greenaudit.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.greenaudit.portal.access.AccessScope;
import org.greenaudit.portal.access.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the API says of itself, and how it says that a request cannot be answered. */
@Tag("slow")
class ApiContractTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String DOCUMENT = "/api/v1/openapi.json";

    @TempDir
    static Path folder;

    private static BureauServer server;
    private static Caller program;
    private static Caller viewer;

    @BeforeAll
    static void start() throws IOException {
        Path job = BureauServer.job(folder);
        Path other = folder.resolve("other.yaml");
        Files.writeString(other, Files.readString(job).replace("name: sample", "name: other"));
        server = BureauServer.start(folder, Map.of(), List.of(job, other));
        program = Caller.program(server, "program", Role.ADMIN, AccessScope.ALL).with("Accept-Language", "en");
        viewer = Caller.program(server, "viewer", Role.VIEWER, AccessScope.ALL).with("Accept-Language", "en");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** A problem as it must be, whatever went wrong. */
    private static JsonNode problem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        JsonNode problem = JSON.readTree(answer.body());
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("title").asString()).isNotBlank();
        assertThat(problem.path("detail").asString()).isNotBlank();
        assertThat(answer.body()).doesNotContain("Exception", "org.", "tools.", "<html", "portal.api");
        return problem;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            GET    | /api/v1/nothing                           | 404 |
            GET    | /api/nothing                              | 404 |
            GET    | /api/v1/runs/nothing                      | 404 |
            GET    | /api/v1/runs/nothing/files                | 404 |
            GET    | /api/v1/runs/nothing/files/a/b.csv        | 404 |
            GET    | /api/v1/runs?job=nothing                  | 404 |
            GET    | /api/v1/jobs/nothing/progress             | 404 |
            GET    | /api/v1/findings                          | 404 |
            GET    | /api/v1/findings/nothing/1/eco-label      | 404 |
            GET    | /api/v1/findings.csv?run=nothing          | 404 |
            GET    | /api/v1/findings?outcome=planted          | 400 | outcome
            GET    | /api/v1/findings?region=x                 | 400 | region
            GET    | /api/v1/findings?duty=x                   | 400 | duty
            GET    | /api/v1/findings?from=1.001               | 400 | from
            GET    | /api/v1/findings?to=x                     | 400 | to
            GET    | /api/v1/findings?signed-from=2026-02-30   | 400 | signed-from
            GET    | /api/v1/findings?signed-to=30.6.2026      | 400 | signed-to
            GET    | /api/v1/findings?state=x                  | 400 | state
            GET    | /api/v1/findings?sort=x                   | 400 | sort
            GET    | /api/v1/findings?new=no                   | 400 | new
            GET    | /api/v1/findings?down=false               | 400 | down
            GET    | /api/v1/findings?limit=0                  | 400 | limit
            GET    | /api/v1/findings?limit=1001               | 400 | limit
            GET    | /api/v1/findings?cursor=x                 | 400 | cursor
            GET    | /api/v1/findings?run=one&cursor=1@other   | 400 | cursor
            GET    | /api/v1/findings?buyer=x                  | 400 | buyer
            GET    | /api/v1/findings.xlsx?limit=1             | 400 | limit
            GET    | /api/v1/findings?limit=1&limit=2          | 400 | limit
            GET    | /api/v1/findings.csv?run=a&run=b          | 400 | run
            GET    | /api/v1/findings/a/1/eco-label?recrod=2   | 400 | recrod
            GET    | /api/v1/jobs?page=2                       | 400 | page
            GET    | /api/v1/jobs/sample/progress?x=           | 400 | x
            GET    | /api/v1/runs?jop=sample                   | 400 | jop
            GET    | /api/v1/runs?job=sample&job=other         | 400 | job
            GET    | /api/v1/runs/nothing?x=1                  | 400 | x
            GET    | /api/v1/runs/nothing/files?x=1            | 400 | x
            GET    | /api/v1/runs/nothing/files/a.csv?x=1      | 400 | x
            GET    | /api/v1/decisions?run=1                   | 400 | run
            GET    | /api/v1/openapi.json?x=1                  | 400 | x
            POST   | /api/v1/jobs/sample/stop?x=1              | 400 | x
            GET    | /api                                      | 404 |
            GET    | /api/                                     | 404 |
            GET    | /api/v1                                   | 404 |
            POST   | /api/v1/jobs                              | 405 |
            DELETE | /api/v1/decisions/1                       | 404 |
            PUT    | /api/v1/runs                              | 405 |
            POST   | /api/v1/jobs/sample/stop                  | 409 |
            POST   | /api/v1/jobs/nothing/stop                 | 404 |
            """)
    void whatCannotBeAnsweredIsAProblem(String method, String path, int status, String field) {
        JsonNode problem = problem(program.send(method, path, Optional.empty()), status);
        assertThat(problem.path("instance").asString()).isEqualTo(path.replaceFirst("\\?.*", ""));
        assertThat(problem.path("field").asString(""))
                .isEqualTo(Optional.ofNullable(field).orElse(""));
        if (field != null) {
            assertThat(problem.path("detail").asString()).contains(field);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            /api/v1/runs                 | {                                                 | 400 |
            /api/v1/runs                 | planted                                           | 400 |
            /api/v1/runs                 | []                                                | 400 |
            /api/v1/runs                 | null                                              | 400 |
            /api/v1/runs                 | {"dat":"2026-06-30"}                              | 400 | dat
            /api/v1/runs                 | {"rerun":"perhaps"}                               | 400 | rerun
            /api/v1/runs                 | {"date":{}}                                       | 400 | date
            /api/v1/runs                 | {"job":"sample","date":"30.6.2026"}               | 422 | date
            /api/v1/runs                 | {"job":"sample","date":"9999-01-01"}              | 422 | date
            /api/v1/runs                 | {}                                                | 422 | job
            /api/v1/runs                 | {"job":" "}                                       | 422 | job
            /api/v1/runs?rerun=true      | {"job":"sample"}                                  | 400 | rerun
            /api/v1/runs                 | {"job":"nothing"}                                 | 404 |
            /api/v1/decisions            | {}                                                | 422 | run_id
            /api/v1/decisions            | {"run_id":"x"}                                    | 422 | decision
            /api/v1/decisions            | {"run_id":"x","findings":[null]}                  | 422 | findings[0].list
            /api/v1/decisions            | {"run_id":"x","findings":[{"list":"eco-label"}]}  | 422 | findings[0].record_id
            /api/v1/decisions            | {"run_id":"x","findings":[{"list":[]}]}           | 400 | findings[0].list
            /api/v1/decisions            | {"run_id":"x","decision":"confirmed"}             | 404 |
            /api/v1/decisions/1/withdraw | {}                                                | 422 | reason
            /api/v1/decisions/1/withdraw | {"reason":"it was wrong"}                         | 404 |
            /api/v1/decisions/x/withdraw | {"reason":"it was wrong"}                         | 400 | id
            """)
    void whatCannotBeReadIsAProblem(String path, String body, int status, String field) {
        JsonNode problem = problem(program.sendJson("POST", path, body), status);
        assertThat(problem.path("field").asString(""))
                .isEqualTo(Optional.ofNullable(field).orElse(""));
    }

    @Test
    void whoNamesNoneOfSeveralJobsIsToldWhichThereAre() {
        JsonNode problem = problem(program.sendJson("POST", "/api/v1/runs", "{}"), 422);
        assertThat(problem.path("detail").asString()).contains("sample, other");
    }

    @Test
    void aBodyOfAnotherKindIsAProblem() {
        for (String path : List.of("/api/v1/runs", "/api/v1/decisions", "/api/v1/decisions/1/withdraw")) {
            problem(program.postBody(path, "date=2026-06-30"), 415);
        }
    }

    @Test
    void aBodyThatIsTooLargeOrDoesNotTellItsLengthIsAProblem() throws IOException {
        problem(program.sendJson("POST", "/api/v1/runs", "{\"job\":\"" + "x".repeat(2 << 20) + "\"}"), 413);
        String answer = RawRequest.answer(
                server, "POST /api/v1/runs HTTP/1.1", "Host: localhost", "Transfer-Encoding: chunked");
        assertThat(answer).startsWith("HTTP/1.1 411 ").contains("application/problem+json");
    }

    @Test
    void aQueryThatCannotBeDecodedIsAProblem() throws IOException {
        String answer = RawRequest.answer(server, "GET /api/v1/runs?job=%zz HTTP/1.1", "Host: localhost");
        assertRefused(answer, "/api/v1/runs");
    }

    /** Refused by the server before the program sees it, and answered as the program would. */
    private static void assertRefused(String answer, String path) {
        assertThat(answer).contains("\r\nContent-Type: application/problem+json");
        assertThat(answer.substring(9, 12)).as(answer).isIn("400", "404");
        JsonNode problem = JSON.readTree(answer.substring(answer.indexOf("\r\n{"), answer.lastIndexOf('}') + 1));
        assertThat(problem.path("status").asString()).isEqualTo(answer.substring(9, 12));
        assertThat(problem.path("title").asString()).isIn("Bad request", "Not found", "请求有误");
        assertThat(problem.path("detail").asString()).isNotBlank();
        assertThat(problem.path("instance").asString()).isEqualTo(path);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/runs/%2f, /api/v1/runs/%2f",
        "/api/v1/findings/run/a%2fb/eco-label, /api/v1/findings/run/a%2fb/eco-label",
        "/api/v1/runs/%00, /api/v1/runs/%00",
        "/api/v1/runs/%5c, /api/v1/runs/%5c",
        "/api/v1/runs/%zz, /api/v1/runs/%25zz",
        "/api/v1/runs/%c0%ae, /api/v1/runs/%c0%ae",
        "/api/v1/runs/%, /api/v1/runs/%25",
        "/api/v1/runs/a;b, /api/v1/runs/a;b",
        "/api/v1//runs, /api/v1//runs",
        "/api/v1/runs/../../../x, /api/v1/runs/../../../x",
    })
    void aPathThatIsNoneIsAProblem(String path, String instance) throws IOException {
        for (String who : List.of("X-Nobody: 1", "Authorization: Bearer planted")) {
            String answer = RawRequest.answer(
                    server, "GET " + path + " HTTP/1.1", "Host: localhost", "Accept-Language: en", who);
            assertRefused(answer, instance);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/<script> HTTP/1.1|Host: localhost",
                "GET /api/v1/jobs HTTP/1.1",
                "GET /api/v1/jobs HTTP/1.1|Host: a|Host: b",
                "GET /api/v1/jobs HTTP/1.1|Host: <script>",
                "GET /api/v1/jobs HTTP/9.9|Host: localhost",
                "FOO /api/v1/jobs HTTP/1.1|Host: localhost",
                "POST /api/v1/runs HTTP/1.1|Host: localhost|Content-Length: -1",
                "GET /api/v1/jobs HTTP/1.1|Host: localhost|X-Padding: LONG"
            })
    void noMalformedRequestIsAnsweredWithAPage(String lines) throws IOException {
        String answer = RawRequest.answer(
                server, lines.replace("LONG", "x".repeat(20_000)).split("\\|"));
        assertThat(answer).startsWith("HTTP/1.1 ").doesNotContain("<html", "<!doctype", "Tomcat");
        assertThat(answer.substring(9, 12)).isIn("400", "401", "404", "405", "505", "501");
    }

    @Test
    void anAnswerThatIsNotAcceptedIsAProblem() {
        Caller picky =
                Caller.program(server, "picky", Role.VIEWER, AccessScope.ALL).with("Accept", "image/png");
        problem(picky.get("/api/v1/jobs"), 406);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Bearer ", "Bearer planted", "Basic YWRtaW46YWRtaW4=", "bearer x"})
    void whoHasNoTokenIsNobody(String authorization) {
        Caller caller = new Caller(server).with("Accept-Language", "en");
        if (!authorization.isEmpty()) {
            caller.with("Authorization", authorization);
        }
        for (String path : List.of("/api", "/api/v1", "/api/v1/jobs", "/api/v1/nothing", DOCUMENT)) {
            HttpResponse<String> answer = caller.get(path);
            problem(answer, 401);
            assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        }
        problem(caller.sendJson("POST", "/api/v1/runs", "{"), 401);
    }

    @Test
    void whoMayNotIsTold() {
        problem(viewer.sendJson("POST", "/api/v1/runs", "{}"), 403);
        problem(viewer.sendJson("POST", "/api/v1/decisions", "{}"), 403);
        problem(viewer.sendJson("POST", "/api/v1/jobs/sample/stop", "{}"), 403);
    }

    @Test
    void theLanguageIsTheOneThatIsAccepted() {
        Map<String, String> titles = Map.of(
                "en", "Not found",
                "en-GB,zh;q=0.5", "Not found",
                "zh-CN,en;q=0.5", "不存在",
                "fr, en;q=0.3", "Not found",
                "fr", "不存在",
                "*", "不存在");
        titles.forEach((accepted, title) -> assertThat(problem(
                                Caller.program(server, "speaks " + accepted.hashCode(), Role.VIEWER, AccessScope.ALL)
                                        .with("Accept-Language", accepted)
                                        .get("/api/v1/nothing"),
                                404)
                        .path("title")
                        .asString())
                .as(accepted)
                .isEqualTo(title));
        Caller silent = Caller.program(server, "silent", Role.VIEWER, AccessScope.ALL);
        assertThat(problem(silent.get("/api/v1/nothing?lang=en"), 404)
                        .path("title")
                        .asString())
                .isEqualTo("不存在");
    }

    @Test
    void pagesStayPages() {
        Caller admin = Caller.admin(server);
        HttpResponse<String> answer = admin.get("/nothing");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
    }

    @Test
    void theDocumentNamesTheRoutesOfTheServer() throws IOException {
        HttpResponse<String> answer = viewer.get(DOCUMENT);
        assertThat(answer.statusCode()).isEqualTo(200);
        Files.writeString(Path.of("target", "openapi.json"), answer.body());
        JsonNode document = JSON.readTree(answer.body());
        Set<String> described = new TreeSet<>();
        document.path("paths")
                .forEachEntry((path, item) -> item.forEachEntry((method, operation) -> {
                    described.add(method.toUpperCase(Locale.ROOT) + " " + path);
                    assertThat(operation.path("summary").asString()).as(path).isNotBlank();
                    assertThat(operation.path("responses").propertyNames())
                            .as(path)
                            .contains("default");
                    operation.path("parameters").forEach(parameter -> assertThat(
                                    parameter.path("description").asString())
                            .as(path)
                            .isNotBlank());
                }));
        Set<String> served = new TreeSet<>();
        server.portal().part(RequestMappingHandlerMapping.class).getHandlerMethods().keySet().stream()
                .flatMap(ApiContractTest::routes)
                .filter(route -> route.contains(" /api/"))
                .forEach(served::add);
        assertThat(described).isEqualTo(served).hasSizeGreaterThan(12);
        assertThat(document.at("/components/securitySchemes/token/scheme").asString())
                .isEqualTo("bearer");
        assertThat(document.at("/servers/0/url").asString()).isEqualTo("/");
    }

    private static Stream<String> routes(RequestMappingInfo info) {
        return info.getPatternValues().stream().flatMap(path -> info.getMethodsCondition().getMethods().stream()
                .map(method -> method + " " + path.replace("{*", "{")));
    }

    @Test
    void theDocumentCallsFieldsAsTheAnswersDo() {
        JsonNode schemas =
                JSON.readTree(viewer.get(DOCUMENT).body()).path("components").path("schemas");
        JsonNode jobs = JSON.readTree(viewer.get("/api/v1/jobs").body());
        JsonNode runs = JSON.readTree(viewer.get("/api/v1/runs").body());
        JsonNode progress =
                JSON.readTree(viewer.get("/api/v1/jobs/sample/progress").body());
        assertThat(fields(schemas, "Job"))
                .containsAll(names(jobs.path("jobs").path(0)))
                .contains("name", "next_due", "newest_run", "running");
        assertThat(names(progress)).containsExactly("running");
        assertThat(fields(schemas, "Runs")).isEqualTo(names(runs));
        assertThat(fields(schemas, "Progress")).containsAll(names(progress)).contains("per_second", "seconds_left");
        assertThat(schemas.at("/Order/required")).hasSize(3);
        assertThat(fields(schemas, "Order")).contains("run_id", "decision_certificate_no", "valid_until");
        assertThat(schemas.at("/Purchase/properties/amount/type").asString()).isEqualTo("string");
        assertThat(schemas.at("/Job/properties/next_due/format").asString()).isEqualTo("date-time");
        assertThat(schemas.at("/DecisionView/properties/valid_until/format").asString())
                .isEqualTo("date");
    }

    private static Set<String> fields(JsonNode schemas, String name) {
        return names(schemas.path(name).path("properties"));
    }

    private static Set<String> names(JsonNode node) {
        return new TreeSet<>(node.propertyNames());
    }

    @Test
    void theDocumentIsTheSameEachTimeAndInBothLanguages() {
        String english = viewer.get(DOCUMENT).body();
        Caller chinese = Caller.program(server, "reads", Role.VIEWER, AccessScope.ALL);
        String own = chinese.get(DOCUMENT).body();
        assertThat(viewer.get(DOCUMENT).body()).isEqualTo(english);
        assertThat(chinese.get(DOCUMENT).body()).isEqualTo(own).contains("本文档");
        assertThat(english).contains("This document").doesNotContainPattern("\\p{IsHan}");
        assertThat(JSON.readTree(own).path("paths").propertyNames())
                .containsExactlyElementsOf(JSON.readTree(english).path("paths").propertyNames());
    }

    @Test
    void nothingElseOfTheLibraryIsServed() {
        for (String path : List.of("/v3/api-docs", "/v3/api-docs.yaml", "/swagger-ui.html", "/swagger-ui/index.html")) {
            assertThat(Caller.location(new Caller(server).get(path))).startsWith("/login");
        }
    }
}
