package org.greenaudit.rules.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CitationsTest {

    @Test
    void everySeparatorParts() {
        assertThat(Citations.split("A1；B2;C3，D4,E5、F6\nG7\r\nH8"))
                .containsExactly("A1", "B2", "C3", "D4", "E5", "F6", "G7", "H8");
    }

    @Test
    void blanksInsideANumberAreNoPartOfIt() {
        assertThat(Citations.split(" CQC 26\u00a0701\u3000 ; ")).containsExactly("CQC26701");
    }

    @Test
    void theSameNumberCountsOnce() {
        assertThat(Citations.split("CQC-1;cqc 1")).containsExactly("CQC-1");
    }

    @Property
    void noNumberIsBlank(@ForAll String cell) {
        assertThat(Citations.split(cell)).noneMatch(String::isBlank);
    }
}
