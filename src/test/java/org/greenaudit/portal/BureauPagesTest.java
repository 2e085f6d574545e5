package org.greenaudit.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.greenaudit.testing.Chromium;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bureau's first day with the server, in a real browser, at two widths. */
@Tag("slow")
class BureauPagesTest {

    private static final String CHOSEN = "a password of my own";
    private static final Pattern SECRET = Pattern.compile("：([a-zA-Z0-9]{20})（");
    private static final double AUDIT_MILLIS = 180_000;

    @TempDir
    Path folder;

    @Test
    void theFirstDay() throws Exception {
        try (Chromium browser = Chromium.start();
                BureauServer server = BureauServer.start(folder);
                Reader admin = new Reader(browser, server, "admin", 1280)) {
            String given = server.portal().firstPassword().orElseThrow();
            admin.go("/").look("login");
            admin.signIn("admin", "wrong password").look("refused");
            admin.signIn("admin", given).look("must-change");
            admin.choosePassword(given, CHOSEN).look("nothing-yet");

            admin.go("/runs").look("runs-none");
            admin.page().click("form[action='/runs/start'] button");
            admin.page()
                    .locator(".badge.completed")
                    .waitFor(new Locator.WaitForOptions()
                            .setState(WaitForSelectorState.VISIBLE)
                            .setTimeout(AUDIT_MILLIS));
            admin.look("runs");
            admin.page().click("td a");
            admin.look("run");
            assertThat(admin.download("a[href$='/files/violations.csv']"))
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo(Files.readString(server.report().resolve("violations.csv")));
            admin.go("/").look("overview");
            admin.page().click("text=English");
            admin.look("overview-en");
            admin.page().click("text=中文");

            findings(admin, server);
            answers(admin, server);
            admin.go("/accounts").look("accounts");
            String password = add(admin, "linchuan", "viewer", "361002");
            admin.look("account-added");

            try (Reader county = new Reader(browser, server, "county", 400)) {
                county.signIn("linchuan", password)
                        .choosePassword(password, CHOSEN)
                        .look("overview");
                county.go("/runs").look("runs");
                assertThat(county.page().locator("form[action='/runs/start']").count())
                        .isZero();
                county.page().click("td a");
                county.look("run");
                assertThat(county.page().locator("#files td a").allInnerTexts())
                        .isNotEmpty()
                        .allMatch(name -> name.startsWith("by-region/361002/"));
                assertThat(county.download("a[href$='/violations.csv']"))
                        .asString(StandardCharsets.UTF_8)
                        .isEqualTo(Files.readString(server.report().resolve("by-region/361002/violations.csv")));
                county.go("/findings").look("findings");
                assertThat(county.page().locator("select[name=region] option").allInnerTexts())
                        .hasSize(2)
                        .anyMatch(region -> region.contains("361002"));
                assertThat(county.page().locator(".decide").count()).isZero();
                county.page().click("tbody a");
                county.look("finding");
                county.go("/accounts");
                assertThat(county.text()).contains("无权");
            }
        }
    }

    private static void findings(Reader admin, BureauServer server) throws Exception {
        admin.go("/findings").look("findings");
        admin.page().locator("select[name=outcome]").selectOption("violation");
        admin.page().click(".filter-form button");
        assertThat(admin.download("text=下载 CSV"))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo(Files.readString(server.report().resolve("violations.csv")));
        admin.page().click("text=金额（元） >> nth=-1");
        admin.page().click("text=下一页");
        admin.look("findings-second-page");
        admin.page().click("tbody a");
        admin.look("finding");
        String address = admin.page().url();
        admin.page().locator("select[name=kind]").selectOption("certificate");
        admin.page().click(".decide button");
        admin.look("decision-refused");
        assertThat(admin.page().locator(".said.bad").count()).isOne();
        admin.page().locator("select[name=kind]").selectOption("confirmed");
        admin.page().locator("textarea[name=note]").fill("查过合同");
        admin.page().click(".decide button");
        admin.look("decided");
        assertThat(admin.page().url()).isEqualTo(address);
        assertThat(admin.text()).contains("已核定", "查过合同");
        admin.page().locator("input[name=reason]").fill("看错了");
        admin.page().click("text=撤回 >> nth=-1");
        admin.look("withdrawn");
        assertThat(admin.text()).contains("已撤回", "看错了");
        admin.go("/findings?from=abc&state=open");
        assertThat(admin.text()).contains("“abc”无法识别");
        admin.go("/findings/none/none/none").look("no-finding");
    }

    /** A question is answered, and a certificate handed in; the next audit honours both. */
    private static void answers(Reader admin, BureauServer server) throws Exception {
        admin.go("/questions").look("questions");
        Locator question = admin.page()
                .locator("section.question")
                .filter(new Locator.FilterOptions().setHasText("名义制冷量"))
                .first();
        String product = question.locator("h2 small").innerText();
        question.locator("summary").click();
        question.locator("select[name=kind]").selectOption("fact");
        question.locator("textarea[name=note]").fill("名义制冷量 12000 W");
        question.locator("form button").click();
        assertThat(admin.text()).contains("已核定 1 条");
        admin.look("answered");

        admin.go("/findings?rule=M1&state=open").page().click("tbody a");
        String handedIn = admin.page().url();
        admin.page().locator("select[name=kind]").selectOption("certificate");
        admin.page().locator("input[name=certificate]").fill("CQC26701990099");
        admin.page().locator("input[name=certificate-from]").fill("2025-01-01");
        admin.page().locator("input[name=certificate-to]").fill("2028-12-31");
        admin.page().click(".decide button");
        admin.look("certificate-handed-in");
        assertThat(admin.text()).contains("CQC26701990099");

        String undetermined = Files.readString(server.report().resolve("undetermined.csv"));
        assertThat(undetermined).contains(product.substring(product.indexOf(' ') + 1));
        admin.go("/runs").page().click("form[action='/runs/start'] button");
        admin.page()
                .locator(".badge.completed >> nth=1")
                .waitFor(new Locator.WaitForOptions().setTimeout(AUDIT_MILLIS));
        admin.go("/questions");
        assertThat(admin.text()).doesNotContain(product);
        admin.page().navigate(handedIn);
        admin.look("finding-of-the-audit-before");
        assertThat(admin.page().locator("#decisions").innerText()).contains("CQC26701990099");
        assertThat(Files.readString(server.report().resolve("decided.csv"))).contains("CQC26701990099", "12000");
    }

    private static String add(Reader admin, String name, String role, String region) {
        Locator form = admin.page().locator("form[action='/accounts']");
        form.locator("input[name=name]").fill(name);
        form.locator("select[name=role]").selectOption(role);
        form.locator("input[name=region]").fill(region);
        form.locator("button").click();
        Matcher told = SECRET.matcher(admin.text());
        assertThat(told.find()).as(admin.text()).isTrue();
        return told.group(1);
    }
}
