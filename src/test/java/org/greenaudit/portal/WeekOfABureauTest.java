package org.greenaudit.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.greenaudit.testing.Chromium;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The week of a bureau from an empty machine, in a real browser: the first audit, a county's own findings on a phone, answers,
 * the next audit that honours them, the notice, and what the head of the bureau sees.
 *
 * <p>With {@code -Dweek.pictures=true} the pictures of src/docs/week.md are taken anew.
 */
@Tag("slow")
class WeekOfABureauTest {

    private static final String CHOSEN = "a password of my own";
    private static final Path PICTURES = Path.of("src", "docs", "week");
    private static final String UNIT = "SL36100202";
    private static final String CERTIFICATE = "CQC26701990099";
    private static final String NEXT_DAY = "2026-07-01";
    private static final int PICTURE_HEIGHT = 720;
    /** What is between the margins, in pixels of a style sheet. */
    private static final int A4_WIDTH = 703;

    @TempDir
    Path folder;

    @Test
    void fromAnEmptyMachineToTheNotice() throws Exception {
        try (Chromium browser = Chromium.start();
                BureauServer server = BureauServer.start(folder);
                Reader admin = new Reader(browser, server, "admin", 1280);
                Reader auditor = new Reader(browser, server, "auditor", 1280);
                Reader head = new Reader(browser, server, "head", 1280)) {
            firstAudit(admin, server);
            List<String> passwords = accounts(admin);
            enter(auditor, "shenhe", passwords.get(0));
            enter(head, "juzhang", passwords.get(2));
            head.look("overview");
            int violations = figure(head, "强制采购不符合");

            county(browser, server, passwords.get(1));

            String confirmed = confirmation(auditor, server);
            String certified = certificate(auditor);
            String asked = answer(auditor, server);

            nextAudit(admin, server);
            honoured(auditor, server, certified, confirmed, asked);
            notice(auditor, certified, confirmed);

            head.go("/").look("overview-next");
            assertThat(figure(head, "强制采购不符合")).isLessThan(violations);
            // the certificate holds for every purchase of its model; the answer makes two air conditioners mandatory
            assertThat(figure(head, "已消除")).isEqualTo(5);
            assertThat(figure(head, "新增不符合")).isEqualTo(2);
            assertThat(head.page().locator("#indicators tbody tr").allInnerTexts())
                    .anyMatch(row -> row.contains("2026-06-30"))
                    .anyMatch(row -> row.contains(NEXT_DAY));
            picture(head, "9-head", ".measures");
        }
    }

    private static void firstAudit(Reader admin, BureauServer server) throws IOException {
        String given = server.portal().firstPassword().orElseThrow();
        admin.go("/").look("login");
        admin.signIn("admin", "wrong password").look("refused");
        admin.signIn("admin", given).look("must-change");
        assertThat(admin.page().locator("header nav").count()).isZero();
        picture(admin, "1-first-password", "header");
        admin.choosePassword(given, CHOSEN).look("nothing-yet");

        admin.go("/runs").look("runs-none");
        admin.audit("");
        admin.look("runs");
        admin.page().click("td a");
        admin.look("run");
        assertThat(admin.download("a[href$='/files/violations.csv']"))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo(Files.readString(server.report().resolve("violations.csv")));
        admin.go("/").look("overview");
        picture(admin, "2-overview", "header");
        admin.page().click("text=English");
        admin.look("overview-en");
        admin.page().click("text=中文");
    }

    /** The passwords of an auditor, a county and the head of the bureau. */
    private static List<String> accounts(Reader admin) {
        admin.go("/accounts").look("accounts");
        List<String> passwords = List.of(
                admin.addAccount("shenhe", "auditor", "", ""),
                admin.addAccount("linchuan", "viewer", "361002", ""),
                admin.addAccount("juzhang", "viewer", "", ""));
        admin.look("accounts-added");
        picture(admin, "3-accounts", "header");
        return passwords;
    }

    private static void enter(Reader reader, String name, String password) {
        reader.signIn(name, password).choosePassword(password, CHOSEN);
    }

    /** What a county sees on a phone: its own, and nothing to decide, to start or to manage. */
    private static void county(Chromium browser, BureauServer server, String password) throws IOException {
        try (Reader county = new Reader(browser, server, "county", 400)) {
            enter(county, "linchuan", password);
            county.look("overview");
            county.go("/runs").look("runs");
            assertThat(county.page().locator("form[action='/runs/start']").count())
                    .isZero();
            county.page().click("td a");
            county.look("run");
            assertThat(county.page().locator("#files td a").allInnerTexts())
                    .isNotEmpty()
                    .allMatch(name -> name.startsWith("by-region/361002/"));
            String own = Files.readString(server.report().resolve("by-region/361002/violations.csv"));
            assertThat(county.download("a[href$='/violations.csv']"))
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo(own);
            picture(county, "4-county-files", "#files");

            county.go("/findings").look("findings");
            county.page().click(".fold summary");
            assertThat(county.page().locator("select[name=region] option").allInnerTexts())
                    .hasSize(2)
                    .anyMatch(region -> region.contains("361002"));
            assertThat(county.page().locator(".decide").count()).isZero();
            county.page().locator("select[name=outcome]").selectOption("violation");
            county.page().click(".filter-form > .do button");
            county.look("findings-filtered");
            assertThat(county.page().locator(".sum [role=status]").innerText())
                    .startsWith(own.lines().skip(1).count() + " 条");
            picture(county, "5-county-findings", ".sum");
            county.page().click("tbody a");
            county.look("finding");
            county.go("/accounts");
            assertThat(county.text()).contains("无权");
        }
    }

    /** One violation is confirmed, after a mistake each way: its address. */
    private static String confirmation(Reader auditor, BureauServer server) throws IOException {
        auditor.go("/findings").look("findings");
        auditor.page().locator("select[name=outcome]").selectOption("violation");
        auditor.page().click(".filter-form button");
        assertThat(auditor.download("text=下载 CSV"))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo(Files.readString(server.report().resolve("violations.csv")));
        auditor.page().click("text=金额（元） >> nth=-1");
        auditor.page().click("text=下一页");
        auditor.look("findings-second-page");
        auditor.go("/findings?outcome=violation&sort=amount&down=yes&duty=mandatory&unit=" + UNIT)
                .page()
                .click("tbody a");
        auditor.look("finding");
        String address = auditor.page().url();
        assertThat(fields(auditor)).containsExactly("scope", "until", "note");
        auditor.page().locator("select[name=kind]").selectOption("exemption");
        assertThat(fields(auditor)).containsExactly("approval", "scope", "until", "note");
        auditor.page().locator("input[name=approval]").fill("not sent with another conclusion");
        auditor.page().locator("select[name=kind]").selectOption("certificate");
        assertThat(fields(auditor))
                .containsExactly("certificate", "certificate-from", "certificate-to", "scope", "until", "note");
        auditor.page().click(".decide button");
        auditor.look("decision-refused");
        assertThat(auditor.text()).contains("证书编号").doesNotContain("not sent with another");
        assertThat(auditor.page().locator(".said.bad").count()).isOne();
        confirm(auditor, "看错了记录");
        auditor.look("decided");
        assertThat(auditor.page().url()).isEqualTo(address);
        assertThat(auditor.text()).contains("已核定", "看错了记录");
        auditor.page().locator("input[name=reason]").fill("看错了");
        auditor.page().click("text=撤回 >> nth=-1");
        auditor.look("withdrawn");
        assertThat(auditor.text()).contains("已撤回", "看错了");
        confirm(auditor, "查过合同");
        assertThat(auditor.text()).contains("查过合同");

        auditor.go("/findings?from=abc&state=open");
        assertThat(auditor.text()).contains("“abc”无法识别");
        auditor.go("/findings/none/none/none").look("no-finding");
        return address;
    }

    /** What can be filled in for the conclusion that is chosen. */
    private static List<String> fields(Reader auditor) {
        return auditor.page().locator(".decide [name]:not([name=kind]):visible").all().stream()
                .map(field -> field.getAttribute("name"))
                .toList();
    }

    private static void confirm(Reader auditor, String note) {
        auditor.page().locator("select[name=kind]").selectOption("confirmed");
        auditor.page().locator("textarea[name=note]").fill(note);
        auditor.page().click(".decide button");
    }

    /** The unit has handed in the certificate that was renewed in time: the address of the finding. */
    private static String certificate(Reader auditor) {
        auditor.go("/findings?rule=M3&state=open&unit=" + UNIT).page().click("tbody a");
        String address = auditor.page().url();
        auditor.page().locator("select[name=kind]").selectOption("certificate");
        auditor.page().locator("input[name=certificate]").fill(CERTIFICATE);
        auditor.page().locator("input[name=certificate-from]").fill("2025-01-01");
        auditor.page().locator("input[name=certificate-to]").fill("2028-12-31");
        picture(auditor, "6-certificate", "#decisions");
        auditor.page().click(".decide button");
        auditor.look("certificate-handed-in");
        assertThat(auditor.text()).contains(CERTIFICATE);
        return address;
    }

    /** One answer for the lines of one model that units of two cities bought: the product. */
    private static String answer(Reader auditor, BureauServer server) throws IOException {
        auditor.go("/questions").look("questions");
        Locator question = auditor.page()
                .locator("section.question")
                .filter(new Locator.FilterOptions().setHasText("名义制冷量"))
                .first();
        String product = question.locator("h2 small").innerText();
        assertThat(question.locator("dl.meta").innerText()).contains("2");
        assertThat(rows(server, "undetermined.csv", product)).isEqualTo(2);
        question.locator("summary").click();
        question.locator("select[name=kind]").selectOption("fact");
        question.locator("textarea[name=note]").fill("名义制冷量 12000 W");
        picture(auditor, "7-question", "section.question:has(details[open])");
        question.locator("form button").click();
        assertThat(auditor.text()).contains("已核定 1 条");
        auditor.look("answered");
        return product;
    }

    /** How many rows a file of the newest report has of a product. */
    private static long rows(BureauServer server, String file, String product) throws IOException {
        String model = product.substring(product.indexOf(' ') + 1);
        return Files.readString(server.report().resolve(file))
                .lines()
                .filter(row -> row.contains(model))
                .count();
    }

    private static void nextAudit(Reader admin, BureauServer server) throws IOException {
        admin.audit(NEXT_DAY);
        assertThat(Files.readString(server.report().resolve("manifest.json"))).contains(NEXT_DAY);
    }

    private static void honoured(Reader auditor, BureauServer server, String certified, String confirmed, String asked)
            throws IOException {
        auditor.go("/questions");
        assertThat(auditor.text()).doesNotContain(asked);
        assertThat(rows(server, "undetermined.csv", asked)).isZero();
        assertThat(rows(server, "violations.csv", asked)).isEqualTo(2);
        assertThat(Files.readString(server.report().resolve("decided.csv"))).contains(CERTIFICATE, "12000");

        assertThat(found(auditor, certified)).isZero();
        auditor.page().navigate(certified);
        auditor.look("finding-of-the-audit-before");
        assertThat(auditor.page().locator("#decisions").innerText()).contains(CERTIFICATE);

        assertThat(found(auditor, confirmed)).isOne();
        auditor.page().click("tbody a");
        auditor.look("confirmed");
        assertThat(auditor.page().locator("#decisions").innerText()).contains("确认不符合", "已适用", "查过合同");
        assertThat(auditor.text()).contains("2026-06-30", NEXT_DAY);
    }

    /** How many violations of the newest audit are about the record and list of a finding's address. */
    private static int found(Reader reader, String finding) {
        String list = finding.substring(finding.lastIndexOf('/') + 1);
        reader.go("/findings?outcome=violation&list=" + list + "&q=" + record(finding));
        return reader.page().locator(".cells tbody tr").count();
    }

    /** The worst unit's notice, on the screen and on paper. */
    private static void notice(Reader auditor, String certified, String confirmed) throws IOException {
        auditor.go("/units");
        Locator worst = auditor.page().locator(".cells tbody tr").first();
        assertThat(worst.innerText()).startsWith("D");
        worst.locator("a").click();
        assertThat(auditor.page().locator("h1").innerText()).contains(UNIT);
        auditor.page().click("text=整改通知书");
        auditor.page().locator("input[name=by]").fill("2026-07-31");
        auditor.page().click("text=填入通知书");
        picture(auditor, "8-notice", "header");
        String items = auditor.page().locator("#violations").innerText();
        assertThat(items).contains(record(confirmed), "核定后仍成立").doesNotContain(record(certified));
        onPaper(auditor);
    }

    private static String record(String finding) {
        String[] parts = finding.split("/");
        return parts[parts.length - 2];
    }

    private static void onPaper(Reader reader) throws IOException {
        Page page = reader.page();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        for (String unprinted : List.of("header.bar", "form.notice-form", "footer", ".trail")) {
            assertThat(page.locator(unprinted).isVisible()).as(unprinted).isFalse();
        }
        assertThat(page.locator(".sheet").innerText()).contains("均为虚构", "2026年7月31日", "市财政局", "盖章");
        page.setViewportSize(A4_WIDTH, 900);
        reader.look("notice-on-paper");
        Path file = Files.createDirectories(Path.of("target", "screenshots")).resolve("notice.pdf");
        page.pdf(new Page.PdfOptions().setPath(file).setFormat("A4").setPreferCSSPageSize(true));
        String pdf = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertThat(pdf).startsWith("%PDF-");
        Matcher pages = Pattern.compile("/Type /Pages\\s*/Count (\\d+)").matcher(pdf);
        assertThat(pages.find()).isTrue();
        assertThat(Integer.parseInt(pages.group(1))).isPositive();
    }

    /** A number of the overview by its label. */
    private static int figure(Reader reader, String label) {
        return Integer.parseInt(reader.page()
                .locator(".figures div")
                .filter(new Locator.FilterOptions().setHasText(label))
                .first()
                .locator(".value")
                .innerText()
                .replaceAll("\\D", ""));
    }

    /** Takes a picture of a window that shows a part of the page, for the documentation. */
    private static void picture(Reader reader, String name, String part) {
        if (Boolean.getBoolean("week.pictures")) {
            Page page = reader.page();
            page.setViewportSize(page.viewportSize().width, PICTURE_HEIGHT);
            page.locator(part).first().evaluate("part => part.scrollIntoView()");
            page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
        }
    }
}
