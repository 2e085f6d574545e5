package org.greenaudit.matching;

import java.util.List;
import java.util.Optional;
import org.greenaudit.catalog.BrandAliases;

/**
 * Tells whether a noun phrase ends with a term or goes on to another, unknown noun: 台式计算机设备一批 ends with the
 * computer, 打印机维护程序 does not end with the printer.
 */
final class PhraseTail {

    private static final List<String> TRANSPARENT = List.of(
            "设备", "项目", "一批", "若干", "系列", "产品", "物资", "整机", "货物", "商品", "用品", "等", "的", "一宗", "更新", "更换", "新增", "配置",
            "供货", "项", "类", "款", "型", "包", "标段", "需求", "意向", "费用", "费", "款项", "一台", "一套");
    private static final String NUMERALS = "一二三四五六七八九十百两几数多第";
    private static final List<String> PURPOSE = List.of("专用", "使用", "用");

    private final BrandAliases brands;

    PhraseTail(BrandAliases brands) {
        this.brands = brands;
    }

    /** Whether nothing but wrappers, figures, models and brands follow a mention up to the clause's end. */
    boolean endsAt(PlainText text, Mention head, Clause clause) {
        int i = head.end();
        while (i < clause.end()) {
            int known = known(clause, i);
            if (known > i) {
                i = known;
                continue;
            }
            char c = text.at(i);
            if (c < 0x2E80 || text.gapBefore(i) || NUMERALS.indexOf(c) >= 0) {
                return true;
            }
            int wrapper = wrapper(text, i);
            if (wrapper == 0) {
                return brandFollows(text.value().substring(i, clause.end()));
            }
            i += wrapper;
        }
        return true;
    }

    /** Whether a mention only tells what the phrase is for: 硒鼓 HP打印机用. */
    boolean isPurpose(PlainText text, Mention mention, Clause clause) {
        if (mention.isService()) {
            return false;
        }
        for (String word : PURPOSE) {
            if (text.value().startsWith(word, mention.end()) && mention.end() + word.length() == clause.end()) {
                return true;
            }
        }
        return false;
    }

    private static int known(Clause clause, int position) {
        for (Mention mention : clause.mentions()) {
            if (mention.start() == position && !mention.canBeHead()) {
                return mention.end();
            }
        }
        return position;
    }

    private static int wrapper(PlainText text, int position) {
        for (String word : TRANSPARENT) {
            if (text.value().startsWith(word, position)) {
                return word.length();
            }
        }
        return 0;
    }

    private boolean brandFollows(String rest) {
        Optional<String> brand = brands.leading(rest);
        return brand.isPresent();
    }
}
