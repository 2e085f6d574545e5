package org.greenaudit.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.greenaudit.portal.access.AccessLog;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the API answers about a real audit that it has started: what the files and the pages say, and nothing beyond a scope. */
@Tag("slow")
class ApiTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration AUDIT = Duration.ofMinutes(3);
    private static final Duration GLANCE = Duration.ofMillis(100);
    private static final AccessScope COUNTY = new AccessScope("361002", "");

    @TempDir
    static Path folder;

    private static BureauServer server;
    private static Caller admin;
    private static Caller program;
    private static String run;

    @BeforeAll
    static void audit() {
        server = BureauServer.start(folder);
        admin = Caller.admin(server);
        program = Caller.program(server, "program", Role.ADMIN, AccessScope.ALL).with("Accept-Language", "en");
        assertThat(json(program.get("/api/v1/jobs")).at("/jobs/0/newest_run").isMissingNode())
                .isTrue();
        HttpResponse<String> begun = program.sendJson("POST", "/api/v1/runs", "{\"job\":\"sample\"}");
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(202);
        assertThat(json(begun).path("text").asString()).contains("sample");
        HttpResponse<String> busy = program.sendJson("POST", "/api/v1/runs", "{}");
        assertThat(busy.statusCode()).as(busy.body()).isEqualTo(409);
        assertThat(json(busy).path("detail").asString()).contains("sample");
        assertThat(json(program.get("/api/v1/jobs/sample/progress")).path("by").asString())
                .isEqualTo("program");
        assertThat(json(program.get("/api/v1/jobs")).at("/jobs/0/running").asBoolean())
                .isTrue();
        long deadline = System.nanoTime() + AUDIT.toNanos();
        while (progress().path("running").asBoolean()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            LockSupport.parkNanos(GLANCE.toNanos());
        }
        assertThat(progress().at("/ended/status").asString()).isEqualTo("completed");
        assertNothingIsEmpty(progress());
        assertThat(progress().propertyNames()).containsOnly("running", "ended");
        run = json(program.get("/api/v1/jobs")).at("/jobs/0/newest_run").asString();
    }

    private static JsonNode progress() {
        return json(program.get("/api/v1/jobs/sample/progress"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }

    private static JsonNode ok(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        return json(answer);
    }

    private static Stream<JsonNode> each(JsonNode array) {
        return array.values().stream();
    }

    /** All findings that are asked for, page by page. */
    private static List<JsonNode> all(Caller caller, String query, int limit) {
        List<JsonNode> all = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = ok(caller.get("/api/v1/findings?limit=" + limit + query + cursor));
            assertThat(page.path("findings").size()).isLessThanOrEqualTo(limit);
            each(page.path("findings")).forEach(all::add);
            assertThat(all).hasSizeLessThanOrEqualTo(page.path("count").asInt());
            cursor = page.has("next")
                    ? "&cursor=" + Caller.encoded(page.path("next").asString())
                    : "";
            if (cursor.isEmpty()) {
                assertThat(all).hasSize(page.path("count").asInt());
            }
        } while (!cursor.isEmpty());
        return all;
    }

    private static List<CSVRecord> csv(Caller caller, String query) throws IOException {
        HttpResponse<String> file = caller.get("/api/v1/findings.csv" + query);
        assertThat(file.statusCode()).as(file.body()).isEqualTo(200);
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser rows = CSVParser.parse(new StringReader(file.body().substring(1)), format)) {
            return rows.getRecords();
        }
    }

    @Test
    void aRunHasTheTotalsOfItsManifest() throws IOException {
        JsonNode one = ok(program.get("/api/v1/runs/" + run));
        JsonNode manifest = JSON.readTree(Files.readString(server.report().resolve("manifest.json")));
        assertThat(one.at("/totals/lines").asLong())
                .isEqualTo(manifest.at("/control_totals/read/lines").asLong());
        assertThat(new BigDecimal(one.at("/totals/amount").asString()))
                .isEqualByComparingTo(
                        manifest.at("/control_totals/read/amount_yuan").decimalValue());
        assertThat(each(one.at("/totals/outcomes"))
                        .mapToLong(outcome -> outcome.path("lines").asLong())
                        .sum())
                .isEqualTo(one.at("/totals/lines").asLong());
        assertThat(each(one.at("/totals/outcomes"))
                        .map(outcome -> new BigDecimal(outcome.path("amount").asString()))
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(one.at("/totals/amount").asString());
        assertThat(one.path("amount").isNumber()).isFalse();
        assertThat(one.path("status").asString()).isEqualTo("completed");
        assertThat(admin.get("/runs/" + run).body())
                .contains(one.path("catalog_fingerprint").asString());
        JsonNode runs = ok(program.get("/api/v1/runs?job=sample"));
        assertThat(each(runs.path("runs")).map(each -> each.path("run_id").asString()))
                .containsExactly(run);
        assertThat(runs.at("/runs/0/window_from").asString())
                .isEqualTo(one.path("window_from").asString())
                .matches("\\d{4}-\\d{2}-\\d{2}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&outcome=violation", "&region=3610&sort=amount&down=yes", "&q=x", "&unit=nothing"})
    void aListHasWhatItsFileHas(String query) throws IOException {
        List<JsonNode> listed = all(program, query, 7);
        Map<String, CSVRecord> rows = new LinkedHashMap<>();
        csv(program, query.replaceFirst("&", "?")).forEach(row -> rows.put(key(row), row));
        assertThat(listed).hasSameSizeAs(rows.keySet());
        for (JsonNode finding : listed) {
            CSVRecord row = rows.get(finding.path("list").asString() + ":"
                    + finding.path("record_id").asString());
            assertThat(row).as(finding.toString()).isNotNull();
            finding.propertyStream()
                    .filter(field -> row.isMapped(field.getKey()))
                    .forEach(field -> assertSame(field.getKey(), field.getValue(), row));
        }
        if (query.contains("down")) {
            assertThat(listed)
                    .extracting(finding -> new BigDecimal(finding.path("amount").asString()).negate())
                    .isSorted();
        }
    }

    private static String key(CSVRecord row) {
        return row.get("list") + ":" + row.get("record_id");
    }

    private static void assertSame(String name, JsonNode value, CSVRecord row) {
        String text = value.isArray()
                ? String.join(
                        name.equals("warnings") ? "; " : ";",
                        each(value)
                                .map(each -> each.isObject() ? each.path("text").asString() : each.asString())
                                .toList())
                : value.isObject() ? value.path("text").asString() : value.asString();
        // a cell that a spreadsheet would take for a formula has a mark before it
        String cell = row.get(name).replaceFirst("^'(?=[=+\\-@\t\r])", "");
        boolean told = !name.equals("is_new") || row.get("outcome").equals("violation");
        assertThat(told ? text : "").as("%s of %s", name, row).isEqualTo(cell);
    }

    @Test
    void aFindingHasTheReasoningOfItsRow() throws IOException {
        Set<String> compared = new TreeSet<>();
        Map<String, CSVRecord> rows = new LinkedHashMap<>();
        csv(program, "").forEach(row -> rows.put(key(row), row));
        for (JsonNode listed : all(program, "", 1000)) {
            JsonNode finding = ok(program.get(listed.path("href").asString()));
            CSVRecord row = rows.get(listed.path("list").asString() + ":"
                    + listed.path("record_id").asString());
            for (String part : List.of("purchase", "reasoning")) {
                finding.path(part)
                        .propertyStream()
                        .filter(field -> row.isMapped(field.getKey()))
                        .filter(field -> !field.getKey().equals("buyer_type"))
                        .forEach(field -> {
                            assertSame(field.getKey(), field.getValue(), row);
                            compared.add(field.getKey());
                        });
            }
            assertThat(finding.at("/history/0/outcome").asString()).isEqualTo(row.get("outcome"));
        }
        assertThat(compared)
                .contains("record_id", "amount", "quantity", "list", "rule_code", "message", "expected", "legal_basis")
                .contains("warnings", "other_rules", "first_seen", "is_new", "match_basis", "entry_name")
                .hasSizeGreaterThan(35);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void whatIsSaidOfAFindingIsForReaders(String language) {
        Caller reader = Caller.program(server, "reads-" + language, Role.VIEWER, AccessScope.ALL)
                .with("Accept-Language", language);
        Set<String> said = new TreeSet<>();
        for (JsonNode listed : all(program, "", 1000)) {
            JsonNode reasoning = ok(reader.get(listed.path("href").asString())).path("reasoning");
            assertNothingIsEmpty(reasoning);
            Stream.concat(
                            Stream.of("message", "expected", "found").map(reasoning::path),
                            each(reasoning.path("warnings")))
                    .flatMap(text -> each(text.path("args")))
                    .forEach(arg -> said.add(arg.asString()));
        }
        assertThat(said).hasSizeGreaterThan(10).noneMatch(arg -> arg.matches("(?s)@.*|.*\\p{Cntrl}.*"));
    }

    /** What has no value is left out; a list is there, though nothing is in it. */
    private static void assertNothingIsEmpty(JsonNode node) {
        node.propertyStream().forEach(field -> {
            assertThat(field.getValue().isNull()).as("%s of %s", field, node).isFalse();
            assertThat(field.getValue().asString("-"))
                    .as("%s of %s", field, node)
                    .isNotEmpty();
            assertNothingIsEmpty(field.getValue());
        });
        if (node.isArray()) {
            node.forEach(ApiTest::assertNothingIsEmpty);
        }
    }

    @Test
    void aFindingIsToldInTheLanguageThatIsAccepted() {
        JsonNode listed = all(program, "&outcome=violation", 1000).get(0);
        Caller chinese = Caller.program(server, "chinese", Role.VIEWER, AccessScope.ALL);
        JsonNode finding = ok(chinese.get(listed.path("href").asString()));
        JsonNode english = ok(program.get(listed.path("href").asString()));
        assertThat(finding.at("/reasoning/message/text").asString()).containsPattern("\\p{IsHan}");
        assertThat(finding.at("/reasoning/message/code")).isEqualTo(english.at("/reasoning/message/code"));
        assertThat(finding.at("/reasoning/message/text")).isNotEqualTo(english.at("/reasoning/message/text"));
        assertThat(admin.get(listed.path("href").asString().replace("/api/v1", ""))
                        .body())
                .contains(finding.at("/reasoning/rule_title").asString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?outcome=violation", "?region=361002&state=open", "?q=nothing-of-the-kind"})
    void aFileIsThatOfThePage(String query) throws IOException {
        Caller chinese = Caller.program(server, "files" + query.hashCode(), Role.VIEWER, AccessScope.ALL);
        for (String ending : List.of(".csv", ".xlsx")) {
            HttpResponse<byte[]> file = chinese.download("/api/v1/findings" + ending + query);
            assertThat(file.statusCode()).isEqualTo(200);
            assertThat(file.body())
                    .isEqualTo(admin.download("/findings/download" + ending + query)
                            .body());
            assertThat(file.headers().firstValue("Content-Disposition").orElse(""))
                    .isEqualTo("attachment; filename=\"" + run + "-findings" + ending + "\"");
        }
        if (query.equals("?outcome=violation")) {
            assertThat(chinese.download("/api/v1/findings.csv" + query).body())
                    .isEqualTo(Files.readAllBytes(server.report().resolve("violations.csv")));
        }
    }

    @Test
    void aFileOfTheReportComesAsItIs() throws IOException {
        JsonNode files = ok(program.get("/api/v1/runs/" + run + "/files")).path("files");
        assertThat(files).hasSizeGreaterThan(20);
        for (JsonNode file : files.values()) {
            String name = file.path("name").asString();
            byte[] own =
                    program.download("/api/v1/runs/" + run + "/files/" + name).body();
            assertThat(own)
                    .as(name)
                    .isEqualTo(Files.readAllBytes(server.report().resolve(name)));
            assertThat(own).hasSize(file.path("bytes").asInt());
        }
        for (String name : List.of("nothing.csv", "../sample.yaml", "%2e%2e/sample.yaml", "by-region", "")) {
            assertThat(program.get("/api/v1/runs/" + run + "/files/" + name).statusCode())
                    .as(name)
                    .isIn(400, 404);
        }
        assertThat(server.portal().part(AccessLog.class).before(Long.MAX_VALUE, 5000))
                .anyMatch(entry -> entry.action().equals("download")
                        && entry.account().equals("program")
                        && entry.subject().equals(run + " violations.csv"))
                .anyMatch(entry ->
                        entry.action().equals("start") && entry.account().equals("program") && entry.succeeded());
    }

    @ParameterizedTest
    @CsvSource({"county, 361002, ''", "province, 36, ''", "elsewhere, 11, ''", "unit, '', SL36100203"})
    void nothingBeyondTheScopeIsThere(String name, String region, String buyer) throws IOException {
        AccessScope scope = new AccessScope(region, buyer);
        Predicate<JsonNode> within = finding -> scope.covers(
                finding.path("region_code").asString(),
                finding.path("buyer_code").asString());
        Caller caller = Caller.program(server, name, Role.VIEWER, scope).with("Accept-Language", "en");
        List<JsonNode> whole = all(program, "", 1000);
        assertThat(all(caller, "", 9)).isEqualTo(whole.stream().filter(within).toList());
        assertThat(csv(caller, "")).hasSize((int) whole.stream().filter(within).count());
        for (JsonNode finding : whole) {
            assertThat(caller.get(finding.path("href").asString()).statusCode())
                    .isEqualTo(within.test(finding) ? 200 : 404);
        }
        JsonNode one = ok(caller.get("/api/v1/runs/" + run));
        assertThat(one.has("totals")).isEqualTo(buyer.isEmpty());
        if (name.equals("county")) {
            assertThat(one.at("/totals/lines").asLong())
                    .isLessThan(ok(program.get("/api/v1/runs/" + run))
                            .at("/totals/lines")
                            .asLong());
            assertThat(admin.get("/runs/" + run).statusCode()).isEqualTo(200);
        }
        List<String> files = each(ok(caller.get("/api/v1/runs/" + run + "/files"))
                        .path("files"))
                .map(file -> file.path("name").asString())
                .toList();
        assertThat(files).allMatch(file -> buyer.isEmpty() && file.startsWith("by-region/" + region));
        assertThat(files.isEmpty()).isEqualTo(!buyer.isEmpty() || region.equals("11"));
        assertThat(caller.get("/api/v1/runs/" + run + "/files/violations.csv").statusCode())
                .isEqualTo(404);
    }

    private static String order(String decision, String more, JsonNode... findings) {
        return "{\"run_id\":\"%s\",\"decision\":\"%s\",%s\"findings\":[%s]}"
                .formatted(
                        run,
                        decision,
                        more,
                        String.join(
                                ",",
                                Stream.of(findings)
                                        .map(finding -> "{\"record_id\":%s,\"list\":%s}"
                                                .formatted(finding.path("record_id"), finding.path("list")))
                                        .toList()));
    }

    private static JsonNode decide(Caller caller, String body) {
        return ok(caller.sendJson("POST", "/api/v1/decisions", body)).path("answers");
    }

    private static List<JsonNode> decisions(Caller caller) {
        return each(ok(caller.get("/api/v1/decisions?job=sample")).path("decisions"))
                .toList();
    }

    private static List<JsonNode> mandatory(boolean inCounty) {
        return all(program, "&outcome=violation&duty=mandatory&state=open", 1000).stream()
                .filter(finding -> finding.path("rule").asString().startsWith("M"))
                .filter(finding ->
                        COUNTY.coversRegion(finding.path("region_code").asString()) == inCounty)
                .toList();
    }

    private static String page(Caller caller, JsonNode finding) {
        return caller.get(finding.path("href").asString().replace("/api/v1", ""))
                .body();
    }

    @Test
    void aPageOffersTheConclusionsThatItsFindingCanHave() {
        JsonNode question = all(program, "&outcome=undetermined", 1).get(0);
        JsonNode violation = mandatory(true).get(0);
        assertThat(page(admin, question)).contains("value=\"fact\"").doesNotContain("value=\"confirmed\"");
        assertThat(page(admin, violation)).contains("value=\"confirmed\"").doesNotContain("value=\"dismissed\"");
        assertThat(admin.get("/questions").body()).contains("value=\"fact\"").doesNotContain("value=\"confirmed\"");
        assertThat(admin.get("/findings?outcome=undetermined").body()).doesNotContain("value=\"confirmed\"");
        assertThat(admin.get("/findings?outcome=violation&rule=M1").body())
                .contains("value=\"confirmed\"")
                .doesNotContain("value=\"dismissed\"");
    }

    @Test
    void aPageCountsWhatOneDecisionAboutTheProductSettlesAmongThoseTicked() {
        List<JsonNode> same = all(program, "&outcome=violation&state=open", 1000).stream()
                .filter(each -> each.has("brand") && each.has("model"))
                .collect(Collectors.groupingBy(
                        each -> each.path("list").asString() + each.path("brand") + each.path("model")))
                .values()
                .stream()
                .filter(each -> each.size() > 1)
                .reduce((first, last) -> last)
                .orElseThrow();
        Caller whole = Caller.of(server, "whole-page", Role.AUDITOR, AccessScope.ALL);
        String body = same.stream()
                .map(each -> "&finding="
                        + Caller.encoded(each.path("list").asString() + ":"
                                + each.path("record_id").asString()))
                .collect(Collectors.joining("", "run=" + run, "&kind=certificate&certificate=CQC26701990055"));
        assertThat(submit(whole, body)).contains("已核定 " + same.size() + " 条。").doesNotContain("未核定");
        assertThat(submit(whole, body)).contains("已核定 0 条。", "未核定 " + same.size() + " 条：");
        decisions(program).stream()
                .map(each -> each.path("decision"))
                .filter(each -> each.path("decision_certificate_no").asString().equals("CQC26701990055"))
                .forEach(each -> ok(program.sendJson(
                        "POST",
                        "/api/v1/decisions/" + each.path("id").asLong() + "/withdraw",
                        "{\"reason\":\"done with\"}")));
    }

    /** The list behind a form of decisions. */
    private static String submit(Caller caller, String body) {
        HttpResponse<String> answer = caller.postBody("/decisions", body + "&_csrf=" + Caller.encoded(caller.csrf()));
        return caller.get(Caller.location(answer)).body();
    }

    @Test
    void aPageSaysHowManyFindingsADecisionAboutTheProductReaches() {
        List<JsonNode> whole = all(program, "", 1000);
        Map<String, List<JsonNode>> products = whole.stream()
                .filter(each -> each.has("brand") && each.has("model"))
                .collect(Collectors.groupingBy(
                        each -> each.path("list").asString() + each.path("brand") + each.path("model")));
        List<JsonNode> same = products.values().stream()
                .filter(each -> each.size() > 1)
                .findFirst()
                .orElseThrow();
        String told = "本次审计中有 " + same.size() + " 条发现";
        Caller county = Caller.of(server, "county-page", Role.AUDITOR, COUNTY);
        assertThat(page(admin, same.get(0))).contains(told, "name=\"scope\"");
        JsonNode own = mandatory(true).get(0);
        assertThat(page(county, own)).contains("name=\"kind\"").doesNotContain("name=\"scope\"", "本次审计中有");
        assertThat(county.get("/questions").body()).doesNotContain("name=\"scope\"");
    }

    @Test
    void aDecisionThroughTheApiIsOneOfThePage() {
        Caller auditor =
                Caller.program(server, "county-auditor", Role.AUDITOR, COUNTY).with("Accept-Language", "en");
        JsonNode own = mandatory(true).get(0);
        JsonNode others = mandatory(false).get(0);
        String certificate = "\"decision_certificate_no\":\"CQC26701990099\",\"decision_note\":\"seen\",";

        JsonNode answers = decide(auditor, order("certificate", certificate, own, others));
        assertThat(answers.at("/0/answer").asString()).as(answers.toString()).isEqualTo("taken");
        assertThat(answers.at("/1/answer").asString()).isEqualTo("gone");
        long id = answers.at("/0/decisions/0").asLong();
        assertThat(id).isPositive();

        assertThat(decide(auditor, order("certificate", certificate, own))
                        .at("/0/answer")
                        .asString())
                .isEqualTo("known");
        JsonNode known = decide(auditor, order("certificate", certificate, own));
        assertNothingIsEmpty(known);
        assertNothingIsEmpty(ok(program.get("/api/v1/decisions?job=sample")));
        assertThat(known.at("/0/earlier/decided_by").asString()).isEqualTo("county-auditor");
        JsonNode refused = decide(auditor, order("planted", "", own));
        assertThat(refused.at("/0/answer").asString()).isEqualTo("refused");
        assertThat(refused.at("/0/why/code").asString()).isEqualTo("decision.refused.kind");
        assertThat(refused.at("/0/why/text").asString()).contains("planted");
        assertThat(decide(auditor, order("confirmed", "\"valid_until\":\"soon\",", own))
                        .at("/0/why/text")
                        .asString())
                .contains("“soon” in column valid_until");

        String page =
                admin.get(own.path("href").asString().replace("/api/v1", "")).body();
        assertThat(page).contains("CQC26701990099", "county-auditor");
        JsonNode finding = ok(auditor.get(own.path("href").asString()));
        assertThat(finding.path("state").asString()).isEqualTo("decided");
        assertThat(finding.at("/decisions/0/decision/decision_certificate_no").asString())
                .isEqualTo("CQC26701990099");

        Caller unit = Caller.program(server, "unit-auditor", Role.AUDITOR, new AccessScope("41", ""));
        assertThat(decisions(auditor))
                .extracting(each -> each.at("/decision/id").asLong())
                .contains(id);
        assertThat(decisions(unit)).isEmpty();
        String withdraw = "/api/v1/decisions/" + id + "/withdraw";
        assertThat(unit.sendJson("POST", withdraw, "{\"reason\":\"no\"}").statusCode())
                .isEqualTo(404);
        JsonNode withdrawn = ok(auditor.sendJson("POST", withdraw, "{\"reason\":\"it was another's\"}"));
        assertThat(withdrawn.at("/decision/withdrawn_reason").asString()).isEqualTo("it was another's");
        assertThat(auditor.sendJson("POST", withdraw, "{\"reason\":\"again\"}").statusCode())
                .isEqualTo(409);
        assertThat(admin.get(own.path("href").asString().replace("/api/v1", "")).body())
                .contains("it was another&#39;s");
        assertThat(server.portal().part(AccessLog.class).before(Long.MAX_VALUE, 5000))
                .filteredOn(entry -> entry.account().equals("county-auditor"))
                .extracting(AccessLog.Entry::action)
                .contains("decide", "withdraw");
        String record = "sample " + own.path("record_id").asString() + " ";
        assertThat(server.portal().part(AccessLog.class).before(Long.MAX_VALUE, 5000))
                .filteredOn(entry -> entry.subject().startsWith(record))
                .extracting(AccessLog.Entry::subject, AccessLog.Entry::succeeded)
                .contains(tuple(record + "certificate", true), tuple(record + "planted", false));
    }

    @Test
    void whoHasAScopeNeitherDecidesNorWithdrawsForAProduct() {
        Caller whole = Caller.program(server, "whole-auditor", Role.AUDITOR, AccessScope.ALL);
        Caller county =
                Caller.program(server, "another-auditor", Role.AUDITOR, COUNTY).with("Accept-Language", "en");
        JsonNode own = mandatory(true).stream()
                .filter(finding -> !finding.path("brand").asString().isEmpty()
                        && !finding.path("model").asString().isEmpty())
                .reduce((first, last) -> last)
                .orElseThrow();
        String product = order(
                "certificate", "\"decision_certificate_no\":\"CQC26701990077\",\"decision_scope\":\"product\",", own);
        HttpResponse<String> refused = county.sendJson("POST", "/api/v1/decisions", product);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(json(refused).path("field").asString()).isEqualTo("decision_scope");
        assertThat(server.portal().part(AccessLog.class).before(Long.MAX_VALUE, 5000))
                .anyMatch(entry -> entry.account().equals("another-auditor")
                        && entry.action().equals("decide")
                        && !entry.succeeded());

        JsonNode taken = decide(whole, product);
        assertThat(taken.at("/0/answer").asString()).as(taken.toString()).isEqualTo("taken");
        long id = taken.at("/0/decisions/0").asLong();
        String withdraw = "/api/v1/decisions/" + id + "/withdraw";
        assertThat(county.sendJson("POST", withdraw, "{\"reason\":\"no\"}").statusCode())
                .isEqualTo(403);
        Caller person = Caller.of(server, "person", Role.AUDITOR, COUNTY);
        person.post(
                "/decisions/" + id + "/withdraw",
                Map.of(
                        "run",
                        run,
                        "finding",
                        own.path("list").asString() + ":"
                                + own.path("record_id").asString(),
                        "reason",
                        "no"));
        assertThat(decisions(whole).stream()
                        .filter(each -> each.at("/decision/id").asLong() == id))
                .singleElement()
                .satisfies(each ->
                        assertThat(each.path("decision").has("withdrawn_by")).isFalse());
        ok(whole.sendJson("POST", withdraw, "{\"reason\":\"done with\"}"));
    }

    @Test
    void ofTwoWhoDecideAtOnceTheSecondHearsOfTheFirst() throws Exception {
        JsonNode finding = mandatory(true).get(1);
        CyclicBarrier together = new CyclicBarrier(2);
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            List<Future<String>> answers = new ArrayList<>();
            for (String name : List.of("one", "other")) {
                Caller caller = Caller.program(server, name, Role.AUDITOR, AccessScope.ALL);
                Callable<String> decides = () -> {
                    together.await();
                    return decide(caller, order("confirmed", "", finding))
                            .at("/0/answer")
                            .asString();
                };
                answers.add(two.submit(decides));
            }
            assertThat(List.of(answers.get(0).get(), answers.get(1).get())).containsExactlyInAnyOrder("taken", "known");
        } finally {
            two.shutdownNow();
        }
        assertThat(decisions(program).stream()
                        .filter(each -> each.path("record_id").equals(finding.path("record_id"))))
                .hasSize(1);
    }

    @Test
    void aJobFileThatSomebodyBrokeIsToldInWords() throws IOException {
        Path job = BureauServer.job(folder);
        String whole = Files.readString(job);
        Files.writeString(job, whole + "\nplanted: 1\n");
        try {
            HttpResponse<String> answer = program.get("/api/v1/runs/" + run);
            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
            assertThat(json(answer).path("detail").asString()).contains("planted");
            assertThat(answer.body()).doesNotContain("Exception");
        } finally {
            Files.writeString(job, whole);
        }
        ok(program.get("/api/v1/runs/" + run));
    }

    @Test
    void whatOneOfSeveralFindingsSettledForAnotherHasItsNumber() {
        JsonNode finding = mandatory(false).get(2);
        JsonNode answers = decide(program, order("confirmed", "", finding, finding));
        assertThat(answers.at("/0/answer").asString()).as(answers.toString()).isEqualTo("taken");
        assertThat(answers.at("/1/answer").asString()).isEqualTo("known");
        assertThat(answers.at("/1/earlier/id").asLong())
                .isPositive()
                .isEqualTo(answers.at("/0/decisions/0").asLong());
    }

    @Test
    void moreThanIsAnsweredAtOnceIsRefused() {
        JsonNode finding = mandatory(false).get(0);
        for (int number : List.of(0, 501)) {
            JsonNode[] many = Stream.generate(() -> finding).limit(number).toArray(JsonNode[]::new);
            HttpResponse<String> answer = program.sendJson("POST", "/api/v1/decisions", order("confirmed", "", many));
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(json(answer).path("field").asString()).isEqualTo("findings");
        }
    }

    @Test
    void whatIsStoredIsJsonWhateverItSays() {
        JsonNode finding = mandatory(false).get(1);
        String note = "\"\\\n<script>\u0000'; DROP TABLE audit_decision; --\ud83d\ude00";
        String body = order("confirmed", "\"decision_note\":" + JSON.writeValueAsString(note) + ",", finding);
        assertThat(decide(program, body).at("/0/answer").asString()).isEqualTo("taken");
        assertThat(decisions(program)).anySatisfy(each -> assertThat(
                        each.at("/decision/decision_note").asString())
                .contains("<script>", "DROP TABLE"));
    }
}
