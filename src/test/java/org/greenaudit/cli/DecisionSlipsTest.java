package org.greenaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.greenaudit.cli.FeedbackWorkbook.cells;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.greenaudit.purchase.FeedColumn;
import org.greenaudit.testing.Feed;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Slips of a clerk that look as if all were well: each is refused or taken rightly, and told. Every test has its own records. */
@Tag("slow")
class DecisionSlipsTest {

    private static final String ENERGY = "节能产品";
    private static final String ECO = "环境标志产品";
    private static final String VIOLATIONS = FeedbackWorkbook.VIOLATIONS;
    private static final String DAY = "2026-06-30";

    @TempDir
    private static Path folder;

    private static SampleJob job;
    private static Path workbook;

    @BeforeAll
    static void audit() {
        job = new SampleJob(folder);
        job.audit(DAY, feed("M11"));
        workbook = job.workbook();
    }

    @AfterAll
    static void forget() {
        job.close();
    }

    private static Path feed(String eleventhModel) {
        Feed feed = Feed.of();
        for (int i = 1; i <= 13; i++) {
            feed.line(desktop("d" + i, i == 11 ? eleventhModel : "M" + i));
        }
        for (int i = 1; i <= 3; i++) {
            feed.line(desktop("p" + i, "P" + i)
                    .item("打印机")
                    .with(FeedColumn.CATEGORY_CODE, "A02021003")
                    .with(FeedColumn.CATEGORY_NAME, ""));
        }
        return feed.write(folder.resolve("feed.csv"));
    }

    private static Feed.Row desktop(String record, String model) {
        return Feed.row().id(record).item("台式计算机").brand("虚构牌").model(model);
    }

    private static Path csv(String name, String rows) throws IOException {
        return Files.writeString(folder.resolve(name), rows);
    }

    /** 123456789012345678 in a number cell has become 123456789012346000. */
    @Test
    void aCertificateNumberThatLostDigitsIsRefused() throws IOException {
        try (FeedbackWorkbook filled = FeedbackWorkbook.open(workbook)) {
            filled.answer("d1", ENERGY, cells("证书已核实", "证书编号", 123456789012345678L));
            assertThat(job.decide(2, filled.save(folder.resolve("digits.xls")))).contains("记录 d1：不予采纳", "不是完整的证书编号");
        }
    }

    @Test
    void aConclusionThatWasMovedToTheEndLosesNoneOfItsAnswers() throws IOException {
        try (FeedbackWorkbook filled = FeedbackWorkbook.open(workbook)) {
            filled.answer("d2", ENERGY, cells("属于该条目", "说明", "实为 ES2019-01-02"))
                    .answer("d3", ENERGY, cells("证书已核实", "证书编号", "CQC26701990103"))
                    .moveColumn(VIOLATIONS, FeedbackWorkbook.CONCLUSION, -1);
            job.decide(0, filled.save(folder.resolve("moved.xls")), "--by=市财政局");
        }
        assertThat(job.decisions())
                .contains("属于条目 ES2019-01-02", "证书已核实 CQC26701990103")
                .doesNotContain("市财政局");
    }

    @Test
    void aSheetThatLostItsRecordsIsNotPassedOverInSilence() throws IOException {
        try (FeedbackWorkbook filled = FeedbackWorkbook.open(workbook)) {
            filled.answer("d4", ENERGY, cells("确认不符合"))
                    .answer("p1", ENERGY, cells("补充事实", "说明", "激光"))
                    .deleteColumn(VIOLATIONS, "记录编号");
            assertThat(job.decide(2, filled.save(folder.resolve("records.xls")), "--partial"))
                    .contains("records.xls#不符合：有“核定结论”而没有“记录编号”列");
        }
        assertThat(job.decisions()).doesNotContain("d4", "p1");
    }

    /** The questions that it answers are no longer asked, and the findings gone. */
    @Test
    void theSameFileIsKnownTheNightAfter() throws IOException {
        Path file;
        try (FeedbackWorkbook filled = FeedbackWorkbook.open(workbook)) {
            file = filled.withColumns("到期日期")
                    .answer("p2", ENERGY, cells("补充事实", "说明", "激光"))
                    .answer("d5", ENERGY, cells("属于该条目", "说明", "实为 ES2019-01-02"))
                    .answer("d6", ENERGY, cells("不属于清单", "说明", "配件"))
                    .answer("d7", ENERGY, cells("已批准豁免", "批准文号", "虚财购〔2026〕12号"))
                    .answer("d8", ENERGY, cells("确认不符合"))
                    .answer("d9", ENERGY, cells("证书已核实", "证书编号", "CQC26701990104", "到期日期", "2026-06-30"))
                    .answer("d10", ENERGY, cells("补充事实", "说明", "品牌：示例甲；型号：SLDT-500"))
                    .save(folder.resolve("known.xls"));
        }
        assertThat(job.decide(0, file)).contains("已记录 7 行的核定");
        job.audit(DAY, feed("M11"));
        assertThat(job.decide(0, file)).contains("没有新的核定：7 行此前已记录，0 行未采纳");
    }

    /** The answer was about M11; the newest run has M11-B under the same record. */
    @Test
    void anAnswerAboutALineThatHasChangedSinceIsRefused() throws IOException {
        Path file;
        try (FeedbackWorkbook filled = FeedbackWorkbook.open(workbook)) {
            file = filled.answer("d11", ENERGY, cells("证书已核实", "证书编号", "CQC26701990104"))
                    .save(folder.resolve("changed.xls"));
        }
        job.audit(DAY, feed("M11-B"));
        assertThat(job.decide(2, file)).contains("规格型号在文件中为“M11”，最近一次审计中为“M11-B”");
        assertThat(job.decisions()).doesNotContain("M11-B");
    }

    /** A fact is about every list. */
    @Test
    void twoListsOfOneLineMayNotBeToldDifferentFacts() throws IOException {
        try (FeedbackWorkbook filled = FeedbackWorkbook.open(workbook)) {
            filled.answer("p3", ENERGY, cells("补充事实", "说明", "打印技术：激光"))
                    .answer("p3", ECO, cells("补充事实", "说明", "打印技术：喷墨"));
            assertThat(job.decide(2, filled.save(folder.resolve("facts.xls"))))
                    .containsPattern("与 facts.xls#不符合 第 \\d+ 行，记录 p3（补充事实，核定甲，2026-07-01）矛盾");
        }
    }

    @Test
    void aRowThatStandsTwiceIsToldInWords() throws IOException {
        Path file = csv(
                "twice.csv",
                """
                记录编号;清单;核定结论;证书编号;说明;核定人
                d12;节能产品;确认不符合;;;核定甲
                d12;节能产品;确认不符合;;;核定甲
                """);
        assertThat(job.decide(0, file))
                .contains("已记录 1 行的核定，1 行此前已记录", "第 3 行，记录 d12：与 twice.csv 第 2 行相同")
                .doesNotContain("（0）");
    }

    @Test
    void whatTheRegistrySaysOtherwiseIsToldInWords() throws IOException {
        Path file = csv(
                "certificate.csv",
                """
                记录编号,清单,核定结论,证书编号,说明,核定人
                d13,节能产品,证书已核实,CQC26701990104,,核定甲
                """);
        assertThat(job.decide(0, file)).contains("注意：证书已由人工核实，但证书库或名录另有记载：完整的证书库中没有编号 CQC26701990104");
    }
}
