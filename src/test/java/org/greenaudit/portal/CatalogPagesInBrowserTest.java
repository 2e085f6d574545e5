package org.greenaudit.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.greenaudit.testing.Chromium;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The catalogs, a search for certificates and a new registry in a real browser, at two widths. */
@Tag("slow")
class CatalogPagesInBrowserTest {

    private static final String CHOSEN = "a password of my own";

    @TempDir
    Path folder;

    @Test
    void catalogsCertificatesAndANewRegistry() throws Exception {
        Path sample = Path.of("jobs/sample/catalogs/certificates/sample.csv").toAbsolutePath();
        Path certificates = Files.createDirectories(folder.resolve("own/certificates"));
        Files.copy(sample, certificates.resolve("sample.csv"));
        Files.writeString(
                certificates.resolve("registry.yaml"),
                "lists:\n  energy-saving: complete\n  eco-label: complete\nas_of: 2026-05-31\nnote: 虚构\n");
        Path job = BureauServer.job(folder);
        Files.writeString(
                job, Files.readString(job).replaceFirst("(?m)^source:", "  - " + folder.resolve("own") + "\nsource:"));
        Path bad = folder.resolve("bad.csv");
        Files.writeString(bad, Files.readString(sample).replace("有效", "不知道"));
        try (Chromium browser = Chromium.start();
                BureauServer server = BureauServer.start(folder);
                Reader admin = new Reader(browser, server, "catalogs", 1280);
                Reader narrow = new Reader(browser, server, "catalogs", 400)) {
            String given = server.portal().firstPassword().orElseThrow();
            admin.signIn("admin", given).choosePassword(given, CHOSEN);
            narrow.signIn("admin", CHOSEN);
            look(admin);
            look(narrow);

            for (Reader reader : new Reader[] {admin, narrow}) {
                reader.go("/catalogs/registry").look("registry");
                bring(reader, bad);
                reader.look("registry-bad");
                assertThat(reader.text()).contains("不能启用", "certificates.csv:2", "证书状态");
                reader.go("/catalogs/registry");
                bring(reader, sample);
                reader.look("registry-fit");
                reader.page().click("form[action$='/effect'] button");
                reader.look("registry-in-effect");
                assertThat(reader.text()).contains("已启用 2026-06-30-", "启用中");
            }
            admin.page().click("text=检查并换回 >> nth=-1");
            admin.look("registry-back");
            admin.go("/catalogs/registry?lang=en").look("registry-en");
            admin.go("/catalogs").look("catalogs-en");
        }
    }

    private static void look(Reader reader) {
        reader.go("/catalogs").look("catalogs");
        reader.page().click("#lists tbody a");
        reader.look("list");
        reader.go("/catalogs").page().click("text=查证书");
        reader.page().locator("input[name=brand]").fill("示例甲");
        reader.page().click(".filter-form button");
        reader.look("certificates");
        reader.page().click("tbody a");
        reader.look("certificate");
        assertThat(reader.text()).contains("sample.csv:");
    }

    private static void bring(Reader reader, Path file) {
        reader.page().locator("input[type=file]").setInputFiles(file);
        reader.page().locator("input[name=as-of]").fill("2026-06-30");
        reader.page().click("form[enctype] button");
    }
}
