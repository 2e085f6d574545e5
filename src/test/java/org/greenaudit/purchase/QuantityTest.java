package org.greenaudit.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class QuantityTest {

    @ParameterizedTest
    @CsvFileSource(resources = "/purchase/quantities.csv", delimiter = ';', numLinesToSkip = 1)
    void readsTheNumberAndTheUnitBesideIt(String cell, String value, String unit) {
        Quantity quantity = Quantity.parse(cell);
        assertThat(quantity.measure().toString()).isEqualTo(value == null ? "" : value);
        assertThat(quantity.unit()).isEqualTo(unit == null ? "" : unit);
    }

    @Property
    void noTextMakesItFail(@ForAll String cell) {
        assertThatCode(() -> Quantity.parse(cell)).doesNotThrowAnyException();
    }
}
