package org.greenaudit.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.greenaudit.job.AuditResult;
import org.greenaudit.portal.access.AccessLog;
import org.greenaudit.portal.access.AccessScope;
import org.greenaudit.portal.access.Role;
import org.greenaudit.portal.desk.AuditDesk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A registry is brought over HTTP, checked, put into effect, honoured by the next audit, and put back. */
class RegistryPagesTest {

    private static final String PAGE = "/catalogs/registry";
    private static final LocalDate AUDIT_DATE = LocalDate.of(2026, 6, 30);

    @TempDir
    Path folder;

    private BureauServer server;
    private Caller admin;
    private byte[] whole = {};

    @BeforeEach
    void start() throws Exception {
        whole = Files.readAllBytes(Path.of("jobs/sample/catalogs/certificates/sample.csv"));
        String[] lines = new String(whole, StandardCharsets.UTF_8).split("\n", 4);
        Path certificates = Files.createDirectories(folder.resolve("own/certificates"));
        Files.writeString(certificates.resolve("old.csv"), lines[0] + "\n" + lines[1] + "\n" + lines[2] + "\n");
        Files.writeString(
                certificates.resolve("registry.yaml"),
                "lists:\n  energy-saving: complete\n  eco-label: complete\nas_of: 2026-05-31\nnote: 旧\n");
        Path job = BureauServer.job(folder);
        Files.writeString(
                job, Files.readString(job).replaceFirst("(?m)^source:", "  - " + folder.resolve("own") + "\nsource:"));
        server = BureauServer.start(folder, Map.of("greenaudit.serve.upload-limit", "1MB"));
        admin = Caller.admin(server);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static Map<String, String> fields() {
        return new LinkedHashMap<>(Map.of(
                "as-of",
                "2026-06-30",
                "list-energy-saving",
                "complete",
                "list-eco-label",
                "complete",
                "note",
                "新 <b>"));
    }

    private long violations() throws Exception {
        AuditResult result = server.portal().part(AuditDesk.class).night("sample", AUDIT_DATE);
        assertThat(result.status()).isEqualTo(AuditResult.Status.COMPLETED);
        try (var lines = Files.lines(server.report().resolve("violations.csv"))) {
            return lines.count();
        }
    }

    private String bring(byte[] file, String name) {
        HttpResponse<String> answer = admin.upload(PAGE, fields(), name, file);
        assertThat(answer.statusCode()).isEqualTo(302);
        return Caller.location(answer);
    }

    private String shown(String path) {
        HttpResponse<String> answer = admin.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    @Test
    void aRegistryWithoutCertificatesIsNotComplete() {
        String text = new String(whole, StandardCharsets.UTF_8);
        byte[] head = text.substring(0, text.indexOf('\n') + 1).getBytes(StandardCharsets.UTF_8);
        String check = bring(head, "head.csv");
        assertThat(shown(check)).contains("声明为完整，文件中却没有它的证书", "现有").doesNotContain("没有错误");
        assertThat(Caller.location(admin.post(check + "/effect", Map.of()))).doesNotContain("in-effect");
    }

    @Test
    void aRegistryTakesEffectWithTheNextAuditAndIsPutBack() throws Exception {
        long before = violations();
        String old = fingerprint();

        String check = bring(whole, "导出 <i>.csv");
        assertThat(check).startsWith(PAGE + "/");
        assertThat(shown(check)).contains("没有错误", "导出 &lt;i&gt;.csv", "新增").doesNotContain("<i>.csv");
        assertThat(fingerprint()).as("nothing has changed by a check").isEqualTo(old);

        assertThat(Caller.location(admin.post(check + "/effect", Map.of()))).startsWith(PAGE);
        assertThat(admin.get(check).statusCode()).isEqualTo(404);
        assertThat(shown(PAGE)).contains("2026-06-30-1", "2026-05-31-1", "admin", "启用中", "检查并换回");
        assertThat(fingerprint()).isNotEqualTo(old);
        assertThat(shown("/catalogs")).contains("最近一次审计读到的是另一个版本", "2026-06-30", "新 &lt;b&gt;");
        long honoured = violations();
        assertThat(honoured).isLessThan(before);
        assertThat(shown("/catalogs")).doesNotContain("最近一次审计读到的是另一个版本");

        String back = Caller.location(admin.post(PAGE + "/back", Map.of("part", "2026-05-31-1")));
        assertThat(shown(back)).contains("不再有");
        admin.post(back + "/effect", Map.of());
        assertThat(fingerprint()).isEqualTo(old);
        assertThat(violations()).isEqualTo(before);
        assertThat(server.portal().part(AccessLog.class).before(Long.MAX_VALUE, 20).stream()
                        .filter(entry -> entry.action().equals("upload"))
                        .map(AccessLog.Entry::subject))
                .anyMatch(subject -> subject.contains("in effect") && subject.contains("2026-06-30-1"));
        runPage();
    }

    /** The page of an audit tells which catalogs judged it, as long as its report is there. */
    private void runPage() throws Exception {
        Matcher link = Pattern.compile("href=\"(/runs/sample-[^\"/]+)\"").matcher(shown("/runs"));
        assertThat(link.find()).isTrue();
        assertThat(shown(link.group(1))).contains("2026-05-31 (2)", "2019 财库〔2019〕19号", "lists/energy-saving-2019.csv");
        Files.delete(server.report().resolve("manifest.json"));
        assertThat(shown(link.group(1))).contains("已没有本次审计的 manifest.json");
    }

    private String fingerprint() {
        Matcher found = Pattern.compile("<dd><code>([0-9a-f]{64})</code>").matcher(shown("/catalogs"));
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    @Test
    void aRegistryWithProblemsShowsThemAndCannotTakeEffect() {
        String old = fingerprint();
        String text = new String(whole, StandardCharsets.UTF_8).replaceFirst("2024-02-06", "<script>x</script>");
        String check = bring(text.getBytes(StandardCharsets.UTF_8), "bad.csv");
        String page = shown(check);
        assertThat(page)
                .contains("有错误", "certificates.csv:2", "颁证日期", "&lt;script&gt;")
                .doesNotContain("<script>x");
        assertThat(page).doesNotContain("/effect\"");
        admin.post(check + "/effect", Map.of());
        assertThat(fingerprint()).isEqualTo(old);
    }

    @Test
    void whatIsNoTableOrTooLargeOrWithoutADayIsRefusedInWords() {
        Map<String, byte[]> files = Map.of(
                "empty.csv", new byte[0],
                "book.xlsx", new byte[] {'P', 'K', 3, 4, 20, 0, 0, 0},
                "program.csv", new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1, 0});
        files.forEach(
                (name, bytes) -> assertThat(shown(bring(bytes, name))).as(name).contains("class=\"said bad\""));
        assertThat(shown(bring(new byte[] {'P', 'K', 3, 4, 20, 0, 0, 0}, "book.xlsx")))
                .contains("book.xlsx”不是 CSV 文件")
                .doesNotContain("网页表格");
        Map<String, String> noDay = fields();
        noDay.put("as-of", "2999-01-01");
        assertThat(shown(Caller.location(admin.upload(PAGE, noDay, "x.csv", whole))))
                .contains("“2999-01-01”");
        Map<String, String> noWord = fields();
        noWord.remove("list-eco-label");
        assertThat(shown(Caller.location(admin.upload(PAGE, noWord, "x.csv", whole))))
                .contains("eco-label");
        assertThat(Caller.location(admin.upload(PAGE, fields(), "x.csv", new byte[1_500_000])))
                .endsWith("refused=large");
        assertThat(shown(PAGE + "?refused=large")).contains("最大 1 MB");
    }

    @Test
    void catalogsThatChangedSinceTheCheckAskForAnother() throws Exception {
        String check = bring(whole, "x.csv");
        Files.writeString(folder.resolve("own/certificates/further.csv"), "");
        admin.post(check + "/effect", Map.of());
        assertThat(folder.resolve("own/certificates/2026-06-30-1")).doesNotExist();
    }

    @Test
    void theRegistryThatComesWithTheProgramIsNotReplaced() throws Exception {
        Path manifest = folder.resolve("own/certificates/registry.yaml");
        Files.writeString(manifest, Files.readString(manifest) + "uploads: false\n");
        assertThat(shown(PAGE)).contains("uploads: false", "单独建一个目录文件夹").doesNotContain("type=\"file\"");
        assertThat(shown(bring(whole, "x.csv"))).contains("不允许在页面上更换");
        assertThat(shown(Caller.location(admin.post(PAGE + "/back", Map.of("part", "../..")))))
                .contains("class=\"said bad\"");
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"VIEWER", "AUDITOR", "OPERATOR"})
    void nobodyButAdministratorsReplacesIt(Role role) {
        Caller other = Caller.of(server, role.id(), role, AccessScope.ALL);
        assertThat(other.get(PAGE).statusCode()).isEqualTo(403);
        assertThat(other.upload(PAGE, fields(), "x.csv", whole).statusCode()).isEqualTo(403);
        assertThat(other.get("/catalogs").body()).doesNotContain(PAGE);
        assertThat(other.get("/catalogs/certificates").statusCode()).isEqualTo(200);
    }
}
