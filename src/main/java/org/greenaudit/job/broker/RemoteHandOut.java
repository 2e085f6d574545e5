package org.greenaudit.job.broker;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.greenaudit.job.config.RemoteWorkers;
import org.greenaudit.job.step.EvaluateStep;
import org.greenaudit.job.step.HandOut;
import org.greenaudit.job.step.RunContext;
import org.greenaudit.metrics.MetricsPublisher;
import org.greenaudit.store.RunRecord;
import org.greenaudit.store.Stores;
import org.springframework.batch.core.partition.PartitionHandler;
import org.springframework.batch.core.partition.StepExecutionSplitter;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.integration.partition.MessageChannelPartitionHandler;
import org.springframework.batch.integration.partition.StepExecutionRequest;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.integration.config.EnableIntegration;
import org.springframework.integration.dsl.IntegrationFlow;
import org.springframework.integration.jms.dsl.Jms;
import org.springframework.jms.connection.CachingConnectionFactory;
import org.springframework.jms.core.JmsTemplate;
import org.springframework.messaging.MessageChannel;
import org.springframework.util.function.SingletonSupplier;

/**
 * Hands partitions out to workers on other machines, by Spring Batch's remote partitioning: a message for each, which the
 * broker keeps until a worker has evaluated it. Whether a partition is done is what the database says.
 */
public final class RemoteHandOut implements HandOut {

    /** Messages are made, sent and received by Spring Integration. */
    @Configuration(proxyBeanMethods = false)
    @EnableIntegration
    static class Integration {}

    private static final String REQUESTS = "requests";

    private final RemoteWorkers workers;
    private final Stores stores;
    private final JobRepository repository;
    private final ExecutorService here;
    private final BooleanSupplier stopping;
    private final MetricsPublisher publisher;
    private final Clock clock;

    /**
     * Hands out by the broker of a job.
     *
     * @param here evaluates partitions in this process, where no worker comes
     * @param stopping whether the job is to stop
     * @param publisher takes how a run stands while workers evaluate it
     */
    public RemoteHandOut(
            RemoteWorkers workers,
            Stores stores,
            JobRepository repository,
            ExecutorService here,
            BooleanSupplier stopping,
            MetricsPublisher publisher,
            Clock clock) {
        this.workers = workers;
        this.stores = stores;
        this.repository = repository;
        this.here = here;
        this.stopping = stopping;
        this.publisher = publisher;
        this.clock = clock;
    }

    @Override
    public PartitionHandler of(RunContext context, Step step) {
        return (splitter, manager) -> handOut(context, step, splitter, manager);
    }

    private Set<StepExecution> handOut(
            RunContext context, Step step, StepExecutionSplitter splitter, StepExecution manager) throws Exception {
        stores.partitions().forgetFailures(context.run().id());
        try (AnnotationConfigApplicationContext sending = sending(context.run(), manager);
                RunWatch watch = new RunWatch(context, stores.partitions(), publisher, clock, RunWatch.EVERY)) {
            Requests requests = new Requests(
                    sending.getBean(REQUESTS, MessageChannel.class),
                    sending.getBean(JmsTemplate.class),
                    context,
                    workers,
                    watch,
                    stopping);
            MessageChannelPartitionHandler handler = new MessageChannelPartitionHandler();
            handler.setStepName(EvaluateStep.NAME);
            handler.setMessagingOperations(requests);
            handler.setReplyChannel(new StoredReplies(
                    context, workers, stores, repository, watch, manager, requests, step, here, stopping));
            handler.afterPropertiesSet();
            return Set.copyOf(handler.handle(splitter, manager));
        }
    }

    /** The way of a request from Spring Batch to the queue. */
    private AnnotationConfigApplicationContext sending(RunRecord run, StepExecution manager) {
        Supplier<Map<Long, Integer>> partitions = partitions(manager);
        AnnotationConfigApplicationContext sending = new AnnotationConfigApplicationContext();
        sending.register(Integration.class);
        sending.registerBean(
                CachingConnectionFactory.class, () -> new CachingConnectionFactory(Broker.connections(workers)));
        sending.registerBean(JmsTemplate.class, () -> new JmsTemplate(sending.getBean(CachingConnectionFactory.class)));
        sending.registerBean("sending", IntegrationFlow.class, () -> IntegrationFlow.from(REQUESTS)
                .transform(
                        StepExecutionRequest.class,
                        request -> new PartitionMessage(run.id(), partition(partitions.get(), request)).text())
                // the sender's own headers are nobody else's business
                .headerFilter("*")
                .handle(Jms.outboundAdapter(sending.getBean(JmsTemplate.class))
                        .destination(Broker.queue(run.jobName())))
                .get());
        sending.refresh();
        return sending;
    }

    private static int partition(Map<Long, Integer> partitions, StepExecutionRequest request) {
        return Objects.requireNonNull(partitions.get(request.getStepExecutionId()));
    }

    /** Which partition each execution is of, looked up when the first one is handed out: by then there are all of them. */
    private static Supplier<Map<Long, Integer>> partitions(StepExecution manager) {
        return SingletonSupplier.of(() -> manager.getJobExecution().getStepExecutions().stream()
                .filter(execution -> execution.getStepName().startsWith(EvaluateStep.NAME))
                .collect(Collectors.toMap(
                        StepExecution::getId, execution -> EvaluateStep.partitionOf(execution.getStepName()))));
    }
}
