package org.greenaudit.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "=\"CQC1\" | CQC1",
                "'361002 | 361002",
                "’00123 | 00123",
                "M100&nbsp; | M100",
                "&nbsp;M100&#160; | M100",
                "A&amp;B | A&B",
                "M100&#x2F;A | M100/A",
                "&lt;无&gt; | <无>",
                "M100<br/> | M100",
                "<p>M100</p> | M100",
                "M100_x000D_ | M100",
                "M&nbsp100 | M 100"
            })
    void whatProgramsWrapAroundIsTakenOff(String cell, String text) {
        assertThat(CellText.of(cell)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"M100", "A&B", "AT&T", "'a'", "=1+1", "&", "P&G;", "Q&amp"})
    void everythingElseStaysAsItIs(String cell) {
        assertThat(CellText.of(cell)).isEqualTo(cell.equals("Q&amp") ? "Q&" : cell);
    }
}
