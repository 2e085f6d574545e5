package org.greenaudit.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.greenaudit.text.NormalizedText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CoolingCapacityTest {

    @ParameterizedTest
    @CsvSource({
        "制冷量:26000W, 26000",
        "制冷量：26000 W, 26000",
        "26kW, 26000",
        "26.0KW, 26000",
        "名义制冷量(kW) 14.0kW, 14000",
        "'额定制冷量 14,001W', 14001",
        "KFR-72LW, 7200",
        "KFR-35GW/NhAa3BAj, 3500",
        "KFR120LW, 12000",
        "3匹, 7500",
        "1.5P, 3750",
        "大1.5匹变频, 3750",
        "制冷量7200W 输入功率:2200W, 7200"
    })
    void capacityIsReadInWatts(String text, int watts) {
        assertThat(CoolingCapacity.read(NormalizedText.of(text))).isEqualTo(OptionalInt.of(watts));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1级能效", "功率:1500W", "1080P高清", "12V", "99999999999999999999W", "R32"})
    void otherFiguresAreNoCapacity(String text) {
        assertThat(CoolingCapacity.read(NormalizedText.of(text))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"KFR-72LW, 制冷量:26000W, 26000", "3匹, KFR-26GW, 2600"})
    void aNamedCapacityGoesBeforeAModelAndAModelBeforeHorsePower(String first, String second, int watts) {
        assertThat(CoolingCapacity.read(NormalizedText.of(first), NormalizedText.of(second)))
                .isEqualTo(OptionalInt.of(watts));
    }
}
