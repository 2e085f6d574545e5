package org.greenaudit.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class BlanksTest {

    @Test
    void aBrandThatEndsInANoBreakSpaceLosesIt() {
        assertThat(Blanks.trim("示例甲\u00a0")).isEqualTo("示例甲");
    }

    @Test
    void blanksWithinStay() {
        assertThat(Blanks.trim("\t启天 M430\n第二行\r\n")).isEqualTo("启天 M430\n第二行");
    }

    @Property
    void everyKindOfBlankGoesFromBothEnds(@ForAll("blanks") String before, @ForAll("blanks") String after) {
        assertThat(Blanks.trim(before + "台" + after)).isEqualTo("台");
        assertThat(Blanks.trim(before)).isEmpty();
    }

    @Property
    void everyKindOfBlankIsRemovedAnywhere(@ForAll("blanks") String some, @ForAll("blanks") String more) {
        assertThat(Blanks.remove(some + "台" + more + "A" + some)).isEqualTo("台A");
    }

    @Provide
    Arbitrary<String> blanks() {
        return Arbitraries.strings()
                .withChars(" \t\r\n\u0000\u0085\u00a0\u2003\u2009\u00ad\u200b\u200d\u202a\u202f\u2060\u3000\ufeff")
                .ofMaxLength(5);
    }
}
