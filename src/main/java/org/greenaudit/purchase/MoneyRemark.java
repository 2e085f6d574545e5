package org.greenaudit.purchase;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.greenaudit.text.NameKeys;

/**
 * What stands beside a number of money, or in brackets behind a money header: {@code 万元（人民币）}, {@code 元（含税）}, {@code
 * 单位：百万元}.
 *
 * @param understood whether it is plain what the number is in
 * @param unit the unit it names, if any
 */
record MoneyRemark(boolean understood, Optional<MoneyUnit> unit) {

    /** Names of the currency, which also stand before a number. */
    static final List<String> CURRENCY = List.of("人民币", "rmb", "cny", "¥", "￥");

    /** Words that leave an amount what it is; those that make it another (不含税, 预算, 暂定, 单价) are not among them. */
    private static final Set<String> NOTES = Set.of(
            "", "单位", "含税", "含税价", "含增值税", "含税费", "含运费", "含运输", "含运输费", "含配送", "含配送费", "含安装", "含安装费", "含安装调试", "总价",
            "固定总价", "合同价", "合同金额", "合同总价", "成交价", "成交金额", "中标价", "中标金额", "小写");

    /** A rate of tax within the price: 含13%税. */
    private static final Pattern TAX_RATE = Pattern.compile("含税?\\d{1,2}%的?(税|增值税)?");

    private static final Pattern BREAKS = Pattern.compile("[()\\[\\]【】〔〕,、;:]+");

    /** Behind an amount, what it is for as a whole. */
    private static final Pattern AS_A_WHOLE = Pattern.compile("/(批|项|宗|笔|单|合同|标段)$");

    private static final Pattern ROUND = Pattern.compile("[整正]$");

    private static final Pattern SIGN_OF_UNIT = Pattern.compile("[元十百千万亿兆]");
    private static final Pattern MONEY = Pattern.compile("[元十百千万亿兆角分a-z$€£]");
    private static final Pattern FOREIGN = Pattern.compile("[美欧日港澳加韩英]元|台币|外币|usd|eur|hkd|jpy|[$€£]");

    /** The units by each of their names: 万元, 万. */
    private static final Map<String, MoneyUnit> UNITS = units();

    /** A unit among other words: 报价单位万元, 元/台; a price of a hundred pieces is none of one. */
    private static final Pattern UNIT_WITHIN =
            Pattern.compile("[^元十百千万亿兆/a-z0-9]*?([十百千]?[万亿]?元|[百千]元)[^元十百千万亿兆/]*(/[^0-9十百千万亿]*)?");

    /** What stands in a cell behind a number: every word must be known. */
    static MoneyRemark besideNumber(String text) {
        return read(text, false);
    }

    /** What stands in brackets behind a header: beside a unit, words that are neither unit nor currency are no matter. */
    static MoneyRemark behindHeader(String text) {
        return read(text, true);
    }

    /** Whether the text has signs of a unit or a currency. */
    static boolean mayBeUnit(String text) {
        return MONEY.matcher(comparable(text)).find();
    }

    private static MoneyRemark read(String text, boolean header) {
        String words = comparable(text);
        Optional<MoneyUnit> unit = Optional.empty();
        boolean known = true;
        boolean clear = !FOREIGN.matcher(words).find();
        for (String name : CURRENCY) {
            words = words.replace(name, ",");
        }
        for (String each : BREAKS.split(words, -1)) {
            String word =
                    ROUND.matcher(AS_A_WHOLE.matcher(each).replaceFirst("")).replaceFirst("");
            Optional<MoneyUnit> here = unit(word, header);
            if (here.isEmpty()) {
                known &= NOTES.contains(word) || TAX_RATE.matcher(word).matches();
                clear &= !SIGN_OF_UNIT.matcher(word).find();
            } else {
                known &= unit.isEmpty();
                clear &= unit.isEmpty();
                unit = here;
            }
        }
        boolean beside = header && unit.isPresent();
        return new MoneyRemark(beside ? clear : known, unit);
    }

    private static Optional<MoneyUnit> unit(String word, boolean within) {
        MoneyUnit whole = UNITS.get(word);
        Matcher among = UNIT_WITHIN.matcher(word);
        return whole == null && within && among.matches()
                ? Optional.ofNullable(UNITS.get(among.group(1)))
                : Optional.ofNullable(whole);
    }

    /** In one kind of character for each meaning, without blanks. */
    private static String comparable(String text) {
        return NameKeys.normalise(text)
                .replace('圆', '元')
                .replace('圓', '元')
                .replace('萬', '万')
                .replace('億', '亿')
                .replace('仟', '千')
                .replace('佰', '百')
                .replace('拾', '十');
    }

    private static Map<String, MoneyUnit> units() {
        Map<String, MoneyUnit> units = new HashMap<>();
        for (MoneyUnit unit : MoneyUnit.values()) {
            units.put(unit.label(), unit);
            if (unit.power() > 0) {
                units.put(unit.label().substring(0, unit.label().length() - 1), unit);
            }
        }
        return Map.copyOf(units);
    }
}
