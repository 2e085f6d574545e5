package org.greenaudit.text;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Words that tell how good a product is, whence it comes, or who is to choose or supply it. Offices write them into cells of
 * a brand or model and name none: 国内知名品牌, 工程款, 甲方指定, 满足招标要求.
 */
public final class OfferWords {

    /** What such a cell is made up of; a brand's name is not: 国美, 合众, 统一. */
    private static final List<String> WORDS = List.of(
            // how good
            "知名",
            "著名",
            "驰名",
            "有名",
            "主流",
            "优质",
            "优良",
            "优选",
            "优等",
            "名优",
            "正品",
            "正规",
            "高端",
            "中端",
            "低端",
            "中高端",
            "中低端",
            "中高",
            "一线",
            "二线",
            "三线",
            "一档",
            "二档",
            "三档",
            "高档",
            "中档",
            "低档",
            "一级",
            "二级",
            "三级",
            "同等",
            "同档次",
            "档次",
            "级别",
            "以上",
            "普通",
            "常规",
            "市场",
            "行业",
            "业内",
            "大型",
            "大厂",
            "省优",
            "部优",
            "国优",
            "全新",
            "新品",
            "新款",
            "老款",
            "合格",
            "标准",
            "通用",
            "兼容",
            "专用",
            "商用",
            "家用",
            "民用",
            "特价",
            "促销",
            "热销",
            "爆款",
            "畅销",
            "现货",
            "期货",
            "库存",
            "尾货",
            "散装",
            "裸装",
            "盒装",
            "简装",
            "精装",
            // whence
            "国内",
            "国内外",
            "国际",
            "国外",
            "国产",
            "国货",
            "国企",
            "进口",
            "出口",
            "转内销",
            "内销",
            "原装",
            "原厂",
            "合资",
            "外资",
            "独资",
            "中外",
            "中外合资",
            "自主",
            "自主研发",
            "自产",
            "自制",
            "企业",
            "本地",
            "当地",
            "本土",
            "省内",
            "中国",
            "世界",
            "贴牌",
            "白牌",
            "代工",
            "代加工",
            "组装",
            "组装机",
            "拼装",
            "oem",
            "odm",
            "网购",
            "市售",
            "外购",
            // who chooses or supplies
            "工程",
            "项目",
            "定制",
            "定做",
            "订制",
            "订做",
            "非标",
            "指定",
            "任选",
            "任意",
            "可选",
            "自选",
            "自行",
            "自备",
            "自带",
            "选择",
            "选用",
            "选配",
            "提供",
            "填写",
            "填报",
            "供货",
            "供应",
            "供应商",
            "供方",
            "投标",
            "投标人",
            "投标方",
            "中标",
            "中标人",
            "中标方",
            "甲方",
            "乙方",
            "甲供",
            "乙供",
            "采购人",
            "采购方",
            "采购",
            "招标",
            "招标人",
            "招标方",
            "业主",
            "用户",
            "客户",
            "厂家",
            "厂商",
            "厂方",
            "工厂",
            "直销",
            "直供",
            "直营",
            "专供",
            "特供",
            "经销商",
            "配套",
            "响应",
            "满足",
            "符合",
            "达到",
            "按照",
            "根据",
            "需求",
            "要求",
            "需要",
            "文件",
            "合同",
            "清单",
            "参数",
            "技术",
            "方案",
            "图纸",
            "样品",
            "规定",
            "报价",
            "报价单",
            // the word itself
            "品牌",
            "商标",
            "牌子",
            "厂牌",
            "大牌",
            "名牌",
            "杂牌",
            "大品牌",
            "名品牌",
            "杂品牌",
            "brand",
            "某",
            "某某",
            "某牌",
            "或",
            "或者",
            "及",
            "和",
            "、",
            "/",
            ",",
            "的",
            "均可",
            "即可",
            "都可",
            "皆可",
            "不限");

    /** May stand before or behind such words, and not alone. */
    private static final String BEFORE = "(?:非|无|不|按|由|与|同|新|老)?";

    private static final String BEHIND = "(?:厂商|产品|商品|生产|制造|制品|品|货|货品|款|款式|机|机型|件|型|类|级|档|牌|牌子|系列|版|用|自定|定)?";

    private static final Pattern ONLY = Pattern.compile(
            "(?:" + BEFORE + "(?:" + WORDS.stream().map(Pattern::quote).collect(Collectors.joining("|")) + "))+"
                    + BEHIND + "|杂|[x×*○〇●△□◇]{2,}牌?|[x×*○〇●△□◇]+品?牌");

    /** A brand's name seldom holds one of these. */
    private static final Pattern WITHIN = Pattern.compile("文件|要求|需求|提供|指定|填写|投标|招标|中标|采购|[甲乙]方|[甲乙]供|供应商|供货|厂家|厂商|业主"
            + "|工程款|定制|定做|代工|贴牌|直销|任选|任意|符合|满足|响应|一致|配套|原有|某|^[A-Da-d][档级]$|×|○|\\*\\*");

    /** The characters of a cell that may be made up of such words; longer texts would be split in too many ways. */
    private static final int LONGEST = 20;

    private OfferWords() {}

    /** Whether a text (compact, in lower case) is made up of such words and tells nothing else. */
    static boolean only(String word) {
        return word.length() <= LONGEST && ONLY.matcher(word).matches();
    }

    /** Whether a text in NFKC holds such words beside others, so that it may name nothing. */
    public static boolean within(String text) {
        return WITHIN.matcher(text).find();
    }

    /** The characters that a text of such words begins with, in lower and upper case. */
    static IntStream firstCharacters() {
        return IntStream.concat(
                WORDS.stream().mapToInt(word -> word.charAt(0)).flatMap(c -> IntStream.of(c, Character.toUpperCase(c))),
                "非无不按由与同新老杂xX×*○〇●△□◇".chars());
    }
}
