package org.greenaudit.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.greenaudit.catalog.Duty;
import org.greenaudit.rules.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssessorTest {

    private static final LocalDate AUDIT = LocalDate.of(2026, 6, 30);
    private static final String ENERGY = "energy-saving";

    /** Amounts in yuan: mandatory compliant / violated / undetermined, priority compliant / violated / undetermined. */
    private static Tallies unit(long mc, long mv, long mu, long pc, long pv, long pu) {
        Tallies tallies = new Tallies();
        add(tallies, Duty.MANDATORY, Outcome.COMPLIANT, "", mc);
        add(tallies, Duty.MANDATORY, Outcome.VIOLATION, "M1", mv);
        add(tallies, Duty.MANDATORY, Outcome.UNDETERMINED, "model-unknown", mu);
        add(tallies, Duty.PRIORITY, Outcome.COMPLIANT, "", pc);
        add(tallies, Duty.PRIORITY, Outcome.VIOLATION, "P1", pv);
        add(tallies, Duty.PRIORITY, Outcome.UNDETERMINED, "model-unknown", pu);
        return tallies;
    }

    private static void add(Tallies tallies, Duty duty, Outcome outcome, String rule, long yuan) {
        tallies.add(ENERGY, "ES2019-01-01", duty, outcome, rule, yuan == 0 ? 0 : 3, yuan);
    }

    private static UnitAssessment only(RunCounts counts, AssessmentPolicy policy) {
        List<UnitAssessment> units = Assessor.units(counts, Set.of(), Map.of(), AUDIT, policy);
        assertThat(units).hasSize(1);
        return units.get(0);
    }

    @ParameterizedTest(name = "{8}")
    @CsvSource({
        "100,   0,  0, 100,   0,  0, 100.0, A, everythingCertifiedIsFull",
        "  0, 100,  0,   0,   0,  0,  40.0, D, allMandatoryAmountViolatedCostsTheMandatoryWeight",
        "  0,   0,  0,   0, 100,  0,  75.0, B, noPriorityAmountCertifiedCostsThePriorityWeight",
        "  0,   0,100,   0,   0,  0,  85.0, B, everythingUndeterminedCostsTheUndeterminedWeight",
        "  0, 100,  0,   0, 100,  0,  15.0, D, mandatoryAndPriorityLossesAdd",
        "  0,   0,  0,  85,  15,  0, 100.0, A, thePriorityTargetReachedExactlyCostsNothing",
        "  0,   0,  0,  84,  16,  0,  99.7, A, onePercentBelowTheTargetCostsItsPart",
        "  0,   0,  0,  40,  60,  0,  86.8, B, lossIsRelativeToTheTarget",
        " 50,  50,  0,   0,   0,  0,  70.0, C, halfTheMandatoryAmountCostsHalfTheWeight",
        " 75,  25,  0,   0,   0,  0,  85.0, B, shareIsByAmountAndNotByLines",
        "  0,   0,  0, 100,   0,  0, 100.0, A, noMandatoryAmountIsNoLoss",
        "200, 100,  0,   0,   0,  0,  80.0, B, aThirdIsRoundedOnceAtTheEnd",
    })
    void score(long mc, long mv, long mu, long pc, long pv, long pu, BigDecimal score, String grade, String boundary) {
        UnitAssessment unit = only(unit(mc, mv, mu, pc, pv, pu).counts(), AssessmentPolicy.DEFAULT);
        assertThat(unit.score()).contains(score);
        assertThat(unit.grade()).contains(grade);
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource({
        "90.0, A, ninetyIsAnA", "89.9, B, justBelowNinetyIsAB", "75.0, B, seventyFiveIsAB",
        "74.9, C, justBelowSeventyFiveIsAC", "60.0, C, sixtyIsAC", "59.9, D, justBelowSixtyIsAD",
        "0.0, D, zeroIsAD", "100.0, A, hundredIsAnA"
    })
    void grade(BigDecimal score, String grade, String boundary) {
        assertThat(Score.grade(score, AssessmentPolicy.DEFAULT)).isEqualTo(grade);
    }

    @Test
    void aTargetOfZeroCostsNothing() {
        AssessmentPolicy d = AssessmentPolicy.DEFAULT;
        AssessmentPolicy noTarget = new AssessmentPolicy(
                d.mandatoryWeight(),
                d.priorityWeight(),
                d.undeterminedWeight(),
                BigDecimal.ZERO,
                d.minimumLines(),
                d.gradeA(),
                d.gradeB(),
                d.gradeC());
        assertThat(only(unit(0, 0, 0, 0, 100, 0).counts(), noTarget).score()).contains(new BigDecimal("100.0"));
    }

    @Test
    void theScoreNeverFallsBelowZero() {
        AssessmentPolicy d = AssessmentPolicy.DEFAULT;
        AssessmentPolicy harsh = new AssessmentPolicy(
                new BigDecimal("150"),
                d.priorityWeight(),
                d.undeterminedWeight(),
                d.target(),
                d.minimumLines(),
                d.gradeA(),
                d.gradeB(),
                d.gradeC());
        assertThat(only(unit(0, 100, 0, 0, 0, 0).counts(), harsh).score()).contains(new BigDecimal("0.0"));
    }

    @Test
    void twoLinesAreNotGradedAndThreeAre() {
        Tallies two = new Tallies().add(ENERGY, "ES2019-01-01", Duty.MANDATORY, Outcome.VIOLATION, "M1", 2, 100);
        UnitAssessment ungraded = only(two.counts(), AssessmentPolicy.DEFAULT);
        assertThat(ungraded.score()).isEmpty();
        assertThat(ungraded.grade()).isEmpty();
        two.add(ENERGY, "ES2019-01-01", Duty.MANDATORY, Outcome.COMPLIANT, "", 1, 100);
        assertThat(only(two.counts(), AssessmentPolicy.DEFAULT).score()).contains(new BigDecimal("70.0"));
    }

    @Test
    void advisoryLinesCountNowhereElse() {
        Tallies tallies = new Tallies().add(ENERGY, "ES2019-01-01", Duty.ADVISORY, Outcome.VIOLATION, "M1", 9, 900);
        UnitAssessment unit = only(tallies.counts(), AssessmentPolicy.DEFAULT);
        assertThat(unit.advisory()).isEqualTo(new Count(9, 90_000));
        assertThat(unit.inScope()).isEqualTo(Count.ZERO);
        assertThat(unit.lists()).isEmpty();
        assertThat(unit.duty(Duty.MANDATORY).violated()).isEqualTo(Count.ZERO);
        assertThat(unit.score()).isEmpty();
    }

    @Test
    void everyCountLandsInItsOwnColumn() {
        Tallies tallies = unit(1, 2, 4, 8, 16, 32);
        tallies.add("eco-label", "EL2019-01-01", Duty.PRIORITY, Outcome.EXEMPT, "", 1, 64);
        UnitAssessment unit = only(tallies.counts(), AssessmentPolicy.DEFAULT);
        assertThat(unit.inScope()).isEqualTo(new Count(19, 12_700));
        assertThat(unit.duty(Duty.MANDATORY).inScope()).isEqualTo(new Count(9, 700));
        assertThat(unit.duty(Duty.MANDATORY).violated()).isEqualTo(new Count(3, 200));
        assertThat(unit.duty(Duty.PRIORITY).inScope()).isEqualTo(new Count(10, 12_000));
        assertThat(unit.duty(Duty.PRIORITY).certified()).isEqualTo(new Count(3, 800));
        assertThat(unit.duty(Duty.PRIORITY).violated()).isEqualTo(new Count(3, 1_600));
        assertThat(unit.undetermined()).isEqualTo(new Count(6, 3_600));
        assertThat(unit.exempt()).isEqualTo(new Count(1, 6_400));
        assertThat(unit.lists()).containsOnlyKeys(ENERGY, "eco-label");
        assertThat(unit.list(ENERGY).certified()).isEqualTo(new Count(6, 900));
        assertThat(unit.list(ENERGY).inScope()).isEqualTo(new Count(18, 6_300));
        assertThat(unit.list("eco-label").inScope()).isEqualTo(new Count(1, 6_400));
    }

    @Test
    void theOldestOpenViolationIsCountedInDaysToTheAuditDate() {
        BuyerKey buyer = new BuyerKey("361002", "U1", "虚构单位一（示例）");
        UnitHistory history = new UnitHistory(2, Optional.of(LocalDate.of(2026, 1, 1)));
        UnitAssessment unit = Assessor.units(
                        unit(0, 1, 0, 0, 0, 0).counts(),
                        Set.of(),
                        Map.of(buyer, history),
                        AUDIT,
                        AssessmentPolicy.DEFAULT)
                .get(0);
        assertThat(unit.oldestOpenDays()).contains(180L);
        assertThat(unit.repeatViolations()).isEqualTo(2);
    }

    @Test
    void worstComeFirstUngradedLastThenRegionCodeAndName() {
        Tallies t = new Tallies();
        for (String unit : List.of("B/9/x", "A/2/y", "A/2/x", "A/1/z")) {
            String[] p = unit.split("/");
            t.unit(p[0], "", p[1], p[2]).add(ENERGY, "e", Duty.MANDATORY, Outcome.COMPLIANT, "", 3, 10);
        }
        t.unit("Z", "", "9", "worst").add(ENERGY, "e", Duty.MANDATORY, Outcome.VIOLATION, "M1", 3, 10);
        t.unit("A", "", "0", "few").add(ENERGY, "e", Duty.MANDATORY, Outcome.VIOLATION, "M1", 1, 10);
        assertThat(Assessor.units(t.counts(), Set.of(), Map.of(), AUDIT, AssessmentPolicy.DEFAULT))
                .extracting(u -> u.buyer().regionCode() + "/" + u.buyer().buyerCode() + "/"
                        + u.buyer().buyerName())
                .containsExactly("Z/9/worst", "A/1/z", "A/2/x", "A/2/y", "B/9/x", "A/0/few");
    }

    @Test
    void aLineUnderBothListsIsOneLineOfItsUnit() {
        Tallies t = new Tallies()
                .add(ENERGY, "e", Duty.MANDATORY, Outcome.VIOLATION, "M1", 2, 10)
                .add("eco-label", "l", Duty.PRIORITY, Outcome.VIOLATION, "L1", 2, 10);
        t.counts().units().replaceAll((unit, count) -> new Count(2, count.amountFen()));
        assertThat(Assessor.units(t.counts(), Set.of(), Map.of(), AUDIT, AssessmentPolicy.DEFAULT))
                .allMatch(unit -> unit.score().isEmpty());
    }

    @Test
    void bodiesAreListedByNameAndListWithTheirDefects() {
        RunCounts counts = new RunCounts();
        RunCounts.plus(counts.bodies(), new BodyKey("乙", ENERGY, 0), new Count(5, 500));
        RunCounts.plus(counts.bodies(), new BodyKey("乙", ENERGY, 3), new Count(2, 200));
        RunCounts.plus(counts.bodies(), new BodyKey("", ENERGY, 2), new Count(1, 100));
        assertThat(Assessor.bodies(counts))
                .containsExactly(
                        new BodyAssessment("", ENERGY, new Count(1, 100), Map.of(2, new Count(1, 100))),
                        new BodyAssessment("乙", ENERGY, new Count(7, 700), Map.of(3, new Count(2, 200))));
    }

    @Property
    void aScoreLiesBetweenZeroAndHundredWhateverTheAmounts(
            @ForAll @LongRange(min = -1_000, max = 1_000_000_000_000L) long mc,
            @ForAll @LongRange(min = -1_000, max = 1_000_000_000_000L) long mv,
            @ForAll @LongRange(min = -1_000, max = 1_000_000_000_000L) long pc,
            @ForAll @LongRange(min = -1_000, max = 1_000_000_000_000L) long pv) {
        only(unit(mc, mv, 7, pc, pv, 9).counts(), AssessmentPolicy.DEFAULT)
                .score()
                .ifPresent(score -> assertThat(score).isBetween(BigDecimal.ZERO, BigDecimal.valueOf(100)));
    }
}
