package org.greenaudit.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelLabelsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "型号：M100 | M100",
                "规格型号: M100 | M100",
                "产品型号：M100 | M100",
                "规格：21.5寸；型号：P100 | P100",
                "型号：P100；规格：21.5寸 | P100",
                "品牌：示例甲，型号：M100，颜色：黑 | M100",
                "Model: M100 | M100",
                "MODEL NO.：M100 | M100",
                "型号M100 | M100",
                "规格：M100 | M100",
                "型号：M100；型号：M200 | M100；M200",
                "型号：M100、M200 | M100、M200",
                "型号： | ''"
            })
    void theLabelIsNoPartOfTheModel(String cell, String model) {
        assertThat(ModelLabels.strip(cell)).isEqualTo(model);
    }

    @ParameterizedTest
    @ValueSource(strings = {"M100", "小型号角", "1:1", "ModelX", "M100（大型）", "型"})
    void aModelWithoutALabelStaysAsItIs(String cell) {
        assertThat(ModelLabels.strip(cell)).isEqualTo(cell);
    }
}
