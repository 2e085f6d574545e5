package org.greenaudit.sample.scenario;

import org.greenaudit.purchase.CitationColumn;

/** The two product lists as the generator knows them. */
public enum ListName {
    /** 节能产品政府采购品目清单. */
    ENERGY("energy-saving", "节能产品", "energy_certificate_no", "示例节能认证中心（虚构）"),
    /** 环境标志产品政府采购品目清单. */
    ECO("eco-label", "环境标志产品", "eco_certificate_no", "示例环境认证中心（虚构）");

    private final String id;
    private final String category;
    private final CitationColumn column;
    private final String body;

    ListName(String id, String category, String column, String body) {
        this.id = id;
        this.category = category;
        this.column = new CitationColumn(column, category + "认证证书编号");
        this.body = body;
    }

    /** The list's identifier in {@code lists.csv}. */
    public String id() {
        return id;
    }

    /** 认证类别 of its certificates. */
    public String category() {
        return category;
    }

    /** The feed column that cites them. */
    public CitationColumn column() {
        return column;
    }

    /** The fictional body that the sample's directory designates for every class. */
    String body() {
        return body;
    }
}
