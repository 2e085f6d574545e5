package org.greenaudit.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.greenaudit.catalog.Duty;
import org.greenaudit.rules.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IndicatorsTest {

    private final RunCounts counts = new Tallies()
            .add("energy-saving", "ES1", Duty.MANDATORY, Outcome.COMPLIANT, "", 6, 600)
            .declared("energy-saving", "ES1", Duty.MANDATORY, 1, 50)
            .add("energy-saving", "ES2", Duty.PRIORITY, Outcome.VIOLATION, "P1", 2, 250)
            .add("energy-saving", "ES1", Duty.MANDATORY, Outcome.UNDETERMINED, "model-unknown", 1, 100)
            .add("eco-label", "EL1", Duty.PRIORITY, Outcome.EXEMPT, "", 1, 10)
            .add("energy-saving", "ES1", Duty.ADVISORY, Outcome.VIOLATION, "M1", 4, 400)
            .counts();

    @Test
    void advisoryLinesCountInNoIndicator() {
        Indicator energy = Indicators.of(counts).by(TallyKey::listId).get("energy-saving");
        assertThat(energy)
                .isEqualTo(new Indicator(
                        new Count(10, 100_000),
                        new Count(7, 65_000),
                        new Count(1, 5_000),
                        new Count(2, 25_000),
                        Count.ZERO,
                        new Count(1, 10_000)));
        assertThat(energy.certifiedByAmount()).contains(new BigDecimal("65.0"));
        assertThat(energy.certifiedByLines()).contains(new BigDecimal("70.0"));
    }

    @Test
    void advisoryLinesAreReportedApart() {
        assertThat(Indicators.advisory(counts).total().violated()).isEqualTo(new Count(4, 40_000));
        assertThat(Indicators.advisory(counts).byRule(Outcome.VIOLATION)).containsOnlyKeys("M1");
        assertThat(Indicators.of(counts).byRule(Outcome.VIOLATION)).containsOnlyKeys("P1");
    }

    @Test
    void aPartIsCutAlongAnyDimension() {
        assertThat(Indicators.of(counts).by(TallyKey::entryId)).containsOnlyKeys("EL1", "ES1", "ES2");
        assertThat(Indicators.of(counts)
                        .where(k -> k.entryId().equals("ES2"))
                        .total()
                        .inScope())
                .isEqualTo(new Count(2, 25_000));
        assertThat(Indicators.of(counts).byRule(Outcome.UNDETERMINED))
                .containsEntry("model-unknown", new Count(1, 10_000));
    }

    @Test
    void nothingInScopeHasNoShare() {
        assertThat(Indicators.of(new RunCounts()).total()).isEqualTo(Indicator.EMPTY);
        assertThat(Indicator.EMPTY.certifiedByAmount()).isEmpty();
    }

    @ParameterizedTest(name = "{3}")
    @CsvSource({
        "1, 3, 33.3, aThird",
        "2, 3, 66.7, twoThirds",
        "9995, 10000, 100.0, halfRoundsUp",
        "9994, 10000, 99.9, belowHalfRoundsDown",
        "0, 5, 0.0, nothingOfSomething",
        "9223372036854775807, 9223372036854775807, 100.0, theLargestAmounts",
    })
    void share(long part, long whole, BigDecimal percent, String boundary) {
        assertThat(Share.percent(part, whole)).contains(percent);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "5, 0", "5, -5"})
    void withoutAWholeThereIsNoShare(long part, long whole) {
        assertThat(Share.percent(part, whole)).isEmpty();
    }
}
