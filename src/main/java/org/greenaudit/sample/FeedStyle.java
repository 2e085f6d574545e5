package org.greenaudit.sample;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.greenaudit.purchase.Column;
import org.greenaudit.purchase.FeedColumn;
import org.greenaudit.purchase.FeedColumns;
import org.greenaudit.sample.scenario.ListName;
import org.greenaudit.sample.scenario.Scenario.Needs;

/** How a feed file is laid out. */
public enum FeedStyle {
    /** The canonical English headers in their order, UTF-8, LF, yuan, ISO dates. */
    CANONICAL(StandardCharsets.UTF_8, "\n", false),
    /** As an office exports it: Chinese headers and aliases, GB18030, CRLF, 万元, 2026年3月5日, a column of remarks. */
    OFFICE(Charset.forName("GB18030"), "\r\n", true);

    private static final FeedColumns CANONICAL_COLUMNS = new FeedColumns(
            Arrays.stream(ListName.values()).map(ListName::column).toList(), Map.of());

    private static final List<FileColumn> OFFICE_COLUMNS = List.of(
            column("记录编号", FeedColumn.RECORD_ID),
            column("采购人", FeedColumn.BUYER_NAME),
            column("采购单位编码", FeedColumn.BUYER_CODE),
            column("单位性质", FeedColumn.BUYER_TYPE),
            column("行政区划代码", FeedColumn.REGION_CODE),
            column("行政区划", FeedColumn.REGION_NAME),
            column("合同编号", FeedColumn.CONTRACT_NO),
            column("合同签订日期", FeedColumn.CONTRACT_DATE),
            column("供应商", FeedColumn.SUPPLIER_NAME),
            column("标的名称", FeedColumn.ITEM_NAME),
            column("品牌", FeedColumn.BRAND),
            column("规格型号", FeedColumn.MODEL),
            column("技术参数", FeedColumn.SPEC),
            column("品目编码", FeedColumn.CATEGORY_CODE),
            column("品目名称", FeedColumn.CATEGORY_NAME),
            column("数量", FeedColumn.QUANTITY),
            column("单位", FeedColumn.UNIT),
            column("单价（元）", FeedColumn.UNIT_PRICE),
            column("成交金额（万元）", FeedColumn.AMOUNT),
            column("节能产品认证证书编号", ListName.ENERGY.column()),
            column("环境标志产品认证证书编号", ListName.ECO.column()),
            column("豁免理由", FeedColumn.EXEMPTION_REASON),
            column("批准文号", FeedColumn.APPROVAL_NO),
            new FileColumn("备注", Optional.empty()));

    /** What a feed that was put together for an audit does not hold. */
    private static final Set<FeedColumn> NOT_WRITTEN =
            Set.of(FeedColumn.LINE_STATUS, FeedColumn.BRAND_MODEL, FeedColumn.REMARK);

    private final Charset charset;
    private final String lineEnd;
    private final boolean wan;

    FeedStyle(Charset charset, String lineEnd, boolean wan) {
        this.charset = charset;
        this.lineEnd = lineEnd;
        this.wan = wan;
    }

    /** The name on the command line: lower case. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The charset of the file, without a byte order mark. */
    public Charset charset() {
        return charset;
    }

    String lineEnd() {
        return lineEnd;
    }

    /** Whether the amount column is headed 万元. */
    boolean wan() {
        return wan;
    }

    /** The columns in their order. */
    List<FileColumn> columns() {
        return this == OFFICE
                ? OFFICE_COLUMNS
                : CANONICAL_COLUMNS.all().stream()
                        .filter(c -> !NOT_WRITTEN.contains(c))
                        .map(c -> column(c.header(), c))
                        .toList();
    }

    /** Whether a scenario's needs are met. */
    public boolean offers(Needs needs) {
        return switch (needs) {
            case NOTHING -> true;
            case SCHEME_COLUMN, LONG_CELLS -> this == CANONICAL;
            case WAN_HEADER -> wan;
        };
    }

    private static FileColumn column(String header, Column column) {
        return new FileColumn(header, Optional.of(column));
    }

    /**
     * A column of the file.
     *
     * @param header its header
     * @param column what it holds; empty for one that the audit does not read
     */
    record FileColumn(String header, Optional<Column> column) {}
}
