package org.greenaudit.matching;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.greenaudit.catalog.BrandAliases;
import org.greenaudit.catalog.NameTerm;
import org.greenaudit.catalog.ProductKinds;
import org.greenaudit.text.NormalizedText;

/**
 * Tells whether a noun phrase ends with a term or goes on to another, unknown noun: 台式计算机设备一批 ends with the
 * computer, 打印机维护程序 does not end with the printer.
 */
final class PhraseTail {

    private static final List<String> TRANSPARENT = List.of(
            "设备", "项目", "一批", "若干", "系列", "产品", "物资", "整机", "货物", "商品", "用品", "等", "的", "一宗", "更新", "更换", "新增", "配置",
            "供货", "供应", "供货安装", "供应安装", "供货及安装", "项", "类", "款", "型", "包", "标段", "需求", "意向", "费用", "费", "款项", "一台", "一套",
            "套装", "整套", "全套", "定制", "定做", "计划", "预算", "经费", "专项", "资金", "清单", "明细", "合同", "购销", "订单", "置换", "补充", "配备",
            "大", "高配", "标配", "低配", "普通", "标准", "豪华", "国产", "进口", "办公", "家用", "商用", "教学用", "办公用", "白色", "黑色", "灰色", "银色",
            "黑白", "彩色", "双面", "自动双面", "冷暖", "变频", "定频", "采购", "购置", "购买", "添置", "编号", "详见", "见附件");
    private static final String NUMERALS = "一二三四五六七八九十百两几数多第";
    /** What may stand between the word for a special use and the goods. */
    private static final List<String> BETWEEN = List.of(
            "专用", "用", "级", "型", "式", "类", "彩色", "高清", "超高清", "数字", "智能", "便携式", "手持式", "台式", "立式", "干式", "无线", "移动",
            "小型", "大型", "自动", "全自动", "激光", "专业");

    private static final Set<String> INSTALLATION = Set.of("安装", "的安装", "安装调试", "拆除安装", "移机安装");

    private static final List<String> PURPOSE = List.of("专用", "使用", "用");

    private final ProductKinds kinds;
    private final BrandAliases brands;

    PhraseTail(ProductKinds kinds, BrandAliases brands) {
        this.kinds = kinds;
        this.brands = brands;
    }

    /**
     * Whether nothing but wrappers, figures, models, brands and other names of the goods (空调大1匹变频挂机) follow a
     * mention up to the clause's end.
     */
    boolean endsAt(NormalizedText text, TermMention head, NamePhrase clause) {
        int i = head.end();
        while (i < clause.end()) {
            int known = known(clause, head, i);
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

    /** Whether a word right before the mention (医用, 车载) makes a special sort of the goods. */
    boolean isSpecial(NormalizedText text, TermMention head, NamePhrase clause) {
        for (TermMention mention : clause.mentions()) {
            if (mention.role() == NameTerm.Role.SPECIAL_USE
                    && mention.end() <= head.start()
                    && onlyBetween(text.value().substring(mention.end(), head.start()))) {
                return true;
            }
        }
        return false;
    }

    private static boolean onlyBetween(String words) {
        String rest = words;
        while (!rest.isEmpty()) {
            String left = rest;
            Optional<String> word =
                    BETWEEN.stream().filter(left::startsWith).max(Comparator.comparingInt(String::length));
            if (word.isEmpty()) {
                return false;
            }
            rest = left.substring(word.get().length());
        }
        return true;
    }

    /** Whether the phrase is about putting up the goods: 空调安装, 空调设备安装调试. */
    boolean isInstalled(NormalizedText text, TermMention goods, NamePhrase clause) {
        String rest = text.value().substring(goods.end(), clause.end());
        return INSTALLATION.contains(rest.startsWith("设备") ? rest.substring(2) : rest);
    }

    /** Whether a mention only tells what the phrase is for: 硒鼓 HP打印机用. */
    boolean isPurpose(NormalizedText text, TermMention mention, NamePhrase clause) {
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

    private int known(NamePhrase clause, TermMention head, int position) {
        for (TermMention mention : clause.mentions()) {
            if (mention.start() == position && (!mention.canBeHead() || speaksOf(head.kind(), mention))) {
                return mention.end();
            }
        }
        return position;
    }

    /** Whether a mention is a narrower name of a kind, or may stand for a sort of it beside what else it means (柜式). */
    private boolean speaksOf(String kind, TermMention mention) {
        return (mention.isGoods() && kinds.isA(mention.kind(), kind))
                || mention.qualifies().stream().anyMatch(sort -> kinds.isA(sort, kind));
    }

    private static int wrapper(NormalizedText text, int position) {
        int longest = 0;
        for (String word : TRANSPARENT) {
            if (word.length() > longest && text.value().startsWith(word, position)) {
                longest = word.length();
            }
        }
        return longest;
    }

    private boolean brandFollows(String rest) {
        Optional<String> brand = brands.leading(rest);
        return brand.isPresent();
    }
}
