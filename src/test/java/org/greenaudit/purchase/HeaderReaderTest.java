package org.greenaudit.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.greenaudit.message.Messages;
import org.greenaudit.message.Text;
import org.greenaudit.testing.Feed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class HeaderReaderTest {

    private static final Map<String, String> ALIASES = Map.of(
            "采购人", "buyer_name",
            "商品名称", "item_name",
            "标的名称", "item_name",
            "成交金额", "amount",
            "报价金额", "amount",
            "报价单价", "unit_price",
            "报价时间", "contract_date",
            "品目", "category_code",
            "节能证书编号", "energy_certificate_no",
            "节能产品认证证书号", "energy_certificate_no");

    @Test
    void canonicalHeadersAreUnderstood() {
        List<String> header =
                KnownColumns.ALL.all().stream().map(Column::header).toList();
        assertThat(layout(header).cells())
                .isEqualTo(KnownColumns.layout("f.csv", List.of()).cells());
    }

    @Test
    void chineseHeadersAreUnderstood() {
        List<String> header =
                KnownColumns.ALL.all().stream().map(Column::chinese).toList();
        assertThat(layout(header).cells())
                .isEqualTo(KnownColumns.layout("f.csv", List.of()).cells());
    }

    @Test
    void aRealNoticesHeaderIsUnderstoodByAliasesAndUnits() {
        FeedLayout layout = layout(
                List.of("网上竞价编号", "采购人", "公告名称", "商品名称", "品牌", "规格型号", "数量", "报价单价（元）", "报价金额（万元）", "报价时间", "是否成交"));
        assertThat(layout.indexOf(FeedColumn.BUYER_NAME)).isEqualTo(1);
        assertThat(layout.indexOf(FeedColumn.UNIT_PRICE)).isEqualTo(7);
        assertThat(layout.amountUnit()).isEqualTo(MoneyUnit.WAN);
        assertThat(layout.priceUnit()).isEqualTo(MoneyUnit.YUAN);
        assertThat(layout.headerCells()).isEqualTo(11);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/purchase/headers.csv", delimiter = ';', numLinesToSkip = 1)
    void theUnitIsReadFromTheHeaderOrTheHeaderIsRefused(String amount, MoneyUnit unit) {
        List<String> header = List.of("合同签订日期", "采购单位", "货物名称", amount);
        if (unit != null) {
            assertThat(layout(header).amountUnit()).isEqualTo(unit);
            return;
        }
        Text problem = problem(reader(Map.of(), Map.of()), header);
        assertThat(problem.key()).isEqualTo("header.unit-unknown");
        assertThat(problem.args()).contains("f.csv", "amount", amount, "4");
    }

    @ParameterizedTest
    @CsvSource({"单价（元/台）,YUAN", "单价(百元/吨),HUNDRED", "单价（万元）,WAN", "单价（含税，元）,YUAN", "单价（分）,FEN", "单价（每台）,"})
    void thePricesUnitIsReadFromTheHeader(String price, MoneyUnit unit) {
        FeedLayout layout = layout(List.of("合同签订日期", "采购单位", "货物名称", "金额", price));
        assertThat(layout.indexOf(FeedColumn.UNIT_PRICE)).isEqualTo(unit == null ? -1 : 4);
        assertThat(layout.priceUnit()).isEqualTo(unit == null ? MoneyUnit.YUAN : unit);
    }

    @Test
    void anAmountWithoutANoteBeatsOneWithANote() {
        FeedLayout layout = layout(List.of("合同签订日期", "采购单位", "货物名称", "成交金额（含税）", "成交金额", "金额（不含税）"));
        assertThat(layout.indexOf(FeedColumn.AMOUNT)).isEqualTo(4);
    }

    @Test
    void aNoteMakesNoOtherColumnOfAnotherHeader() {
        FeedLayout layout = layout(List.of("合同签订日期", "采购单位", "货物名称", "金额", "数量（含税）"));
        assertThat(layout.indexOf(FeedColumn.QUANTITY)).isEqualTo(-1);
    }

    @Test
    void aMappedHeaderOfAnUnknownUnitNeedsTheJobsWordOnIt() {
        List<String> header = List.of("合同签订日期", "采购单位", "货物名称", "价款（k元）");
        Map<Column, String> mapping = Map.of(FeedColumn.AMOUNT, "价款（k元）");
        assertThat(problem(reader(mapping, Map.of()), header).key()).isEqualTo("header.unit-unknown");
        HeaderReader told = new HeaderReader(KnownColumns.with(ALIASES), mapping, Map.of(), Optional.of(MoneyUnit.WAN));
        assertThat(told.read(0, "f.csv", header).amountUnit()).isEqualTo(MoneyUnit.WAN);
    }

    @Test
    void theJobsUnitBeatsTheHeaders() {
        HeaderReader reader =
                new HeaderReader(KnownColumns.with(ALIASES), Map.of(), Map.of(), Optional.of(MoneyUnit.YUAN));
        FeedLayout layout = reader.read(0, "f.csv", List.of("合同签订日期", "采购单位", "货物名称", "金额（万元）"));
        assertThat(layout.amountUnit()).isEqualTo(MoneyUnit.YUAN);
    }

    @Test
    void anAmountInAForeignCurrencyIsNotTheAmount() {
        Text problem = problem(reader(Map.of(), Map.of()), List.of("合同签订日期", "采购单位", "货物名称", "金额（美元）"));
        assertThat(problem.key()).isEqualTo("header.unit-unknown");
    }

    @Test
    void aCategoryStandsInForTheItemName() {
        assertThat(layout(List.of("合同签订日期", "采购单位", "品目", "金额")).indexOf(FeedColumn.CATEGORY_CODE))
                .isEqualTo(2);
    }

    @Test
    void twoAliasesForOneColumnAreAnErrorThatNamesBoth() {
        Text problem = problem(reader(Map.of(), Map.of()), List.of("合同签订日期", "采购单位", "货物名称", "成交金额", "报价金额（元）"));
        assertThat(problem.key()).isEqualTo("header.ambiguous");
        assertThat(problem.args()).contains("amount", "成交金额", "报价金额（元）");
    }

    @ParameterizedTest
    @CsvSource({
        "节能证书编号,节能产品认证证书号",
        "节能产品认证证书号,节能证书编号",
        "节能产品认证证书编号,节能证书编号",
        "节能证书编号,节能产品认证证书编号",
        "节能证书编号,节能证书编号",
        "energy_certificate_no,节能证书编号"
    })
    void everyCertificateColumnOfAListCounts(String one, String other) {
        FeedLayout layout = layout(List.of("合同签订日期", "采购单位", "货物名称", "金额", one, other));
        assertThat(cited(layout, "CQC24701000001", "")).contains("CQC24701000001");
        assertThat(cited(layout, "", "CQC24701000002")).contains("CQC24701000002");
        assertThat(cited(layout, "无", "/")).contains("");
        assertThat(cited(layout, "CQC24701000001", " CQC24701000001")).contains("CQC24701000001");
        assertThat(cited(layout, "CQC24701000001", "CQC24701000002").orElseThrow())
                .contains("CQC24701000001", "CQC24701000002", "; ");
    }

    @Test
    void certificateColumnsThatDisagreeAreAWarning() {
        FeedLayout layout = layout(List.of("合同签订日期", "采购单位", "货物名称", "金额", "节能证书编号", "节能产品认证证书号"));
        assertThat(line(layout, "CQC24701000001", "CQC24701000002").warnings())
                .contains(DataWarning.CERTIFICATES_DIFFER);
        assertThat(line(layout, "CQC24701000001", "ＣＱＣ24701000001").warnings())
                .doesNotContain(DataWarning.CERTIFICATES_DIFFER);
        assertThat(line(layout, "CQC24701000001", "").warnings()).doesNotContain(DataWarning.CERTIFICATES_DIFFER);
    }

    @Test
    void theJobsOwnCertificateColumnIsTheOnlyOne() {
        HeaderReader reader = reader(Map.of(KnownColumns.ENERGY, "证书"), Map.of());
        FeedLayout layout = reader.read(0, "f.csv", List.of("合同签订日期", "采购单位", "货物名称", "金额", "节能证书编号", "证书"));
        assertThat(cited(layout, "CQC24701000001", "CQC24701000002")).contains("CQC24701000002");
    }

    private static Optional<String> cited(FeedLayout layout, String one, String other) {
        return line(layout, one, other).citations().in(KnownColumns.ENERGY.header());
    }

    private static PurchaseLine line(FeedLayout layout, String one, String other) {
        List<String> cells = List.of("2026-03-01", "虚构机关（示例）", "台式计算机", "8000", one, other);
        return (PurchaseLine) new LineParser(layout).parse(2, Feed.rowOf(cells));
    }

    @Test
    void theCanonicalHeaderBeatsAnAlias() {
        assertThat(layout(List.of("合同签订日期", "采购单位", "货物名称", "成交金额", "金额")).indexOf(FeedColumn.AMOUNT))
                .isEqualTo(4);
    }

    @Test
    void theJobsMappingBeatsTheCanonicalHeader() {
        HeaderReader reader = reader(Map.of(FeedColumn.AMOUNT, "中标价（元）"), Map.of());
        FeedLayout layout = reader.read(0, "f.csv", List.of("合同签订日期", "采购单位", "货物名称", "金额", "中标价(元)"));
        assertThat(layout.indexOf(FeedColumn.AMOUNT)).isEqualTo(4);
    }

    @Test
    void aMappedHeaderThatDoesNotExistIsAnError() {
        HeaderReader reader = reader(Map.of(KnownColumns.ECO, "环标证书"), Map.of());
        Text problem = problem(reader, List.of("合同签订日期", "采购单位", "货物名称", "金额"));
        assertThat(problem.key()).isEqualTo("header.mapped-absent");
        assertThat(problem.args()).contains("eco_certificate_no", "环标证书");
    }

    @Test
    void aMissingMappedHeaderIsNotReplacedByTheColumnsOwnName() {
        List<String> header = List.of("合同签订日期", "采购单位", "货物名称", "金额");
        Text problem = problem(reader(Map.of(FeedColumn.AMOUNT, "成交价"), Map.of()), header);
        assertThat(problem.key()).isEqualTo("header.mapped-absent");
        assertThat(problem.args()).contains("amount", "成交价");
    }

    @Test
    void everyMissingColumnIsNamedWithTheHeadersSeen() {
        Text problem = problem(reader(Map.of(), Map.of()), List.of("货物名称", "备注"));
        assertThat(problem.key()).isEqualTo("header.missing.of-table");
        assertThat(problem.args().get(1)).contains("contract_date", "buyer_name", "amount");
        assertThat(problem.args().get(2)).isEqualTo("货物名称, 备注");
        assertThat(problem.args().get(3)).contains("采购人", "成交金额");
    }

    @Test
    void theRowThatCameNearestToAHeaderIsNamedWithWhatTheJobFileMaySay() {
        List<List<String>> rows =
                List.of(List.of("虚构市采购明细"), List.of("填报单位：虚构单位"), List.of("签约日's", "采购单位", "货物名称", "金额"), List.of("1"));
        InputException problem = org.assertj.core.api.Assertions.catchThrowableOfType(
                InputException.class, () -> reader(Map.of(), Map.of())
                        .find(0, "feed.csv", rows, row -> 2L * row + 1, java.util.Optional.empty()));
        assertThat(problem.text().args().get(2)).isEqualTo("签约日's, 采购单位, 货物名称, 金额");
        assertThat(problem.text().args().subList(5, 7))
                .containsExactly("5", "\n  source:\n    columns:\n      contract_date: '…'");
        assertThat(Messages.in(Messages.CHINESE).render(problem.text()))
                .contains("最接近表头的是第 5 行：签约日's")
                .doesNotContain("{");
    }

    @Test
    void theColumnsOfATableHaveNoLine() {
        Text problem = problem(reader(Map.of(), Map.of()), List.of("货物名称", "备注"));
        assertThat(Messages.in(Locale.ENGLISH).render(problem)).contains("its columns are: 货物名称, 备注");
        assertThat(Messages.in(Messages.CHINESE).render(problem)).contains("表中的列为：货物名称, 备注");
    }

    @Test
    void aConstantStandsInForAMissingColumn() {
        HeaderReader reader = reader(Map.of(), Map.of(FeedColumn.BUYER_NAME, "虚构机关（示例）"));
        assertThat(reader.read(0, "f.csv", List.of("合同签订日期", "货物名称", "金额")).headerCells())
                .isEqualTo(3);
    }

    @Test
    void everyProblemHasItsWordsInBothLanguages() {
        for (Messages messages : List.of(Messages.in(Messages.CHINESE), Messages.in(Locale.ENGLISH))) {
            Text problem = problem(reader(Map.of(), Map.of()), List.of("货物名称"));
            assertThat(messages.render(problem)).contains("buyer_name").doesNotContain("{");
            for (RejectReason reason : RejectReason.values()) {
                assertThat(messages.keys().contains("reject." + reason.id()))
                        .as(reason.id())
                        .isTrue();
            }
            for (DataWarning warning : DataWarning.values()) {
                assertThat(messages.keys().contains("warning." + warning.id()))
                        .as(warning.id())
                        .isTrue();
            }
        }
    }

    @Property
    void whatIsNoHeaderIsRefusedWithAReason(@ForAll List<String> header) {
        assertThat(problem(reader(Map.of(), Map.of()), header).key()).startsWith("header.");
    }

    private static HeaderReader reader(Map<Column, String> mapping, Map<Column, String> constants) {
        return new HeaderReader(KnownColumns.with(ALIASES), mapping, constants, Optional.empty());
    }

    private static FeedLayout layout(List<String> header) {
        return reader(Map.of(), Map.of()).read(0, "f.csv", header);
    }

    private static Text problem(HeaderReader reader, List<String> header) {
        return catchThrowableOfType(InputException.class, () -> reader.read(0, "f.csv", header))
                .text();
    }
}
