package org.greenaudit.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.greenaudit.catalog.Duty;
import org.greenaudit.message.Messages;
import org.greenaudit.message.Text;
import org.greenaudit.rules.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ControlTotalsTest {

    private static final List<String> LISTS = List.of("energy-saving", "eco-label");
    private RunCounts counts;

    @BeforeEach
    void aSoundRunOfFourRows() {
        counts = new Tallies()
                .add("energy-saving", "ES1", Duty.MANDATORY, Outcome.VIOLATION, "M1", 2, 200)
                .counts();
        RunCounts.plus(counts.lines(), LineOutcome.VIOLATION, new Count(2, 20_000));
        RunCounts.plus(counts.lines(), LineOutcome.NOT_APPLICABLE, new Count(1, 5_000));
        RunCounts.plus(counts.lines(), LineOutcome.REJECTED, new Count(1, 300));
        RunCounts.plus(counts.rejected(), "date-unreadable", new Count(1, 300));
        RunCounts.plus(counts.outside(), new RunCounts.OutsideKey("energy-saving", "accessory"), new Count(1, 5_000));
        RunCounts.plus(counts.outside(), new RunCounts.OutsideKey("eco-label", "not-on-list"), new Count(3, 25_000));
    }

    @Test
    void aSoundRunAddsUp() {
        assertThat(ControlTotals.of(counts, LISTS, 4).differences()).isEmpty();
    }

    @Test
    void aRowThatWasNeverReadIsFound() {
        assertThat(keys(5)).containsExactly("assessment.control.sources");
    }

    @Test
    void aLostVerdictIsFoundByLinesAndByAmount() {
        counts.tallies().clear();
        assertThat(keys(4)).containsExactly("assessment.control.list-lines", "assessment.control.list-amount");
    }

    @Test
    void aFenTooMuchIsFound() {
        RunCounts.plus(counts.outside(), new RunCounts.OutsideKey("eco-label", "not-on-list"), new Count(0, 1));
        assertThat(keys(4)).containsExactly("assessment.control.list-amount");
    }

    @Test
    void aRejectionWithoutReasonIsFound() {
        counts.rejected().clear();
        assertThat(keys(4)).containsExactly("assessment.control.rejected-lines", "assessment.control.rejected-amount");
    }

    @Test
    void aDifferenceNamesListAndNumbers() {
        counts.tallies().clear();
        String text = Messages.in(Messages.CHINESE)
                .render(ControlTotals.of(counts, LISTS, 4).differences().get(0));
        assertThat(text).contains("energy-saving", "4", "2");
    }

    private List<String> keys(long rowsInSources) {
        return ControlTotals.of(counts, LISTS, rowsInSources).differences().stream()
                .map(Text::key)
                .toList();
    }
}
