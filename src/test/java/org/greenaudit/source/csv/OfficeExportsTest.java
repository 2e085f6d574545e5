package org.greenaudit.source.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.catalog.load.CatalogLoader;
import org.greenaudit.purchase.FeedColumn;
import org.greenaudit.purchase.FeedColumns;
import org.greenaudit.purchase.FeedNote;
import org.greenaudit.purchase.OrderWords;
import org.greenaudit.purchase.PurchaseLine;
import org.greenaudit.purchase.RegionCodes;
import org.greenaudit.source.FeedMapping;
import org.greenaudit.source.SourcePlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Exports as offices make them, read with the headers of the shipped catalogs and without a job file. */
class OfficeExportsTest {

    private static final CatalogSnapshot CATALOG =
            CatalogLoader.load(List.of(Path.of("catalogs")), FeedColumn.headers());

    @TempDir
    Path folder;

    @Test
    void theOrdersOfAnEmall() throws Exception {
        Feeds.Read read = read(
                """
                序号,订单编号,订单状态,下单时间,采购单位,所属区划,商品名称,品牌型号,采购目录,数量,单价(元),总价,供应商名称,验收时间
                1,ZC1,已完成,2026-03-05 10:21:33,虚构第三中学,虚构市,台式计算机,联想/启天M430,A02010105-台式计算机,20,"￥4,599.00","￥91,980.00",虚构商贸,2026-03-12
                2,ZC2,已取消,2026-03-09 11:12:00,虚构第三中学,虚构市,平板电脑,华为 MatePad,A02010109-平板式计算机,2,"￥1,999.00","￥3,998.00",虚构商贸,
                """,
                Charset.forName("GB18030"),
                List.of());
        assertThat(read.rejections()).isEmpty();
        assertThat(read.lines()).hasSize(1);
        PurchaseLine line = read.lines().get(0);
        assertThat(line.contractNo()).isEqualTo("ZC1");
        assertThat(line.contractDate()).hasToString("2026-03-05");
        assertThat(line.regionName()).isEqualTo("虚构市");
        assertThat(line.categoryCode()).isEqualTo("A02010105");
        assertThat(line.categoryName()).isEqualTo("台式计算机");
        assertThat(line.model()).isEqualTo("联想/启天M430");
        assertThat(line.amountFen()).isEqualTo(9_198_000);
        assertThat(notes(read)).extracting(note -> note.text().key()).containsExactly("feed.unused");
    }

    @Test
    void theDetailsOfContractsWithTitlesMergedCellsAndATotal() throws Exception {
        Feeds.Read read = read(
                """
                虚构市2026年第一季度政府采购合同明细表,,,,,,
                编制单位：虚构财政局,,,,单位：元,,制表日期：2026年4月2日
                序号,合同编号,合同签订日期,采购单位,货物名称,合同金额,节能产品认证证书编号
                1,HT-1,2026/3/5,虚构第一小学,台式计算机,"￥229,950.00",CQC24701234567
                2,,,,显示器,"￥49,950.00",
                3,HT-2,46086,虚构管理局,办公椅,"￥1,234.00",
                合计,,,,,"￥281,134.00",
                审核人：张虚构,,,制表人：李虚构,,,
                """,
                StandardCharsets.UTF_8,
                List.of("contract_no", "contract_date", "buyer_name"));
        assertThat(read.rejections()).isEmpty();
        assertThat(read.lines()).extracting(PurchaseLine::contractNo).containsExactly("HT-1", "HT-1", "HT-2");
        assertThat(read.lines().get(2).contractDate()).hasToString("2026-03-05");
        assertThat(read.lines().stream().mapToLong(PurchaseLine::amountFen).sum())
                .isEqualTo(28_113_400);
        assertThat(notes(read))
                .extracting(note -> note.text().key())
                .containsExactly("source.note.above-header", "feed.unused");
    }

    /** The header that names the column, and one beside it that does not. */
    @ParameterizedTest
    @CsvSource({"签订日期, 下单时间", "合同日期, 订单日期", "成交日期, 采购时间", "合同签订时间, 交易时间", "签订时间, 下单日期"})
    void ofTwoDatesThatOfTheContractCounts(String date, String other) throws Exception {
        String row = "2026-01-02,2026-03-05,虚构第一小学,台式计算机,5000\n";
        Feeds.Read read = read(
                other + "," + date + ",采购单位,货物名称,总价,订单总额\n" + row.replace("\n", ",9\n"),
                StandardCharsets.UTF_8,
                List.of());
        assertThat(read.lines().get(0).contractDate()).hasToString("2026-03-05");
        Feeds.Read alone = read(other + ",采购单位,货物名称,总价\n" + row.substring(11), StandardCharsets.UTF_8, List.of());
        assertThat(alone.lines().get(0).contractDate()).hasToString("2026-03-05");
    }

    private Feeds.Read read(String text, Charset charset, List<String> fillDown) throws Exception {
        Path file = Files.write(folder.resolve("export.csv"), text.getBytes(charset));
        CsvSettings settings = new CsvSettings(
                List.of(file.toString()),
                CsvSettings.AUTO,
                CsvSettings.AUTO,
                "",
                Optional.empty(),
                fillDown,
                FeedMapping.NONE);
        FeedColumns columns = FeedColumns.of(
                CATALOG.certificateColumns(),
                CATALOG.headerAliases(),
                RegionCodes.Naming.NONE,
                new OrderWords(CATALOG.orderWords()));
        return Feeds.read(
                new org.greenaudit.source.csv.CsvSource(
                        settings, settings.mapping().headers(columns), Long.MAX_VALUE, folder),
                100);
    }

    private static List<FeedNote> notes(Feeds.Read read) {
        SourcePlan plan = read.plan();
        return plan.files().get(0).notes();
    }
}
