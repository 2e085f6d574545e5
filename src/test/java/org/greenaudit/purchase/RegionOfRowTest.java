package org.greenaudit.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The region of a row by its two cells. */
class RegionOfRowTest {

    private static final Map<String, String> CODES = Map.of("甲市", "990100", "乙县", "990121", "乙", "990121");
    private static final Map<String, String> NAMES = Map.of("990100", "甲市", "990121", "乙县");

    @ParameterizedTest
    @CsvSource({
        // the code goes before the name, and the official name stands in for none
        "990100, '', 990100, 甲市, ''",
        "990121, 甲市, 990121, 甲市, ''",
        "990121001, '', 990121, 乙县, ''",
        "990188, '', 990188, '', ''",
        "990100, 丙县, 990100, 丙县, ''",
        // a name finds its code, in either cell
        "'', 甲市, 990100, 甲市, REGION_FROM_NAME",
        "'', 乙, 990121, 乙, REGION_FROM_NAME",
        "乙县, '', 990121, 乙县, REGION_FROM_NAME",
        "甲市, 乙县, 990121, 乙县, REGION_FROM_NAME",
        "36100, 甲市, 990100, 甲市, REGION_FROM_NAME",
        // what is not certain stays open
        "'', 丙县, '', 丙县, ''",
        "丙县, '', '', '', REGION_MISSING",
        "36100, '', '', '', REGION_MISSING",
        "36100, 丙县, '', 丙县, REGION_MISSING",
        "CON, '', '', '', REGION_MISSING"
    })
    void cellsTellTheRegion(String codeCell, String nameCell, String code, String name, String warning) {
        for (String home : new String[] {"", "990100"}) {
            RegionCodes.OfRow region = RegionCodes.OfRow.of(codeCell, nameCell, naming(home));
            assertThat(region.code()).isEqualTo(code);
            assertThat(region.name()).isEqualTo(name);
            assertThat(region.warning().map(Enum::name).orElse("")).isEqualTo(warning);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', '', REGION_MISSING",
        "990100, 990100, 甲市, REGION_FROM_JOB",
        "990121, 990121, 乙县, REGION_FROM_JOB",
        "990188, 990188, '', REGION_FROM_JOB"
    })
    void emptyCellsAreTheJobsCity(String home, String code, String name, String warning) {
        assertThat(RegionCodes.OfRow.of("", "", naming(home)))
                .isEqualTo(new RegionCodes.OfRow(code, name, Optional.of(DataWarning.valueOf(warning))));
    }

    private static RegionCodes.Naming naming(String home) {
        return new RegionCodes.Naming() {
            @Override
            public Optional<String> code(String name) {
                return Optional.ofNullable(CODES.get(name));
            }

            @Override
            public Optional<String> name(String code) {
                return Optional.ofNullable(NAMES.get(code));
            }

            @Override
            public Optional<String> home() {
                return Optional.of(home).filter(code -> !code.isEmpty());
            }
        };
    }
}
