package org.greenaudit.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.greenaudit.portal.access.AccessScope;
import org.greenaudit.portal.access.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The catalogs and certificates over HTTP, for an account that sees one county only: they are public facts. */
class CatalogPagesTest {

    private static final String REGISTRY =
            """
            证书编号,认证类别,发证机构,获证组织,品牌,产品名称,产品类别,规格型号,认证依据,颁证日期,到期日期,证书状态,状态日期
            CQC1001,节能产品,虚构中心,虚构甲公司,联想,台式计算机,ES2019-01-01,M100；M200*,GB 28380,2024-01-01,2028-12-31,有效,
            CQC1002,节能产品,虚构中心,虚构乙公司,惠普,台式计算机,ES2019-01-01,M100,GB 28380,2024-01-01,2028-12-31,暂停,2026-03-01
            CQC1003,节能产品,虚构中心,虚构丙公司,示例,台式计算机,ES2019-01-01,P1,GB 28380,2020-01-01,2025-12-31,有效,
            CEC2001,环境标志产品,虚构中心,虚构甲公司,联想,台式计算机,EL2019-01-02,M300,HJ 2536,2024-01-01,2028-12-31,撤销,2026-05-01
            CEC2002,环境标志产品,虚构中心,<script>alert(1)</script>,"<b>坏</b>",台式计算机,EL2019-01-02,D100系列,HJ 2536,2024-01-01,2028-12-31,有效,
            CNAS/77,环境标志产品,虚构中心,虚构甲公司,示例,台式计算机,EL2019-01-02,Q1,HJ 2536,2024-01-01,2028-12-31,有效,
            CNAS/77,环境标志产品,虚构中心,虚构甲公司,示例,台式计算机,EL2019-01-02,Q2,HJ 2536,2024-01-01,2028-12-31,有效,
            """;
    private static final Pattern ROW = Pattern.compile("<tr><td><a href=\"([^\"]+)\">([^<]+)</a>");

    @TempDir
    static Path folder;

    private static BureauServer server;
    private static Caller county;

    @BeforeAll
    static void start() throws Exception {
        Path certificates = Files.createDirectories(folder.resolve("own/certificates"));
        Files.writeString(certificates.resolve("known.csv"), REGISTRY);
        Files.writeString(
                certificates.resolve("registry.yaml"),
                "lists:\n  energy-saving: complete\n  eco-label: partial\nas_of: 2026-06-30\nnote: 虚构 <i>note</i>\n");
        Path job = BureauServer.job(folder);
        Files.writeString(
                job, Files.readString(job).replaceFirst("(?m)^source:", "  - " + folder.resolve("own") + "\nsource:"));
        server = BureauServer.start(folder);
        county = Caller.of(server, "county", Role.VIEWER, new AccessScope("361002", ""));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String page(String path) {
        HttpResponse<String> answer = county.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private static List<String> numbers(String page) {
        return ROW.matcher(page).results().map(row -> row.group(2)).toList();
    }

    @Test
    void theListsTellTheirEditionsRowsAndWhatIsNotVerified() {
        String page = page("/catalogs?lang=zh-CN");
        assertThat(page)
                .contains("节能产品政府采购品目清单", "财库〔2019〕19号", "2019-04-02", "未全部核实", "name-terms.csv", "凭记忆")
                .contains("完整（查不到即不存在）", "known.csv", "虚构 &lt;i&gt;note&lt;/i&gt;")
                .containsPattern("<dd><code>[0-9a-f]{64}</code></dd>");
    }

    @ParameterizedTest
    @CsvSource({
        "2024-06-01, 3 0 0 0 0 0, 3 0 0 0 0 0",
        "2026-06-30, 1 0 1 1 0 0, 2 0 0 0 0 1",
    })
    void theCensusIsThatOfTheDay(String day, String energy, String eco) {
        String page = page("/catalogs?on=" + day);
        Matcher rows = Pattern.compile("<tr><td>[^<]+</td>((?:<td class=\"n\">\\d+</td>){7})</tr>")
                .matcher(page);
        List<String> census = rows.results()
                .map(row -> row.group(1).replaceAll("</?td[^>]*>", " ").strip().replaceAll("\\s+", " "))
                .toList();
        assertThat(census).hasSize(2);
        assertThat(census.get(0).substring(2)).isEqualTo(energy);
        assertThat(census.get(1).substring(2)).isEqualTo(eco);
    }

    @Test
    void aDayThatIsNoneIsTold() {
        assertThat(page("/catalogs?on=soon")).contains("“soon”");
        assertThat(page("/catalogs/certificates?on=soon&status=nonsense&list=nothing"))
                .contains("“soon”", "“nonsense”", "“nothing”");
    }

    @Test
    void theRowsOfAListAreFoundByWhatTheySay() {
        assertThat(page("/catalogs/lists/energy-saving?q=ES2019-01-01"))
                .contains("ES2019-01-01", "台式计算机", "GB 28380 → GB 28380-2025", "★")
                .doesNotContain("ES2019-01-02");
        assertThat(county.get("/catalogs/lists/none").statusCode()).isEqualTo(404);
        assertThat(county.get("/catalogs?job=none").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "number=cqc-1001 | CQC1001",
                "number=CQC | CQC1001 CQC1002 CQC1003",
                "brand=Lenovo | CQC1001 CEC2001",
                "model=m100 | CQC1001 CQC1002",
                "model=M2005 | CQC1001",
                "brand=lenovo&model=M-100 | CQC1001",
                "holder=甲公司 | CQC1001 CEC2001 CNAS/77",
                "list=eco-label | CEC2001 CEC2002 CNAS/77",
                "status=suspended&on=2026-02-28 | ''",
                "status=suspended&on=2026-03-01 | CQC1002",
                "status=expired&on=2025-12-31 | ''",
                "status=expired&on=2026-01-01 | CQC1003",
                "status=revoked&on=2026-05-01 | CEC2001",
                "status=valid&list=energy-saving&on=2026-06-01 | CQC1001",
                "status=not-yet-issued&on=2019-12-31&number=CQC1003 | CQC1003",
                "number=%25' OR 1=1 | ''"
            })
    void certificatesAreFoundByEachKey(String query, String expected) {
        String page = page(
                "/catalogs/certificates?" + query.replace(" ", "%20").replace("甲公司", "%E7%94%B2%E5%85%AC%E5%8F%B8"));
        assertThat(numbers(page)).isEqualTo(expected.isEmpty() ? List.of() : List.of(expected.split(" ")));
    }

    @Test
    void aSeriesThatMayMeanTheModelIsMarked() {
        assertThat(page("/catalogs/certificates?brand=%3Cb%3E%E5%9D%8F%3C%2Fb%3E&model=D105"))
                .contains("可能");
    }

    @Test
    void everyLinkOfTheListLeadsToItsCertificate() {
        String page = page("/catalogs/certificates");
        List<String> numbers = numbers(page);
        assertThat(numbers).hasSize(6);
        for (Matcher rows = ROW.matcher(page); rows.find(); ) {
            String href = rows.group(1).replace("&amp;", "&").replace("&#x3D;", "=");
            assertThat(page(href)).contains("<h1>" + rows.group(2) + "</h1>", "known.csv:");
        }
        assertThat(page("/catalogs/certificates/-?number=CNAS/77")).contains("known.csv:7", "known.csv:8", "Q1；Q2");
        assertThat(county.get("/catalogs/certificates/CQC9").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/catalogs/certificates?lang=zh-CN",
                "/catalogs/certificates/CEC2002",
                "/catalogs/certificates?holder=script"
            })
    void whatTheRegistryHoldsIsShownAsText(String path) {
        assertThat(page(path)).contains("&lt;script&gt;").doesNotContain("<script>alert", "<b>坏");
    }
}
