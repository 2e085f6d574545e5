package org.greenaudit.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RememberedTest {

    private final List<String> read = new ArrayList<>();
    private final Remembered<Integer> lengths = new Remembered<>(text -> {
        read.add(text);
        return text.length();
    });

    @Test
    void aTextIsReadOnce() {
        assertThat(lengths.of("有效")).isEqualTo(2);
        assertThat(lengths.of("有效")).isEqualTo(2);
        assertThat(read).containsExactly("有效");
    }

    @Test
    void aLongTextIsReadAnew() {
        String text = "型".repeat(65);
        assertThat(lengths.of(text)).isEqualTo(65);
        assertThat(lengths.of(text)).isEqualTo(65);
        assertThat(read).containsExactly(text, text);
    }

    @Test
    void beyondSomeThousandsEachIsReadAnewAndTheFirstStay() {
        for (int i = 0; i < 20_000; i++) {
            lengths.of(Integer.toString(i));
        }
        read.clear();
        lengths.of("0");
        lengths.of("19999");
        assertThat(read).containsExactly("19999");
    }
}
