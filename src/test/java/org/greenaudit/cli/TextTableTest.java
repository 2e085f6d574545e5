package org.greenaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class TextTableTest {

    @Test
    void chineseCharactersTakeTwoColumnsAndNumbersStandOnTheRight() {
        TextTable table = new TextTable("lr");
        table.row("行数", "金额 12");
        table.row("（元）", "1");
        table.row("rows", "12,345,678");
        StringWriter out = new StringWriter();
        table.print(new PrintWriter(out));
        assertThat(out.toString().lines())
                .containsExactly(
                        "  行数       金额 12", //
                        "  （元）           1",
                        "  rows    12,345,678");
    }
}
