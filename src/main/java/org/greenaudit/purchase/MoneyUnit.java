package org.greenaudit.purchase;

/** What one unit of a money column is worth. */
public enum MoneyUnit {
    /** 元. */
    YUAN("元", 0),
    /** 千元: a thousand yuan. */
    THOUSAND("千元", 3),
    /** 万元: ten thousand yuan. */
    WAN("万元", 4),
    /** 亿元: a hundred million yuan. */
    YI("亿元", 8);

    private final String label;
    private final int power;

    MoneyUnit(String label, int power) {
        this.label = label;
        this.power = power;
    }

    /** The Chinese word. */
    public String label() {
        return label;
    }

    /** The power of ten that turns this unit into yuan. */
    public int power() {
        return power;
    }
}
