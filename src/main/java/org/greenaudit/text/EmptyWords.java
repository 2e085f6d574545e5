package org.greenaudit.text;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Words that people write into a cell to say that there is nothing: 无, /, N/A, 详见附件. */
public final class EmptyWords {

    /** Longer cells are never looked up. */
    private static final int LONGEST = 8;

    private static final Set<String> NOTHING = Set.of(
            "无", "没有", "暂无", "空", "无证书", "暂无证书", "无认证", "未认证", "无编号", "无品牌", "无型号", "无规格", "无要求", "不适用", "不涉及", "未提供",
            "未填", "未填写", "否", "/无", "无/", "n/a", "na", "#n/a", "null", "(null)", "none", "nil", "\\n", "/", "//", "\\",
            "*", "?", ".", "。", "、", "_", "__");

    private static final List<String> ELSEWHERE = List.of(
            "详见", "详细见", "见附", "见清单", "见合同", "见招标", "见投标", "见采购", "见响应", "见报价", "见明细", "见技术", "参见", "以合同为准", "按合同");

    /** What a Japanese keyboard gives for a dash. */
    private static final char LONG_VOWEL = '\u30fc';

    private EmptyWords() {}

    /** Whether the trimmed cell says that there is nothing; true for the empty cell. */
    public static boolean isNothing(String trimmed) {
        if (trimmed.isEmpty()) {
            return true;
        }
        if (trimmed.length() > LONGEST || !mayBegin(trimmed.charAt(0))) {
            return false;
        }
        return isDashes(trimmed) || NOTHING.contains(FullWidth.compact(trimmed).toLowerCase(Locale.ROOT));
    }

    /** Whether the trimmed cell only points to another document: 详见附件, 见合同 and the like. */
    public static boolean pointsElsewhere(String trimmed) {
        if (trimmed.isEmpty() || "详见参以按".indexOf(trimmed.charAt(0)) < 0) {
            return false;
        }
        for (String word : ELSEWHERE) {
            if (trimmed.startsWith(word)) {
                return true;
            }
        }
        return false;
    }

    /** Whether such a word may begin so: every cell is looked at, and the first character rules nearly all of them out. */
    private static boolean mayBegin(char first) {
        return switch (FullWidth.fold(first)) {
            case '无', '否', '没', '暂', '空', '不', '未', 'n', 'N', '#', '(', '\\', '/', '*', '?', '.', '。', '、', '_' -> true;
            default -> isDash(first);
        };
    }

    private static boolean isDashes(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isDash(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDash(char c) {
        return Dashes.isDash(c) || c == LONG_VOWEL;
    }
}
