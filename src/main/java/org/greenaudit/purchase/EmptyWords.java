package org.greenaudit.purchase;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Words that people write into a cell to say that there is nothing: 无, /, N/A, 详见附件. */
public final class EmptyWords {

    /** Longer cells are never looked up. */
    private static final int LONGEST = 8;

    private static final Set<String> NOTHING = Set.of(
            "无", "没有", "暂无", "空", "无证书", "暂无证书", "无认证", "未认证", "无编号", "无品牌", "无型号", "无规格", "无要求", "不适用", "不涉及", "未提供",
            "未填", "未填写", "n/a", "na", "#n/a", "null", "(null)", "none", "nil", "\\n", "/", "//", "\\", "*", "?", ".",
            "。", "、", "_", "__");

    private static final List<String> ELSEWHERE = List.of(
            "详见", "详细见", "见附", "见清单", "见合同", "见招标", "见投标", "见采购", "见响应", "见报价", "见明细", "见技术", "参见", "以合同为准", "按合同");

    private EmptyWords() {}

    /** Whether the trimmed cell says that there is nothing; true for the empty cell. */
    public static boolean isNothing(String trimmed) {
        if (trimmed.length() > LONGEST) {
            return false;
        }
        return isDashes(trimmed) || NOTHING.contains(Widths.compact(trimmed).toLowerCase(Locale.ROOT));
    }

    /** Whether the trimmed cell only points to another document: 详见附件, 见合同 and the like. */
    public static boolean pointsElsewhere(String trimmed) {
        for (String word : ELSEWHERE) {
            if (trimmed.startsWith(word)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDashes(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.getType(Widths.fold(c)) != Character.DASH_PUNCTUATION && c != '\u2212' && c != '\u30fc') {
                return false;
            }
        }
        return true;
    }
}
