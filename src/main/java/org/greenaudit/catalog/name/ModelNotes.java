package org.greenaudit.catalog.name;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.greenaudit.text.Blanks;

/**
 * What a certificate's cell says and leaves out no model by: how many its list holds (共3个型号) and where it ends (以下空白), facts
 * about the certificate or the goods (产地：…, 额定电压220V, 首次发证, 颜色不同), and a sign that was left at the end (CN100!).
 */
final class ModelNotes {

    private static final Pattern END = Pattern.compile(
            "[(\\[【—-]*\\s*(?:(?:以下|此下|下面|其下|此处)\\s*(?:为|是)?\\s*(?:空白|无正文|无内容|空)|^(?:空白|完|完毕|结束|止|(?i:end))$)\\s*[)\\]】—-]*[。.]?");

    private static final Pattern COUNT = Pattern.compile(
            "(?:(?:总|合|一)?共(?:计|有)?|[合总]计)\\s*([0-9]{1,4}|[一二两三四五六七八九十])\\s*[个种款项](?:不同)?的?(?:型号|规格|产品|机型|系列)*\\s*:?");

    private static final String LEVEL = "[一二三四五1-5]级";

    /** Facts in a few words. */
    private static final String REMARK = "新?" + LEVEL + "(?:能效|水效)?|(?:能效|水效)(?:等级)?" + LEVEL
            + "|(?:[一二两三四五六七八九十0-9多几][种个款]?|各[种色]?)(?:颜色|花色|配色|色)(?:可选|任选)?"
            + "|仅?(?:外观|颜色|包装|商标|铭牌)(?:及?(?:外观|颜色|包装|商标|铭牌))*(?:颜色)?(?:不同|不一|各异|可选|任选|略有差异)"
            + "|(?:首次|初次|再次|重新|变更|延续|监督|扩展|换版|到期)(?:发证|认证|申请|换证|颁证|换发)?"
            + "|(?:主|主检|送检|代表|典型|被检|试验|检测|受检)型号|主检|主型|送检样?[机品]|已?(?:获证|认证)|合格|有效|在产|节能产品|无|注[0-9]{1,2}|[第共]\\s*[0-9]{1,3}\\s*页"
            + "|(?:(?:执行|产品|认证)标准|(?:认证)?依据)\\s*:?\\s*(?:GB|HJ)(?:/T)?\\s*[0-9]{3,5}(?:\\.[0-9]+)?(?:-[0-9]{4})?";

    /** A label and what follows it up to the next sign; the value tells no model. */
    private static final String FACT =
            "(?:(?:原|生)?产[地国]|(?<![(\\[【])(?:(?:注册)?商标|品牌)|(?:生产|制造)(?:厂家?|商|企业|者|地|单位|日期)|厂[家商名]|企业(?:名称)?"
                    + "|公司(?:名称)?|地址|发证(?:机构|日期|时间)|(?:颁证|换证|变更|签发|生效)日期|证书状态|状态|有效期[至到]?|委托[人方]|申请[人方]|(?:外观)?颜色|(?:能效|水效)(?:等级)?"
                    + "|额定(?:工作)?(?:电压|频率|电流|功率)|(?:电压|频率|电源)(?:等级)?)";

    private static final Pattern FACTS =
            Pattern.compile("(?<![\\u4e00-\\u9fff])(?:(?:备?注|说明)\\s*:\\s*)?(?:" + REMARK + "|(?<fact>" + FACT
                    + "(?:\\s*[:=]\\s*[^;,、:=|()\\[\\]]*|\\s*[0-9][0-9A-Za-z.~/Ω-]*)))(?![\\u4e00-\\u9fff])");

    /** What is left around a note that was taken off. */
    private static final Pattern DANGLING =
            Pattern.compile("^[\\s:=|—!\"“”'-]+|[\\s:=|—!\"“”'-]+$|\\s*[(\\[【]\\s*[)\\]】]");

    private static final Pattern EMPTY_BRACKETS = Pattern.compile("[(\\[【]\\s*[)\\]】]");
    private static final String DANGLES = "!)(][";
    private static final String NUMERALS = "零一二三四五六七八九十";

    private ModelNotes() {}

    /** The parts of a cell without such notes, and without colours and kinds that stand where a model would. */
    static List<String> without(List<String> parts) {
        List<String> kept = new ArrayList<>(parts.size());
        for (String part : parts) {
            String text = part;
            boolean words = part.length() <= TechnicalData.LONGEST_TEXT && !ModelTokens.isPlain(part);
            if (words || part.length() == 3) {
                text = Blanks.trim(END.matcher(part).replaceFirst(""));
                text = Blanks.trim(
                        EMPTY_BRACKETS.matcher(uncounted(text, parts)).replaceAll(""));
            }
            if (words || (!text.isEmpty() && DANGLES.indexOf(text.charAt(text.length() - 1)) >= 0)) {
                text = closed(withoutFacts(text));
            }
            if (!text.isEmpty() && !(parts.size() > 1 && isWord(text))) {
                kept.add(text);
            }
        }
        return kept.isEmpty() ? parts : kept;
    }

    private static String withoutFacts(String text) {
        Matcher fact = FACTS.matcher(text);
        StringBuilder kept = new StringBuilder();
        while (fact.find()) {
            boolean names = fact.group("fact") != null
                    && ModelTokens.tokensOf(fact.group()).stream().anyMatch(token -> !Measures.is(token));
            fact.appendReplacement(kept, names ? Matcher.quoteReplacement(fact.group()) : " ");
        }
        fact.appendTail(kept);
        return kept.toString().equals(text) ? text : DANGLING.matcher(kept).replaceAll("");
    }

    /** A text without the one bracket in it that has no partner and holds no more than a colour or the like, and without a mark. */
    private static String closed(String text) {
        int end = text.length();
        while (end > 0 && (text.charAt(end - 1) == '!' || Blanks.isBlank(text.charAt(end - 1)))) {
            end--;
        }
        int bracket = 0;
        int brackets = 0;
        for (int i = 0; i < end; i++) {
            if ("()[]【】{}".indexOf(text.charAt(i)) >= 0) {
                bracket = i;
                brackets++;
            }
        }
        if (brackets != 1) {
            return text.substring(0, end);
        }
        boolean opens = "([【{".indexOf(text.charAt(bracket)) >= 0;
        // with nothing behind it a bracket may be where a longer text was cut off
        boolean aside = opens && end > bracket + 1 && ModelAsides.isAside(text.substring(bracket + 1, end));
        boolean last = aside || (!opens && bracket == end - 1);
        return last && bracket > 0 ? Blanks.trim(text.substring(0, bracket)) : text.substring(0, end);
    }

    private static boolean isWord(String text) {
        return text.charAt(0) >= 0x80 && text.chars().noneMatch(c -> c < 0x80) && ModelAsides.isAside(text);
    }

    private static String uncounted(String text, List<String> parts) {
        Matcher count = COUNT.matcher(text);
        if (!count.find()) {
            return text;
        }
        String number = count.group(1).replace('两', '二');
        int numeral = NUMERALS.indexOf(number.charAt(0));
        int counted = numeral >= 0 ? numeral : Integer.parseInt(number);
        Set<String> named = new HashSet<>();
        for (String part : parts) {
            for (String token : ModelTokens.tokensOf(COUNT.matcher(part).replaceAll(" "))) {
                ModelList.in(token).ifPresentOrElse(list -> named.addAll(list.models()), () -> named.add(token));
            }
        }
        return named.size() >= counted ? count.replaceAll(" ") : text;
    }
}
