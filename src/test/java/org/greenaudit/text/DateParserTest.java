package org.greenaudit.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateParserTest {

    private static final List<String> FORMATS = List.of(
            "yyyy-MM-dd",
            "yyyy-M-d",
            "yyyy/MM/dd",
            "yyyy/M/d",
            "yyyy.M.d",
            "yyyyMMdd",
            "yyyy年MM月dd日",
            "yyyy年M月d日 HH:mm",
            "yyyy-MM-dd'T'HH:mm:ss'+08:00'",
            "yyyy-M-d HH:mm:ss");

    @ParameterizedTest
    @CsvFileSource(
            resources = "/purchase/dates.csv",
            delimiter = ';',
            numLinesToSkip = 1,
            ignoreLeadingAndTrailingWhitespace = false)
    void readsDatesAsFeedsWriteThem(String cell, LocalDate date, String month) {
        assertThat(DateParser.parse(cell))
                .isEqualTo(Optional.ofNullable(date).map(d -> new ParsedDate(d, month != null)));
    }

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
    void readsDaysAsRegistriesWriteThem(String text) {
        assertThat(DateParser.day(text)).contains(LocalDate.of(2025, 5, 7));
    }

    @Test
    void aCertificateMayHaveBegunLongAgoAndHaveNoEnd() {
        assertThat(DateParser.day("1988-01-01")).contains(LocalDate.of(1988, 1, 1));
        assertThat(DateParser.day("9999-12-31")).contains(LocalDate.of(9999, 12, 31));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "长期", "2025-02-29", "2025-13-01", "2025-5", "25-05-07", "2025-05/07", "45784", "2025-05-07x"
            })
    void whatIsNoDayIsNone(String text) {
        assertThat(DateParser.day(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2025-5-7", "2025-02-29", "+2025-05-07", "2025/05/07", "２０２５－０５－０７", " 2025-5-7 ", "20250507"})
    void onlyTheIsoFormIsIso(String text) {
        assertThat(DateParser.iso("2025-05-07")).contains(LocalDate.of(2025, 5, 7));
        assertThat(DateParser.iso(text)).isEmpty();
    }

    @Property
    void everyDateIsReadBackInEveryFormat(@ForAll("dates") LocalDate date) {
        for (String format : FORMATS) {
            String cell = date.atTime(0, 0).format(DateTimeFormatter.ofPattern(format, Locale.ROOT));
            assertThat(DateParser.parse(cell)).as(cell).contains(new ParsedDate(date, false));
        }
    }

    @Property
    void noTextMakesItFail(@ForAll String cell) {
        assertThatCode(() -> DateParser.parse(cell)).doesNotThrowAnyException();
    }

    @Property
    void noTextThatLooksLikeADateMakesItFail(@ForAll("dateLike") String cell) {
        assertThatCode(() -> DateParser.parse(cell)).doesNotThrowAnyException();
    }

    @Provide
    Arbitrary<LocalDate> dates() {
        LocalDate first = LocalDate.of(1990, 1, 1);
        long days = LocalDate.of(2100, 12, 31).toEpochDay() - first.toEpochDay();
        return Arbitraries.longs().between(0, days).map(first::plusDays);
    }

    @Provide
    Arbitrary<String> dateLike() {
        return Arbitraries.strings()
                .withChars("0123456789-/.:年月日时分秒TZ+ 周日apm[]()")
                .ofMaxLength(30)
                .map(s -> "20" + s);
    }
}
