package org.greenaudit.source.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellValuesTest {

    @ParameterizedTest
    @CsvSource({
        "12, 12",
        "45321.5, 45321.5",
        "0.30000000000000004, 0.3",
        "1.1000000000000001, 1.1",
        "229950.00000000003, 229950",
        "-1200, -1200",
        "1.2E+05, 120000",
        "9.1361E+16, 91361000000000000",
        "123456789012345, 123456789012345",
        "1234567890123456, 1234567890123460",
        "0.0001, 0.0001",
        "1E-7, 0.0000001",
        "0.0, 0",
        "-0, 0",
        "007, 007",
        "1E+999999999, 1E+999999999",
        "abc, abc"
    })
    void aNumberIsItsValueInFifteenDigits(String written, String text) {
        assertThat(new CellValues(false).text(written, NumberFormat.PLAIN)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "46086, 2026-03-05",
        "46086.0, 2026-03-05",
        "46086.5, 2026-03-05 12:00:00",
        "46086.430555555555, 2026-03-05 10:20:00",
        "46086.999999999, 2026-03-06",
        "0.5, 12:00:00",
        "59, 1900-02-28",
        "61, 1900-03-01",
        "2958465, 9999-12-31",
        "2958466, 2958466",
        "-3, -3"
    })
    void aDayIsCountedFrom1900(String written, String text) {
        assertThat(new CellValues(false).text(written, new NumberFormat(true, "")))
                .isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"44624, 2026-03-05", "0, 1904-01-01", "44624.25, 2026-03-05 06:00:00"})
    void orFrom1904(String written, String text) {
        assertThat(new CellValues(true).text(written, new NumberFormat(true, "")))
                .isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "yyyy/m/d",
                "yyyy-mm-dd hh:mm:ss",
                "[$-804]yyyy\"年\"m\"月\"d\"日\";@",
                "yyyy\"年\"m\"月\"",
                "[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\"",
                "上午/下午h\"时\"mm\"分\"",
                "m/d/yy h:mm AM/PM",
                "[h]:mm:ss",
                "mm:ss.000",
                "d\\.m\\.yy"
            })
    void formatsOfDates(String code) {
        assertThat(NumberFormat.of(200, code).date()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "General",
                "0.00_ ;[Red]\\-0.00\\ ",
                "#,##0.00\"元\"",
                "¥#,##0.00;[Red]¥-#,##0.00",
                "0.00E+00",
                "@",
                "000000",
                "0\"days\"",
                "[>100]0;0.0",
                "_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * \"-\"??_ ;_ @_ ",
                "[DBNum2]General"
            })
    void formatsOfNumbers(String code) {
        assertThat(NumberFormat.of(200, code).date()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "0, false",
        "2, false",
        "14, true",
        "22, true",
        "31, true",
        "44, false",
        "46, true",
        "49, false",
        "57, true",
        "-1, false"
    })
    void formatsThatAreBuiltIn(int id, boolean date) {
        assertThat(NumberFormat.of(id, "").date()).isEqualTo(date);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "#,##0.00\"万元\" | 12.5万元",
                "0.00万元 | 12.5万元",
                "0.00\\ \"万元\" | 12.5万元",
                "0.22\"万元\" | 12.5万元",
                "General\"千元\" | 12.5千元",
                "0.00\"(万元)\";[Red]-0.00\"(万元)\" | 12.5万元",
                "0.00\"亿元\" | 12.5亿元",
                "#,##0.00\"美元\" | 12.5美元",
                "0.0,\"万元\" | 12.5",
                "0.0, | 12.5",
                "0!.0,\"万\" | 12.5",
                "0\\.0000\"万元\" | 12.5",
                "0\".\"0000\"万元\" | 12.5",
                "#,##0.00\"元\" | 12.5",
                "#,##0\"台\" | 12.5",
                "\"万科\"0.0 | 12.5"
            })
    void aFormatThatNamesAUnitSaysWhatTheStoredNumberIsIn(String code, String text) {
        assertThat(new CellValues(false).text("12.5", NumberFormat.of(200, code)))
                .isEqualTo(text);
    }
}
