package org.greenaudit.catalog.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
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

    /** A cell of thousands of sizes leaves as few and short rests as one of dozens, and the model before them is found. */
    @Test
    void whatIsLeftOfALongCellTakesNoMoreRoomThanOfAShortOne() {
        String cell = "M100 " + "1200*600*750 ".repeat(4_000).strip();
        Set<String> tokens =
                BoughtModel.of("", cell, BrandAliasTable.of(List.of())).tokens();
        assertThat(tokens).contains("M100");
        assertThat(tokens.stream().mapToInt(String::length).sum()).isLessThan(100_000);
    }

    /** Such a pattern once took a frame of the stack for each piece. */
    @Test
    void tokensOfAnyNumberAreRead() {
        assertThat(ModelTokens.TOKEN.matcher("A-1-".repeat(16_000) + "B2").matches())
                .isTrue();
    }
}
