package org.greenaudit.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistryDatesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025-05-07",
                "2025/5/7",
                "2025.5.7",
                "20250507",
                "2025年05月07日",
                "2025年5月7日",
                "２０２５－０５－０７",
                "2025/5/7 0:00:00",
                "2025-05-07T20:20",
                " 2025-05-07 "
            })
    void datesAreReadHoweverTheyAreWritten(String text) {
        assertThat(RegistryDates.parse(text)).contains(LocalDate.of(2025, 5, 7));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "长期", "2025-02-29", "2025-13-01", "2025-5", "25-05-07", "2025-05/07", "45784", "2025-05-07x"
            })
    void whatIsNoDateIsNone(String text) {
        assertThat(RegistryDates.parse(text)).isEmpty();
    }

    @Property
    void arbitraryTextIsReadOrNotButNeverThrows(@ForAll String text) {
        assertThat(RegistryDates.parse("2025-01-01" + text).filter(LocalDate.of(2025, 1, 1)::isBefore))
                .isEmpty();
    }
}
