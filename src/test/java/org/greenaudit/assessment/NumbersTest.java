package org.greenaudit.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 0.00",
                "5 | 0.05",
                "-5 | -0.05",
                "99999 | 999.99",
                "100000 | 1,000.00",
                "-123456789 | -1,234,567.89"
            })
    void amountsAreGroupedByThousands(long fen, String yuan) {
        assertThat(Numbers.yuan(new Count(1, fen))).isEqualTo(yuan);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"999 | 999", "1000 | 1,000", "-1000 | -1,000", "-999 | -999", "1234567 | 1,234,567"})
    void wholeNumbersAreGroupedByThousands(long number, String text) {
        assertThat(Numbers.whole(number)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "4999.5, '4,999.5'", "1234567.00, '1,234,567.00'", "-1200, '-1,200'", "0.125, 0.125"})
    void aDecimalKeepsItsPlaces(BigDecimal number, String text) {
        assertThat(Numbers.decimal(number)).isEqualTo(text);
    }

    @Test
    void aShareWithoutAWholeIsADash() {
        assertThat(Numbers.percent(new BigDecimal("86.4"))).isEqualTo("86.4%");
    }
}
