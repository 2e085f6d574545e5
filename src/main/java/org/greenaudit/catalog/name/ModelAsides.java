package org.greenaudit.catalog.name;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.greenaudit.text.Blanks;
import org.greenaudit.text.Nfkc;

/**
 * What stands beside a model in its cell and is no part of it: the kind of goods (打印机), a colour, a warranty, current and
 * voltage, a size in inches or 匹, how many there are, and the configuration of a computer. Whatever else stands there
 * (国产化, 升级版) may tell another model.
 */
final class ModelAsides {

    private static final String KIND = "(?:(?:商用|家用|办公用?|台式|笔记本|便携式?|手提|立式|柜式|壁挂式?|挂壁式?|挂式|落地式?|吸顶式?|分体式?|嵌入式?|"
            + "黑白|彩色|激光|喷墨|针式|数码|多功能|一体式?|双面|自动|打印|复印|扫描|传真|液晶|平板|智能|变频|定频|单冷|冷暖|电|燃气|储水式?|"
            + "快热式?|速热|节能|节水|普通|微型|高速|桌面|塔式|机架式?|滚筒|波轮|双门|单门|三门)*"
            + "(?:打印机|复印机|一体机|复合机|扫描仪|传真机|投影仪|投影机|计算机|电脑|主机|整机|套机|台式机|笔记本|平板|工作站|服务器|显示器|显示屏|显示设备|"
            + "电视机?|空调器?|空调机|冰箱|冷柜|热水器|洗衣机|饮水机|碎纸机|路由器|交换机|摄像机|水泵|风机|灯具?|灯管|灯泡|龙头|坐便器|便器|淋浴器|"
            + "变压器|镇流器|机组|设备|产品|单机|裸机|终端))";

    private static final String COLOUR = "(?:(?:珍珠|象牙|磨砂|深空?|浅|亮|哑|雅|曜石|陶瓷|极地|冰川|月光|星空|太空|极光|钛|玫瑰|香槟|皓月|银河)?"
            + "(?:黑|白|红|蓝|灰|银|金|绿|粉|紫|棕|橙|黄|咖啡|米)色?(?:款)?)";

    private static final String WARRANTY = "(?:整机|原厂|全国|免费|含)?[0-9一二两三四五六七八九十]*年?"
            + "(?:质保|保修|联保|上门服务|上门|维保|售后|安装|运费|税|送货)[0-9一二两三四五六七八九十]*年?|全新|正品|现货|新款|包邮";

    private static final String NUMBER = "[0-9]+(?:\\.[0-9]+)?";

    private static final String QUANTITY = "[0-9一二两三四五六七八九十]+\\s*[台套个只支把张组件块片部辆樘]";

    private static final String PLAIN = KIND + "|" + COLOUR + "|"
            + "大?" + NUMBER + "\\s*匹|" + NUMBER + "\\s*(?:英寸|吋|寸|inch(?:es)?)|" + QUANTITY
            + "|新?[一二三四五1-5]级能效|能效[一二三四五1-5]级|大?[0-9](?:\\.[0-9])?P(?:匹)?"
            + "|(?:AC|DC)?\\s*" + NUMBER + "\\s*V(?:AC|DC)?|" + NUMBER + "\\s*(?:HZ|赫兹|伏|伏特)";

    private static final String CONFIGURATION =
            "I[3579][- ]?[0-9]{3,5}[A-Z]{0,2}|I[3579]|R[3579][- ]?[0-9]{4}[A-Z]{0,2}|G[0-9]{4}|N[0-9]{3,4}(?=[ /])"
                    + "|(?:INTEL|AMD|CORE|酷睿|锐龙|RYZEN|赛扬|奔腾|至强|XEON|ULTRA)(?:\\s*[3579])?"
                    + "|[0-9]{1,4}(?:\\.[0-9])?\\s?[GT]B?\\s*(?:DDR[345]|SSD|HDD|内存|固态硬盘|固态|机械硬盘|硬盘|显存|独显)?"
                    + "|SSD|HDD|DDR[345]|DVDRW|DVD|WIN(?:DOWS)?\\s?[0-9]+|WIFI[0-9]?|集显|独显|统信|麒麟|UOS|无光驱|内存|硬盘|固态|FHD|LED|LCD|IPS";

    /** A longer text in brackets is no aside. */
    private static final int LONGEST = 48;

    private static final String SEPARATOR = "[\\s/+,;:|~、，。·*-]*";

    private static final Pattern OUTSIDE = token(PLAIN);
    private static final Pattern ANYWHERE = token(PLAIN + "|" + CONFIGURATION);
    private static final Pattern WHOLE = Pattern.compile(
            SEPARATOR + "(?:(?:" + PLAIN + "|" + CONFIGURATION + "|" + WARRANTY + ")" + SEPARATOR + ")*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BRACKET = Pattern.compile("[(\\[【{]([^()\\[\\]【】{}]*)[)\\]】}]");

    /** M100+显示器: other goods come with it, and of them the model tells nothing. */
    private static final Pattern FURTHER_GOODS = Pattern.compile("\\+[^A-Za-z]*[\\u4e00-\\u9fff]");

    private static final Pattern DANGLING = Pattern.compile("^[\\s/,;:|~、，]+|[\\s/,;:|~、，。]+$");

    private ModelAsides() {}

    private static Pattern token(String what) {
        return Pattern.compile(
                "(?<![A-Z0-9.\\-\\u4e00-\\u9fff])(?:" + what + ")(?![A-Z0-9\\u4e00-\\u9fff]|[-.][A-Z0-9])"
                        + "|(?<=[A-Z0-9])(?:型号?(?:" + KIND + ")?|" + KIND + "|" + COLOUR
                        + ")(?![A-Z0-9\\u4e00-\\u9fff])"
                        + "|^" + QUANTITY + "(?=[A-Z])|(?:\\s*[*×]|\\s+X)\\s*[0-9]+[台套个只支把张]?$",
                Pattern.CASE_INSENSITIVE);
    }

    /** A bought model without asides, in brackets or not; the same text where nothing with a digit would be left. */
    static String strip(String text) {
        if (isBare(text)) {
            return text;
        }
        String nfkc = Nfkc.of(text);
        String open = BRACKET.matcher(nfkc)
                .replaceAll(bracket -> isAside(bracket.group(1)) ? " " : Matcher.quoteReplacement(bracket.group()));
        return remainder(ANYWHERE, open, text);
    }

    /** A certificate's model without asides outside brackets, for what it has in brackets may belong to the model. */
    static String stripOutside(String text) {
        return isBare(text) || BRACKET.matcher(text).find() ? text : remainder(OUTSIDE, text, text);
    }

    private static boolean isAside(String text) {
        return text.length() <= LONGEST && WHOLE.matcher(text).matches();
    }

    private static String remainder(Pattern asides, String text, String otherwise) {
        if (FURTHER_GOODS.matcher(text).find()) {
            return otherwise;
        }
        String rest = DANGLING.matcher(asides.matcher(text).replaceAll(" ")).replaceAll("");
        boolean named = rest.chars().anyMatch(c -> c >= '0' && c <= '9');
        return named && !rest.equals(text) ? Blanks.trim(rest) : otherwise;
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
