package org.greenaudit.purchase;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What one unit of a money column is worth. */
public enum MoneyUnit {
    /** 分: a hundredth of a yuan. */
    FEN("分", -2),
    /** 角: a tenth of a yuan. */
    JIAO("角", -1),
    /** 元. */
    YUAN("元", 0),
    /** 百元: a hundred yuan. */
    HUNDRED("百元", 2),
    /** 千元: a thousand yuan. */
    THOUSAND("千元", 3),
    /** 万元: ten thousand yuan. */
    WAN("万元", 4),
    /** 十万元: a hundred thousand yuan. */
    TEN_WAN("十万元", 5),
    /** 百万元: a million yuan. */
    MILLION("百万元", 6),
    /** 千万元: ten million yuan. */
    TEN_MILLION("千万元", 7),
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

    /** The words of all units, the smallest first. */
    static String labels() {
        return Arrays.stream(values()).map(MoneyUnit::label).collect(Collectors.joining(", "));
    }
}
