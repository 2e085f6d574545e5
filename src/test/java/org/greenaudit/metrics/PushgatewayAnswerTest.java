package org.greenaudit.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Answers that do not end. */
@Tag("slow")
class PushgatewayAnswerTest {

    /** Where a test would hang for ever. */
    private static final int PATIENCE_SECONDS = 60;

    private final List<Duration> pauses = new ArrayList<>();

    @Test
    @Timeout(PATIENCE_SECONDS)
    void anAnswerThatStallsInItsBodyIsNoAnswer() throws Exception {
        try (RawGateway gateway = RawGateway.stalling()) {
            assertThatThrownBy(() -> to(gateway, Duration.ofMillis(300)).publish(Runs.night()))
                    .isInstanceOfSatisfying(PublishException.class, e -> {
                        assertThat(e.text().key()).isEqualTo("metrics.pushgateway.unreachable");
                        assertThat(e.text().args()).containsExactly(gateway.url(), "3", "HttpTimeoutException");
                    });
            assertThat(pauses).as("it is asked again").hasSize(2);
            await("no connection is left open").until(() -> gateway.open() == 0);
        }
    }

    @Test
    @Timeout(PATIENCE_SECONDS)
    void nobodyReadsABodyWithoutEnd() throws Exception {
        try (RawGateway gateway = RawGateway.endless()) {
            to(gateway, Duration.ofSeconds(PATIENCE_SECONDS)).update(RunMetrics.failed("city", Duration.ZERO));
            assertThat(pauses).as("the status was good").isEmpty();
        }
    }

    private Pushgateway to(RawGateway gateway, Duration limit) {
        return new Pushgateway(Runs.gateway(gateway.url()), pauses::add, limit);
    }
}
