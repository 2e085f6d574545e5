package org.greenaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DisplayWidthTest {

    @Test
    void chineseCharactersTakeTwoColumns() {
        assertThat(DisplayWidth.of("金额 12")).isEqualTo(7);
        assertThat(DisplayWidth.of("（元）")).isEqualTo(6);
    }

    @Test
    void paddingFillsToTheWidthAndNeverCuts() {
        assertThat(DisplayWidth.left("行数", 6)).isEqualTo("行数  ");
        assertThat(DisplayWidth.right("行数", 6)).isEqualTo("  行数");
        assertThat(DisplayWidth.left("行数", 3)).isEqualTo("行数");
    }
}
