package org.greenaudit.sample.scenario;

/** The two product lists as the generator knows them. */
public enum ListName {
    /** 节能产品政府采购品目清单. */
    ENERGY("energy-saving", "节能产品", "示例节能认证中心（虚构）"),
    /** 环境标志产品政府采购品目清单. */
    ECO("eco-label", "环境标志产品", "示例环境认证中心（虚构）");

    private final String id;
    private final String category;
    private final String body;

    ListName(String id, String category, String body) {
        this.id = id;
        this.category = category;
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

    /** The fictional body that the sample's directory designates for every class. */
    String body() {
        return body;
    }
}
