package org.greenaudit.catalog.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.greenaudit.catalog.BrandAliases;
import org.greenaudit.catalog.name.BrandAliasTable.Alias;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BrandAliasTableTest {

    private final BrandAliases brands = BrandAliasTable.of(List.of(
            new Alias("联想", "Lenovo"),
            new Alias("戴尔", "Dell"),
            new Alias("惠普", "HP"),
            new Alias("惠普", "Hewlett-Packard"),
            new Alias("美的", "Midea"),
            new Alias("美的", "美的集团"),
            new Alias("A.O.史密斯", "A.O.Smith"),
            new Alias("小米", "MI")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "联想",
                "Lenovo",
                "LENOVO",
                "ｌｅｎｏｖｏ",
                " Lenovo\u00a0",
                "联 想",
                "联想（Lenovo）",
                "联想(Lenovo)",
                "联想/Lenovo",
                "Lenovo联想",
                "Lenovo/联想",
                "【联想】",
                "联想\u3000LENOVO",
                "联想®"
            })
    void namesOfOneBrandAreTheSameHoweverTheyAreWritten(String cell) {
        assertThat(brands.canonical(cell)).isEqualTo("联想");
        assertThat(same(brands, cell, "lenovo")).isTrue();
    }

    @Test
    void dotsAndDashesInNamesDoNotMatter() {
        assertThat(same(brands, "AO Smith", "A.O.史密斯")).isTrue();
        assertThat(same(brands, "Hewlett Packard", "HP")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"联想、戴尔", "联想兼容", "Lenovox", "HP（兼容）", "MIMI", "联想 联想 联想 联想 联想"})
    void aCellWithAnythingElseInItIsItsOwnBrand(String cell) {
        assertThat(same(brands, cell, "联想")).isFalse();
        assertThat(same(brands, cell, "惠普")).isFalse();
        assertThat(same(brands, cell, "小米")).isFalse();
    }

    @Test
    void anUnknownBrandIsItsOwnNormalisedText() {
        assertThat(same(brands, "同舟（北京）", " 同舟(北京)")).isTrue();
        assertThat(same(brands, "Foo bar", "ＦＯＯ－ＢＡＲ")).isTrue();
        assertThat(same(brands, "Foo", "Foo+")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "/", "--", "\u00a0"})
    void aCellWithoutALetterOrDigitNamesNoBrand(String cell) {
        assertThat(brands.canonical(cell)).isEmpty();
        assertThat(brands.leading(cell)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "HP EliteDesk 800, 惠普",
        "HP-EliteDesk, 惠普",
        "HP台式机, 惠普",
        "联想ThinkCentre M430, 联想",
        "（Dell）OptiPlex 3080, 戴尔",
        "美的集团空调, 美的",
        "hewlett packard LaserJet, 惠普"
    })
    void theBrandAtTheStartOfANameIsFound(String text, String brand) {
        assertThat(brands.leading(text)).contains(brand);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HPX100", "HP100", "HP*", "台式机 联想", "Dellivery"})
    void aLatinNameEndsAtAWordBorderAndStandsAtTheStart(String text) {
        assertThat(brands.leading(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "惠普, HP EliteDesk 800, EliteDesk 800",
        "HP, 惠普EliteDesk 800, EliteDesk 800",
        "戴尔, 戴尔（Dell）OptiPlex 3080, OptiPlex 3080",
        "联想, 联想/Lenovo 启天M430, 启天M430",
        "联想, 联想-启天M430, 启天M430",
        "惠普, HPX100, HPX100",
        "惠普, 联想M430, 联想M430",
        "惠普, HP, HP",
        "同舟, 同舟 T1, T1",
        "'', M430, M430"
    })
    void onlyTheOwnBrandIsTakenOffAModel(String brand, String model, String rest) {
        assertThat(brands.withoutLeadingBrand(brand, model)).isEqualTo(rest);
    }

    @Property
    void arbitraryTextNeverThrowsAndItsCanonicalFormStays(@ForAll String brand, @ForAll String model) {
        String canonical = brands.canonical(brand);
        assertThat(brands.canonical(canonical)).isEqualTo(canonical);
        assertThat(brands.leading("联想" + model)).contains("联想");
        assertThat(brands.withoutLeadingBrand("Lenovo", "联想 启天" + model)).startsWith("启天");
        assertThat(brands.withoutLeadingBrand(brand, "\u00a0" + model)).isNotNull();
    }

    @Test
    void ofTwoBrandsThatClaimOneNameTheFirstHasIt() {
        BrandAliases table = BrandAliasTable.of(List.of(new Alias("甲", "X"), new Alias("乙", "X")));
        assertThat(table.canonical("x")).isEqualTo("甲");
    }

    private static boolean same(BrandAliases brands, String one, String other) {
        return brands.canonical(one).equals(brands.canonical(other));
    }
}
