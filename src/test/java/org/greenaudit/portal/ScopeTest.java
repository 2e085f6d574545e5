package org.greenaudit.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.greenaudit.decision.Decision;
import org.greenaudit.portal.access.AccessLog;
import org.greenaudit.portal.access.AccessScope;
import org.greenaudit.portal.access.Role;
import org.greenaudit.portal.desk.AuditDesk;
import org.greenaudit.portal.desk.JobFindings;
import org.greenaudit.portal.desk.RunViews;
import org.greenaudit.portal.finding.FindingFilter;
import org.greenaudit.portal.finding.FindingIndexes;
import org.greenaudit.portal.finding.FindingRow;
import org.greenaudit.portal.finding.FindingSort;
import org.greenaudit.store.RunRecord;
import org.greenaudit.store.Stores;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * What accounts with a region or a unit see of a real audit: every page that a link or a route leads them to, and every file of
 * the report, has their own units and no other's.
 */
@Tag("slow")
class ScopeTest {

    private static final Duration AUDIT = Duration.ofMinutes(3);
    private static final Duration GLANCE = Duration.ofMillis(100);
    private static final Pattern LINK = Pattern.compile("href=\"(/[^\"]*)\"");
    private static final int MOST_PAGES = 2000;

    /** A unit's code and name, which tell who it is, and the regions that its purchases name. */
    private record Unit(String code, String name, Set<String> regions) {

        boolean isWithin(AccessScope scope) {
            return regions.stream().anyMatch(region -> scope.covers(region, code));
        }

        boolean isIn(String text) {
            return text.contains(code) || (!name.isEmpty() && text.contains(name));
        }
    }

    @TempDir
    static Path folder;

    private static final Map<String, Unit> UNITS = new TreeMap<>();
    private static BureauServer server;
    private static Caller admin;
    private static String run;

    @BeforeAll
    static void audit() throws IOException {
        units("fuzhou-2026.csv", StandardCharsets.UTF_8, 3, 5, 6);
        units("luoyang-2026.csv", Charset.forName("GB18030"), 4, 2, 1);
        server = BureauServer.start(folder);
        admin = Caller.admin(server);
        admin.post("/runs/start", Map.of());
        AuditDesk desk = server.portal().part(AuditDesk.class);
        long deadline = System.nanoTime() + AUDIT.toNanos();
        while (desk.ended("sample").isEmpty()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            LockSupport.parkNanos(GLANCE.toNanos());
        }
        run = server.portal()
                .part(RunViews.class)
                .newest("sample")
                .orElseThrow()
                .runId();
    }

    private static void units(String feed, Charset charset, int region, int code, int name) throws IOException {
        List<String> lines = Files.readAllLines(Path.of("jobs", "sample", feed), charset);
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            if (cells.length > 6 && cells[code].matches("SL[0-9]{8}")) {
                UNITS.computeIfAbsent(cells[code], key -> new Unit(key, cells[name], new TreeSet<>()))
                        .regions()
                        .add(cells[region]);
            }
        }
        assertThat(UNITS).hasSizeGreaterThan(10);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Set<Unit> seen(String text) {
        Set<Unit> seen = new HashSet<>();
        UNITS.values().stream().filter(unit -> unit.isIn(text)).forEach(seen::add);
        return seen;
    }

    /** Every page that links and routes lead to, by address. */
    private static Map<String, String> walk(Caller caller) {
        Map<String, String> pages = new HashMap<>();
        Queue<String> next = new ArrayDeque<>(addresses());
        while (!next.isEmpty()) {
            String address = next.remove().replaceAll("#.*", "");
            if (address.startsWith("/assets/") || address.startsWith("/api/") || pages.containsKey(address)) {
                continue;
            }
            HttpResponse<String> answer = caller.get(address);
            assertThat(answer.statusCode()).as(address).isIn(200, 302, 400, 403, 404);
            pages.put(address, answer.body());
            assertThat(pages).hasSizeLessThan(MOST_PAGES);
            LINK.matcher(answer.body())
                    .results()
                    .map(link -> link.group(1).replace("&amp;", "&"))
                    .forEach(next::add);
        }
        return pages;
    }

    /** The routes that are read, of this run. */
    private static List<String> addresses() {
        return server.portal().part(RequestMappingHandlerMapping.class).getHandlerMethods().keySet().stream()
                .filter(info -> !info.getMethodsCondition().getMethods().contains(RequestMethod.POST))
                .flatMap(info -> info.getPatternValues().stream())
                .map(pattern -> pattern.replaceAll("\\{[^}]+}", run).replaceAll("\\*+", "violations.csv"))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "county, 361002, ''",
        "prefecture, 3610, ''",
        "province, 36, ''",
        "other-province, 41, ''",
        "nothing-there, 11, ''",
        "unit, '', SL36100203",
        "unit-in-county, 361002, SL36100203",
        "unit-elsewhere, 41, SL36100203"
    })
    void nothingOfAnotherRegionOrUnitIsSeen(String name, String region, String buyer) throws IOException {
        AccessScope scope = new AccessScope(region, buyer);
        Caller caller = Caller.of(server, name, Role.VIEWER, scope);
        Map<String, String> pages = walk(caller);
        assertThat(pages).containsKeys("/", "/runs", "/runs/" + run);
        Set<Unit> shown = new HashSet<>();
        pages.forEach((address, body) -> {
            Set<Unit> others = seen(body);
            // the head of each page tells whose it is
            others.removeIf(unit -> unit.code().equals(buyer));
            assertThat(others).as("%s by %s", address, name).allMatch(unit -> unit.isWithin(scope));
            shown.addAll(others);
        });
        assertThat(shown.isEmpty())
                .as("a region's units are seen, and none beside the one of a unit's account")
                .isEqualTo(!buyer.isEmpty() || region.equals("11"));
        for (String file : files()) {
            boolean theirs = buyer.isEmpty() && file.startsWith("by-region/" + region);
            HttpResponse<String> answer = caller.get("/runs/" + run + "/files/" + file);
            assertThat(answer.statusCode()).as("%s by %s", file, name).isEqualTo(theirs ? 200 : 404);
            if (theirs) {
                assertThat(seen(answer.body())).as("%s by %s", file, name).allMatch(unit -> unit.isWithin(scope));
            }
        }
    }

    private static List<String> files() throws IOException {
        Path report = server.report().toRealPath();
        try (Stream<Path> files = Files.walk(report)) {
            List<String> names = files.filter(Files::isRegularFile)
                    .map(file -> report.relativize(file).toString())
                    .toList();
            assertThat(names)
                    .anyMatch(name -> name.startsWith("by-region/3610"))
                    .contains("violations.csv");
            return names;
        }
    }

    @Test
    void whoHasNoScopeSeesAll() throws IOException {
        Caller caller = Caller.of(server, "whole", Role.VIEWER, AccessScope.ALL);
        Set<Unit> shown = new HashSet<>();
        walk(caller).values().forEach(body -> shown.addAll(seen(body)));
        assertThat(shown).anyMatch(unit -> unit.code().startsWith("SL36"));
        assertThat(shown).anyMatch(unit -> unit.code().startsWith("SL41"));
        for (String file : files()) {
            assertThat(caller.get("/runs/" + run + "/files/" + file).statusCode())
                    .as(file)
                    .isEqualTo(200);
        }
    }

    @Test
    void aFileComesAsOneToKeepAndIsLogged() throws IOException {
        HttpResponse<String> answer = admin.get("/runs/" + run + "/files/violations.csv");
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"" + run + "-violations.csv\"");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/octet-stream");
        assertThat(answer.body()).isEqualTo(Files.readString(server.report().resolve("violations.csv")));
        assertThat(server.portal().part(AccessLog.class).before(Long.MAX_VALUE, 2000))
                .anyMatch(entry -> entry.action().equals("download")
                        && entry.account().equals(Portal.FIRST)
                        && entry.subject().equals(run + " violations.csv"))
                .anyMatch(entry -> entry.action().equals("start") && entry.succeeded());
    }

    @Test
    void noNameLeadsOutOfTheFolderOfARunThatIsThere() throws IOException {
        Files.writeString(folder.resolve("reports/secret.txt"), "out of bounds");
        Path report = server.report().toRealPath();
        Files.createSymbolicLink(report.resolve("link.txt"), folder.resolve("reports/secret.txt"));
        Files.createSymbolicLink(report.resolve("by-region/out"), folder.resolve("reports"));
        try {
            for (String name : List.of(
                    "link.txt",
                    "by-region/out/secret.txt",
                    "../secret.txt",
                    "%2e%2e/secret.txt",
                    "..%2fsecret.txt",
                    "%2e%2e%2fsecret.txt",
                    "..%5csecret.txt",
                    "..\\secret.txt",
                    "%252e%252e%252fsecret.txt",
                    "..;/secret.txt",
                    "violations.csv/../../secret.txt",
                    "violations.csv%00",
                    "violations.csv/",
                    "VIOLATIONS.CSV",
                    "./violations.csv",
                    "",
                    "by-region",
                    report.resolve("violations.csv").toString(),
                    folder.resolve("reports/secret.txt").toString())) {
                String answer = RawRequest.answer(
                        server,
                        "GET /runs/" + run + "/files/" + name + " HTTP/1.1",
                        "Host: localhost",
                        "Cookie: greenaudit=" + admin.session());
                assertThat(answer.substring(9, 12)).as(name).isIn("400", "404");
                assertThat(answer).doesNotContain("out of bounds");
            }
        } finally {
            Files.delete(report.resolve("link.txt"));
            Files.delete(report.resolve("by-region/out"));
        }
    }

    @Test
    void aRunOfAJobThatIsNotServedIsNotThere() {
        for (String id : List.of("sample-", "sample", "other-20260630-1", run + "x", "sample-' OR 1=1")) {
            assertThat(admin.get("/runs/" + Caller.encoded(id).replace("+", "%20"))
                            .statusCode())
                    .isEqualTo(404);
        }
        assertThat(Optional.of(admin.get("/runs/" + run).statusCode())).contains(200);
    }

    /** A decision about a brand and model would reach purchases that the account does not see. */
    @Test
    void whoHasAScopeDecidesRecordByRecord() {
        AccessScope scope = new AccessScope("361002", "");
        Caller auditor = Caller.of(server, "decides", Role.AUDITOR, scope);
        FindingIndexes findings = server.portal().part(JobFindings.class).of("sample");
        RunRecord newest = server.portal().part(RunViews.class).newest("sample").orElseThrow();
        List<FindingRow> rows = findings.of(newest)
                .select(AccessScope.ALL, FindingFilter.ALL, findings.states(newest), FindingSort.REPORT, false)
                .behind(OptionalInt.empty(), 1000)
                .rows();
        FindingRow own = rows.stream()
                .filter(row -> row.rule().startsWith("M") && scope.coversRegion(row.regionCode()))
                .findFirst()
                .orElseThrow();
        FindingRow others = rows.stream()
                .filter(row -> row.rule().startsWith("M") && !scope.coversRegion(row.regionCode()))
                .findFirst()
                .orElseThrow();

        decide(auditor, own, "product");
        assertThat(decisions()).isEmpty();
        decide(auditor, others, "");
        assertThat(decisions()).isEmpty();
        decide(auditor, own, "");
        assertThat(decisions()).singleElement().satisfies(decision -> {
            assertThat(decision.product()).isFalse();
            assertThat(decision.by()).isEqualTo("decides");
            assertThat(decision.finding().recordId()).isEqualTo(own.recordId());
        });
    }

    private static void decide(Caller auditor, FindingRow row, String scope) {
        HttpResponse<String> answer = auditor.post(
                "/decisions",
                Map.of(
                        "run",
                        run,
                        "finding",
                        row.listId() + ":" + row.recordId(),
                        "kind",
                        "certificate",
                        "certificate",
                        "CQC26701990099",
                        "scope",
                        scope));
        assertThat(answer.statusCode()).isEqualTo(302);
    }

    private static List<Decision> decisions() {
        return server.portal().part(Stores.class).decisions().ofJob("sample");
    }
}
