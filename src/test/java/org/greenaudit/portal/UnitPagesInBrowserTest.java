package org.greenaudit.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.greenaudit.testing.Chromium;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The assessed units and their notices in a real browser, at two widths. */
@Tag("slow")
class UnitPagesInBrowserTest {

    private static final String CHOSEN = "a password of my own";
    private static final String UNIT = "SL36100202";

    @TempDir
    Path folder;

    @Test
    void unitsAndTheirNotices() throws Exception {
        try (Chromium browser = Chromium.start();
                BureauServer server = BureauServer.start(folder);
                Reader admin = new Reader(browser, server, "units", 1280)) {
            String given = server.portal().firstPassword().orElseThrow();
            admin.signIn("admin", given).choosePassword(given, CHOSEN);
            admin.audit("");

            admin.go("/units").look("units");
            assertThat(scores(admin)).isNotEmpty().isSorted();
            assertThat(admin.page().locator("#bodies tbody tr").count()).isPositive();
            int all = rows(admin, "/units");
            assertThat(all).isEqualTo(table(server, "buyers.csv").size());
            assertThat(rows(admin, "/units?grade=D")).isLessThan(all);
            assertThat(rows(admin, "/units?region=3610&grade=D"))
                    .isEqualTo(table(server, "buyers.csv").stream()
                            .filter(row -> row.get("等级").equals("D"))
                            .filter(row -> row.get("行政区划代码").startsWith("3610"))
                            .toList()
                            .size());

            admin.go("/units?q=" + UNIT);
            admin.page().click("tbody a");
            admin.look("unit");
            String unit = admin.page().url();
            admin.page().click("text=整改通知书");
            admin.look("notice-blank");
            assertThat(admin.page().locator(".by").innerText()).isEqualTo("____年__月__日");
            admin.page().locator("input[name=by]").fill("2026-07-31");
            admin.page().click("text=填入通知书");
            admin.look("notice");
            assertThat(admin.page().locator(".by").innerText()).isEqualTo("2026年7月31日");
            equalTheFiles(admin, server);
            String notice = admin.page().url();
            admin.go(path(server, notice).replace("2026-07-31", "soon"));
            assertThat(admin.text()).contains("“soon”不是日期", "____年__月__日");
            admin.go(path(server, notice) + "&lang=en").look("notice-en");
            assertThat(admin.text()).contains("Rectification notice", "2026-07-31");
            admin.page().click("text=中文");
            admin.go("/accounts");
            assertThat(admin.text()).contains("notice");

            try (Reader county = new Reader(browser, server, "units-county", 400)) {
                enter(county, "linchuan", admin.addAccount("linchuan", "viewer", "361002", ""));
                county.go("/units").look("units");
                assertThat(county.page().locator(".cells tbody .more").allInnerTexts())
                        .isNotEmpty()
                        .allMatch(region -> region.contains("361002"));
                findingsComeFirst(county);
                county.go(path(server, unit)).look("unit");
                county.go(path(server, notice)).look("notice");
                equalTheFiles(county, server);
                onlyOwn(county, server, unit);
            }
            try (Reader own = new Reader(browser, server, "units-own", 400)) {
                enter(own, "hospital", admin.addAccount("hospital", "viewer", "", UNIT));
                own.go("/units").look("units");
                assertThat(own.page().locator(".cells tbody tr").count()).isOne();
                assertThat(own.page().locator("#bodies").count()).isZero();
                own.go(path(server, notice)).look("notice");
                equalTheFiles(own, server);
                onlyOwn(own, server, unit);
            }
        }
    }

    private static List<BigDecimal> scores(Reader reader) {
        return reader.page().locator(".cells tbody tr td:nth-child(2)").allInnerTexts().stream()
                .filter(score -> !score.equals("—"))
                .map(BigDecimal::new)
                .toList();
    }

    /** How many units a list has on all of its pages. */
    private static int rows(Reader reader, String address) {
        reader.go(address);
        int rows = 0;
        while (true) {
            rows += reader.page().locator(".cells tbody tr").count();
            Locator later = reader.page().locator("a[rel=next]");
            if (later.count() == 0) {
                break;
            }
            later.click();
        }
        Matcher told = Pattern.compile("(\\d+) 个单位").matcher(reader.text());
        assertThat(told.find()).isTrue();
        assertThat(rows).isEqualTo(Integer.parseInt(told.group(1)));
        return rows;
    }

    /** What the notice lists is what the report's files have of the unit. */
    private static void equalTheFiles(Reader reader, BureauServer server) throws IOException {
        for (Map.Entry<String, String> part : Map.of("violations", "violations.csv", "questions", "undetermined.csv")
                .entrySet()) {
            List<Map<String, String>> rows = table(server, part.getValue()).stream()
                    .filter(row -> row.get("采购单位编码").equals(UNIT))
                    .toList();
            assertThat(rows).as(part.getKey()).isNotEmpty();
            Locator items = reader.page().locator("#" + part.getKey() + " tbody tr");
            assertThat(items.count()).isEqualTo(rows.size());
            assertThat(sum(items.locator("td.amount").allInnerTexts()))
                    .isEqualByComparingTo(
                            sum(rows.stream().map(row -> row.get("金额")).toList()))
                    .isEqualByComparingTo(sum(List.of(reader.page()
                            .locator("#" + part.getKey() + " .lead")
                            .innerText()
                            .replaceAll("^.*，| 元$", ""))));
        }
    }

    /** The rows of a file of the report by its header. */
    private static List<Map<String, String>> table(BureauServer server, String file) throws IOException {
        String text = Files.readString(server.report().resolve(file)).substring(1);
        try (CSVParser rows = CSVParser.parse(
                text,
                CSVFormat.DEFAULT
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get())) {
            return rows.stream().map(CSVRecord::toMap).toList();
        }
    }

    private static BigDecimal sum(List<String> amounts) {
        return amounts.stream()
                .map(amount -> new BigDecimal(amount.replace(",", "").strip()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Every other unit of the run is as if it did not exist, unless it is in the list that the account sees. */
    private static void onlyOwn(Reader reader, BureauServer server, String unit) throws IOException {
        reader.go("/units");
        List<String> listed = reader.page().locator(".cells tbody a").all().stream()
                .map(link -> server.at(Objects.requireNonNull(link.getAttribute("href"))))
                .toList();
        assertThat(listed).contains(unit);
        String base = unit.substring(0, unit.lastIndexOf('/') + 1);
        int all = table(server, "buyers.csv").size();
        for (int place = 0; place <= all; place++) {
            String address = base + place;
            for (String page : List.of(address, address + "/notice")) {
                assertThat(reader.page().request().get(page).status())
                        .as(page)
                        .isEqualTo(listed.contains(address) ? 200 : 404);
            }
        }
    }

    /** On a phone what they are filtered by is folded, and opened by whoever wants it. */
    private static void findingsComeFirst(Reader narrow) {
        narrow.go("/findings?outcome=violation").look("findings");
        Locator filter = narrow.page().locator(".filter-form");
        assertThat(filter.isVisible()).isFalse();
        assertThat(narrow.page().locator(".cells tbody tr").first().boundingBox().y)
                .isLessThan(900);
        narrow.page().click("text=筛选（已用 1 项）");
        assertThat(filter.isVisible()).isTrue();
        narrow.page().click(".filter-form button");
        narrow.page().click(".cells tbody a");
        assertThat(narrow.page()
                        .locator(".facts div")
                        .filter(new Locator.FilterOptions().setHasText("金额"))
                        .first()
                        .locator("dd")
                        .innerText())
                .matches("[0-9]{1,3}(,[0-9]{3})*\\.[0-9]{2}");
    }

    private static String path(BureauServer server, String address) {
        return "/" + address.substring(server.at("/").length());
    }

    private static void enter(Reader reader, String name, String password) {
        reader.signIn(name, password).choosePassword(password, CHOSEN);
    }
}
