package org.greenaudit.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.greenaudit.check.FeedPicture;
import org.greenaudit.check.FeedReading;
import org.greenaudit.message.Messages;
import org.greenaudit.portal.access.AccessLog;
import org.greenaudit.portal.access.AccessScope;
import org.greenaudit.portal.access.Role;
import org.greenaudit.portal.desk.AuditDesk;
import org.greenaudit.portal.desk.RunViews;
import org.greenaudit.portal.desk.ServedJobs;
import org.greenaudit.portal.upload.Upload;
import org.greenaudit.portal.upload.UploadChecks;
import org.greenaudit.portal.upload.UploadShelf;
import org.greenaudit.source.sheet.Workbooks;
import org.greenaudit.store.RunRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Feeds that people bring to a running server, honest ones and others. */
@Tag("slow")
class UploadPagesTest {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration GLANCE = Duration.ofMillis(50);
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int LIMIT = 1 << 20;
    private static final Pattern RUN = Pattern.compile("href=\"/runs/(sample-adhoc-[^\"/]+)\"");
    private static final String HEAD = "合同签订日期,采购单位,行政区划代码,货物名称,规格型号,金额,品目编码,备注";
    private static final String LINE = "2026-0%d-05,某局,361002,台式计算机,X-%d,%d000,A02010105,录";
    private static final String FEED =
            String.join("\n", HEAD, LINE.formatted(2, 1, 5), LINE.formatted(3, 2, 6), LINE.formatted(4, 3, 7)) + "\n";

    @TempDir
    static Path folder;

    private static BureauServer server;
    private static Caller operator;

    @BeforeAll
    static void start() {
        server = serve();
        operator = Caller.of(server, "operator", Role.OPERATOR, AccessScope.ALL);
        operator.post("/runs/start", Map.of());
        await(() -> server.portal().part(AuditDesk.class).ended("sample").isPresent());
        newestNight();
        // the message of the new password is shown once
        operator.get("/");
    }

    private static BureauServer serve() {
        return BureauServer.start(
                folder, Map.of("greenaudit.serve.upload-limit", LIMIT + "B", "server.tomcat.connection-timeout", "2s"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            LockSupport.parkNanos(GLANCE.toNanos());
        }
    }

    private static RunRecord newestNight() {
        return server.portal()
                .part(RunViews.class)
                .newest("sample")
                .filter(run -> run.status() == RunRecord.Status.COMPLETED)
                .orElseThrow();
    }

    private static UploadShelf shelf() {
        return server.portal().part(UploadShelf.class);
    }

    /** Brings a file, and tells where its page is, when it has been checked. */
    private static String brought(String name, byte[] content) {
        HttpResponse<String> answer = operator.upload("/uploads", name, content);
        String page = Caller.location(answer);
        assertThat(page).matches("/uploads/[0-9]{8}-[0-9]+");
        await(() -> !(state(page) instanceof UploadChecks.Checking));
        return page;
    }

    private static UploadChecks.State state(String page) {
        return server.portal().part(UploadChecks.class).of(upload(page));
    }

    private static Upload upload(String page) {
        return shelf().find(page.substring("/uploads/".length())).orElseThrow();
    }

    private static byte[] xls() {
        return Workbooks.xls(workbook -> {
            HSSFSheet sheet = workbook.createSheet("明细");
            String[] lines = FEED.split("\n");
            for (int i = 0; i < lines.length; i++) {
                HSSFRow row = sheet.createRow(i);
                String[] cells = lines[i].split(",");
                for (int j = 0; j < cells.length; j++) {
                    row.createCell(j).setCellValue(cells[j]);
                }
            }
        });
    }

    private static byte[] xlsx() {
        StringBuilder rows = new StringBuilder();
        String[] lines = FEED.split("\n");
        for (int i = 0; i < lines.length; i++) {
            rows.append(Workbooks.row(i + 1, lines[i].split(",")));
        }
        return new Workbooks().sheet("明细", rows.toString(), "").bytes();
    }

    static Stream<Arguments> feeds() {
        return Stream.of(
                Arguments.of("采购.csv", FEED.getBytes(GB18030), "GB18030"),
                Arguments.of("采购.xlsx", xlsx(), ".xlsx"),
                Arguments.of("采购.xls", xls(), ".xls"));
    }

    @ParameterizedTest
    @MethodSource("feeds")
    void aFeedIsReadAsCheckReadsItAndAudited(String name, byte[] content, String format) throws IOException {
        RunRecord night = newestNight();
        String overview = figures(operator.get("/").body());
        String series = series();
        String page = brought(name, content);
        String shown = operator.get(page).body();
        assertThat(shown).contains(name, format, "某局");
        assertThat(shown).doesNotContain("feed-");
        assertMapped(page, shown);

        HttpResponse<String> begun = operator.post(page + "/audit", Map.of());
        assertThat(Caller.location(begun)).startsWith("/runs?job=sample-adhoc-");
        String job = upload(page).job().orElseThrow();
        await(() -> server.portal().part(AuditDesk.class).ended(job).isPresent());

        String runs = operator.get("/runs?job=" + job).body();
        Matcher run = RUN.matcher(runs);
        assertThat(run.find()).as(runs).isTrue();
        assertThat(operator.get("/runs/" + run.group(1)).body()).contains("2026-02-05", "2026-04-05", "violations.csv");
        assertThat(operator.get("/runs/" + run.group(1) + "/files/undetermined.csv")
                        .body())
                .contains("X-1", "X-2", "X-3");
        assertThat(operator.get("/findings?run=" + run.group(1)).body()).contains("X-1", "X-3");
        assertThat(operator.get("/findings/download.csv?run=" + run.group(1)).body())
                .contains("X-2");
        assertThat(operator.get("/runs").body()).contains("value=\"" + job + "\"", "专项");
        Caller program = Caller.program(server, "lists-" + System.nanoTime(), Role.VIEWER, AccessScope.ALL);
        assertThat(program.get("/api/v1/jobs").body())
                .contains("{\"name\":\"sample\",\"ad_hoc\":false,", "{\"name\":\"" + job + "\",\"ad_hoc\":true,");
        assertThat(program.get("/api/v1/runs?job=" + job).body()).contains("\"ad_hoc\":true", run.group(1));
        assertThat(program.get("/api/v1/runs/" + run.group(1)).body()).contains("\"ad_hoc\":true");
        String ofJob = operator.get("/findings?job=" + job).body();
        assertThat(ofJob).contains("X-1", "/findings/download.csv?run&#x3D;" + run.group(1));
        assertThat(operator.get("/questions?job=" + job).body()).contains(run.group(1));
        assertThat(operator.get(page).body()).contains(job).doesNotContain(page + "/audit");

        assertThat(newestNight()).isEqualTo(night);
        assertThat(figures(operator.get("/").body())).isEqualTo(overview);
        assertThat(operator.get("/findings").body()).doesNotContain("X-1");
        assertThat(series()).isEqualTo(series).doesNotContain("adhoc");
        assertThat(managed("/health")).doesNotContain("adhoc");
        assertThat(entries("start")).anyMatch(entry -> entry.startsWith(job));
    }

    private static void assertMapped(String page, String shown) {
        UploadChecks.Checked checked = (UploadChecks.Checked) state(page);
        FeedPicture picture = checked.check().pictures().get(0);
        FeedReading reading = new FeedReading(
                checked.check(), picture, server.portal().part(ServedJobs.class).catalog("sample"));
        assertThat(reading.columns()).hasSizeGreaterThan(6).allSatisfy(column -> assertThat(shown)
                .contains(
                        "<td>" + column.header() + "</td><td>" + column.column().chinese() + "</td>"));
        assertThat(shown).contains(reading.rows(Messages.in(Messages.CHINESE)));
        assertThat(reading.lacks()).isNotEmpty().allSatisfy(lack -> assertThat(shown)
                .contains(Messages.in(Messages.CHINESE).render(lack)));
    }

    /** The page without the choice of jobs, in which ad-hoc ones stand, the tokens, and what is said once. */
    private static String figures(String page) {
        return page.replaceAll("(?s)<form method=\"get\" class=\"jobs\">.*?</form>", "")
                .replaceAll("<p class=\"said [^\n]*\n", "")
                .replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "")
                .replaceAll("\\R+", "\n");
    }

    /** The published series of audits. */
    private static String series() throws IOException {
        return managed("/prometheus")
                .lines()
                .filter(line -> line.startsWith("greenaudit_"))
                .sorted()
                .reduce("", (one, other) -> one + "\n" + other);
    }

    private static String managed(String path) throws IOException {
        try {
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(server.portal().managementAddress() + path))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static List<String> entries(String action) {
        return server.portal().part(AccessLog.class).before(Long.MAX_VALUE, 1000).stream()
                .filter(entry -> entry.action().equals(action))
                .map(AccessLog.Entry::subject)
                .toList();
    }

    @Test
    void afterARestartItIsStillThere() {
        String page = brought("later.csv", FEED.getBytes(StandardCharsets.UTF_8));
        operator.post(page + "/audit", Map.of("from", "2026-03-01", "to", "2026-03-31", "date", "2026-06-30"));
        String job = upload(page).job().orElseThrow();
        await(() -> server.portal().part(AuditDesk.class).ended(job).isPresent());
        String unaudited = brought("unaudited.csv", FEED.getBytes(StandardCharsets.UTF_8));
        server.close();
        server = serve();
        operator = Caller.of(server, "operator-" + System.nanoTime(), Role.OPERATOR, AccessScope.ALL);

        assertThat(operator.get("/uploads").body()).contains("later.csv", "unaudited.csv");
        assertThat(operator.get(page).body()).contains(job);
        Matcher run = RUN.matcher(operator.get("/runs?job=" + job).body());
        assertThat(run.find()).isTrue();
        assertThat(operator.get("/findings?run=" + run.group(1)).body())
                .contains("X-2")
                .doesNotContain("X-1");
        operator.get(unaudited);
        await(() -> state(unaudited) instanceof UploadChecks.Checked);
        assertThat(operator.get(unaudited).body()).contains("货物名称", unaudited + "/audit");
    }

    @Test
    void anUploadIsRemovedWithItsAudit() {
        String page = brought("short.csv", FEED.getBytes(StandardCharsets.UTF_8));
        operator.post(page + "/audit", Map.of());
        Upload upload = upload(page);
        String job = upload.job().orElseThrow();
        await(() -> server.portal().part(AuditDesk.class).ended(job).isPresent());
        assertThat(Caller.location(operator.post(page + "/remove", Map.of()))).isEqualTo("/uploads");
        assertThat(upload.folder()).doesNotExist();
        assertThat(operator.get(page).statusCode()).isEqualTo(404);
        assertThat(operator.get("/runs?job=" + job).statusCode()).isEqualTo(404);
        // the name is not given to another: its runs are still in the database
        String next = brought("next.csv", FEED.getBytes(StandardCharsets.UTF_8));
        operator.post(next + "/audit", Map.of());
        assertThat(upload(next).job().orElseThrow()).isNotEqualTo(job);
        await(() -> server.portal()
                .part(AuditDesk.class)
                .ended(upload(next).job().orElseThrow())
                .isPresent());
    }

    static Stream<Arguments> wrong() throws IOException {
        return Stream.of(
                Arguments.of("a.xlsx", "<html><script>alert(1)</script><table>".getBytes(StandardCharsets.UTF_8)),
                Arguments.of("a.csv", "\u007fELF\u0002\u0001\u0001\0".getBytes(StandardCharsets.ISO_8859_1)),
                Arguments.of("a.xlsx", zip("a.csv", FEED.length())),
                Arguments.of("a.csv", "%PDF-1.7".getBytes(StandardCharsets.UTF_8)),
                Arguments.of("a.csv", new byte[0]));
    }

    private static byte[] zip(String part, long bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(part));
            byte[] blanks = " ".repeat(1 << 16).getBytes(StandardCharsets.UTF_8);
            for (long left = bytes; left > 0; left -= blanks.length) {
                zip.write(blanks, 0, (int) Math.min(left, blanks.length));
            }
        }
        return out.toByteArray();
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void whatIsNoFeedIsRefused(String name, byte[] content) throws IOException {
        int before = shelf().all().size();
        HttpResponse<String> answer = operator.upload("/uploads", name, content);
        assertThat(Caller.location(answer)).isEqualTo("/uploads");
        assertThat(operator.get("/uploads").body()).contains("class=\"said bad\"");
        assertThat(shelf().all()).hasSize(before);
        assertNothingIsLeft();
    }

    private static void assertNothingIsLeft() {
        await(() -> {
            try (Stream<Path> files = Files.list(folder.resolve("data/uploads/incoming"))) {
                return files.findAny().isEmpty();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
    }

    @Test
    void whatCannotBeReadIsToldAndNotAudited() throws IOException {
        String header = brought("no-header.csv", "a,b,c\n1,2,3\n".getBytes(StandardCharsets.UTF_8));
        String bomb = brought("bomb.xlsx", bomb());
        String broken = brought("broken.xls", new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 1, 2});
        String web = brought(
                "web.xls",
                "<html><table><tr><td>a</td></tr><tr><td>b</td></tr></table>".getBytes(StandardCharsets.UTF_8));
        assertThat(operator.get(web).body()).contains("web.xls#table1");
        for (String page : List.of(header, bomb, broken, web)) {
            String shown = operator.get(page).body();
            assertThat(shown).contains("无法读取").doesNotContain(page + "/audit", folder.toString(), "feed-");
            assertThat(Caller.location(operator.post(page + "/audit", Map.of())))
                    .isEqualTo(page);
            assertThat(upload(page).job()).isEmpty();
        }
    }

    /** Half a gigabyte of blanks in a sheet. */
    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String main = "xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'";
        String related = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            part(zip, "[Content_Types].xml", "<Types/>");
            part(
                    zip,
                    "_rels/.rels",
                    "<Relationships><Relationship Id='r1' Type='" + related
                            + "/officeDocument' Target='xl/workbook.xml'/></Relationships>");
            part(
                    zip,
                    "xl/workbook.xml",
                    "<workbook " + main + " xmlns:r='" + related
                            + "'><sheets><sheet name='a' sheetId='1' r:id='s1'/></sheets></workbook>");
            part(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships><Relationship Id='s1' Type='" + related
                            + "/worksheet' Target='worksheets/sheet1.xml'/></Relationships>");
            part(zip, "xl/worksheets/sheet1.xml", "<worksheet " + main + "><sheetData>");
            byte[] blanks = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 512; i++) {
                zip.write(blanks);
            }
        }
        assertThat(out.size()).isLessThan(LIMIT);
        return out.toByteArray();
    }

    private static void part(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../x.csv",
                "..\\..\\x.csv",
                "/etc/cron.d/x.csv",
                "=cmd().csv",
                "a\u0085b\u202e.csv",
                "<script>alert(1)</script>.csv",
                "<b id='planted'>.csv",
                "{{csrf}}.csv",
                "@portal.error.back"
            })
    void aNameIsATextAndNoMore(String name) throws IOException {
        String page = brought(name, FEED.getBytes(StandardCharsets.UTF_8));
        Upload upload = upload(page);
        assertThat(upload.name()).doesNotContain("/", "\\", "\u0085", "\u202e");
        for (String path : List.of(page, "/uploads")) {
            assertThat(operator.get(path).body()).doesNotContain("<script>alert", "<b id", "\u202e");
        }
        try (Stream<Path> files = Files.list(upload.folder())) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("feed-" + upload.id() + ".csv", "upload.json");
        }
        assertThat(Files.getPosixFilePermissions(upload.file()))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(Files.getPosixFilePermissions(upload.folder()))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\0b.csv", "a\u0007b.csv", "a\u001bb.csv"})
    void aNameWithControlCharactersIsRefusedOrCleaned(String name) throws IOException {
        HttpResponse<String> answer = operator.upload("/uploads", name, FEED.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).isIn(302, 400);
        assertThat(operator.get("/uploads").body()).doesNotContain("\u0007", "\u001b", "\0");
        assertNothingIsLeft();
    }

    @Test
    void whatIsInAFeedIsTextOnThePageAndInTheJobFile() throws IOException {
        String harm = "<img src=x onerror=alert(1)>";
        String feed = HEAD + "," + harm + ",\"x\u2028y\u0085name: other\nwindow: {}\"\n"
                + "2026-02-05,=cmd|' /C calc'!A0,361002,台式计算机,\"" + harm + "\",5000,A02010105,,{{csrf}},\n"
                + "yesterday," + harm + ",361002,台式计算机,b,5000,A02010105,,,\n";
        String page = brought("harm.csv", feed.getBytes(StandardCharsets.UTF_8));
        String shown = operator.get(page).body();
        assertThat(shown).contains("&lt;img src").doesNotContain("<img");
        operator.post(page + "/audit", Map.of());
        Upload upload = upload(page);
        String job = upload.job().orElseThrow();
        await(() -> server.portal().part(AuditDesk.class).ended(job).isPresent());
        String run =
                server.portal().part(RunViews.class).newest(job).orElseThrow().runId();
        assertThat(operator.get("/findings/download.csv?run=" + run).body())
                .as("no spreadsheet takes a cell for a formula")
                .contains(",'=cmd|' /C calc'!A0,")
                .doesNotContain(",=cmd");
        assertThat(upload.jobFile().orElseThrow()).content().contains("window: {from: 2026-02-05, to: 2026-02-05}");
    }

    @Test
    void whatIsTooLargeIsNotReadToItsEnd() throws IOException {
        HttpResponse<String> answer = operator.upload("/uploads", "large.csv", new byte[LIMIT + 1]);
        assertThat(Caller.location(answer)).isEqualTo("/uploads?refused=large");
        assertThat(operator.get("/uploads?refused=large").body()).contains("最大 1 MB，没有读取");
        String huge = RawRequest.answer(
                server,
                "POST /uploads HTTP/1.1",
                "Host: localhost",
                "Cookie: greenaudit=" + operator.session(),
                "Content-Type: " + Caller.MULTIPART,
                "Content-Length: 900000000000");
        assertThat(huge).startsWith("HTTP/1.1 302").contains("/uploads?refused=large");
        assertNothingIsLeft();
    }

    @Test
    void aClientThatStopsInTheMiddleLeavesNothing() throws IOException {
        int before = shelf().all().size();
        String begun = "POST /uploads HTTP/1.1\r\nHost: localhost\r\nCookie: greenaudit=" + operator.session()
                + "\r\nContent-Type: " + Caller.MULTIPART + "\r\nContent-Length: 500000\r\n\r\n--" + Caller.BOUNDARY
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n" + "a".repeat(100_000);
        try (RawRequest request = new RawRequest(server)) {
            // goes away
            request.send(begun);
        }
        try (RawRequest request = new RawRequest(server)) {
            // falls silent
            assertThat(request.send(begun).rest()).doesNotContain("Exception");
        }
        assertNothingIsLeft();
        assertThat(shelf().all()).hasSize(before);
    }

    @Test
    void nobodyElseBringsFiles() {
        int before = shelf().all().size();
        byte[] feed = FEED.getBytes(StandardCharsets.UTF_8);
        for (Role role : List.of(Role.VIEWER, Role.AUDITOR)) {
            Caller caller = Caller.of(server, "up-" + role.id() + System.nanoTime(), role, AccessScope.ALL);
            assertThat(caller.upload("/uploads", "a.csv", feed).statusCode()).isEqualTo(403);
            assertThat(caller.get("/uploads").statusCode()).isEqualTo(403);
            assertThat(caller.get("/").body()).doesNotContain("href=\"/uploads\"");
        }
        assertThat(Caller.location(new Caller(server).upload("/uploads", Map.of("_csrf", ""), "a.csv", feed)))
                .isEqualTo("/login");
        Caller newcomer = Caller.newcomer(server, "up-new" + System.nanoTime(), Role.OPERATOR, AccessScope.ALL);
        assertThat(Caller.location(newcomer.upload("/uploads", "a.csv", feed))).isEqualTo("/password");
        assertThat(operator.upload("/uploads", Map.of("_csrf", "wrong"), "a.csv", feed)
                        .statusCode())
                .isEqualTo(403);
        for (String path : List.of("/runs/start", "/login", "/error", "/uploads/x/audit", "/api/x", "/uploads/")) {
            assertThat(operator.upload(path, "a.csv", feed).statusCode())
                    .as(path)
                    .isEqualTo(415);
        }
        assertThat(shelf().all()).hasSize(before);
        assertNothingIsLeft();
    }

    @Test
    void anotherCountysFeedIsNotThere() {
        String page = brought("whole.csv", FEED.getBytes(StandardCharsets.UTF_8));
        Caller county =
                Caller.of(server, "up-county" + System.nanoTime(), Role.OPERATOR, new AccessScope("361002", ""));
        assertThat(county.get(page).statusCode()).isEqualTo(404);
        assertThat(county.post(page + "/audit", Map.of()).statusCode()).isEqualTo(404);
        assertThat(county.post(page + "/remove", Map.of()).statusCode()).isEqualTo(404);
        assertThat(county.get("/uploads").body()).doesNotContain("whole.csv");
        String own = Caller.location(county.upload("/uploads", "own.csv", FEED.getBytes(StandardCharsets.UTF_8)));
        assertThat(county.get(own).statusCode()).isEqualTo(200);
    }

    @Test
    void twoUploadsAtOnceAreTwo() {
        List<CompletableFuture<String>> both = Stream.of("one.csv", "two.csv")
                .map(name -> CompletableFuture.supplyAsync(() -> brought(name, FEED.getBytes(StandardCharsets.UTF_8))))
                .toList();
        List<String> pages = both.stream().map(CompletableFuture::join).toList();
        assertThat(pages).doesNotHaveDuplicates();
        assertThat(upload(pages.get(0)).name()).isEqualTo("one.csv");
        assertThat(upload(pages.get(1)).name()).isEqualTo("two.csv");
    }

    @ParameterizedTest
    @ValueSource(strings = {"from=2026-05-01&to=2026-04-01", "date=2999-01-01", "from=x", "to=2026-13-01"})
    void aWindowOrDateThatIsNoneStartsNothing(String form) {
        String page = brought("window.csv", FEED.getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> answer =
                operator.postBody(page + "/audit", "_csrf=" + Caller.encoded(operator.csrf()) + "&" + form);
        assertThat(Caller.location(answer)).isEqualTo(page);
        assertThat(operator.get(page).body()).contains("class=\"said bad\"");
        assertThat(upload(page).job()).isEmpty();
    }
}
