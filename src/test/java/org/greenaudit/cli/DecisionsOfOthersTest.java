package org.greenaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.greenaudit.testing.Feed;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Workbooks that come back beside and after others: from two people, and from a month ago. The tests share two audits, and
 * each answers lines of its own in the workbook of the first.
 */
@Tag("slow")
class DecisionsOfOthersTest {

    private static final String ENERGY = "节能产品";

    @TempDir
    private static Path folder;

    private static SampleJob job;
    private static Path report;

    @BeforeAll
    static void auditInMayAndInJune() {
        job = new SampleJob(folder);
        job.audit(
                "2026-05-31",
                bought(Feed.of()
                        .line(desktop("certified", "M7"))
                        .line(desktop("stands", "M8"))
                        .line(desktop("deleted", "M9"))));
        report = job.workbook();
        job.audit(
                "2026-06-30",
                bought(Feed.of()
                        .line(desktop("certified", "SLDT-500").brand("示例甲"))
                        .line(desktop("stands", "M8"))));
    }

    /** What is bought in both months, and more. */
    private static Path bought(Feed feed) {
        for (int i = 1; i <= 4; i++) {
            feed.line(desktop("d" + i, "M" + i));
        }
        return feed.line(desktop("d5", "M-4")).write(folder.resolve("feed.csv"));
    }

    @AfterAll
    static void forget() {
        job.close();
    }

    private static Feed.Row desktop(String record, String model) {
        return Feed.row().id(record).item("台式计算机").brand("虚构牌").model(model);
    }

    private static void answer(
            FeedbackWorkbook workbook, String record, String by, String conclusion, String... cells) {
        workbook.answer(
                record,
                ENERGY,
                Map.of(FeedbackWorkbook.CONCLUSION, conclusion, "核定人", by, "日期", LocalDate.of(2026, 7, 1)));
        for (int i = 0; i < cells.length; i += 2) {
            workbook.answer(record, ENERGY, Map.of(cells[i], cells[i + 1]));
        }
    }

    @Test
    void theSecondOfTwoPeopleIsToldOfTheFirstAndNothingOfTheirsIsTakenUntilThatIsSettled() throws IOException {
        Path first;
        try (FeedbackWorkbook workbook = FeedbackWorkbook.open(report)) {
            answer(workbook, "d1", "核定甲", "不属于清单", "说明", "实为配件");
            answer(workbook, "d2", "核定甲", "确认不符合");
            answer(workbook, "d4", "核定甲", "证书已核实", "证书编号", "CQC26701990104");
            first = workbook.save(folder.resolve("first.xls"));
        }
        Path second;
        try (FeedbackWorkbook workbook = FeedbackWorkbook.open(report)) {
            answer(workbook, "d1", "核定乙", "已批准豁免", "批准文号", "虚财购〔2026〕12号");
            answer(workbook, "d2", "核定乙", "确认不符合");
            answer(workbook, "d3", "核定乙", "确认不符合");
            answer(workbook, "d5", "核定乙", "证书已核实", "证书编号", "CQC26701990105");
            second = workbook.save(folder.resolve("second.xls"));
        }
        assertThat(job.decide(0, first)).contains("已记录 3 行的核定");
        assertThat(job.decide(2, second))
                .containsPattern("记录 d1：不予采纳：与核定 \\d+（不属于清单，核定甲，2026-07-01）矛盾；请先撤回")
                .containsPattern("记录 d2：已有相同的核定（\\d+）")
                .contains("记录 d3：确认不符合（本记录）")
                .as("of the same product as d4")
                .containsPattern("记录 d5：不予采纳：与核定 \\d+（证书已核实，核定甲，2026-07-01）矛盾")
                .contains("没有记录任何核定：1 行可以采纳，2 行不能");
        assertThat(job.decide(0, second, "--partial"))
                .as("d3 was not taken before")
                .contains("已记录 1 行的核定，1 行此前已记录，2 行未采纳");

        String ofFirst = job.decisions()
                .lines()
                .filter(line -> line.contains("　d1（"))
                .map(line -> line.split("　")[0])
                .collect(Collectors.joining());
        job.run(0, "withdraw", ofFirst, "--by=核定丙", "--reason=以核定乙为准");
        assertThat(job.decide(0, second, "--partial")).contains("已记录 1 行的核定，2 行此前已记录，1 行未采纳");
        assertThat(job.decisions())
                .contains("已撤回　不属于清单　d1", "已批准豁免 虚财购〔2026〕12号　d1（节能产品）　核定乙", "确认不符合　d2（节能产品）　核定甲")
                .doesNotContain("CQC26701990105");
    }

    @Test
    void aWorkbookOfLastMonthIsTakenForWhatStillStandsAndRefusedForWhatIsGone() throws IOException {
        Path answered;
        try (FeedbackWorkbook workbook = FeedbackWorkbook.open(report)) {
            answer(workbook, "certified", "核定甲", "确认不符合");
            answer(workbook, "stands", "核定甲", "不属于清单", "说明", "实为配件");
            answer(workbook, "deleted", "核定甲", "已批准豁免", "批准文号", "虚财购〔2026〕12号");
            answered = workbook.save(folder.resolve("may.xls"));
        }
        assertThat(job.decide(2, answered))
                .contains(
                        "记录 certified：不予采纳：文件来自审计 sample-20260531-1-test；最近一次审计 sample-20260630-1-test 中没有记录“certified”在该清单的不符合或待核实结论",
                        "记录 deleted：不予采纳：文件来自审计 sample-20260531-1-test；最近一次审计 sample-20260630-1-test 中没有记录“deleted”",
                        "记录 stands：不属于清单（本记录）",
                        "没有记录任何核定：1 行可以采纳，2 行不能");
        assertThat(job.decide(0, answered, "--partial")).contains("已记录 1 行的核定，0 行此前已记录，2 行未采纳");
    }
}
