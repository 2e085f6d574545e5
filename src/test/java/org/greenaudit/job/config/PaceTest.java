package org.greenaudit.job.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final long SECOND = 1_000_000_000L;

    private final Pace pace = new Pace();

    @Test
    void nothingIsKnownBeforeTimeHasPassed() {
        assertThat(pace.perSecond(SECOND)).isZero();
        pace.at(30_000, 0);
        assertThat(pace.perSecond(0)).isZero();
        assertThat(pace.secondsLeft(40_000, 0)).isEmpty();
    }

    @Test
    void whatAnEarlierStartHasJudgedDoesNotCount() {
        pace.at(30_000, 0);
        pace.at(31_000, 10 * SECOND);
        assertThat(pace.perSecond(10 * SECOND)).isEqualTo(100);
        assertThat(pace.secondsLeft(40_000, 10 * SECOND)).isEqualTo(Optional.of(90L));
    }

    @Test
    void workersWhoCameLateCountFromWhenTheyCameAMinuteLater() {
        for (int second = 0; second <= 900; second++) {
            pace.at(0, second * SECOND);
        }
        for (int second = 1; second <= 60; second++) {
            pace.at(1_000L * second, (900 + second) * SECOND);
        }
        assertThat(pace.perSecond(960 * SECOND)).isEqualTo(1_000);
        assertThat(pace.secondsLeft(90_000, 960 * SECOND)).isEqualTo(Optional.of(30L));
    }

    @Test
    void whereNothingIsJudgedAnyMoreThePaceFalls() {
        pace.at(0, 0);
        pace.at(6_000, 30 * SECOND);
        assertThat(pace.perSecond(60 * SECOND)).isEqualTo(100);
    }

    /** The rows of a worker that was lost are judged once more. */
    @Test
    void rowsThatAreBegunAgainAreNoSpeedBackwards() {
        pace.at(5_000, 0);
        pace.at(3_000, 10 * SECOND);
        assertThat(pace.perSecond(10 * SECOND)).isZero();
        assertThat(pace.secondsLeft(40_000, 10 * SECOND)).isEmpty();
    }

    @Test
    void manyLooksInASecondCountAsTheyAre() {
        for (int look = 0; look <= 5_000; look++) {
            pace.at(look, look * SECOND / 100);
        }
        assertThat(pace.perSecond(50 * SECOND)).isEqualTo(100);
    }
}
