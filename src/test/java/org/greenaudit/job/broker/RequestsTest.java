package org.greenaudit.job.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.jms.JMSException;
import jakarta.jms.JMSSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.greenaudit.job.config.ProgressListener;
import org.greenaudit.job.config.RemoteWorkers;
import org.greenaudit.job.step.RunContext;
import org.greenaudit.message.ExplainedException;
import org.greenaudit.message.Text;
import org.greenaudit.metrics.MetricsPublisher;
import org.greenaudit.store.Stores;
import org.greenaudit.store.database.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jms.core.JmsTemplate;
import org.springframework.messaging.MessageChannel;
import org.springframework.messaging.MessageDeliveryException;
import org.springframework.messaging.support.GenericMessage;

/** What becomes of partitions while the broker cannot be used. */
class RequestsTest {

    private static final TestDatabase DATABASE = TestDatabase.h2();
    private static final Instant NOW = Instant.parse("2026-07-01T02:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Stores stores = DATABASE.emptied().stores();
    private final List<String> told = new ArrayList<>();
    private final List<Object> sent = new ArrayList<>();
    private final Deque<Exception> failures = new ArrayDeque<>();
    private boolean stopping;
    private boolean locked = true;
    private final RunContext context = HandedOutRun.of(stores, new Told(), NOW, () -> locked);
    private final RunWatch watch =
            new RunWatch(context, stores.partitions(), new MetricsPublisher(List.of()), CLOCK, MINUTE);

    private final class Told implements ProgressListener {

        @Override
        public void progress(long done, long total) {
            // not of interest here
        }

        @Override
        public void workers(int atWork, int waiting) {
            told.add(waiting + " waiting");
        }

        @Override
        public void brokerAway(Text trouble, long seconds) {
            told.add(trouble.key() + ", " + seconds + " s");
        }

        @Override
        public void brokerAwayNoMore() {
            told.add("no more");
        }
    }

    @AfterEach
    void close() {
        watch.close();
    }

    private Requests requests(Duration missing, boolean fallbackLocal) {
        MessageChannel channel = (message, timeout) -> {
            if (!failures.isEmpty()) {
                throw new MessageDeliveryException(message, "not sent", failures.pop());
            }
            return sent.add(message.getPayload());
        };
        return new Requests(
                channel,
                new JmsTemplate(),
                context,
                new RemoteWorkers("tcp://broker:61616", missing, fallbackLocal),
                watch,
                () -> stopping);
    }

    private static void send(Requests requests, int... partitions) {
        for (int partition : partitions) {
            requests.send(new GenericMessage<>(partition));
        }
    }

    private void assertFails(Requests requests, String key) {
        assertThatThrownBy(() -> send(requests, 0)).isInstanceOfSatisfying(ExplainedException.class, e -> assertThat(
                        e.text().key())
                .isEqualTo(key));
        assertThat(sent).isEmpty();
    }

    @Test
    void aBrokerThatIsBackIsToldAndTheRunIsLookedAfterMeanwhile() {
        failures.add(new JMSException("away"));
        Requests requests = requests(MINUTE, false);
        send(requests, 0, 1);
        assertThat(sent).containsExactly(0, 1);
        assertThat(told).containsExactly("job.failed.broker, 60 s", "4 waiting", "no more");
        assertThat(requests.givenUp()).isFalse();
    }

    @Test
    void aBrokerThatStaysAwayFailsTheRun() {
        failures.add(new JMSException("away"));
        assertFails(requests(Duration.ZERO, false), "job.failed.broker");
    }

    @Test
    void aBrokerThatStaysAwayIsGivenUpWhereThisProcessMayEvaluate() {
        failures.add(new JMSException("away"));
        Requests requests = requests(Duration.ZERO, true);
        send(requests, 0, 1);
        assertThat(requests.givenUp()).isTrue();
        assertThat(sent).isEmpty();
        assertThat(told).isEmpty();
    }

    @Test
    void aLoginThatIsRefusedFailsTheRunHoweverItIsTold() {
        failures.add(new JMSSecurityException("who is that"));
        assertFails(requests(MINUTE, true), "job.failed.broker.login");
    }

    @Test
    void aFaultOfOursIsNotTakenForTheBroker() {
        failures.add(new IllegalStateException("ours"));
        Requests requests = requests(MINUTE, true);
        assertThatThrownBy(() -> send(requests, 0)).hasRootCauseMessage("ours");
        assertThat(told).isEmpty();
    }

    /** Whoever stops a night has not seen it fail. */
    @Test
    void aRunThatIsToStopSendsNothingMore() {
        failures.add(new JMSException("away"));
        stopping = true;
        Requests requests = requests(MINUTE, false);
        send(requests, 0, 1);
        assertThat(requests.givenUp()).isTrue();
        assertThat(sent).isEmpty();
    }

    /** Thousands of partitions take minutes to be sent, and nobody waits so long for the end of a process. */
    @Test
    void aRunThatIsToStopIsNotHandedOutToItsEnd() {
        Requests requests = requests(MINUTE, false);
        send(requests, 0);
        stopping = true;
        await().until(() -> {
            send(requests, 1);
            return requests.givenUp();
        });
        int before = sent.size();
        send(requests, 2);
        assertThat(sent).hasSize(before);
    }

    @Test
    void aLockThatIsLostMeanwhileIsNotTakenForTheBroker() {
        failures.add(new JMSException("away"));
        locked = false;
        assertFails(requests(MINUTE, true), "job.failed.lock-lost");
        assertThat(told).as("nobody waits any more").endsWith("no more");
    }
}
