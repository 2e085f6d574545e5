package org.greenaudit.purchase;

import java.util.HashMap;
import java.util.Map;

/** The words in which feeds name the kind of a buyer (单位性质); only obvious ones. */
final class BuyerTypes {

    private static final Map<String, BuyerType> WORDS = words();

    private BuyerTypes() {}

    /** The type of that word, or {@link BuyerType#UNKNOWN}. */
    static BuyerType of(String cell) {
        BuyerType exact = WORDS.get(cell);
        return exact != null ? exact : WORDS.getOrDefault(Widths.compact(cell), BuyerType.UNKNOWN);
    }

    private static Map<String, BuyerType> words() {
        Map<String, BuyerType> words = new HashMap<>();
        add(words, BuyerType.ADMINISTRATION, "行政机关", "机关", "党政机关", "国家机关", "政府机关", "行政单位", "机关单位", "行政");
        add(words, BuyerType.INSTITUTION, "事业单位", "事业", "公益一类事业单位", "公益二类事业单位", "参公事业单位", "全额拨款事业单位", "差额拨款事业单位");
        add(words, BuyerType.ASSOCIATION, "团体组织", "团体", "社会团体", "人民团体", "群众团体", "群团组织");
        add(words, BuyerType.STATE_ENTERPRISE, "国有企业", "国企", "央企", "中央企业", "国有独资企业", "国有控股企业", "国有独资公司", "国有及国有控股企业");
        add(words, BuyerType.ENTERPRISE, "企业", "其他企业", "民营企业", "私营企业", "非国有企业");
        return Map.copyOf(words);
    }

    private static void add(Map<String, BuyerType> words, BuyerType type, String... names) {
        for (String name : names) {
            words.put(name, type);
        }
    }
}
