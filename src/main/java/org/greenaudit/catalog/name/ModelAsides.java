package org.greenaudit.catalog.name;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.greenaudit.text.Blanks;
import org.greenaudit.text.Nfkc;

/**
 * What stands beside a model in its cell and is no part of it: the kind of goods (打印机), a colour, a warranty, current and
 * voltage, a size in inches or 匹, how many there are, and the configuration of a computer. Whatever else stands there
 * (国产化, 升级版) may tell another model. A cell is read group by group, as blanks and punctuation part it.
 */
final class ModelAsides {

    private static final String MODIFIER = "(?:商用|家用|办公用?|台式|笔记本|便携式?|手提|立式|柜式|壁挂式?|挂壁式?|挂式|落地式?|吸顶式?|分体式?|嵌入式?|"
            + "黑白|彩色|激光|喷墨|针式|数码|多功能|一体式?|双面|自动|打印|复印|扫描|传真|液晶|平板|智能|变频|定频|单冷|冷暖|电|燃气|储水式?|"
            + "快热式?|速热|节能|节水|普通|微型|高速|桌面|塔式|机架式?|滚筒|波轮|双门|单门|三门)";

    private static final String KIND = "(?:" + MODIFIER + "*"
            + "(?:打印机|复印机|一体机|复合机|扫描仪|传真机|投影仪|投影机|计算机|电脑|主机|整机|套机|台式机|笔记本|平板|工作站|服务器|显示器|显示屏|显示设备|"
            + "电视机?|空调器?|空调机|柜机|挂机|壁挂机|吸顶机|风管机|天花机|冰箱|冷柜|热水器|洗衣机|饮水机|碎纸机|路由器|交换机|摄像机|水泵|风机|灯具?|灯管|灯泡|龙头|坐便器|便器|淋浴器|"
            + "变压器|镇流器|机组|设备|产品|单机|裸机|终端))";

    /** Two or three Chinese characters before a model, behind the kind of goods where that stands there too. */
    private static final Pattern SERIES =
            Pattern.compile("(?<![\\u4e00-\\u9fff])(?:" + KIND + "|" + MODIFIER + ")*+([\\u4e00-\\u9fff]{2,3}\\s*)$");

    private static final String COLOUR = "(?:(?:珍珠|象牙|磨砂|深空?|浅|亮|哑|雅|曜石|陶瓷|极地|冰川|月光|星空|太空|极光|钛|玫瑰|香槟|皓月|银河)?"
            + "(?:黑|白|红|蓝|灰|银|金|绿|粉|紫|棕|橙|黄|咖啡|米)色?款?)";

    private static final String NUMBER = "[0-9]+(?:\\.[0-9]+)?";
    private static final String QUANTITY = "[0-9一二两三四五六七八九十]+[台套个只支把张组件块片部辆樘]";
    private static final String CURRENT = "(?:AC|DC)?" + NUMBER + "(?:V(?:AC|DC)?|HZ|赫兹|伏特?)";

    /** What belongs to no model whoever writes it. */
    private static final Pattern PLAIN = anchored("(?:" + KIND + "|" + COLOUR + "|[大小正]?" + NUMBER + "匹|" + NUMBER
            + "(?:英寸|吋|寸|INCH(?:ES)?)|[大小正]?[0-9](?:\\.[0-9])?P|" + QUANTITY + "|新?[一二三四五1-5]级能效|能效[一二三四五1-5]级|"
            + CURRENT + ")+");

    private static final Pattern WARRANTY = anchored("(?:整机|原厂|全国|免费|含)?[0-9一二两三四五六七八九十]*年?"
            + "(?:质保|保修|联保|上门服务|上门|维保|售后|安装|运费|税|送货)[0-9一二两三四五六七八九十]*年?|全新|正品|现货|新款|包邮");

    /** Chinese words that are glued to a model: M100型打印机, M100黑色. */
    private static final Pattern GLUED = anchored("型号?" + KIND + "?|" + KIND + "|" + COLOUR);

    /** Words behind a model that name no other: 型, 变频, 冷暖型. */
    private static final Pattern SORT = anchored("(?:型号?|款式?|号)?(?:" + MODIFIER + ")*(?:型号?|款式?|号)?");

    private static final Pattern COUNTED = Pattern.compile("^" + QUANTITY + "(?=[A-Za-z])");
    private static final String COUNTERS = "台套个只支把张";
    private static final Pattern TIMES =
            Pattern.compile("(?:\\s*[*×]|\\s+[xX])\\s*[0-9]+[" + COUNTERS + "]?$|[xX][0-9]+[" + COUNTERS + "]$");

    /** M100+显示器: other goods come with it, and of them the model tells nothing. */
    private static final Pattern FURTHER_GOODS = Pattern.compile("\\+[^A-Za-z]*[\\u4e00-\\u9fff]");

    /** M100（黑色）, M100（黑色/白色）: one model and words in brackets behind it. */
    private static final Pattern NOTE = Pattern.compile(
            "([^+()\\[\\]【】{}]+?)\\s*[(\\[【{](?:([\\u4e00-\\u9fff][\\u4e00-\\u9fff/,;、\\s]*)|[0-9]{1,4}[" + COUNTERS
                    + "])[)\\]】}]");

    private static final String OPENING = "([【{";
    private static final String CLOSING = ")]】}";
    private static final String DANGLING = "/,;:|~、，。 ";

    /** A longer group of letters or words is no aside. */
    private static final int LONGEST = 24;

    private ModelAsides() {}

    private static Pattern anchored(String what) {
        return Pattern.compile(what, Pattern.CASE_INSENSITIVE);
    }

    /** A bought model without asides, in brackets or not; the same text where nothing with a digit would be left. */
    static String strip(String text) {
        return isBare(text) ? text : strip(joined(Nfkc.of(text)), joined(text), true);
    }

    /**
     * A certificate's model without asides outside brackets, and without a bracket behind it that holds nothing but Chinese
     * words of them: M100（黑色）. What it has in other brackets may belong to the model: M100(B).
     */
    static String stripOutside(String text) {
        if (isBare(text)) {
            return text;
        }
        String unnoted = withoutNote(joined(text));
        return strip(unnoted, unnoted, false);
    }

    /** The word at the end of a text that may be a model's series: 启天, 启天 in 台式机启天; empty where there is none. */
    static String series(String before) {
        Matcher series = SERIES.matcher(joined(before));
        return series.find() ? series.group(1) : "";
    }

    /** Whether a word behind a certificate's model only says of which sort it is: 变频, 冷暖型. */
    static boolean isSort(String word) {
        Matcher sort = SORT.matcher(word);
        return word.length() <= LONGEST && sort.lookingAt() && isAside(word.substring(sort.end()));
    }

    private static String withoutNote(String text) {
        Matcher note = NOTE.matcher(text);
        if (!note.matches() || (note.group(2) != null && !isAside(note.group(2)))) {
            return text;
        }
        String model = note.group(1);
        return model.chars().anyMatch(c -> c >= '0' && c <= '9') ? model : text;
    }

    /** The text without the blanks between Chinese characters. */
    static String joined(String text) {
        StringBuilder joined = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int next = i;
            while (next < text.length() && Blanks.isBlank(text.charAt(next))) {
                next++;
            }
            boolean between = next > i
                    && next < text.length()
                    && isHan(text.charAt(next))
                    && !joined.isEmpty()
                    && isHan(joined.charAt(joined.length() - 1));
            if (between) {
                i = next - 1;
            } else {
                joined.append(c);
            }
        }
        return joined.toString();
    }

    private static boolean isHan(char c) {
        return c >= '\u4e00' && c <= '\u9fff';
    }

    /** Whether a certificate's text holds anything by which a model can be known: letters or a longer number that are no aside. */
    static boolean tells(String text) {
        return tells(text, false);
    }

    /** The same of a model as bought, which is known by its digits: without any it is a series, a colour or another word. */
    static boolean tellsBought(String text) {
        return tells(text, true);
    }

    private static boolean tells(String text, boolean bought) {
        String whole = text;
        if (!isBare(text)) {
            String joined = joined(Nfkc.of(text));
            whole = bought ? Measures.without(TechnicalData.without(joined)) : joined;
        }
        int i = 0;
        while (i < whole.length()) {
            int end = i;
            while (end < whole.length() && isOfGroup(whole.charAt(end))) {
                end++;
            }
            String rest = end == i ? "" : remainder(whole.substring(i, end), true);
            boolean latin = rest.chars().anyMatch(c -> c < 0x80 && Character.isLetter(c));
            long digits = rest.chars().filter(c -> c >= '0' && c <= '9').count();
            boolean named = digits > 2 || (latin && (digits > 0 || !bought));
            if (named && !(bought ? TechnicalData.is(rest) : Measures.is(rest))) {
                return true;
            }
            i = Math.max(end, i + 1);
        }
        return false;
    }

    private static String strip(String text, String otherwise, boolean bought) {
        boolean further = text.indexOf('+') >= 0 && FURTHER_GOODS.matcher(text).find();
        if (further || (!bought && hasBracket(text))) {
            return otherwise;
        }
        StringBuilder kept = new StringBuilder(text.length());
        read(bought ? TechnicalData.without(uncounted(text)) : text, bought, kept);
        String rest = trimmed(kept);
        boolean named = rest.chars().anyMatch(c -> c >= '0' && c <= '9');
        return named && !rest.equals(text) ? rest : otherwise;
    }

    /** A text without how many there are of the model: M100×2台, M100*2. */
    static String uncounted(String text) {
        boolean times = isCounted(text)
                || text.indexOf('*') >= 0
                || text.indexOf('×') >= 0
                || text.indexOf(" x") >= 0
                || text.indexOf(" X") >= 0;
        return times ? TIMES.matcher(text).replaceFirst("") : text;
    }

    /** Whether a text ends with a word that counts things. */
    static boolean isCounted(String text) {
        return !text.isEmpty() && COUNTERS.indexOf(text.charAt(text.length() - 1)) >= 0;
    }

    /** Copies what is no aside, group by group. */
    private static void read(String text, boolean bought, StringBuilder kept) {
        boolean[] unclosed = new boolean[OPENING.length()];
        int i = 0;
        while (i < text.length()) {
            int bracket = bought ? OPENING.indexOf(text.charAt(i)) : -1;
            // what was not closed from an earlier place on is not from here
            int close = bracket < 0 || unclosed[bracket] ? -1 : text.indexOf(CLOSING.charAt(bracket), i);
            if (bracket >= 0 && close < 0) {
                unclosed[bracket] = true;
            }
            if (close > 0) {
                String inside = text.substring(i + 1, close);
                kept.append(isAside(inside) ? " " : text.substring(i, close + 1));
                i = close + 1;
                continue;
            }
            int end = i;
            while (end < text.length() && isOfGroup(text.charAt(end))) {
                end++;
            }
            if (end == i) {
                kept.append(text.charAt(i++));
            } else {
                end = withUnit(text, i, end);
                kept.append(remainder(text.substring(i, end), bought));
                i = end;
            }
        }
    }

    /** Includes a unit that stands behind a number with a blank between them: 1.5 匹, 23.8 英寸. */
    private static int withUnit(String text, int from, int end) {
        boolean number = end < text.length()
                && Blanks.isBlank(text.charAt(end))
                && text.substring(from, end).chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.');
        int unit = end + 1;
        while (number && unit < text.length() && isOfGroup(text.charAt(unit))) {
            unit++;
        }
        boolean joined = number
                && PLAIN.matcher(text.substring(from, end) + text.substring(end + 1, unit))
                        .matches();
        return joined ? unit : end;
    }

    /** Whether a text is nothing but asides and words of warranty. */
    static boolean isAside(String text) {
        int i = 0;
        while (i < text.length()) {
            int end = i;
            while (end < text.length() && isOfGroup(text.charAt(end))) {
                end++;
            }
            if (end == i) {
                i++;
                continue;
            }
            String group = text.substring(i, end);
            if (!remainder(group, true).isBlank() && !WARRANTY.matcher(group).matches()) {
                return false;
            }
            i = end;
        }
        return true;
    }

    /** What of a group is left: all of it, the model that an aside is glued to, or a blank. */
    private static String remainder(String group, boolean bought) {
        if (group.length() > LONGEST || !mayBeAside(group)) {
            return group;
        }
        boolean aside =
                PLAIN.matcher(group.replace(" ", "")).matches() || (bought && TechnicalData.isConfiguration(group));
        if (aside) {
            return " ";
        }
        int latin = 0;
        while (latin < group.length() && group.charAt(latin) < 0x80) {
            latin++;
        }
        if (latin > 0
                && latin < group.length()
                && GLUED.matcher(group).region(latin, group.length()).matches()) {
            return group.substring(0, latin);
        }
        return bought ? COUNTED.matcher(group).replaceFirst("") : group;
    }

    /** Nearly all groups are none: letters and digits that begin with a letter. */
    private static boolean mayBeAside(String group) {
        char first = group.charAt(0);
        if (first >= '0' && first <= '9') {
            return true;
        }
        for (int i = 0; i < group.length(); i++) {
            if (group.charAt(i) >= 0x80) {
                return true;
            }
        }
        return "IRGADCWXUSHFLDir".indexOf(first) >= 0 || Character.isLowerCase(first);
    }

    private static boolean isOfGroup(char c) {
        return (c >= '0' && c <= '9')
                || (c >= 'A' && c <= 'Z')
                || (c >= 'a' && c <= 'z')
                || c == '-'
                || c == '.'
                || c == '_'
                || c == '#'
                || c == '*'
                || isHan(c);
    }

    private static String trimmed(StringBuilder kept) {
        int from = 0;
        int to = kept.length();
        while (from < to && DANGLING.indexOf(kept.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && DANGLING.indexOf(kept.charAt(to - 1)) >= 0) {
            to--;
        }
        return kept.substring(from, to);
    }

    private static boolean hasBracket(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (OPENING.indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** Nearly every model is: letters, digits and dashes only. */
    static boolean isBare(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-')) {
                return false;
            }
        }
        return true;
    }
}
