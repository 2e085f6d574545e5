package org.greenaudit.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import org.greenaudit.text.NoNames.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OfferWordsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "包邮",
                "国庆特惠",
                "豪华款",
                "待采购人确认",
                "见第3行",
                "三选一",
                "品牌：无",
                "A/B/C",
                "Brand 3",
                "made in China",
                "国 产 型"
            })
    void namesNothing(String cell) {
        assertThat(OfferWords.only(cell)).isTrue();
        assertThat(OfferWords.within(cell)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"国际", "合格牌", "标准件", "上海", "普通水龙头", "清仓示例", "随便买个能用的", "你们看着选", "甲"})
    void mayNameNothing(String cell) {
        assertThat(OfferWords.only(cell)).isFalse();
        assertThat(OfferWords.within(cell)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "上海示气",
                "不二家",
                "优必示",
                "同示",
                "特价王",
                "高端卫浴",
                "江西环保科技有限公司",
                "Brandt",
                "Canyon",
                "KFR-35GW",
                "M100",
                "Made-Rite"
            })
    void names(String cell) {
        assertThat(OfferWords.within(cell)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"包邮示例,示例", "示例（正品保证）,示例", "【现货】 示例 特惠,示例"})
    void leavesTheBrandBesideOffers(String cell, String brand) {
        assertThat(OfferWords.besideOffers(cell)).contains(brand);
    }

    @ParameterizedTest
    @ValueSource(strings = {"示例", "兼容示例", "国产示例", "特价王", "包邮"})
    void leavesNothingBesideOffers(String cell) {
        assertThat(OfferWords.besideOffers(cell)).isEmpty();
    }

    @Test
    void aWordIsOfOneKind() {
        Map<String, Kind> kinds = new HashMap<>();
        EnumSet<Kind> whole = EnumSet.complementOf(EnumSet.of(Kind.DEED, Kind.ENDING, Kind.OPENING, Kind.LATIN));
        whole.forEach(kind -> NoNames.of(kind)
                .forEach(word -> assertThat(kinds.put(word, kind)).as(word).isNull()));
        assertThat(Arrays.stream(Kind.values()))
                .noneMatch(kind -> NoNames.of(kind).isEmpty());
    }
}
