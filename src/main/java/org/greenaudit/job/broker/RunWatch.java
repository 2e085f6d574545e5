package org.greenaudit.job.broker;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.greenaudit.job.step.RunContext;
import org.greenaudit.metrics.MetricSet;
import org.greenaudit.metrics.MetricsPublisher;
import org.greenaudit.metrics.RunMetrics;
import org.greenaudit.store.PartitionStore;
import org.greenaudit.store.PartitionStore.Standing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks how a run stands that workers evaluate, and tells it: the listener with every look, metrics now and then, in a thread
 * of their own, so that no gateway holds the night up. Once this is closed, no metric claims any more that workers are at work
 * or missing.
 */
final class RunWatch implements AutoCloseable {

    /** How often metrics are published. */
    static final Duration EVERY = Duration.ofSeconds(15);

    private static final Logger LOG = LoggerFactory.getLogger(RunWatch.class);

    /** So many turns are left out behind one that failed, so that a gateway that is down does not fill the log. */
    private static final int TURNS_LEFT_OUT = 3;

    /** Longer than a gateway that does not answer is tried. */
    private static final int LAST_TURN_SECONDS = 60;

    private final RunContext context;
    private final PartitionStore partitions;
    private final MetricsPublisher publisher;
    private final Clock clock;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "run-watch"));
    private Standing last;
    private long nobodySince = System.nanoTime();
    private int leftOut;

    /** Begins to watch a run, and to publish its metrics that often. */
    RunWatch(RunContext context, PartitionStore partitions, MetricsPublisher publisher, Clock clock, Duration every) {
        this.context = context;
        this.partitions = partitions;
        this.publisher = publisher;
        this.clock = clock;
        this.last = partitions.standing(context.run().id());
        ScheduledFuture<?> unused =
                timer.scheduleWithFixedDelay(this::turn, 0, every.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** How the run stands now. */
    Standing look() {
        Standing now = partitions.standing(context.run().id());
        context.progress().at(now.rows());
        context.start().listener().workers(now.holders(), now.waiting());
        saw(now);
        return now;
    }

    private synchronized void saw(Standing now) {
        if (now.atWork() > 0 || now.waiting() == 0 || now.rows() != last.rows()) {
            nobodySince = System.nanoTime();
        }
        last = now;
    }

    /** Whatever goes wrong, the next turn comes: a timer drops what throws. */
    private void turn() {
        if (leftOut > 0) {
            leftOut--;
            return;
        }
        leftOut = published(underWay()) ? 0 : TURNS_LEFT_OUT;
    }

    private synchronized MetricSet underWay() {
        boolean missing = last.atWork() == 0 && last.waiting() > 0;
        Duration nobody = missing ? Duration.ofNanos(System.nanoTime() - nobodySince) : Duration.ZERO;
        return RunMetrics.underWay(context.run().jobName(), last, context.plan().rows(), nobody, clock.instant());
    }

    private synchronized MetricSet noMore() {
        return RunMetrics.underWayNoMore(
                context.run().jobName(), last, context.plan().rows(), clock.instant());
    }

    private boolean published(MetricSet metrics) {
        try {
            return publisher.progress(metrics).isEmpty();
        } catch (RuntimeException e) {
            LOG.warn("the metrics of a run under way are not published", e);
            return false;
        }
    }

    @Override
    public void close() {
        timer.shutdown();
        try {
            if (timer.awaitTermination(LAST_TURN_SECONDS, TimeUnit.SECONDS)) {
                published(noMore());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
