package org.greenaudit.purchase;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.greenaudit.text.FullWidth;

/** 单位性质: what kind of buyer it is, and the words in which feeds name it; only obvious ones. */
public enum BuyerType {
    /** 行政机关. */
    ADMINISTRATION("行政机关、机关、党政机关、国家机关、政府机关、行政单位、机关单位、行政、government agency、administrative organ"),
    /** 事业单位. */
    INSTITUTION("事业单位、事业、公益一类事业单位、公益二类事业单位、参公事业单位、全额拨款事业单位、差额拨款事业单位、学校、高校、医院、public institution"),
    /** 团体组织. */
    ASSOCIATION("团体组织、团体、社会团体、人民团体、群众团体、群团组织、社团、协会、social organization、social organisation"),
    /** 国有企业. */
    STATE_ENTERPRISE("国有企业、国企、央企、中央企业、国有独资企业、国有控股企业、国有独资公司、国有及国有控股企业、国有公司、国有控股公司、state-owned enterprise、SOE"),
    /** 企业. */
    ENTERPRISE("企业、其他企业、民营企业、私营企业、非国有企业、公司、有限公司、有限责任公司、股份有限公司、民营公司、enterprise、company"),
    /** Not given or not understood; taken as a public buyer. */
    UNKNOWN("");

    private static final String OPENING = "([【〔";
    private static final String CLOSING = ")]】〕";
    private static final Map<String, BuyerType> BY_WORD = byWord();

    private final List<String> words;

    BuyerType(String words) {
        this.words = List.of(words.split("、", -1));
    }

    /** The Chinese word in feeds; empty for {@link #UNKNOWN}. */
    public String label() {
        return words.get(0);
    }

    /** The type of that word, whatever its case, width and note in brackets, or {@link #UNKNOWN}. */
    static BuyerType of(String cell) {
        BuyerType exact = BY_WORD.get(cell);
        return exact != null ? exact : BY_WORD.getOrDefault(word(cell), UNKNOWN);
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

    private static Map<String, BuyerType> byWord() {
        Map<String, BuyerType> byWord = new HashMap<>();
        for (BuyerType type : values()) {
            for (String word : type.words) {
                byWord.put(word, type);
                byWord.put(word(word), type);
            }
        }
        return Map.copyOf(byWord);
    }
}
