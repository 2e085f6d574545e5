package org.greenaudit.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.greenaudit.testing.Chromium;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A feed from the choice of a file to a finding, in a real browser, at two widths. */
@Tag("slow")
class UploadPagesInBrowserTest {

    private static final String CHOSEN = "a password of my own";
    private static final double MILLIS = 180_000;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1280, 400})
    void fromAFileToAFinding(int width) throws Exception {
        Path feed = Files.writeString(
                folder.resolve("六月采购.csv"),
                """
                合同签订日期,采购单位,行政区划代码,货物名称,规格型号,金额,品目编码,经办人
                2026-02-05,某局,361002,台式计算机,X-1,5000,A02010105,张某
                2026-03-05,某局,361002,台式计算机,X-2,6000,A02010105,<i>李某</i>
                2026-03-06,某局,361002,台式计算机,X-3,无,A02010105,
                """,
                Charset.forName("GB18030"));
        Path page = Files.writeString(folder.resolve("网页.xlsx"), "<html><table></table></html>");
        try (Chromium browser = Chromium.start();
                BureauServer server = BureauServer.start(folder);
                Reader admin = new Reader(browser, server, "upload", width)) {
            String given = server.portal().firstPassword().orElseThrow();
            admin.signIn("admin", given).choosePassword(given, CHOSEN);
            admin.go("/uploads").look("uploads-none");
            send(admin, page);
            assertThat(admin.text()).contains("不是可以读取的文件");
            admin.look("upload-refused");

            send(admin, feed);
            visible(admin, "form[action$='/audit']");
            admin.look("upload-checked");
            assertThat(admin.text()).contains("六月采购.csv", "GB18030", "货物名称", "经办人", "退回", "2026-02-05");
            assertThat(admin.page().locator("input[name=from]").inputValue()).isEqualTo("2026-02-05");
            assertThat(admin.page().locator("input[name=to]").inputValue()).isEqualTo("2026-03-05");
            String upload = admin.page().url();
            admin.page().click("form[action$='/audit'] button");
            visible(admin, ".badge.completed");
            admin.look("upload-audited");
            admin.page().click("td a");
            admin.look("upload-run");
            String run = admin.page().url().replaceFirst(".*/", "");
            admin.go("/findings?run=" + run).look("upload-findings");
            admin.page().click("tbody a");
            admin.look("upload-finding");
            assertThat(admin.text()).contains("某局", "X-");
            admin.page().navigate(upload);
            admin.look("upload-with-audit");
            admin.page().click("form[action$='/remove'] button");
            assertThat(admin.text()).contains("已删除“六月采购.csv”");
            admin.look("upload-removed");
        }
    }

    @Test
    void aFileThatIsTooLargeIsNotSent() throws Exception {
        Path large = Files.write(folder.resolve("large.csv"), new byte[3000]);
        try (Chromium browser = Chromium.start();
                BureauServer server = BureauServer.start(folder, Map.of("greenaudit.serve.upload-limit", "2KB"));
                Reader admin = new Reader(browser, server, "upload-large", 1280)) {
            String given = server.portal().firstPassword().orElseThrow();
            admin.signIn("admin", given).choosePassword(given, CHOSEN);
            admin.go("/uploads");
            send(admin, large);
            assertThat(admin.page().url()).endsWith("/uploads");
            assertThat(admin.page().locator("input[type=file]").evaluate("field => field.validationMessage"))
                    .asString()
                    .contains("文件太大");
        }
    }

    private static void send(Reader reader, Path file) {
        reader.page().locator("input[type=file]").setInputFiles(file);
        reader.page().click("form[action='/uploads'] button");
    }

    private static void visible(Reader reader, String what) {
        reader.page()
                .locator(what)
                .first()
                .waitFor(new Locator.WaitForOptions()
                        .setState(WaitForSelectorState.VISIBLE)
                        .setTimeout(MILLIS));
    }
}
