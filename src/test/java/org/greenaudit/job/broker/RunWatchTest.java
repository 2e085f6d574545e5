package org.greenaudit.job.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.greenaudit.assessment.CountyCounts;
import org.greenaudit.job.config.ProgressListener;
import org.greenaudit.job.step.RunContext;
import org.greenaudit.message.Text;
import org.greenaudit.metrics.Metric;
import org.greenaudit.metrics.MetricSet;
import org.greenaudit.metrics.MetricsOutlet;
import org.greenaudit.metrics.MetricsPublisher;
import org.greenaudit.metrics.PublishException;
import org.greenaudit.metrics.Series;
import org.greenaudit.store.PartitionStore;
import org.greenaudit.store.PartitionStore.Lease;
import org.greenaudit.store.Stores;
import org.greenaudit.store.database.TestDatabase;
import org.junit.jupiter.api.Test;

/** What is told of a run while workers evaluate it, and what is not any more. */
class RunWatchTest {

    private static final TestDatabase DATABASE = TestDatabase.h2();
    private static final Instant NOW = Instant.parse("2026-07-01T02:00:00Z");
    private static final Duration OFTEN = Duration.ofMillis(5);

    private final Stores stores = DATABASE.emptied().stores();
    private final PartitionStore partitions = stores.partitions();
    private final Told told = new Told();
    private final Outlet outlet = new Outlet();

    /** Takes what a listener is told. */
    private static final class Told implements ProgressListener {

        private final List<String> said = new ArrayList<>();

        @Override
        public void progress(long done, long total) {
            said.add(done + "/" + total);
        }

        @Override
        public void workers(int atWork, int waiting) {
            said.add(atWork + " at work, " + waiting + " waiting");
        }
    }

    /** Keeps what was published last, unless it is barred. */
    private static final class Outlet implements MetricsOutlet {

        private final AtomicInteger asked = new AtomicInteger();
        private volatile boolean barred;
        private volatile Optional<MetricSet> last = Optional.empty();

        @Override
        public void publish(MetricSet complete) {
            throw new AssertionError("the run is not at its end");
        }

        @Override
        public void update(MetricSet some) {
            asked.incrementAndGet();
            if (barred) {
                throw new PublishException(Text.of("metrics.textfile.failed", "a.prom", "@file.full"), null);
            }
            last = Optional.of(some);
        }

        long value(Metric metric) {
            return last.map(set -> set.values().get(new Series(metric, List.of())))
                    .map(BigDecimal::longValue)
                    .orElse(-1L);
        }

        void awaitValue(Metric metric, long value) {
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(value(metric)).isEqualTo(value));
        }
    }

    private RunWatch watch() {
        RunContext context = HandedOutRun.of(stores, told, NOW, () -> true);
        return new RunWatch(
                context, partitions, new MetricsPublisher(List.of(outlet)), Clock.fixed(NOW, ZoneOffset.UTC), OFTEN);
    }

    private Lease take(int partition, String holder) {
        return partitions.take(7, partition, holder).orElseThrow();
    }

    @Test
    void workThatWaitsIsMissedUntilSomebodyComesAndNothingIsClaimedAtTheEnd() {
        try (RunWatch watch = watch()) {
            outlet.awaitValue(Metric.RUN_PARTITIONS_WAITING, 4);
            assertThat(outlet.value(Metric.RUN_WORKERS)).isZero();
            assertThat(outlet.value(Metric.RUN_PARTITIONS_OPEN)).isEqualTo(4);
            assertThat(outlet.value(Metric.RUN_LINES_PLANNED)).isEqualTo(40);
            assertThat(outlet.value(Metric.RUN_PROGRESS_TIMESTAMP)).isEqualTo(NOW.getEpochSecond());
            watch.look();
            outlet.awaitValue(Metric.RUN_WORKERS_MISSING, 1);

            partitions.finish(take(0, "one:1"), 10, new CountyCounts());
            take(1, "one:1");
            partitions.keep(take(1, "two:1"), 5);
            take(2, "two:1");
            watch.look();
            outlet.awaitValue(Metric.RUN_WORKERS, 1);
            assertThat(outlet.value(Metric.RUN_WORKERS_MISSING)).isZero();
            assertThat(outlet.value(Metric.RUN_PARTITIONS_WAITING)).isEqualTo(1);
            assertThat(outlet.value(Metric.RUN_PARTITIONS_OPEN)).isEqualTo(3);
            assertThat(outlet.value(Metric.RUN_PARTITIONS_DONE)).isEqualTo(1);
            assertThat(outlet.value(Metric.RUN_REDELIVERIES)).isEqualTo(1);
            assertThat(outlet.value(Metric.RUN_LINES_EVALUATED)).isEqualTo(15);
        }
        for (Metric claim : List.of(Metric.RUN_WORKERS, Metric.RUN_PARTITIONS_WAITING, Metric.RUN_WORKERS_MISSING)) {
            assertThat(outlet.value(claim)).as(claim.id()).isZero();
        }
        assertThat(outlet.value(Metric.RUN_PARTITIONS_OPEN))
                .as("of a run that broke off")
                .isEqualTo(3);
        assertThat(told.said).containsExactly("0/40", "0/40", "0 at work, 4 waiting", "15/40", "1 at work, 1 waiting");
    }

    /** Whoever begins anew after a pause was missed for that pause, and not since the beginning of the run. */
    @Test
    void whoWasThereIsMissedFromThenOn() {
        try (RunWatch watch = watch()) {
            watch.look();
            outlet.awaitValue(Metric.RUN_WORKERS_MISSING, 1);
            Lease lease = take(0, "one:1");
            watch.look();
            partitions.release(lease);
            watch.look();
            outlet.awaitValue(Metric.RUN_WORKERS, 0);
            outlet.awaitValue(Metric.RUN_WORKERS_MISSING, 0);
            outlet.awaitValue(Metric.RUN_WORKERS_MISSING, 1);
        }
    }

    @Test
    void anOutletThatIsDownIsTriedAgainAndStopsNothing() {
        outlet.barred = true;
        try (RunWatch watch = watch()) {
            await().atMost(Duration.ofSeconds(20)).until(() -> outlet.asked.get() > 1);
            assertThat(watch.look().open()).isEqualTo(4);
            outlet.barred = false;
            outlet.awaitValue(Metric.RUN_PARTITIONS_WAITING, 4);
            outlet.barred = true;
        }
        assertThat(outlet.value(Metric.RUN_PARTITIONS_WAITING)).isEqualTo(4);
    }
}
