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
        assertThat(energy.byAmount(Indicator::certified)).isEqualTo(percent("65.0"));
        assertThat(energy.byAmount(Indicator::declared)).isEqualTo(percent("5.0"));
        assertThat(energy.byAmount(Indicator::verified)).isEqualTo(percent("60.0"));
        assertThat(energy.byLines(Indicator::certified)).isEqualTo(percent("70.0"));
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
        assertThat(Indicator.EMPTY.byAmount(Indicator::certified)).isEqualTo(Share.None.NOTHING_IN_SCOPE);
    }

    @ParameterizedTest(name = "{3}")
    @CsvSource({
        "1, 3, 33.3, aThird",
        "2, 3, 66.7, twoThirds",
        "9985, 10000, 99.9, halfRoundsUp",
        "9984, 10000, 99.8, belowHalfRoundsDown",
        "9999, 10000, 99.9, whatIsLeftKeepsItBelowTheWhole",
        "99999999, 100000000, 99.9, howeverLittleIsLeft",
        "1, 10000, 0.1, whatThereIsKeepsItAboveNothing",
        "9223372036854775806, 9223372036854775807, 99.9, oneFenIsLeftOfTheLargestAmount",
        "0, 5, 0.0, nothingOfSomething",
        "9223372036854775807, 9223372036854775807, 100.0, theLargestAmounts",
    })
    void share(long part, long whole, BigDecimal percent, String boundary) {
        assertThat(Share.byAmount(new Count(1, part), new Count(1, whole))).isEqualTo(new Share.Percent(percent));
        assertThat(Share.byLines(new Count(part, 0), new Count(whole, 0))).isEqualTo(new Share.Percent(percent));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "5, 0", "5, -5", "10, 5", "-5, 10"})
    void amountsThatMakeNoWholeAndPartHaveNoShare(long part, long whole) {
        assertThat(Share.byAmount(new Count(1, part), new Count(1, whole))).isEqualTo(Share.None.NO_AMOUNT);
    }

    @Test
    void whatNobodyCouldJudgeHasNoShare() {
        Indicator open = Indicator.EMPTY.plus(Outcome.UNDETERMINED, false, new Count(3, 900));
        assertThat(open.byAmount(Indicator::certified)).isEqualTo(Share.None.ALL_UNDETERMINED);
        assertThat(open.byLines(Indicator::violated)).isEqualTo(Share.None.ALL_UNDETERMINED);
        Indicator judged = open.plus(Outcome.VIOLATION, false, new Count(1, 100));
        assertThat(judged.byLines(Indicator::certified)).isEqualTo(percent("0.0"));
        assertThat(judged.byLines(Indicator::violated)).isEqualTo(percent("25.0"));
    }

    private static Share percent(String value) {
        return new Share.Percent(new BigDecimal(value));
    }
}
