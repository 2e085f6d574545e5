package org.greenaudit.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.greenaudit.assessment.Count;
import org.greenaudit.assessment.LineOutcome;
import org.greenaudit.purchase.FeedColumn;
import org.greenaudit.testing.Feed;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A feed as offices hand it in: two orders, of which one is given back, one with the status returned and one with a part of it, a cancelled one, a total and a signature. */
@ExtendWith(Nights.Shared.class)
class SetApartTest {

    private static AuditResult result;
    private static Path report;

    @BeforeAll
    static void audit(Nights nights) throws IOException {
        Path folder = nights.folder("set-apart");
        Path feed = Feed.of()
                .line(Feed.row().id("R-1").amount("-5000").with(FeedColumn.QUANTITY, "-1"))
                .line(Feed.row().id("R-1"))
                .line(Feed.row().id("R-2"))
                .line(Feed.row().id("R-3").with(FeedColumn.LINE_STATUS, "已取消"))
                .line(Feed.row().id("R-4").with(FeedColumn.LINE_STATUS, "已退货"))
                .line(Feed.row().id("R-5").with(FeedColumn.REMARK, "部分退货"))
                .line(Feed.bareRow().id("合计").amount("27000"))
                .line(Feed.bareRow().id("制表人：张某（虚构）"))
                .write(folder.resolve("feed.csv"));
        Path job = nights.jobOf("set-apart", feed, "");
        result = nights.audit(
                Ask.of(job).on(LocalDate.of(2026, 6, 30)).out(folder).request());
        report = folder.resolve("2026-06-30/run-1");
    }

    @Test
    void theyAreCountedByReasonAndAmount() {
        assertThat(result.counts().setApart())
                .isEqualTo(Map.of(
                        "refund", new Count(1, -500_000),
                        "refund-positive", new Count(1, 800_000),
                        "cancelled", new Count(1, 800_000),
                        "total", new Count(1, 2_700_000),
                        "note", new Count(1, 0)));
        assertThat(result.counts().read()).isEqualTo(new Count(3, 2_400_000));
    }

    @Test
    void aRefundThatSharesTheIdOfItsOrderLeavesTheOrderAlone() throws IOException {
        assertThat(result.counts().lines(LineOutcome.REJECTED)).isEqualTo(Count.ZERO);
        assertThat(violations()).extracting(row -> row.get("record_id")).contains("R-1", "R-2", "R-5");
    }

    @Test
    void noneOfThemIsAViolation() throws IOException {
        assertThat(violations())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.get("amount")).isEqualTo("8000.00"))
                .extracting(row -> row.get("record_id"))
                .doesNotContain("R-3", "R-4");
    }

    @Test
    void pageAndManifestNameThem() throws IOException {
        assertThat(Files.readString(report.resolve("index.html")))
                .contains("另计，不是采购：退货、冲减", "另计，不是采购：退货、退款的订单（金额为正的行）", "状态或备注称部分退货或取消", "另计，不是采购：合计、小计行", "-5,000.00");
        assertThat(Files.readString(report.resolve("manifest.json")).replaceAll("\\s+", ""))
                .contains(
                        "\"refund\":{\"lines\":2,\"amount_yuan\":3000.00,\"positive\":{\"lines\":1,\"amount_yuan\":8000.00},\"negative\":{\"lines\":1,\"amount_yuan\":-5000.00}}");
    }

    private static List<Map<String, String>> violations() throws IOException {
        return ReportFiles.rows(Files.readString(report.resolve("violations.csv")), ReportFiles.VERDICT);
    }
}
