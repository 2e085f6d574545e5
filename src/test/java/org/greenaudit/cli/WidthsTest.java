package org.greenaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WidthsTest {

    @Test
    void chineseCharactersTakeTwoColumns() {
        assertThat(Widths.of("金额 12")).isEqualTo(7);
        assertThat(Widths.of("（元）")).isEqualTo(6);
    }

    @Test
    void paddingFillsToTheWidthAndNeverCuts() {
        assertThat(Widths.left("行数", 6)).isEqualTo("行数  ");
        assertThat(Widths.right("行数", 6)).isEqualTo("  行数");
        assertThat(Widths.left("行数", 3)).isEqualTo("行数");
    }
}
