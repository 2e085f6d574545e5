package org.greenaudit.catalog.name;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cells as long as a file may bring them. */
class LongCellsTest {

    @ParameterizedTest
    @ValueSource(strings = {"A/", "A1/", "型号", "M1~", "(A)", "系列", "有限公司", "M1 ", "等", "量 ", "\"a"})
    void aCellOfAnyLengthIsRead(String part) {
        String cell = part.repeat(3_000);
        assertThat(CoveredModels.parse(cell + ";Z9").matches("Z9")).isTrue();
        assertThat(ModelList.bought(cell).models()).isNotEmpty();
        assertThat(CompanyNames.fold(cell)).isNotEmpty();
    }

    /** What nobody wrote by hand is read no further: only the certificate's annex can tell. */
    @ParameterizedTest
    @ValueSource(strings = {"(,)", "(/)", "(A)", "□", ":", "(", "1*", "共1款", "松木"})
    void aTextThatCanBeReadInTooManyWaysIsAQuestion(String part) {
        assertThat(CoveredModels.parse("M1" + part.repeat(20_000)).describes()).isTrue();
        assertThat(CoveredModels.parse("M1" + part.repeat(30)).matches("M1" + part.repeat(30)))
                .isTrue();
    }
}
