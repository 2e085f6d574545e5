package org.greenaudit.purchase;

import java.util.Locale;
import java.util.Optional;

/** The columns of the feed, in their canonical order. More header aliases come from {@code feed-headers.csv}. */
public enum FeedColumn {
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
    ENERGY_CERTIFICATE_NO("节能产品认证证书编号"),
    ECO_CERTIFICATE_NO("环境标志产品认证证书编号"),
    EXEMPTION_REASON("豁免理由"),
    APPROVAL_NO("批准文号");

    private final String chinese;
    private final boolean required;

    FeedColumn(String chinese) {
        this(chinese, false);
    }

    FeedColumn(String chinese, boolean required) {
        this.chinese = chinese;
        this.required = required;
    }

    /** The canonical header: the name in lower case, such as {@code item_name}. */
    public String header() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The Chinese header. */
    public String chinese() {
        return chinese;
    }

    /** Whether a feed without this column cannot be judged. {@code ITEM_NAME} may be stood in for by a category column. */
    public boolean required() {
        return required;
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
