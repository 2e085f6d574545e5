package org.greenaudit.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SetApartWordsTest {

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
        assertThat(names.stream().filter(SetApartWords::isTotal)).isEmpty();
    }
}
