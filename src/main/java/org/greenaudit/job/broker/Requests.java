package org.greenaudit.job.broker;

import java.time.Duration;
import java.util.Collection;
import java.util.function.BooleanSupplier;
import org.greenaudit.job.config.ProgressListener;
import org.greenaudit.job.config.RemoteWorkers;
import org.greenaudit.job.step.RunContext;
import org.greenaudit.message.ExplainedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryListener;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryState;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.core.retry.Retryable;
import org.springframework.integration.core.MessagingTemplate;
import org.springframework.jms.JmsException;
import org.springframework.jms.core.JmsTemplate;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageChannel;

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
    private final RetryTemplate patience;
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
        patience = new RetryTemplate(RetryPolicy.builder()
                .maxRetries(Long.MAX_VALUE)
                .timeout(workers.missing())
                .delay(PAUSE)
                .predicate(failure -> !stopping.getAsBoolean() && !Broker.refuses(failure))
                .build());
        patience.setRetryListener(new Away());
    }

    /** Tells that the broker is away, and meanwhile looks after the run. */
    private final class Away implements RetryListener {

        private final ProgressListener told = context.start().listener();

        @Override
        public void beforeRetry(RetryPolicy policy, Retryable<?> sending, RetryState state) {
            if (state.getRetryCount() == 1) {
                Throwable failure = state.getLastException();
                LOG.warn(
                        "run {}: the broker is away, partitions wait",
                        context.run().runId(),
                        failure);
                told.brokerAway(
                        Broker.trouble(workers, failure), workers.missing().toSeconds());
            }
            look();
        }

        @Override
        public void onRetrySuccess(RetryPolicy policy, Retryable<?> sending, @Nullable Object sent) {
            LOG.info("run {}: the broker is back", context.run().runId());
            told.brokerAwayNoMore();
        }
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
            patience.execute(() -> {
                super.send(request);
                return true;
            });
        } catch (RetryException e) {
            givenUp = stopping.getAsBoolean() || (workers.fallbackLocal() && !Broker.refuses(e));
            if (!givenUp) {
                throw new ExplainedException(Broker.trouble(workers, e.getLastException()), e);
            }
            LOG.warn("run {}: no more partitions are handed out", context.run().runId(), e);
            context.start().listener().brokerAwayNoMore();
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
