package org.greenaudit.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmptyWordsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "无", "/", "-", "—", "——", "－", "暂无", "N/A", "n/a", "Ｎ／Ａ", "null", "NULL", "无证书", "\\N", "无品牌", "不适用"
            })
    void saysThatThereIsNothing(String cell) {
        assertThat(EmptyWords.isNothing(cell)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nan", "NaN", "<NA>", "（无）", "【无】", "“无”", "-无-", "--", "…", "\\", "#REF!", "#N/A", "#######", "(null)",
                "[N/A]"
            })
    void saysSoInOtherWritings(String cell) {
        assertThat(EmptyWords.isNothing(cell)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "待定",
                "待补",
                "（待补充）",
                "未知",
                "不详",
                "不限",
                "【不限】",
                "见附件",
                "（详见附件）",
                "详见附件（12项）",
                "[见清单]",
                "同上",
                "TBD",
                "具体见合同"
            })
    void tellsNoBrandAndNoModel(String cell) {
        assertThat(EmptyWords.isPlaceholder(cell)).isTrue();
        assertThat(EmptyWords.isNothing(cell)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "####", "（#REF!）"})
    void isAnErrorOfASpreadsheet(String cell) {
        assertThat(EmptyWords.isError(cell)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"#1", "#A100", "无", "N/A", "M100#"})
    void isNoErrorOfASpreadsheet(String cell) {
        assertThat(EmptyWords.isError(cell)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"见福", "无印良品", "NaNa", "待君", "不锈钢", "NA-100", "略阳", "附近", "#5"})
    void isABrandOrAModel(String cell) {
        assertThat(EmptyWords.isPlaceholder(cell)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "无锡某厂", "无线电", "CQC20701234567", "空调", "-1", "A-1", "暂无型号的台式计算机"})
    void saysSomething(String cell) {
        assertThat(EmptyWords.isNothing(cell)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"详见附件", "见附件", "详见清单", "详见合同", "详见招标文件", "见合同", "参见附表"})
    void pointsToAnotherDocument(String cell) {
        assertThat(EmptyWords.pointsElsewhere(cell)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "启天 M430", "KFR-72LW", "可见光"})
    void namesAModel(String cell) {
        assertThat(EmptyWords.pointsElsewhere(cell)).isFalse();
    }
}
