package org.greenaudit.purchase;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The columns that every feed may have, in their canonical order. A {@link CitationColumn} comes from the catalogs. */
public enum FeedColumn implements Column {
    RECORD_ID("记录编号"),
    CONTRACT_NO("合同编号"),
    CONTRACT_DATE("合同签订日期", true),
    REGION_CODE("行政区划代码"),
    REGION_NAME("行政区划"),
    BUYER_CODE("采购单位编码"),
    BUYER_NAME("采购单位", true),
    BUYER_TYPE("单位性质"),
    SUPPLIER_NAME("供应商"),
    CATEGORY_CODE("品目编码"),
    CATEGORY_NAME("品目名称"),
    CATEGORY_SCHEME("品目版本"),
    ITEM_NAME("货物名称", true),
    BRAND("品牌"),
    MODEL("规格型号"),
    SPEC("技术参数"),
    QUANTITY("数量"),
    UNIT("单位"),
    UNIT_PRICE("单价"),
    AMOUNT("金额", true),
    EXEMPTION_REASON("豁免理由"),
    APPROVAL_NO("批准文号"),
    LINE_STATUS("状态"),
    BRAND_MODEL("品牌型号"),
    REMARK("备注");

    private final String chinese;
    private final boolean required;

    FeedColumn(String chinese) {
        this(chinese, false);
    }

    FeedColumn(String chinese, boolean required) {
        this.chinese = chinese;
        this.required = required;
    }

    @Override
    public String header() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String chinese() {
        return chinese;
    }

    /** Whether a feed without this column cannot be judged. {@code ITEM_NAME} may be stood in for by a category column. */
    public boolean required() {
        return required;
    }

    /** The canonical headers in their order. */
    public static List<String> headers() {
        return Arrays.stream(values()).map(FeedColumn::header).toList();
    }

    /** The column of that canonical header. */
    public static Optional<FeedColumn> ofHeader(String header) {
        for (FeedColumn column : values()) {
            if (column.header().equals(header)) {
                return Optional.of(column);
            }
        }
        return Optional.empty();
    }
}
