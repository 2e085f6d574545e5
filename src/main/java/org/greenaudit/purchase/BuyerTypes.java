package org.greenaudit.purchase;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.greenaudit.text.FullWidth;

/** The words in which feeds name the kind of a buyer (单位性质); only obvious ones. */
final class BuyerTypes {

    private static final String OPENING = "([【〔";
    private static final String CLOSING = ")]】〕";
    private static final Map<String, BuyerType> WORDS = words();

    private BuyerTypes() {}

    /** The type of that word, whatever its case, width and note in brackets, or {@link BuyerType#UNKNOWN}. */
    static BuyerType of(String cell) {
        BuyerType exact = WORDS.get(cell);
        return exact != null ? exact : WORDS.getOrDefault(word(cell), BuyerType.UNKNOWN);
    }

    private static String word(String cell) {
        String word = FullWidth.compact(cell).toLowerCase(Locale.ROOT);
        if (word.isEmpty() || CLOSING.indexOf(word.charAt(word.length() - 1)) < 0) {
            return word;
        }
        for (int i = 1; i < word.length(); i++) {
            if (OPENING.indexOf(word.charAt(i)) >= 0) {
                return word.substring(0, i);
            }
        }
        return word;
    }

    private static Map<String, BuyerType> words() {
        Map<String, BuyerType> words = new HashMap<>();
        add(words, BuyerType.ADMINISTRATION, "行政机关", "机关", "党政机关", "国家机关", "政府机关", "行政单位", "机关单位", "行政");
        add(words, BuyerType.ADMINISTRATION, "government agency", "administrative organ");
        add(words, BuyerType.INSTITUTION, "事业单位", "事业", "公益一类事业单位", "公益二类事业单位", "参公事业单位", "全额拨款事业单位", "差额拨款事业单位");
        add(words, BuyerType.INSTITUTION, "学校", "高校", "医院", "public institution");
        add(words, BuyerType.ASSOCIATION, "团体组织", "团体", "社会团体", "人民团体", "群众团体", "群团组织");
        add(words, BuyerType.ASSOCIATION, "社团", "协会", "social organization", "social organisation");
        add(words, BuyerType.STATE_ENTERPRISE, "国有企业", "国企", "央企", "中央企业", "国有独资企业", "国有控股企业", "国有独资公司", "国有及国有控股企业");
        add(words, BuyerType.STATE_ENTERPRISE, "国有公司", "国有控股公司", "state-owned enterprise", "SOE");
        add(words, BuyerType.ENTERPRISE, "企业", "其他企业", "民营企业", "私营企业", "非国有企业");
        add(words, BuyerType.ENTERPRISE, "公司", "有限公司", "有限责任公司", "股份有限公司", "民营公司", "enterprise", "company");
        return Map.copyOf(words);
    }

    private static void add(Map<String, BuyerType> words, BuyerType type, String... names) {
        for (String name : names) {
            words.put(name, type);
            words.put(word(name), type);
        }
    }
}
