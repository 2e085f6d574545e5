package org.greenaudit.purchase;

/** 单位性质: what kind of buyer it is. */
public enum BuyerType {
    /** 行政机关. */
    ADMINISTRATION("行政机关"),
    /** 事业单位. */
    INSTITUTION("事业单位"),
    /** 团体组织. */
    ASSOCIATION("团体组织"),
    /** 国有企业. */
    STATE_ENTERPRISE("国有企业"),
    /** 企业. */
    ENTERPRISE("企业"),
    /** Not given or not understood; taken as a public buyer. */
    UNKNOWN("");

    private final String label;

    BuyerType(String label) {
        this.label = label;
    }

    /** The Chinese word in feeds; empty for {@link #UNKNOWN}. */
    public String label() {
        return label;
    }
}
