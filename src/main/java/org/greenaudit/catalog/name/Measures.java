package org.greenaudit.catalog.name;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.greenaudit.text.Dashes;

/**
 * Amounts, sizes, ranges and labelled figures as the texts of goods write them: 256MB, 1200r/min, 1920×1080, φ125, 15-23m²,
 * 制冷量3500, APF 4.29. The units of all goods stand here once. Letters and digits of a measure are no model.
 */
final class Measures {

    /** A whole number or a decimal one. */
    static final String NUMBER = "[0-9]+(?:\\.[0-9]+)?";

    /** Units of several letters, or of words. */
    private static final String LONG =
            "(?:[MGK]?HZ|[KM]?WHR?|[KM]W|[KM]?VA[RH]?|[KM]V|MAH?|AH|[CDMUμ]M[23]?|NM|N\\.M|M[23]|M?L|[KM]G|HP|MP|PX|PP[MI]|DPI"
                    + "|LM|LU?X|CD|NITS?|MIN|MS|[KM]?PA|BAR|DBA?|BTU|RPM|BIT|[KMG]?BPS|[KMGT]B|KJ|KCAL|RT|INCH(?:ES)?|FT|°C|OHM"
                    + "|[千兆]?赫兹?|[千兆]?瓦(?:时|特)?|[千毫]?伏(?:安|特)?|毫?安(?:时|培)?|[毫立公]?升|[千公毫]?克|公?斤|[毫厘分公微纳]?米|平方?米?|立方米?"
                    + "|[英公]?[寸分尺]|吋|ANSI(?:LM|流明)?|流明|坎德拉|尼特|匹|度电?|公?吨|[千兆]?帕|分贝|大卡|毫?秒|小时|分钟|欧姆?|冷吨"
                    + "|万元?|元|宽|高|深|厚|坑距|年|月|天|人|门|层|口|位|路|键|档|级|速|核心?|线程|代|针|列|联|页|张|万?像素|目|芯|转|抽|节|孔|格|极|相|线|点)";

    /** Units of one letter, with which models end, too. */
    private static final String SHORT = "[WVAMLGTPK°]";

    /** Any unit. */
    static final String UNIT = "(?:" + LONG + "|" + SHORT + ")";

    /** Hundreds of watts in the models of air conditioners: 35GW, 72LW. */
    private static final String HUNDREDS = "[GLQ]W";

    private static final String END = "(?![A-Z0-9])";

    private static final String TO_WORD = "\\s*(?:[~∼〜～]|至|到)\\s*";

    private static final String TO = "\\s*(?:[-~∼〜～‐-―−]|至|到)\\s*";

    /** 15-23, 220-240: the second number is no shorter than the first, unlike that of 33088-1A. */
    private static final String SPAN =
            "[0-9](?:\\.[0-9]+)?[-~][0-9]{1,3}(?:\\.[0-9]+)?|[0-9]{2}(?:\\.[0-9]+)?[-~][0-9]{2,3}(?:\\.[0-9]+)?"
                    + "|[0-9]{3}[-~][0-9]{3,4}";

    private static final String AMOUNT = "(?:AC|DC)?(?:" + SPAN + "|" + NUMBER + ")";

    /** Letters and digits of which several measures may be made in one: 220V50Hz, 10A250V, 16G512G, 8G1T. */
    private static final String JOINED = NUMBER + "V" + NUMBER + "(?:HZ|A|W)|" + NUMBER + "A" + NUMBER
            + "V|(?:4|6|8|12|16|24|32|64)G(?:64|128|240|256|480|500|512|1000|1024)G|(?:4|6|8|12|16|24|32|64)G[1248]T";

    /** 600*600*750, 2×18W, 600x600, 8W*2; an x between numbers of two digits may stand in a model (85X11). */
    private static final String SIZE = NUMBER + "(?:(?:MM|CM|M)?[*×]" + NUMBER + ")+" + UNIT
            + "?|[0-9]{3,}(?:X[0-9]{3,})+(?:MM|CM)?|"
            + NUMBER + "(?:(?:MM|CM|M)?X" + NUMBER + ")+(?:MM|CM|M|W|DPI|PX)|" + NUMBER + "X" + NUMBER + "X" + NUMBER
            + "|[0-9]0X[0-9]0|"
            + NUMBER + "W[*×X][1-9]";

    /** 7.8s, 6000H: seconds with a fraction, thousands of hours. */
    private static final String TIME = "[0-9]{1,3}\\.[0-9]{1,2}S|[1-9][0-9]?000(?:H|HRS?|HOURS?)";

    private static final String DATE = "20[0-3][0-9](?:-[0-9]{1,2}){0,2}|20[0-3][0-9]年?度?(?:新?[款版年]|年款)";

    /** The last characters of words that a figure follows: 制冷量, 功率, 容积, 管径, 扬程, 内存. */
    private static final String LABEL = "[量率度积径压速值距比重温频宽高厚深数耗噪程流效存盘]";

    /** A measure within a text without blanks. A unit of one letter ends it, since 55V6M is a model. */
    static final String WITHIN = "(?:(?:" + JOINED + "|" + SIZE + "|" + TIME + "|" + DATE + "|[0-9]{1,2}\\.[0-9]+|"
            + AMOUNT + SHORT
            + "|(?<=" + LABEL + ")" + NUMBER + ")" + END + "|" + AMOUNT + "(?:" + LONG + "|" + HUNDREDS + "|[VPKW](?="
            + NUMBER + LONG + END + ")))";

    /** A measure in a running text, where blanks and signs belong to it. */
    private static final Pattern WRITTEN = ignoringCase("[φΦØ⌀≤≥≦≧±≈]\\s*" + NUMBER + "(?:\\s*[*×X]\\s*" + NUMBER
            + "){0,4}\\s*" + UNIT + "?" + END
            + "|(?:(?:[\\u4e00-\\u9fff]{0,8}?(?<=" + LABEL
            + "|[音声寸])|(?<![A-Z0-9.-])(?:APF|[SC]?EER|COP|HSPF|[IN]PLV|PF|UK|CRI|CCT|RA|THD))"
            + "\\s*+(?:[:=为约达]|[不大小低高]{1,3}+于)?+\\s*+[≤≥<>]?+\\s*+" + NUMBER + "(?:\\s*" + UNIT + ")?"
            + "|(?<![A-Z0-9.-])(?:" + NUMBER + "\\s*%|" + NUMBER + "E[+][0-9]+"
            + "|" + AMOUNT + "\\s*" + UNIT + "(?:/(?:" + NUMBER + ")?(?:" + UNIT + "|[RSHD]))+"
            + "|" + NUMBER + "R/(?:MIN|M|S)|" + NUMBER + "\\s*:\\s*" + NUMBER
            + "|(?:AC|DC)?(?:" + NUMBER + "(?:" + UNIT + "?" + TO_WORD + "|" + UNIT + TO + ")" + NUMBER + "|" + SPAN
            + ")\\s*" + UNIT
            + "|" + NUMBER + "(?:\\s*[*×]\\s*" + NUMBER + "){1,4}\\s*" + UNIT + "?"
            + "|" + NUMBER + "(?:\\s*X\\s*" + NUMBER + "){1,2}\\s*" + LONG + "|[0-9]+(?:\\s+X\\s+[0-9]+){1,2}"
            + "|" + NUMBER + "(?:/" + NUMBER + "){1,2}\\s*(?:" + LONG + "|[WVA])"
            + "|" + NUMBER + "\\s*(?:" + LONG + "|[WVL°])))" + "(?![A-Z0-9]|-[A-Z0-9]|\\.[0-9])");

    /** Two numbers and a unit between which a model's measure may be: 8W~28W, 5~28W, 5W-28W, (7.5-75)kW. */
    static final Pattern RANGE = ignoringCase("(?<![0-9.])[0-9.]+(?:" + UNIT + "?\\s*(?:[~∼〜～]|至|到)\\s*|" + UNIT
            + "\\s*[-‐-―−]\\s*)[0-9.]+" + UNIT + END + "|[(\\[][0-9.]+\\s*[-~][0-9.]+[)\\]]\\s*" + UNIT + END);

    /** What stands in every such range between its first number and the sign, and behind the sign. */
    private static final Pattern BEFORE_SIGN = ignoringCase(UNIT + "?\\s*");

    private static final Pattern BEHIND_SIGN = ignoringCase("\\s*+[0-9.]++(?:[)\\]]\\s*+)?" + UNIT + END);

    /** An amount with a unit of several letters at the end of a model: YE4-132M-4-7.5KW, S20-400/10kV. */
    private static final Pattern TAIL =
            ignoringCase("(.{2,80}?[0-9A-Z)])([-/_(\\s]\\s*" + NUMBER + ")\\s*" + LONG + "\\)?");

    /** No measure is longer. */
    private static final int LONGEST = 40;

    private static final Pattern MEASURE = ignoringCase("(?:" + WITHIN + ")+");

    private Measures() {}

    static Pattern ignoringCase(String what) {
        return Pattern.compile(what, Pattern.CASE_INSENSITIVE);
    }

    /** Whether a text without blanks is measures, a size, a date or a year and nothing else. */
    static boolean is(String group) {
        return group.length() <= LONGEST && MEASURE.matcher(group).matches();
    }

    /** A text in NFKC without its measures. */
    static String without(String text) {
        return text.length() > TechnicalData.LONGEST_TEXT
                ? text
                : WRITTEN.matcher(text).replaceAll(" ");
    }

    /** A model in NFKC without the amount at its end, and without its unit only; empty where it has none. */
    static List<String> beforeTail(String model) {
        Matcher tail = TAIL.matcher(model);
        return tail.matches() ? List.of(tail.group(1), tail.group(1) + tail.group(2)) : List.of();
    }

    /** A certificate's text without the ranges of measures in it; empty where it has none. */
    static Optional<String> withoutRanges(String text) {
        if (!mayHoldRange(text) || !holdsEnds(text)) {
            return Optional.empty();
        }
        Matcher ranges = RANGE.matcher(text);
        return ranges.find() ? Optional.of(ranges.replaceAll(" ")) : Optional.empty();
    }

    /** A sign for “to”, or a dash between a unit and a number or in brackets: few models have one. */
    private static boolean mayHoldRange(String text) {
        boolean bracket = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            bracket |= c == '(' || c == '[';
            boolean to = isToSign(c);
            boolean dash = Dashes.isDash(c) && i > 0 && (bracket || !isDigit(text.charAt(i - 1)));
            if (to || (dash && i + 1 < text.length() && (isDigit(text.charAt(i + 1)) || text.charAt(i + 1) == ' '))) {
                return true;
            }
        }
        return false;
    }

    /** Whether some sign or dash stands between what may be the ends of a range: those of most models do not. */
    private static boolean holdsEnds(String text) {
        int behindNumber = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isOfNumber(c)) {
                behindNumber = i + 1;
            } else if (isToSign(c) || Dashes.isDash(c)) {
                if (behindNumber > 0 && isBetweenEnds(text, behindNumber, i)) {
                    return true;
                }
                behindNumber = 0;
            }
        }
        return false;
    }

    private static boolean isBetweenEnds(String text, int behindNumber, int sign) {
        int behind = sign + 1;
        return behind < text.length()
                && (isOfNumber(text.charAt(behind)) || text.charAt(behind) <= ' ')
                && BEHIND_SIGN.matcher(text).region(behind, text.length()).lookingAt()
                && BEFORE_SIGN.matcher(text).region(behindNumber, sign).matches();
    }

    private static boolean isToSign(char c) {
        return "~∼〜～至到".indexOf(c) >= 0;
    }

    private static boolean isOfNumber(char c) {
        return isDigit(c) || c == '.';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
