package org.greenaudit.job.broker;

import java.time.Duration;
import java.util.Collection;
import java.util.function.BooleanSupplier;
import org.greenaudit.job.config.ProgressListener;
import org.greenaudit.job.config.RemoteWorkers;
import org.greenaudit.job.step.RunContext;
import org.greenaudit.message.ExplainedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.integration.core.MessagingTemplate;
import org.springframework.jms.JmsException;
import org.springframework.jms.core.JmsTemplate;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageChannel;
import org.springframework.messaging.MessagingException;

/**
 * Sends the partitions of a run to the broker. One that was killed is started again, and has its journal: it may be away as
 * long as workers. Where this process may evaluate by itself, a broker that stays away longer is given up, and what is not
 * sent then is not sent any more. Used by one thread.
 */
final class Requests extends MessagingTemplate {

    private static final Logger LOG = LoggerFactory.getLogger(Requests.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final JmsTemplate jms;
    private final RunContext context;
    private final RemoteWorkers workers;
    private final RunWatch watch;
    private final BooleanSupplier stopping;
    private long looked = System.nanoTime();
    private boolean givenUp;

    Requests(
            MessageChannel channel,
            JmsTemplate jms,
            RunContext context,
            RemoteWorkers workers,
            RunWatch watch,
            BooleanSupplier stopping) {
        super(channel);
        this.jms = jms;
        this.context = context;
        this.workers = workers;
        this.watch = watch;
        this.stopping = stopping;
    }

    @Override
    public void send(Message<?> request) {
        if (!givenUp && System.nanoTime() - looked > PAUSE.toNanos()) {
            look();
            givenUp = stopping.getAsBoolean();
        }
        if (givenUp) {
            return;
        }
        try {
            super.send(request);
        } catch (MessagingException e) {
            sendWhenItIsBack(request, e);
        }
    }

    /** No template of retries does this: they keep all failures, and a night may have thousands. */
    private void sendWhenItIsBack(Message<?> request, MessagingException first) {
        long end = System.nanoTime() + workers.missing().toNanos();
        if (!isWaitedFor(first, end)) {
            return;
        }
        LOG.warn("run {}: the broker is away, partitions wait", context.run().runId(), first);
        ProgressListener told = context.start().listener();
        told.brokerAway(Broker.trouble(workers, first), workers.missing().toSeconds());
        MessagingException failure = first;
        try {
            do {
                pause();
                look();
                try {
                    super.send(request);
                    LOG.info("run {}: the broker is back", context.run().runId());
                    return;
                } catch (MessagingException e) {
                    failure = e;
                }
            } while (isWaitedFor(failure, end));
        } finally {
            told.brokerAwayNoMore();
        }
    }

    /** Whether to try again; where not, the rest of the partitions is given up, or the run fails. */
    private boolean isWaitedFor(MessagingException failure, long end) {
        if (!Broker.isIn(failure)) {
            throw failure;
        }
        if (stopping.getAsBoolean()) {
            givenUp = true;
        } else if (Broker.refuses(failure) || System.nanoTime() - end >= 0) {
            if (Broker.refuses(failure) || !workers.fallbackLocal()) {
                throw new ExplainedException(Broker.trouble(workers, failure), failure);
            }
            LOG.warn("run {}: no more partitions are handed out", context.run().runId(), failure);
            givenUp = true;
        }
        return !givenUp;
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the broker is away", e);
        }
    }

    /** As in the time in which workers are waited for; many partitions take minutes to be sent. */
    private void look() {
        // asking keeps the lock's connection alive
        context.requireLock();
        watch.look();
        looked = System.nanoTime();
    }

    /** Whether not all partitions were sent, since the broker stayed away or the job is to stop. */
    boolean givenUp() {
        return givenUp;
    }

    /** Sends partitions once more where none waits: a broker that lost its disk has lost them, too. */
    void again(Collection<Integer> partitions) {
        String queue = Broker.queue(context.run().jobName());
        try {
            boolean empty = Boolean.TRUE.equals(
                    jms.browseSelected(queue, Broker.SELECTOR, (session, browser) -> !browser.getEnumeration()
                            .hasMoreElements()));
            if (empty) {
                partitions.forEach(number -> jms.convertAndSend(
                        queue, new PartitionMessage(context.run().id(), number).text()));
            }
        } catch (JmsException e) {
            LOG.warn("the broker cannot be asked for the partitions that wait", e);
        }
    }
}
