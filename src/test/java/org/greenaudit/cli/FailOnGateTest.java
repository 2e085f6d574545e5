package org.greenaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.greenaudit.assessment.RunCounts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FailOnGateTest {

    @ParameterizedTest
    @CsvSource({
        "mandatory, true",
        "mandatory=2, true",
        "mandatory=3, false",
        "mandatory=49.9%, true",
        "mandatory=50%, false",
        "priority, false",
        "undetermined, true",
        "undetermined=1, false",
        "undetermined=14%, true",
        "undetermined=15%, false",
        "rejected=1, true",
        "rejected=20%, false",
        "rejected=19.999%, true"
    })
    void breachedWhenMoreThanTheLimitIsFound(String gate, boolean breached) {
        assertThat(FailOnGate.parse(gate).orElseThrow().breached(CliHarness.counts()))
                .isEqualTo(breached);
    }

    @Test
    void advisoryViolationsNeverCount() {
        assertThat(FailOnGate.parse("mandatory").orElseThrow().found(CliHarness.counts()))
                .isEqualTo(3);
    }

    @Test
    void nothingFoundInAnEmptyRunBreachesNothing() {
        assertThat(FailOnGate.parse("mandatory=0%").orElseThrow().breached(new RunCounts()))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "mandat",
                "mandatory=",
                "mandatory=-1",
                "mandatory=1.5",
                "mandatory=%",
                "rejected=5 %",
                "undetermined=100.1%"
            })
    void anythingElseIsNoGate(String text) {
        assertThat(FailOnGate.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mandatory", "priority=10", "undetermined=5%", "rejected=0.5%"})
    void isShownAsItWasGiven(String text) {
        assertThat(FailOnGate.parse(text).orElseThrow()).hasToString(text);
    }

    @Property
    void arbitraryTextNeverThrows(@ForAll String text) {
        assertThat(FailOnGate.parse(text)).isNotNull();
    }
}
