package org.greenaudit.catalog.name;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cells as long as a file may bring them. */
class LongCellsTest {

    @ParameterizedTest
    @ValueSource(strings = {"A/", "A1/", "型号", "M1~", "(A)", "系列", "有限公司", "M1 ", "等"})
    void aCellOfAnyLengthIsRead(String part) {
        String cell = part.repeat(3_000);
        assertThat(CoveredModels.parse(cell + ";Z9").matches("Z9")).isTrue();
        assertThat(ModelList.bought(cell).models()).isNotEmpty();
        assertThat(CompanyNames.fold(cell)).isNotEmpty();
    }
}
