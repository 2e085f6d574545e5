package org.greenaudit.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.greenaudit.report.table.CsvFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFileTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@a",
                "\ta",
                "\ra",
                "\na",
                "＝1＋1",
                "＋1",
                "－1",
                "＠a",
                " =1",
                "\u3000＝1",
                "\u00a0@a",
                "\u200b+1"
            })
    void aTextThatASpreadsheetWouldCalculateGetsAnApostrophe(String text) {
        assertThat(CsvFile.guarded(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a=1", "1", "'=1", " 1-2", "—"})
    void otherTextsStayAsTheyAre(String text) {
        assertThat(CsvFile.guarded(text)).isSameAs(text);
    }

    @Test
    void aNulIsShownAsItsSign() {
        assertThat(CsvFile.guarded("27英寸\0/2K")).isEqualTo("27英寸␀/2K");
    }

    @Test
    void aNegativeNumberIsNoFormula() {
        assertThat(CsvFile.number("-12.50")).isEqualTo("-12.50");
        assertThat(CsvFile.number("-12.50+1")).isEqualTo("'-12.50+1");
    }
}
