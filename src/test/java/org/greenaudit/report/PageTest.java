package org.greenaudit.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.greenaudit.assessment.Count;
import org.greenaudit.assessment.LineOutcome;
import org.greenaudit.assessment.RunCounts;
import org.greenaudit.catalog.Duty;
import org.greenaudit.message.Messages;
import org.greenaudit.purchase.BuyerType;
import org.greenaudit.purchase.RejectReason;
import org.greenaudit.rules.Outcome;
import org.greenaudit.testing.StoredVerdicts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {

    @TempDir
    private Path out;

    private String page(FakeRun run, String language) throws IOException {
        Path report =
                new ReportWriter(run, Messages.in(Locale.forLanguageTag(language)), Optional.empty(), 2).write(out);
        return Csv.text(report.resolve("index.html"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void hostileNamesAreTextAndNothingElse(String language) throws IOException {
        String hostile = "<script>alert(1)</script>\"'&";
        FakeRun run = new FakeRun().title(hostile);
        for (int i = 0; i < 3; i++) {
            run.add(StoredVerdicts.violation()
                    .record("R" + i, i)
                    .region("361002", hostile)
                    .buyer(hostile, hostile, BuyerType.INSTITUTION)
                    .build());
        }
        String page = page(run.counted(), language);
        assertThat(page.indexOf("<script")).as("the page's own script").isEqualTo(page.lastIndexOf("<script"));
        assertThat(page.substring(0, page.indexOf("</footer>")))
                .doesNotContain("<script")
                .contains("<h1>&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;</h1>")
                .contains("<td>&lt;script&gt;");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void thePageNeedsNoNetwork(String language) throws IOException {
        assertThat(page(FakeRuns.realistic(), language))
                .doesNotContain("http:", "https:", "src=", "@import", "url(", "<link");
    }

    @Test
    void thePageRunsNoScriptButItsOwn() throws Exception {
        String page = page(FakeRuns.realistic(), "zh");
        String script = page.substring(page.indexOf("<script>") + 8, page.indexOf("</script>"));
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
        assertThat(page.replace("&#x2F;", "/").replace("&#x3D;", "="))
                .contains("script-src 'sha256-" + Base64.getEncoder().encodeToString(digest) + "'");
    }

    @Test
    void eachFindingUnfoldsItsReasoning() throws IOException {
        FakeRun run = new FakeRun()
                .add(StoredVerdicts.violation()
                        .record("R1", 1)
                        .item("虚构台式计算机")
                        .rule("M1")
                        .build())
                .add(StoredVerdicts.violation()
                        .record("R2", 2)
                        .outcome(Outcome.UNDETERMINED, "kind-ambiguous")
                        .build());
        String page = page(run.counted(), "zh");
        assertThat(page)
                .contains("<h3 id=\"violation-M1\">M1 ")
                .contains("<a href=\"#violation-M1\">M1</a>")
                .contains("<span class=\"goods\">虚构台式计算机</span>")
                .contains("<dt>记录编号</dt><dd>R1</dd>", "<dt>记录编号</dt><dd>R2</dd>");
        assertThat(Pattern.compile("<details class=\"finding\">").matcher(page).results())
                .hasSize(2);
    }

    @Test
    void tooManyFindingsAreLeftToTheWorkbook() throws IOException {
        FakeRun run = new FakeRun();
        for (int i = 0; i <= FindingSection.SHOWN; i++) {
            run.add(StoredVerdicts.violation().record("R" + i, i).rule("M1").build());
        }
        assertThat(page(run.counted(), "en"))
                .doesNotContain("class=\"finding\"")
                .contains("<a href=\"report.xlsx\">M1</a>", "too many findings");
    }

    @Test
    void linesVerdictsAndRowsAreReconciledInASentence() throws IOException {
        StoredVerdicts both = StoredVerdicts.violation().record("R1", 1);
        FakeRun run = new FakeRun()
                .add(both.build())
                .add(both.entry(FakeCatalog.ECO, "EL2019-01-02", Duty.PRIORITY).build());
        assertThat(page(run.counted(), "en"))
                .contains(
                        "1 line is in violation. A line may have a verdict under each list, hence 2 verdicts, the rows of"
                                + " violations.csv; 0 of them");
    }

    @Test
    void earlierRunsStandBesideThisOne() throws IOException {
        FakeRun run = FakeRuns.realistic();
        assertThat(page(run, "zh")).doesNotContain("历次审计");
        run.earlier(run.run().auditDate().minusYears(1), new FakeRun().counted())
                .earlier(run.run().auditDate().minusDays(1), FakeRuns.realistic());
        out = out.resolve("again");
        assertThat(page(run, "zh").replaceAll("\\s", ""))
                .contains("历次审计", "<tdclass=\"key-date\">2025-06-30（上年同日）</td><tdclass=\"n\">—（无同类采购）</td>")
                .contains("<tdclass=\"key-date\">2026-06-29</td><tdclass=\"n\">83.5%</td>")
                .contains("<tdclass=\"key-date\">2026-06-30</td><tdclass=\"n\">83.5%</td>");
    }

    @Test
    void everyLinkLeadsToAFileOrSection() throws IOException {
        Path report = new ReportWriter(
                        FakeRuns.realistic().withAllVerdicts(), Messages.in(Locale.ENGLISH), Optional.empty(), 2)
                .write(out);
        String page = Csv.text(report.resolve("index.html"));
        Matcher links = Pattern.compile("href=\"([^\"]+)\"").matcher(page);
        int found = 0;
        while (links.find()) {
            String target = links.group(1).replace("&#x2F;", "/");
            if (target.startsWith("#")) {
                assertThat(page).contains("id=\"" + target.substring(1) + "\"");
            } else {
                assertThat(report.resolve(target)).exists();
            }
            found++;
        }
        assertThat(found).isGreaterThan(40);
    }

    @Test
    void anIndicatorIsNeverWithoutNumeratorAndDenominator() throws IOException {
        assertThat(page(FakeRuns.realistic(), "zh"))
                .contains("<p class=\"share\">83.5%</p>")
                .contains("13,538,753.00 元 ÷ 16,221,062.00 元")
                .contains("726 行 ÷ 871 行")
                .contains("全国 2023 年（按金额）：83.9%");
    }

    @Test
    void nothingInScopeShowsADashAndNoShare() throws IOException {
        assertThat(page(new FakeRun().counted(), "zh"))
                .contains("<p class=\"share\">—（无同类采购）</p>")
                .contains("没有可比的上次运行");
    }

    @Test
    void whatCouldNotBeReadStandsFirst() throws IOException {
        FakeRun run =
                new FakeRun().add(StoredVerdicts.violation().record("R1", 1).build());
        for (int i = 0; i < 3; i++) {
            run.reject(RejectReason.DATE_UNREADABLE, "contract_date", "x", 100);
        }
        String page = page(run.counted(), "en");
        int caveat = page.indexOf("3 of 4 rows could not be read");
        assertThat(page.indexOf("most often: date not readable (3 rows)")).isGreaterThan(caveat);
        assertThat(caveat).isPositive().isLessThan(page.indexOf("<header>"));
    }

    @Test
    void aRunInWhichNothingWasListedSaysThatFirst() throws IOException {
        FakeRun run = new FakeRun().counted();
        RunCounts.plus(run.counties().of("").lines(), LineOutcome.NOT_APPLICABLE, new Count(7, 100));
        String page = page(run, "zh");
        assertThat(page.indexOf("读入的 7 行都不在任何清单内")).isPositive().isLessThan(page.indexOf("<header>"));
    }

    @Test
    void aSingleViolationKeepsTheShareBelowAHundred() throws IOException {
        FakeRun run = new FakeRun()
                .add(
                        StoredVerdicts.violation()
                                .record("R1", 1)
                                .outcome(Outcome.COMPLIANT, "")
                                .yuan(99_999_999)
                                .build(),
                        StoredVerdicts.violation().record("R2", 2).yuan(1).build());
        assertThat(page(run.counted(), "en")).contains("<p class=\"share\">99.9%</p>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void theFormulaIsPrintedWithItsNumbers(String language) throws IOException {
        assertThat(page(FakeRuns.realistic(), language)).contains("100 − 60 ×", "25 ×", "0.85", "A ≥ 90", "C ≥ 60");
    }

    @Test
    void rowsThatAreLeftOutAreAnnounced() throws IOException {
        FakeRun run = new FakeRun();
        IntStream.range(0, 41)
                .forEach(i -> run.add(StoredVerdicts.violation()
                        .record("R" + i, i)
                        .region(String.valueOf(100000000000L + i), "")
                        .build()));
        assertThat(page(run.counted(), "en"))
                .contains("The first 40 of 41 rows are shown; all are in summary.csv. <a href=\"summary.csv\">");
    }

    @Test
    void moreThanFortyRegionsTakeLessRoomThanFortyAndTheRestIsOnePageAway() throws IOException {
        String few = page(regions(40), "en");
        out = out.resolve("many");
        String many = page(regions(41), "en").replace("&#x2F;", "/");
        assertThat(many.length()).isLessThan(few.length());
        assertThat(many)
                .contains("The first 40 of 41 rows are shown; all are in by-region/index.html.")
                .contains("<a href=\"by-region/index.html\">")
                .contains("href=\"by-region/100040/index.html\"", "href=\"by-region/100001/index.html\"")
                .doesNotContain("href=\"by-region/100000/index.html\"");
        Path index = out.resolve("2026-06-30/run-1/by-region/index.html");
        String all = Csv.text(index).replace("&#x2F;", "/");
        assertThat(all.indexOf("../by-region/100040/index.html"))
                .as("the worst stand first")
                .isPositive()
                .isLessThan(all.indexOf("../by-region/100000/index.html"));
        Matcher links = Pattern.compile("<td><a href=\"([^\"]+)\"").matcher(all);
        assertThat(links.results().map(link -> index.resolveSibling(link.group(1))))
                .hasSize(41)
                .allSatisfy(page -> assertThat(page).exists());
    }

    /** Each region has one violation, the later ones of larger amounts. */
    private static FakeRun regions(int count) {
        FakeRun run = new FakeRun();
        IntStream.range(0, count)
                .forEach(i -> run.add(StoredVerdicts.violation()
                        .record("R" + i, i)
                        .region(String.valueOf(100000 + i), "")
                        .yuan(1000 + i)
                        .build()));
        return run.counted();
    }

    @Test
    void totalsThatDoNotAddUpAreShown() throws IOException {
        FakeRun run = FakeRuns.realistic();
        run.counties().counties().values().forEach(counts -> counts.outside().clear());
        assertThat(page(run, "zh")).contains("清单 eco-label 的行数不平").doesNotContain("行数与金额均相符");
    }
}
