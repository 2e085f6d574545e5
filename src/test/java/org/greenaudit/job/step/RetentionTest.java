package org.greenaudit.job.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.greenaudit.store.RunRecord;
import org.greenaudit.store.RunRecord.Status;
import org.greenaudit.testing.RunRecords;
import org.junit.jupiter.api.Test;

class RetentionTest {

    private final List<RunRecord> runs = new ArrayList<>();

    @Test
    void theNewestNightsStay() {
        run(1, "2026-06-01", Status.COMPLETED);
        run(2, "2026-06-02", Status.COMPLETED);
        run(3, "2026-06-03", Status.COMPLETED);
        RunRecord current = run(4, "2026-06-04", Status.STARTED);
        assertThat(ids(retention(current, 2).withoutDetails())).containsExactly(1, 2);
        assertThat(ids(retention(current, 3).withoutDetails())).containsExactly(1);
        assertThat(ids(retention(current, 4).withoutDetails())).isEmpty();
    }

    @Test
    void runsOfOneNightStayOrGoTogether() {
        run(1, "2026-06-01", Status.COMPLETED);
        run(2, "2026-06-01", Status.COMPLETED);
        run(3, "2026-06-02", Status.COMPLETED);
        RunRecord current = run(4, "2026-06-03", Status.STARTED);
        assertThat(ids(retention(current, 2).withoutDetails())).containsExactly(1, 2);
    }

    @Test
    void theLastCompletedRunOfAMonthKeepsItsDetailsAndNotItsHistory() {
        run(1, "2026-04-29", Status.COMPLETED);
        run(2, "2026-04-30", Status.COMPLETED);
        run(3, "2026-04-30", Status.COMPLETED);
        run(4, "2026-05-31", Status.COMPLETED);
        RunRecord current = run(5, "2026-06-30", Status.STARTED);
        assertThat(ids(retention(current, 1).withoutDetails())).containsExactly(1, 2);
        assertThat(ids(retention(current, 1).withoutHistory())).containsExactly(1, 2, 3, 4);
    }

    @Test
    void whatAnUnfinishedRunIsComparedWithStays() {
        run(1, "2026-06-01", Status.COMPLETED);
        run(2, "2026-06-02", Status.COMPLETED);
        run(3, "2026-06-04", Status.STARTED);
        run(4, "2026-06-04", Status.COMPLETED);
        run(5, "2026-06-05", Status.COMPLETED);
        RunRecord current = run(6, "2026-06-06", Status.STARTED);
        assertThat(ids(retention(current, 3).withoutDetails())).containsExactly(1);
        assertThat(retention(current, 3).givenUp()).isEmpty();
    }

    @Test
    void anUnfinishedRunOlderThanWhatIsKeptIsGivenUp() {
        run(1, "2026-06-02", Status.COMPLETED);
        run(2, "2026-06-03", Status.STARTED);
        run(3, "2026-06-04", Status.COMPLETED);
        run(4, "2026-06-05", Status.COMPLETED);
        RunRecord current = run(5, "2026-06-06", Status.STARTED);
        assertThat(ids(retention(current, 2).givenUp())).containsExactly(2);
        assertThat(ids(retention(current, 2).withoutDetails())).containsExactly(1, 2, 3);
        assertThat(ids(retention(current, 2).withoutHistory())).containsExactly(1, 2, 3);
        assertThat(retention(current, 4).givenUp()).isEmpty();
    }

    @Test
    void unfinishedNightsDoNotPushCompletedOnesOut() {
        run(1, "2026-06-01", Status.COMPLETED);
        run(2, "2026-06-02", Status.STARTED);
        run(3, "2026-06-03", Status.STARTED);
        RunRecord current = run(4, "2026-06-04", Status.STARTED);
        assertThat(ids(retention(current, 2).withoutDetails())).isEmpty();
    }

    @Test
    void abandonedRunsKeepNothing() {
        run(1, "2026-06-04", Status.ABANDONED);
        RunRecord current = run(2, "2026-06-04", Status.STARTED);
        assertThat(ids(retention(current, 9).withoutDetails())).containsExactly(1);
        assertThat(ids(retention(current, 9).withoutHistory())).containsExactly(1);
    }

    @Test
    void anAuditOfAnOldDateDoesNotDeleteItself() {
        RunRecord current = run(3, "2026-03-03", Status.STARTED);
        run(1, "2026-06-01", Status.COMPLETED);
        run(2, "2026-06-02", Status.COMPLETED);
        assertThat(ids(retention(current, 1).withoutDetails())).containsExactly(1);
    }

    private Retention retention(RunRecord current, int nights) {
        runs.sort(Comparator.comparing(RunRecord::auditDate).thenComparing(RunRecord::runNo));
        return new Retention(runs, current, nights);
    }

    private RunRecord run(int id, String auditDate, Status status) {
        RunRecord run = RunRecords.of("city", auditDate)
                .id(id)
                .number(id)
                .status(status)
                .build();
        runs.add(run);
        return run;
    }

    private static List<Integer> ids(List<RunRecord> some) {
        return some.stream().map(run -> (int) run.id()).toList();
    }
}
