package org.greenaudit.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.greenaudit.catalog.Duty;
import org.greenaudit.message.Messages;
import org.greenaudit.message.Text;
import org.greenaudit.purchase.BuyerType;
import org.greenaudit.purchase.RejectReason;
import org.greenaudit.purchase.SetApart;
import org.greenaudit.purchase.SourceRef;
import org.greenaudit.rules.Outcome;
import org.greenaudit.store.StoredVerdict;
import org.greenaudit.testing.DataDictionary;
import org.greenaudit.testing.StoredVerdicts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFilesTest {

    @TempDir
    private Path out;

    private Path write(FakeRun run, Locale locale) throws IOException {
        return new ReportWriter(run, Messages.in(locale), Optional.empty(), 2).write(out);
    }

    /** A column more, less or elsewhere is a change for everybody who reads the files: the page tells them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "violations.csv",
                "undetermined.csv",
                "verdicts.csv",
                "rejected.csv",
                "summary.csv",
                "buyers.csv",
                "bodies.csv",
                "by-region/361002/violations.csv"
            })
    void headersAreThoseThatThePageOnFilesPromises(String file) throws IOException {
        String name = Path.of(file).getFileName().toString();
        Path english = write(FakeRuns.realistic().withAllVerdicts(), Locale.ENGLISH);
        assertThat(Csv.rows(english.resolve(file)).get(0)).isEqualTo(DataDictionary.english(name));
        Path chinese = write(FakeRuns.realistic().withAllVerdicts(), Messages.CHINESE);
        assertThat(Csv.rows(chinese.resolve(file)).get(0)).isEqualTo(DataDictionary.chinese(name));
    }

    @Test
    void filesBeginWithAByteOrderMarkAndEndLinesWithCarriageReturnAndLineFeed() throws IOException {
        Path report = write(FakeRuns.realistic(), Messages.CHINESE);
        String text = Csv.text(report.resolve("violations.csv"));
        assertThat(text).startsWith("\ufeff运行编号,").endsWith("\r\n");
        assertThat(text.replace("\r\n", "")).doesNotContain("\n", "\r", "\ufeff\ufeff");
    }

    @Test
    void regionFilesHaveOneMarkAndOneHeaderHoweverOftenTheyAreContinued() throws IOException {
        FakeRun run = new FakeRun()
                .add(
                        StoredVerdicts.violation().record("A", 2).region("", "").build(),
                        StoredVerdicts.violation()
                                .record("B", 3)
                                .region("361002", "虚构区")
                                .build(),
                        StoredVerdicts.violation()
                                .record("C", 4)
                                .region("区", "")
                                .build())
                .counted();
        Path report = write(run, Locale.ENGLISH);
        Path unknown = report.resolve("by-region/unknown/violations.csv");
        assertThat(Csv.column(unknown, "record_id")).containsExactly("A", "C");
        assertThat(Csv.text(unknown).lastIndexOf('\ufeff')).isZero();
    }

    /** A 合计 line names no region; a folder of rows without a region would hold nothing else. */
    @Test
    void totalsAndRemarksMakeNoCountyOfTheirOwn() throws IOException {
        FakeRun run = new FakeRun()
                .add(StoredVerdicts.violation().region("361002", "").build())
                .counted();
        for (SetApart.Reason reason : List.of(SetApart.Reason.TOTAL, SetApart.Reason.NOTE)) {
            run.counties().of("").add(new SetApart(new SourceRef(0, "feed", 9), "", "", reason, 100));
        }
        Path regions = write(run, Locale.ENGLISH).resolve("by-region");
        assertThat(regions.resolve("361002")).isDirectory();
        assertThat(regions.resolve("unknown")).doesNotExist();
        run.counties().of("").add(new SetApart(new SourceRef(0, "feed", 10), "", "", SetApart.Reason.REFUND, 100));
        assertThat(write(run.number(2), Locale.ENGLISH).resolve("by-region/unknown"))
                .isDirectory();
    }

    @Test
    void cellsThatLookLikeFormulasAreGuardedAndNumbersAreNot() throws IOException {
        FakeRun run = new FakeRun()
                .add(StoredVerdicts.violation()
                        .item("=HYPERLINK(\"x\")")
                        .model("@SUM,\"1\"\n2")
                        .buyer("+1", "-采购单位", BuyerType.UNKNOWN)
                        .quantity("-2")
                        .unitPrice("=1")
                        .yuan(-500)
                        .build())
                .counted();
        Path file = write(run, Locale.ENGLISH).resolve("violations.csv");
        assertThat(Csv.column(file, "item_name")).containsExactly("'=HYPERLINK(\"x\")");
        assertThat(Csv.column(file, "model")).containsExactly("'@SUM,\"1\"\n2");
        assertThat(Csv.column(file, "buyer_code")).containsExactly("'+1");
        assertThat(Csv.column(file, "buyer_name")).containsExactly("'-采购单位");
        assertThat(Csv.column(file, "quantity")).containsExactly("-2");
        assertThat(Csv.column(file, "unit_price")).containsExactly("'=1");
        assertThat(Csv.column(file, "amount")).containsExactly("-500.00");
    }

    @Test
    void rawRowsAreGuardedToo() throws IOException {
        FakeRun run = new FakeRun()
                .reject(RejectReason.DATE_UNREADABLE, "contract_date", "@2026", 0)
                .counted();
        Path file = write(run, Locale.ENGLISH).resolve("rejected.csv");
        assertThat(Csv.column(file, "value")).containsExactly("'@2026");
        assertThat(Csv.column(file, "raw")).containsExactly("'=1+1,\"@2026\"");
        assertThat(Csv.column(file, "reason")).containsExactly("date-unreadable");
    }

    @Test
    void codesDatesAndNumbersAreTheSameInBothLanguagesAndWordsAreNot() throws IOException {
        Path zh = new ReportWriter(FakeRuns.realistic(), Messages.in(Messages.CHINESE), Optional.empty(), 2)
                .write(out.resolve("zh"));
        Path en = new ReportWriter(FakeRuns.realistic(), Messages.in(Locale.ENGLISH), Optional.empty(), 2)
                .write(out.resolve("en"));
        Map<String, String> words = Map.ofEntries(
                Map.entry("energy-saving", "节能产品"),
                Map.entry("eco-label", "环境标志产品"),
                Map.entry("mandatory", "强制"),
                Map.entry("priority", "优先"),
                Map.entry("advisory", "鼓励"),
                Map.entry("not graded", "不评级"),
                Map.entry("required-empty", "必填项未填写"),
                Map.entry("date-unreadable", "日期无法识别"),
                Map.entry("amount-unreadable", "金额无法识别"));
        for (String file : List.of("buyers.csv", "bodies.csv", "summary.csv")) {
            List<List<String>> english = Csv.rows(en.resolve(file)).stream()
                    .skip(1)
                    .map(row -> row.stream()
                            .map(cell -> words.getOrDefault(cell, cell))
                            .toList())
                    .toList();
            assertThat(Csv.rows(zh.resolve(file)).stream().skip(1)).containsExactlyElementsOf(english);
        }
        for (String file : List.of("violations.csv", "undetermined.csv")) {
            for (Map.Entry<String, String> column : Map.of(
                            "duty",
                            "采购义务",
                            "list",
                            "清单",
                            "rule_code",
                            "规则代码",
                            "contract_date",
                            "合同签订日期",
                            "amount",
                            "金额")
                    .entrySet()) {
                assertThat(Csv.column(zh.resolve(file), column.getValue()))
                        .isEqualTo(Csv.column(en.resolve(file), column.getKey()).stream()
                                .map(cell -> words.getOrDefault(cell, cell))
                                .toList());
            }
        }
        assertThat(Csv.column(zh.resolve("violations.csv"), "采购义务")).contains("强制", "优先", "鼓励");
    }

    @ParameterizedTest
    @CsvSource({
        "清单,list,节能产品|环境标志产品,energy-saving|eco-label",
        "采购义务,duty,强制|优先|鼓励,mandatory|priority|advisory",
        "匹配依据,match_basis,编码|编码与名称|名称|可能属于,code|code-and-name|name|possible",
        "结论,outcome,符合|不符合|豁免|待核实,compliant|violation|exempt|undetermined",
        "是否新增,is_new,是|否|,true|false|"
    })
    void wordsAreChineseInChineseFilesAndIdsInEnglishOnes(String chinese, String id, String words, String ids)
            throws IOException {
        Path zh = new ReportWriter(
                        FakeRuns.realistic().withAllVerdicts(), Messages.in(Messages.CHINESE), Optional.empty(), 2)
                .write(out.resolve("zh"));
        Path en = new ReportWriter(
                        FakeRuns.realistic().withAllVerdicts(), Messages.in(Locale.ENGLISH), Optional.empty(), 2)
                .write(out.resolve("en"));
        assertThat(Csv.column(zh.resolve("verdicts.csv"), chinese)).isSubsetOf(words.split("\\|", -1));
        assertThat(Csv.column(en.resolve("verdicts.csv"), id)).isSubsetOf(ids.split("\\|", -1));
    }

    @Test
    void rejectionsNameColumnAndReasonInTheLanguageOfTheFile() throws IOException {
        FakeRun run = new FakeRun()
                .reject(RejectReason.DATE_UNREADABLE, "contract_date", "@2026", 0)
                .reject(RejectReason.BAD_CHARACTERS, "energy_certificate_no", "?", 0)
                .reject(RejectReason.TOO_MANY_CELLS, "", "", 0)
                .counted();
        Path file = write(run, Messages.CHINESE).resolve("rejected.csv");
        assertThat(Csv.column(file, "列")).containsExactly("合同签订日期", "节能产品认证证书编号", "");
        assertThat(Csv.column(file, "退回原因")).containsExactly("日期无法识别", "字符无法识别", "单元格多于表头");
    }

    @Test
    void rowsStayInTheOrderTheyAreHandedOut() throws IOException {
        Path report = write(FakeRuns.realistic().withAllVerdicts(), Locale.ENGLISH);
        List<String> regions = Csv.column(report.resolve("verdicts.csv"), "region_code");
        assertThat(regions).isSorted().hasSize(1050);
    }

    @Test
    void theLegalBasisEndsWithThePlanOfTheBuyersCity() throws IOException {
        FakeRun run = new FakeRun()
                .add(
                        StoredVerdicts.violation()
                                .record("A", 2)
                                .region("361002", "")
                                .build(),
                        StoredVerdicts.violation()
                                .record("B", 3)
                                .region("410302", "")
                                .build(),
                        StoredVerdicts.violation()
                                .record("C", 4)
                                .region("990000", "")
                                .build())
                .counted();
        Path report = write(run, Messages.CHINESE);
        assertThat(Csv.column(report.resolve("violations.csv"), "依据"))
                .containsExactly(
                        "财库〔2019〕19号；财库〔2019〕9号；抚州市实施方案第七条",
                        "财库〔2019〕19号；财库〔2019〕9号；洛发改〔2020〕3号（七）",
                        "财库〔2019〕19号；财库〔2019〕9号");
    }

    @Test
    void onlyViolationsAreNewAndQuestionsHaveAnAgeToo() throws IOException {
        FakeRun run = new FakeRun()
                .add(
                        StoredVerdicts.violation().record("A", 2).isNew(false).build(),
                        StoredVerdicts.violation()
                                .record("B", 3)
                                .outcome(Outcome.UNDETERMINED, "model-unknown")
                                .build())
                .counted();
        Path report = write(run, Locale.ENGLISH);
        assertThat(Csv.column(report.resolve("violations.csv"), "is_new")).containsExactly("false");
        assertThat(Csv.column(report.resolve("undetermined.csv"), "is_new")).containsExactly("");
        assertThat(Csv.column(report.resolve("undetermined.csv"), "first_seen")).containsExactly("2026-06-30");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../evil", "/etc", "..", "a/b", "361002\n", "", "地区", "C:\\x", "CON", "3"})
    void aHostileRegionCodeStaysInsideTheReport(String code) throws IOException {
        FakeRun run = new FakeRun()
                .add(StoredVerdicts.violation().region(code, "").build())
                .counted();
        Path report = write(run, Locale.ENGLISH);
        assertThat(Csv.rows(report.resolve("by-region/unknown/violations.csv"))).hasSize(2);
        assertThat(Csv.rows(report.resolve("by-region/unknown/buyers.csv"))).hasSize(2);
        try (var entries = Files.list(out)) {
            assertThat(entries.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("2026-06-30", "latest");
        }
    }

    @Test
    void aRegionWithoutViolationsReceivesAllItsFiles() throws IOException {
        FakeRun run = new FakeRun()
                .add(StoredVerdicts.violation()
                        .region("410302", "")
                        .outcome(Outcome.COMPLIANT, "")
                        .build())
                .counted();
        Path region = write(run, Locale.ENGLISH).resolve("by-region/410302");
        assertThat(Csv.rows(region.resolve("violations.csv"))).hasSize(1);
        assertThat(Csv.rows(region.resolve("undetermined.csv"))).hasSize(1);
        assertThat(Csv.rows(region.resolve("summary.csv"))).hasSize(2);
        assertThat(Csv.rows(region.resolve("buyers.csv"))).hasSize(2);
    }

    @Test
    void aCountyReceivesTheReportOfItsOwnLines() throws IOException {
        FakeRun run = new FakeRun()
                .add(
                        StoredVerdicts.violation()
                                .record("A", 2)
                                .region("361002", "临川区")
                                .build(),
                        StoredVerdicts.violation()
                                .record("B", 3)
                                .region("361002004", "某镇")
                                .build(),
                        StoredVerdicts.violation()
                                .record("C", 4)
                                .region("410302", "老城区")
                                .build())
                .reject("361002004", RejectReason.DATE_UNREADABLE, "contract_date", "x", 100)
                .reject(RejectReason.AMOUNT_UNREADABLE, "amount", "y", 0)
                .counted();
        Path report = write(run, Locale.ENGLISH);
        Path county = report.resolve("by-region/361002");
        assertThat(Csv.column(county.resolve("violations.csv"), "record_id")).containsExactly("A", "B");
        assertThat(Csv.column(county.resolve("rejected.csv"), "value")).containsExactly("x");
        assertThat(Csv.column(report.resolve("by-region/unknown/rejected.csv"), "value"))
                .containsExactly("y");
        assertThat(Files.readString(county.resolve("index.html")))
                .contains("临川区 361002", "Lines read</dt><dd>3", "href=\"rejected.csv\"")
                .doesNotContain("410302", "by-region", "manifest.json");
    }

    @Test
    void aCountyWithoutVerdictsIsNamedAsTheCatalogNamesIt() throws IOException {
        FakeRun run = new FakeRun()
                .reject("361003", RejectReason.DATE_UNREADABLE, "contract_date", "x", 100)
                .counted();
        assertThat(Files.readString(write(run, Locale.ENGLISH).resolve("by-region/361003/index.html")))
                .contains("东乡区 361003");
    }

    @Test
    void whatIsSaidOfTheTotalsOfAFeedStandsInTheWholeReportOnly() throws IOException {
        FakeRun run = new FakeRun()
                .add(StoredVerdicts.violation().region("361002", "临川区").build())
                .note(true, Text.of("assessment.total.unequal", "sample.csv", 9, "10.00", "20.00"))
                .note(false, Text.of("assessment.total.equal", "sample.csv", 1, "7"))
                .note(true, Text.of("feed.unused.code", "sample.csv", "分类号", "A02010105"))
                .counted();
        Path report = write(run, Locale.ENGLISH);
        assertThat(Files.readString(report.resolve("index.html")))
                .contains("the total in line 9", "1 total line equals", "分类号");
        assertThat(Files.readString(report.resolve("by-region/361002/index.html")))
                .contains("分类号")
                .doesNotContain("the total in line 9", "total line equals");
    }

    @Test
    void aCountyIsToldWhatIsNewAndResolvedInIt() throws IOException {
        FakeRun run = new FakeRun()
                .add(
                        StoredVerdicts.violation()
                                .record("A", 2)
                                .region("361002", "临川区")
                                .build(),
                        StoredVerdicts.violation()
                                .record("B", 3)
                                .region("410302", "老城区")
                                .build())
                .changes(41, 52)
                .changesIn("361002", 17, 23)
                .counted();
        Path report = write(run, Locale.ENGLISH);
        assertThat(figures(report.resolve("index.html"))).contains("New suspected violations 41", "Resolved 52");
        assertThat(figures(report.resolve("by-region/361002/index.html")))
                .contains("New suspected violations 17", "Resolved 23");
        assertThat(figures(report.resolve("by-region/410302/index.html")))
                .contains("New suspected violations 0", "Resolved 0");
    }

    private static String figures(Path page) throws IOException {
        return Files.readString(page).replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
    }

    @Test
    void aSummaryRowKeepsAdvisoryLinesApart() throws IOException {
        FakeRun run = new FakeRun()
                .add(
                        StoredVerdicts.violation()
                                .record("A", 2)
                                .outcome(Outcome.COMPLIANT, "")
                                .yuan(100)
                                .declared()
                                .build(),
                        StoredVerdicts.violation().record("B", 3).yuan(200).build(),
                        StoredVerdicts.violation()
                                .record("C", 4)
                                .yuan(400)
                                .entry(FakeCatalog.ENERGY, "ES2019-01-01", Duty.ADVISORY)
                                .build())
                .counted();
        Path summary = write(run, Locale.ENGLISH).resolve("summary.csv");
        assertThat(Csv.column(summary, "in_scope_amount")).containsExactly("300.00");
        assertThat(Csv.column(summary, "declared_lines")).containsExactly("1");
        assertThat(Csv.column(summary, "certified_share_amount")).containsExactly("33.3");
        assertThat(Csv.column(summary, "certified_share_lines")).containsExactly("50.0");
        assertThat(Csv.column(summary, "verified_share_amount")).containsExactly("0.0");
        assertThat(Csv.column(summary, "declared_share_amount")).containsExactly("33.3");
        assertThat(Csv.column(summary, "advisory_amount")).containsExactly("400.00");
    }

    @Test
    void recycledProductsAreAShareOfTheirListRowsByRegionAndUnit() throws IOException {
        FakeRun run = new FakeRun()
                .add(
                        paper("A", "再生复印纸", 300),
                        paper("B", "复印纸", 100),
                        StoredVerdicts.violation().record("C", 4).yuan(400).build())
                .counted();
        Path report = write(run, Locale.ENGLISH);
        assertThat(Csv.column(report.resolve("summary.csv"), "recycled_lines")).containsExactly("0", "1");
        assertThat(Csv.column(report.resolve("summary.csv"), "recycled_share_amount"))
                .containsExactly("", "75.0");
        assertThat(Csv.column(report.resolve("buyers.csv"), "recyclable_amount"))
                .containsExactly("400.00");
        assertThat(Csv.column(report.resolve("buyers.csv"), "recycled_share_lines"))
                .containsExactly("50.0");
        assertThat(Csv.text(report.resolve("index.html"))).contains("<section id=\"recycled\">", "75.0%");
        assertThat(Csv.text(report.resolve("manifest.json")).replaceAll("\\s+", ""))
                .contains("\"recycled\":{\"listed\":{\"lines\":2,\"amount_yuan\":400.00}");
    }

    private static StoredVerdict paper(String record, String name, long yuan) {
        return StoredVerdicts.violation()
                .record(record, record.charAt(0))
                .item(name)
                .yuan(yuan)
                .entry(FakeCatalog.ECO, "EL2019-30-01", Duty.PRIORITY)
                .rule("L1")
                .build();
    }

    @Test
    void aUnitWithTooFewLinesIsNotGraded() throws IOException {
        FakeRun run = new FakeRun().add(StoredVerdicts.violation().build()).counted();
        Path buyers = write(run, Locale.ENGLISH).resolve("buyers.csv");
        assertThat(Csv.column(buyers, "grade")).containsExactly("not graded");
        assertThat(Csv.column(buyers, "score")).containsExactly("");
    }
}
