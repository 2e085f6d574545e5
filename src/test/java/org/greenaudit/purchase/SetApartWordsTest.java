package org.greenaudit.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SetApartWordsTest {

    @ParameterizedTest
    @CsvSource({
        "小计, SECTION",
        "小计：3台, SECTION",
        "办公设备 小计, SECTION",
        "本页小计, SECTION",
        "Sub-total (CNY), SECTION",
        "小计 - 办公设备, SECTION",
        "本页合计, GROUP",
        "台式计算机合计, GROUP",
        "分类汇总, GROUP",
        "合计 台式计算机, GROUP",
        "虚构第一中学 汇总, GROUP",
        "Page total, GROUP",
        "合 计, TABLE",
        "合计（大写）：壹拾元整, TABLE",
        "共计 12 台, TABLE",
        "本单合计, TABLE",
        "TOTAL AMOUNT, TABLE",
        "总计（元）, ALL",
        "累计, ALL",
        "总合计, ALL",
        "承前页, ALL",
        "Grand Total:, ALL",
        "总计算机, NOTHING",
        "合计器, NOTHING"
    })
    void aTotalTellsWhatItAddsUp(String cell, SetApart.Span span) {
        assertThat(SetApartWords.total(cell)).isEqualTo(span);
    }

    private static final Pattern BETWEEN_NAMES = Pattern.compile("[,\"，、。；;]");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "catalogs/category-codes-2022.csv",
                "catalogs/category-codes-2013.csv",
                "catalogs/name-terms.csv",
                "catalogs/lists/energy-saving-2019.csv",
                "catalogs/lists/eco-label-2019.csv",
                "src/test/resources/names/names.csv"
            })
    void noPublishedNameOfGoodsIsSetApart(String file) throws IOException {
        List<String> names = Files.readAllLines(Path.of(file)).stream()
                .flatMap(line -> Arrays.stream(BETWEEN_NAMES.split(line)))
                .distinct()
                .toList();
        SetApartWords words = new SetApartWords(KnownColumns.ORDERS);
        assertThat(names).hasSizeGreaterThan(50);
        assertThat(names.stream().filter(name -> words.ofItem(name).isPresent()))
                .isEmpty();
        assertThat(names.stream().filter(name -> SetApartWords.total(name) != SetApart.Span.NOTHING))
                .isEmpty();
    }
}
