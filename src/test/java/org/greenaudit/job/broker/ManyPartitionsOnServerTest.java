package org.greenaudit.job.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.greenaudit.assessment.Count;
import org.greenaudit.assessment.CountyCounts;
import org.greenaudit.assessment.LineOutcome;
import org.greenaudit.assessment.RunCounts;
import org.greenaudit.job.config.ProgressListener;
import org.greenaudit.job.config.RemoteWorkers;
import org.greenaudit.job.step.AuditStart;
import org.greenaudit.job.step.EvaluateStep;
import org.greenaudit.job.step.NightlyJob;
import org.greenaudit.job.step.Progress;
import org.greenaudit.job.step.RunContext;
import org.greenaudit.metrics.MetricsPublisher;
import org.greenaudit.source.Partition;
import org.greenaudit.source.SourceContent;
import org.greenaudit.source.SourcePlan;
import org.greenaudit.store.PartitionState;
import org.greenaudit.store.PartitionStore;
import org.greenaudit.store.PartitionStore.Lease;
import org.greenaudit.store.PartitionStore.LeaseLostException;
import org.greenaudit.store.RunIdentity;
import org.greenaudit.store.RunRecord;
import org.greenaudit.store.Stores;
import org.greenaudit.store.database.TestDatabase;
import org.greenaudit.testing.BrokerServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.partition.StepExecutionSplitter;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.JdbcJobRepositoryFactoryBean;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.batch.integration.partition.StepExecutionRequest;
import org.springframework.batch.integration.partition.StepExecutionRequestHandler;
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * The manager with the partitions of a country and 200 workers, of whom some die in the middle of one. Manager, broker and
 * database are the real ones; the workers are threads that do with broker and database what a worker does, and judge nothing.
 * {@code -Dsimulation.partitions=20000} makes it a country, {@code -Dsimulation.seed} repeats who dies.
 */
@Tag("database")
@Tag("faults")
class ManyPartitionsOnServerTest {

    private static final int PARTITIONS = Integer.getInteger("simulation.partitions", 600);
    private static final int WORKERS = Integer.getInteger("simulation.workers", 200);
    private static final long SEED = Long.getLong("simulation.seed", System.nanoTime());
    private static final int ROWS = 50_000;
    private static final int ONE_DIES_OF = 50;
    private static final int ONE_COMES_TWICE_OF = 100;
    private static final int CONNECTIONS = 24;
    private static final long RECEIVE_MILLIS = 200;
    private static final Duration NIGHT = Duration.ofHours(1);

    private final TestDatabase database = TestDatabase.onServer();
    private final Stores stores = database.stores();
    private final PartitionStore partitions = stores.partitions();
    private final JdbcTransactionManager transactions = new JdbcTransactionManager(database.dataSource());

    private final Map<Integer, Queue<Lease>> done = new ConcurrentHashMap<>();
    private final AtomicInteger deaths = new AtomicInteger();
    private final AtomicInteger turnedAway = new AtomicInteger();
    private final AtomicLong messages = new AtomicLong();
    private final AtomicLong busyNanos = new AtomicLong();
    private final AtomicLong handedOut = new AtomicLong();
    private volatile boolean over;

    private JobRepository repository;
    private BrokerServer broker;
    private RunRecord run;

    @Test
    void everyPartitionIsDoneOnceWhoeverDies(@TempDir Path folder) throws Exception {
        System.out.printf("simulation: %,d partitions, %d workers, seed %d%n", PARTITIONS, WORKERS, SEED);
        ((HikariDataSource) database.dataSource()).setMaximumPoolSize(CONNECTIONS);
        repository = repository();
        run = stores.runs()
                .create(
                        new RunIdentity(
                                "country",
                                LocalDate.of(2026, 6, 30),
                                LocalDate.of(2026, 1, 1),
                                LocalDate.of(2026, 6, 30)),
                        "catalogs",
                        "settings",
                        "",
                        Instant.EPOCH);
        SourcePlan plan = plan();
        said("plan stored", () -> stores.plans().save(run.id(), plan));
        try (BrokerServer server = BrokerServer.start(folder)) {
            broker = server;
            evaluated(plan);
            assertNothingWaits();
        }
        said("standing", () -> assertThat(partitions.standing(run.id()))
                .isEqualTo(new PartitionStore.Standing(PARTITIONS, 0, 0, 0, plan.rows(), 0, deaths.get())));
        assertOnceEach();
        said("counts", () -> assertThat(counts().whole().read().lines()).isEqualTo(plan.rows()));
    }

    private void evaluated(SourcePlan plan) throws Exception {
        JobParameters parameters = NightlyJob.parameters(run);
        JobInstance instance = repository.createJobInstance(NightlyJob.NAME, parameters);
        JobExecution job = repository.createJobExecution(instance, parameters, new ExecutionContext());
        job.setStatus(BatchStatus.STARTED);
        repository.update(job);
        StepExecution manager = repository.createStepExecution("evaluate", job);
        RunContext context = new RunContext(
                new AuditStart(null, null, ProgressListener.NONE, Instant.EPOCH),
                run,
                Optional.empty(),
                null,
                plan,
                null,
                new Progress(0, plan.rows(), ProgressListener.NONE),
                this::handedOut);
        ExecutorService pool = Executors.newCachedThreadPool();
        try {
            EvaluateStep here = new EvaluateStep(context, stores, repository, transactions, partition -> {
                throw new IllegalStateException("evaluated by the manager: " + partition);
            });
            AtomicLong split = new AtomicLong();
            RemoteWorkers remote = new RemoteWorkers(broker.address(), NIGHT, false);
            Step evaluate = new StepBuilder("evaluate", repository)
                    .partitioner(here)
                    .splitter(timed(here, split))
                    .partitionHandler(new RemoteHandOut(
                                    remote,
                                    stores,
                                    repository,
                                    pool,
                                    () -> false,
                                    new MetricsPublisher(List.of()),
                                    Clock.fixed(Instant.EPOCH, ZoneOffset.UTC))
                            .of(context, here))
                    .build();
            long heap = heap();
            List<Future<?>> workers = IntStream.range(0, WORKERS)
                    .<Future<?>>mapToObj(number -> pool.submit(() -> work(number, instance)))
                    .toList();
            Future<?> twice = pool.submit(this::comesTwice);
            long start = System.nanoTime();
            evaluate.execute(manager);
            double all = seconds(start);
            twice.get(1, TimeUnit.MINUTES);
            over = true;
            for (Future<?> worker : workers) {
                worker.get(1, TimeUnit.MINUTES);
            }
            assertThat(manager.getFailureExceptions()).isEmpty();
            assertThat(manager.getStatus()).isEqualTo(BatchStatus.COMPLETED);
            assertThat(job.getStepExecutions()).hasSize(PARTITIONS + 1).allSatisfy(one -> assertThat(one.getStatus())
                    .isEqualTo(BatchStatus.COMPLETED));
            System.out.printf(
                    "simulation: evaluate %.1f s; split %.1f s (%.2f ms each); handed out %.1f s; %d messages, %.0f a second;"
                            + " %.2f ms each; a worker's own time %.1f ms each; %d deaths, %d turned away; heap +%.1f MB%n",
                    all,
                    split.get() / 1e9,
                    split.get() / 1e6 / PARTITIONS,
                    (handedOut.get() - start - split.get()) / 1e9,
                    messages.get(),
                    messages.get() / (all - split.get() / 1e9),
                    (all * 1000 - split.get() / 1e6) / PARTITIONS,
                    busyNanos.get() / 1e6 / messages.get(),
                    deaths.get(),
                    turnedAway.get(),
                    (heap() - heap) / 1e6);
            assertThat(deaths.get()).isPositive();
            assertThat(turnedAway.get()).isEqualTo(deaths.get());
        } finally {
            over = true;
            pool.shutdownNow();
        }
    }

    /** The manager asks for its lock first when everything is handed out. */
    private boolean handedOut() {
        handedOut.compareAndSet(0, System.nanoTime());
        return true;
    }

    /** Some partitions are in the queue once more than they should. */
    private void comesTwice() {
        Random chance = new Random(SEED);
        await().atMost(NIGHT).until(() -> messages.get() > 0);
        for (int partition = 0; partition < PARTITIONS; partition++) {
            if (chance.nextInt(ONE_COMES_TWICE_OF) == 0) {
                broker.send(Broker.queue(run.jobName()), new PartitionMessage(run.id(), partition).text());
            }
        }
    }

    /** A worker, who is replaced by another one whenever he dies. */
    private Void work(int number, JobInstance instance) throws JMSException {
        Random chance = new Random(SEED + number);
        try (ActiveMQConnectionFactory connections =
                        Broker.connections(new RemoteWorkers(broker.address(), NIGHT, false));
                Connection connection = connections.createConnection()) {
            connection.start();
            for (Optional<Lease> lost = life(connection, number, instance, chance);
                    lost.isPresent();
                    lost = life(connection, number, instance, chance)) {
                comeBack(lost.get());
            }
        }
        return null;
    }

    /** The lease with which a worker died, so that the broker gives its message to another one; none at the end of the night. */
    private Optional<Lease> life(Connection connection, int number, JobInstance instance, Random chance)
            throws JMSException {
        try (Session session = connection.createSession(true, Session.SESSION_TRANSACTED);
                MessageConsumer consumer = session.createConsumer(session.createQueue(Broker.queue(run.jobName())))) {
            while (true) {
                Message message = consumer.receive(RECEIVE_MILLIS);
                if (message != null) {
                    long start = System.nanoTime();
                    Optional<Lease> lost = handle((TextMessage) message, instance, "worker-" + number, chance);
                    if (lost.isPresent()) {
                        return lost;
                    }
                    session.commit();
                    messages.incrementAndGet();
                    busyNanos.addAndGet(System.nanoTime() - start);
                } else if (over) {
                    return Optional.empty();
                }
            }
        }
    }

    /** What a worker does with a message; the lease with which he dies. */
    private Optional<Lease> handle(TextMessage text, JobInstance instance, String name, Random chance)
            throws JMSException {
        PartitionMessage message = PartitionMessage.parse(text.getText()).orElseThrow();
        boolean open = stores.runs().find(run.id()).isPresent()
                && partitions.get(run.id(), message.partition()).orElseThrow().status() != PartitionState.Status.DONE
                && partitions.failures(run.id()).isEmpty();
        if (!open) {
            return Optional.empty();
        }
        StepExecution execution =
                repository.getLastStepExecution(instance, EvaluateStep.executionOf(message.partition()));
        Optional<Lease> lease = text.getJMSRedelivered()
                ? partitions.take(run.id(), message.partition(), name)
                : partitions.takeIdle(run.id(), message.partition(), name, PartitionStore.IDLE_SECONDS);
        if (execution == null || lease.isEmpty()) {
            // somebody is at it, or it was done meanwhile: a worker would wait for him to fail
            return Optional.empty();
        }
        if (chance.nextInt(ONE_DIES_OF) == 0) {
            partitions.keep(lease.get(), ROWS / 2);
            deaths.incrementAndGet();
            return lease;
        }
        StepExecutionRequestHandler handler = new StepExecutionRequestHandler();
        handler.setJobRepository(repository);
        handler.setStepLocator(step -> stub(lease.get()));
        StepExecution ended = handler.handle(new StepExecutionRequest(EvaluateStep.NAME, execution.getId()));
        if (ended.getStatus() != BatchStatus.COMPLETED) {
            assertThat(ended.getFailureExceptions()).hasOnlyElementsOfType(LeaseLostException.class);
            return Optional.empty();
        }
        done.computeIfAbsent(message.partition(), key -> new ConcurrentLinkedQueue<>())
                .add(lease.get());
        return Optional.empty();
    }

    private Step stub(Lease lease) {
        return new StepBuilder(EvaluateStep.executionOf(lease.partition()), repository)
                .tasklet(
                        (contribution, chunk) -> {
                            partitions.keep(lease, ROWS);
                            partitions.clear(lease);
                            partitions.finish(lease, ROWS, counted());
                            return RepeatStatus.FINISHED;
                        },
                        transactions)
                .build();
    }

    /** He who was thought dead goes on when another one has his partition. */
    private void comeBack(Lease lost) {
        await().atMost(NIGHT)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> leaseOf(lost.partition()) > lost.number());
        assertThatThrownBy(() -> partitions.finish(lost, 1, counted())).isInstanceOf(LeaseLostException.class);
        turnedAway.incrementAndGet();
    }

    private int leaseOf(int partition) {
        return database.jdbc()
                .queryForObject(
                        "SELECT lease_no FROM audit_partition WHERE run_id = ? AND partition_no = ?",
                        Integer.class,
                        run.id(),
                        partition);
    }

    private void assertOnceEach() {
        assertThat(done).hasSize(PARTITIONS);
        Map<Integer, Integer> leases = database
                .jdbc()
                .query(
                        "SELECT partition_no, lease_no FROM audit_partition WHERE run_id = " + run.id(),
                        (row, n) -> Map.entry(row.getInt(1), row.getInt(2)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        done.forEach((partition, by) -> assertThat(by)
                .as("partition %d", partition)
                .containsExactly(new Lease(run.id(), partition, leases.get(partition))));
    }

    private void assertNothingWaits() throws JMSException {
        try (ActiveMQConnectionFactory connections =
                        Broker.connections(new RemoteWorkers(broker.address(), NIGHT, false));
                Connection connection = connections.createConnection();
                Session session = connection.createSession()) {
            connection.start();
            assertThat(session.createBrowser(session.createQueue(Broker.queue(run.jobName())))
                            .getEnumeration()
                            .hasMoreElements())
                    .isFalse();
        }
    }

    private CountyCounts counts() {
        try {
            return partitions.counts(run.id(), each -> {});
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static CountyCounts counted() {
        CountyCounts counts = new CountyCounts();
        RunCounts.plus(counts.of("361000").lines(), LineOutcome.VIOLATION, new Count(ROWS, 100L * ROWS));
        return counts;
    }

    private static SourcePlan plan() {
        SourceContent content =
                new SourceContent(0, "country.csv", PARTITIONS * 1000L, "ab", "UTF-8", (long) PARTITIONS * ROWS);
        List<Partition> parts = new ArrayList<>();
        for (int number = 0; number < PARTITIONS; number++) {
            parts.add(new Partition(number, 0, number * 1000L, number * 1000L + 1000, 2 + (long) number * ROWS, 0));
        }
        return new SourcePlan(
                List.of(new SourcePlan.SourceFile(
                        content,
                        "/country.csv",
                        ',',
                        Map.of("amount", 0),
                        new SourcePlan.Header(1, List.of("amount")),
                        List.of())),
                parts,
                List.of());
    }

    private JobRepository repository() throws Exception {
        JdbcJobRepositoryFactoryBean factory = new JdbcJobRepositoryFactoryBean();
        factory.setDataSource(database.dataSource());
        factory.setTransactionManager(transactions);
        factory.afterPropertiesSet();
        return factory.getObject();
    }

    private static StepExecutionSplitter timed(StepExecutionSplitter splitter, AtomicLong nanos) {
        return new StepExecutionSplitter() {
            @Override
            public String getStepName() {
                return splitter.getStepName();
            }

            @Override
            public Set<StepExecution> split(StepExecution manager, int gridSize) throws JobExecutionException {
                long start = System.nanoTime();
                Set<StepExecution> split = splitter.split(manager, gridSize);
                nanos.set(System.nanoTime() - start);
                return split;
            }
        };
    }

    private static void said(String what, Runnable work) {
        long start = System.nanoTime();
        work.run();
        System.out.printf("simulation: %s %.3f s%n", what, seconds(start));
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static long heap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
