package org.greenaudit.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.greenaudit.catalog.Duty;
import org.greenaudit.message.Text;
import org.greenaudit.rules.Outcome;
import org.junit.jupiter.api.Test;

class CaveatsTest {

    private final RunCounts counts = new Tallies()
            .add("energy-saving", "ES1", Duty.MANDATORY, Outcome.COMPLIANT, "", 1, 100)
            .counts();

    @Test
    void aRunThatWasReadAndJudgedNeedsNone() {
        RunCounts.plus(counts.lines(), LineOutcome.COMPLIANT, new Count(1, 10_000));
        assertThat(Caveats.of(counts, List.of())).isEmpty();
    }

    @Test
    void unreadRowsAreToldWithTheirCommonestReason() {
        RunCounts.plus(counts.lines(), LineOutcome.COMPLIANT, new Count(1, 10_000));
        RunCounts.plus(counts.lines(), LineOutcome.REJECTED, new Count(1_500, 50_000));
        RunCounts.plus(counts.rejected(), "amount-unreadable", new Count(700, 0));
        RunCounts.plus(counts.rejected(), "date-unreadable", new Count(800, 50_000));
        assertThat(Caveats.of(counts, List.of()))
                .containsExactly(Text.of(
                        "assessment.caveat.unread",
                        "1,500",
                        "1,501",
                        "500.00",
                        "600.00",
                        "@reject.date-unreadable",
                        "800"));
    }

    @Test
    void aRunWithoutAnyListedPurchaseSaysThatNothingWasJudged() {
        RunCounts outside = new RunCounts();
        RunCounts.plus(outside.lines(), LineOutcome.NOT_APPLICABLE, new Count(12, 10_000));
        assertThat(Caveats.of(outside, List.of())).containsExactly(Text.of("assessment.caveat.nothing-listed", "12"));
    }

    @Test
    void aFeedThatNobodyCouldReadIsNotSaidToHoldNothingListed() {
        RunCounts unread = new RunCounts();
        RunCounts.plus(unread.lines(), LineOutcome.REJECTED, new Count(12, 0));
        RunCounts.plus(unread.rejected(), "date-unreadable", new Count(12, 0));
        assertThat(Caveats.of(unread, List.of())).extracting(Text::key).isEqualTo(List.of("assessment.caveat.unread"));
    }

    @Test
    void anEmptyFeedSaysSo() {
        assertThat(Caveats.of(new RunCounts(), List.of()))
                .extracting(Text::key)
                .containsExactly("assessment.caveat.nothing-read");
    }
}
