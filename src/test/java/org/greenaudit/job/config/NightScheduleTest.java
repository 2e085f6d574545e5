package org.greenaudit.job.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NightScheduleTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // cron       | zone             | behind                    | due
                "30 2 * * *   | Asia/Shanghai    | 2026-06-30T02:29:59+08:00 | 2026-06-30T02:30+08:00",
                "30 2 * * *   | Asia/Shanghai    | 2026-06-30T02:30+08:00    | 2026-07-01T02:30+08:00",
                "30 2 * * *   | UTC              | 2026-06-30T02:30+08:00    | 2026-06-30T02:30Z",
                "0 3 * * 1-5  | Asia/Shanghai    | 2026-07-03T03:00+08:00    | 2026-07-06T03:00+08:00",
                "0 3 * * 7    | Asia/Shanghai    | 2026-06-30T03:00+08:00    | 2026-07-05T03:00+08:00",
                "0 3 * * SUN  | Asia/Shanghai    | 2026-06-30T03:00+08:00    | 2026-07-05T03:00+08:00",
                "0 3 1 * *    | Asia/Shanghai    | 2026-06-30T03:00+08:00    | 2026-07-01T03:00+08:00",
                "0 3 29 2 *   | Asia/Shanghai    | 2026-06-30T03:00+08:00    | 2028-02-29T03:00+08:00",
                "0 2,14 * * * | Asia/Shanghai    | 2026-06-30T03:00+08:00    | 2026-06-30T14:00+08:00",
                // the clocks go from 02:00 to 03:00: Spring's own answer is the next day
                "30 2 * * *   | America/New_York | 2026-03-07T02:30-05:00    | 2026-03-08T03:30-04:00",
                "30 2 * * *   | America/New_York | 2026-03-08T03:30-04:00    | 2026-03-09T02:30-04:00",
                // the clocks go from 02:00 back to 01:00: Spring's own answer is an hour later
                "30 1 * * *   | America/New_York | 2026-10-31T01:30-04:00    | 2026-11-01T01:30-04:00",
                "30 1 * * *   | America/New_York | 2026-11-01T01:30-04:00    | 2026-11-02T01:30-05:00",
                "30 1 * * *   | America/New_York | 2026-11-01T01:00-05:00    | 2026-11-02T01:30-05:00",
                "*/20 * * * * | America/New_York | 2026-11-01T01:10-05:00    | 2026-11-01T02:00-05:00",
                "30 0 * * *   | Asia/Shanghai    | 1991-04-13T12:00+08:00    | 1991-04-14T00:30+08:00"
            })
    void theNextTimeIsThatOfTheZonesClocks(String cron, ZoneId zone, OffsetDateTime behind, OffsetDateTime due) {
        assertThat(schedule(cron, zone).next(behind.toInstant())).contains(due.toInstant());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "30",
                "30 2 * *",
                "0 30 2 * * *",
                "@daily",
                "60 2 * * *",
                "30 24 * * *",
                "30 22-2 * * *",
                "x 2 * * *",
                "30 2 30 2 *",
                "30 2 31 4,6,9,11 *",
                "30 2\n* * *",
                // a crontab means either day, Spring both
                "30 2 1 * 1"
            })
    void whatIsNoCronOrNeverComesIsNoSchedule(String cron) {
        assertThat(NightSchedule.of(cron, SHANGHAI)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {" 30 2 * * * ", "30  2 * * *", "30 2 ? * 1", "30 2 1 * ?", "30 2 */2 * 1"})
    void blanksAndOpenDaysAreUnderstood(String cron) {
        assertThat(NightSchedule.of(cron, SHANGHAI)).isPresent();
    }

    @Test
    void ofMissedTimesTheLastIsDue() {
        NightSchedule nightly = schedule("30 2 * * *", SHANGHAI);
        Instant first = Instant.parse("2026-06-27T18:30:00Z");
        Instant third = Instant.parse("2026-06-29T18:30:00Z");
        assertThat(nightly.due(first, third)).contains(third);
        assertThat(nightly.due(first, third.plusSeconds(7200))).contains(third);
        assertThat(nightly.due(first, third.minusSeconds(1))).contains(Instant.parse("2026-06-28T18:30:00Z"));
    }

    @Test
    void nothingIsDueBeforeItsTimeNorWhenTheClockWentBack() {
        NightSchedule nightly = schedule("30 2 * * *", SHANGHAI);
        Instant run = Instant.parse("2026-06-29T18:30:00Z");
        assertThat(nightly.due(run, run)).isEmpty();
        assertThat(nightly.due(run, run.plusSeconds(86_399))).isEmpty();
        assertThat(nightly.due(run, run.minusSeconds(86_400 * 3))).isEmpty();
    }

    private static NightSchedule schedule(String cron, ZoneId zone) {
        return NightSchedule.of(cron, zone).orElseThrow();
    }
}
