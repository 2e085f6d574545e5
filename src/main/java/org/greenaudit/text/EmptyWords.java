package org.greenaudit.text;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Words that stand in a cell instead of a value, alone or in brackets: 无, /, N/A, nan say that there is nothing; 待定, 未知,
 * 不限 and 详见附件 that it is not told here; #REF! that a spreadsheet lost it.
 */
public final class EmptyWords {

    /** Longer cells, with the blanks between their characters, are never looked up as a word. */
    private static final int LONGEST = 64;

    /** Brackets, quotes and other signs that stand around such a word, or alone. */
    private static final String AROUND = "()[]{}<>【】〔〕〖〗《》〈〉「」『』“”‘’\"`/\\|.。,、;:·…_~=\u30fc";

    /** What MySQL writes into files for NULL. */
    private static final String NO_VALUE = "\\N";

    private static final Set<String> NOTHING = Set.of(
            "无",
            "没有",
            "暂无",
            "暂缺",
            "空",
            "空白",
            "缺",
            "无证书",
            "暂无证书",
            "无认证",
            "未认证",
            "无编号",
            "无品牌",
            "暂无品牌",
            "无型号",
            "无规格",
            "无规格型号",
            "无牌",
            "无要求",
            "不适用",
            "不涉及",
            "未提供",
            "未填",
            "未填写",
            "否",
            "n/a",
            "na",
            "null",
            "none",
            "nil",
            "nan",
            "nat",
            "undefined",
            "*",
            "?",
            "??",
            "???");

    private static final Set<String> NOT_TOLD = Set.of(
            "待定", "待补", "待补充", "待填", "待填写", "待确认", "待确定", "待核实", "待核", "待提供", "待查", "待录入", "待完善", "待办", "未知", "未定",
            "未明确", "不详", "不明", "不清楚", "不知道", "不限", "不限品牌", "品牌不限", "型号不限", "不限型号", "不限定", "不指定", "未指定", "任意", "任意品牌",
            "同上", "略", "自定", "另行确定", "后补", "稍后补充", "按需", "按需求", "按需提供", "按需采购", "详询", "另议", "面议", "电议", "待议", "协商",
            "协商确定", "自报", "供应商自报", "投标人自报", "投标人自选", "供应商提供", "投标人提供", "厂家提供", "自行确定", "由供应商确定", "按要求", "按采购需求", "可选",
            "备选", "tbd", "tba", "tbc", "unknown", "pending", "n.a", "xx", "xxx", "xxxx", "×××");

    /** What may stand in a cell of a brand or model and names none. */
    private static final Set<String> NO_NAME = Set.of(
            "国产", "进口", "国产化", "信创", "自主品牌", "定制", "定做", "非标", "非标定制", "标准", "标配", "国标", "常规", "通用", "普通", "优质", "优选",
            "默认", "暂定", "其它", "其他", "其他品牌", "多品牌", "未知品牌", "知名品牌", "品牌机", "组装机", "中标品牌", "供应商自选", "自选", "自定义", "合格",
            "品牌", "商标", "图形", "图形商标", "规格", "型号", "规格型号", "型号不详", "无具体型号", "不同规格", "多种规格", "商用", "家用", "办公用品", "大号",
            "中号", "小号", "是", "有", "已提供", "台", "套", "批", "个", "件", "只", "张", "把", "支", "1台", "1套", "1批", "一台", "一套",
            "一批", "0", "1", "按样品", "如图", "如附件", "原厂", "正品", "同投标文件", "同招标文件", "同合同", "规格见参数", "规格见附件", "型号见附件", "oem");

    /** What stands for a formula of which the spreadsheet kept no result. */
    public static final String NO_RESULT = "#FORMULA!";

    private static final Set<String> ERRORS = Set.of(
            "#formula!",
            "#ref!",
            "#n/a",
            "#value!",
            "#name?",
            "#null!",
            "#num!",
            "#div/0!",
            "#spill!",
            "#calc!",
            "#field!",
            "#getting_data",
            "#blocked!",
            "#connect!",
            "#unknown!",
            "#busy!",
            "#ref",
            "#value",
            "#name",
            "#num",
            "#null",
            "#div/0",
            "#na",
            "err:502",
            "err:508");

    private static final List<String> ELSEWHERE = List.of(
            "详见", "详情见", "规格见", "型号见", "详细见", "具体见", "具体详见", "请见", "请详见", "见附", "见清单", "见合同", "见招标", "见投标", "见采购",
            "见响应", "见报价", "见明细", "见技术", "见参数", "见备注", "见说明", "见后", "见下", "见上", "见证书", "见表", "参见", "参照附", "另附", "另见",
            "附件", "附后", "附表", "附页", "附录", "以合同为准", "以招标", "以投标", "以实际", "以附件", "以实物", "按合同", "按招标", "按附件", "按清单");

    private static final BitSet FIRST = firstCharacters();

    private EmptyWords() {}

    /** Whether the trimmed cell says that there is nothing, or holds an error of a spreadsheet; true for the empty cell. */
    public static boolean isNothing(String trimmed) {
        if (trimmed.isEmpty()) {
            return true;
        }
        if (!mayBegin(trimmed)) {
            return false;
        }
        String word = word(trimmed);
        return word.isEmpty() || NOTHING.contains(word) || isErrorWord(word) || trimmed.equalsIgnoreCase(NO_VALUE);
    }

    /** Whether the trimmed cell of a brand or model names none: it is a placeholder, or made up of words of an offer. */
    public static boolean namesNone(String trimmed) {
        return isPlaceholder(trimmed) || (mayBegin(trimmed) && OfferWords.only(word(trimmed)));
    }

    /** Whether the trimmed cell tells nothing: nothing is there, or it is not told here. */
    public static boolean isPlaceholder(String trimmed) {
        if (isNothing(trimmed)) {
            return true;
        }
        if (!mayBegin(trimmed)) {
            return false;
        }
        String word = word(trimmed);
        return NOT_TOLD.contains(word) || NO_NAME.contains(word) || pointsElsewhere(trimmed);
    }

    /** Whether the trimmed cell holds an error of a spreadsheet, such as {@code #REF!} or {@code ####}: its value is lost. */
    public static boolean isError(String trimmed) {
        return mayBegin(trimmed) && isErrorWord(word(trimmed));
    }

    /** Whether the trimmed cell only points to another document: 详见附件, 见合同 and the like, also in brackets. */
    public static boolean pointsElsewhere(String trimmed) {
        String text = Blanks.remove(trimmed);
        int from = 0;
        while (from < text.length() && isAround(text.charAt(from))) {
            from++;
        }
        for (String word : ELSEWHERE) {
            if (text.startsWith(word, from)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isErrorWord(String word) {
        return ERRORS.contains(word) || (word.length() > 1 && word.chars().allMatch(c -> c == '#'));
    }

    /** What stands between brackets, quotes, dashes and slashes, in lower case; the whole text where it is long. */
    private static String word(String trimmed) {
        int from = 0;
        int to = trimmed.length();
        while (from < to && isAround(trimmed.charAt(from))) {
            from++;
        }
        while (to > from && isAround(trimmed.charAt(to - 1))) {
            to--;
        }
        return to - from > LONGEST
                ? trimmed
                : FullWidth.compact(trimmed.substring(from, to)).toLowerCase(Locale.ROOT);
    }

    /** Every cell is looked at, and the first character rules nearly all of them out. */
    private static boolean mayBegin(String trimmed) {
        if (trimmed.isEmpty()) {
            return false;
        }
        char first = trimmed.charAt(0);
        return FIRST.get(FullWidth.fold(first)) || isAround(first);
    }

    private static BitSet firstCharacters() {
        BitSet first = new BitSet();
        OfferWords.firstCharacters().forEach(first::set);
        Stream.of(NOTHING, NOT_TOLD, NO_NAME, ERRORS, ELSEWHERE)
                .flatMap(words -> words.stream())
                .forEach(word -> {
                    first.set(word.charAt(0));
                    first.set(Character.toUpperCase(word.charAt(0)));
                });
        return first;
    }

    private static boolean isAround(char c) {
        return Dashes.isDash(c) || Blanks.isBlank(c) || AROUND.indexOf(FullWidth.fold(c)) >= 0;
    }
}
