package org.greenaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.greenaudit.message.Messages;
import org.junit.jupiter.api.Test;

class ProgressLogTest {

    private static final long SECOND = 1_000_000_000L;

    private final StringWriter err = new StringWriter();
    private final AtomicLong clock = new AtomicLong();
    private final ProgressLog log = new ProgressLog(
            new CliSession(new Console(new PrintWriter(err), new PrintWriter(err), false), Messages.in(Locale.ENGLISH)),
            clock::get);

    @Test
    void saysNothingBeforeTenSeconds() {
        log.progress(0, 1000);
        clock.set(10 * SECOND - 1);
        log.progress(500, 1000);
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void saysLinesShareSpeedAndTimeLeftEveryTenSeconds() {
        log.progress(0, 40_000);
        clock.set(10 * SECOND);
        log.progress(10_000, 40_000);
        clock.set(19 * SECOND);
        log.progress(19_000, 40_000);
        clock.set(20 * SECOND);
        log.progress(20_000, 40_000);
        assertThat(err.toString().lines())
                .containsExactly(
                        "10,000 of 40,000 lines (25 %), 1,000 lines/s, about 30 s left",
                        "20,000 of 40,000 lines (50 %), 1,000 lines/s, about 20 s left");
    }

    @Test
    void whileNobodyJudgesNoTimeIsLeftToTell() {
        log.progress(0, 40_000);
        clock.set(10 * SECOND);
        log.progress(0, 40_000);
        assertThat(err.toString()).contains("0 of 40,000 lines (0 %), 0 lines/s, about — s left");
    }

    @Test
    void linesOfAnEarlierStartDoNotCountAsSpeed() {
        log.progress(30_000, 40_000);
        clock.set(10 * SECOND);
        log.progress(31_000, 40_000);
        assertThat(err.toString()).contains("100 lines/s, about 90 s left");
    }
}
