package org.greenaudit.worker;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.greenaudit.job.AuditConfiguration;
import org.greenaudit.job.AuditRuntime;
import org.greenaudit.job.FailureText;
import org.greenaudit.job.broker.Broker;
import org.greenaudit.job.broker.PartitionMessage;
import org.greenaudit.job.config.JobConfig;
import org.greenaudit.job.config.JobConfigLoader;
import org.greenaudit.job.config.RemoteWorkers;
import org.greenaudit.job.step.AuditComponents;
import org.greenaudit.message.Causes;
import org.greenaudit.message.ExplainedException;
import org.greenaudit.message.Text;
import org.greenaudit.message.UsageException;
import org.greenaudit.settings.ConfigException;
import org.greenaudit.store.Stores;
import org.greenaudit.store.database.ConnectionLoss;
import org.greenaudit.store.database.Dialect;
import org.greenaudit.store.database.EmbeddedDatabase;
import org.greenaudit.store.database.LockHolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.dao.NonTransientDataAccessException;
import org.springframework.integration.config.EnableIntegration;
import org.springframework.integration.dsl.IntegrationFlow;
import org.springframework.integration.jms.dsl.Jms;
import org.springframework.jms.listener.DefaultMessageListenerContainer;
import org.springframework.jms.support.JmsHeaders;
import org.springframework.jms.support.converter.MessageConverter;
import org.springframework.transaction.PlatformTransactionManager;

/** A process that evaluates partitions of a job, which a manager hands out by the broker, until it is closed. */
public final class Worker implements AutoCloseable {

    /** Messages are received by Spring Integration. */
    @Configuration(proxyBeanMethods = false)
    @EnableIntegration
    static class Integration {}

    /** An audit's parts on a database that other machines reach; refused before it is opened otherwise. */
    @Configuration(proxyBeanMethods = false)
    @Import(AuditConfiguration.class)
    static class Shared {

        @Bean
        static BeanFactoryPostProcessor noEmbeddedDatabase() {
            return beans -> {
                if (beans.getBeanNamesForType(EmbeddedDatabase.class, true, false).length > 0) {
                    throw new UsageException(Text.of("worker.embedded"));
                }
            };
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

    /** A metadata id's connection, and one to spare. */
    private static final int MORE_CONNECTIONS = 4;

    private static final long START_PAUSE_MILLIS = 5_000;

    /** After so long a silence the database ends a worker's session. */
    private static final long CUT_OFF_SECONDS = 60;

    private final AuditRuntime runtime;
    private final WorkerRuns runs;
    private final PartitionWorker partitions;
    private final AnnotationConfigApplicationContext receiving;
    private final CompletableFuture<Text> refusal = new CompletableFuture<>();
    private final RemoteWorkers remote;
    private final int threads;

    private Worker(Path file, JobConfig job, RemoteWorkers remote, int threads, AuditRuntime runtime) {
        this.remote = remote;
        this.threads = threads;
        this.runtime = runtime;
        Stores stores = runtime.stores();
        Clock clock = runtime.part(Clock.class);
        this.runs = new WorkerRuns(file, stores, runtime.part(AuditComponents.class), clock);
        this.partitions = new PartitionWorker(
                LockHolder.here(clock.instant()).name(),
                job.name(),
                runs,
                stores,
                runtime.part(JobRepository.class),
                runtime.part(PlatformTransactionManager.class));
        this.receiving = receiving(Broker.queue(job.name()));
    }

    /**
     * Starts a worker. A broker or a database that is away, or whose tables the manager has not made yet, is waited for.
     *
     * @param waiting takes what is waited for, when it changes
     * @param stopping whether this process is to end, so that nothing is waited for
     * @throws ConfigException when the job file cannot be used, says nothing of remote workers, the broker does not accept the
     *     login, or the database is one that other machines cannot reach
     * @throws ExplainedException when the process is to end before database and broker could be used
     */
    public static Worker start(Path file, Consumer<Text> waiting, BooleanSupplier stopping) {
        JobConfig job = JobConfigLoader.load(file);
        RemoteWorkers remote =
                job.run().workers().orElseThrow(() -> new ConfigException(List.of(Text.of("worker.local", file))));
        int threads = job.run().threads().orElse(Runtime.getRuntime().availableProcessors());
        // the tables are the manager's to make, and the database is there until the last block is stored
        Map<String, Object> properties = Map.of(
                "spring.flyway.enabled",
                false,
                "spring.main.register-shutdown-hook",
                false,
                "spring.datasource.hikari.maximum-pool-size",
                threads + MORE_CONNECTIONS,
                // a worker that is cut off in the middle of a block keeps its partition's row locked no longer
                "spring.datasource.hikari.connection-init-sql",
                // a comment for H2, which is refused below
                "/*!50000 SET SESSION wait_timeout = " + CUT_OFF_SECONDS + " */",
                "spring.datasource.hikari.keepalive-time",
                TimeUnit.SECONDS.toMillis(CUT_OFF_SECONDS) / 2);
        AuditRuntime runtime = patiently(() -> AuditRuntime.start(Shared.class, properties), waiting, stopping);
        try {
            if (Dialect.of(runtime.part(DataSource.class)) != Dialect.MYSQL) {
                throw new ConfigException(List.of(Text.of("worker.embedded")));
            }
            return patiently(
                    () -> {
                        requireBroker(remote);
                        return new Worker(file, job, remote, threads, runtime);
                    },
                    waiting,
                    stopping);
        } catch (RuntimeException e) {
            runtime.close();
            throw e;
        }
    }

    /** What an attempt gives once it succeeds; until then, what is in its way is told when it changes. */
    private static <T> T patiently(Supplier<T> attempt, Consumer<Text> waiting, BooleanSupplier stopping) {
        Text told = Text.NONE;
        while (true) {
            try {
                return attempt.get();
            } catch (UsageException e) {
                throw e;
            } catch (ExplainedException e) {
                if (stopping.getAsBoolean()) {
                    throw e;
                }
                if (!told.equals(e.text())) {
                    told = e.text();
                    waiting.accept(told);
                }
            }
            PartitionWorker.pause(START_PAUSE_MILLIS);
        }
    }

    private static void requireBroker(RemoteWorkers remote) {
        try (ActiveMQConnectionFactory connections = Broker.connections(remote);
                Connection connection = connections.createConnection()) {
            connection.start();
        } catch (JMSException e) {
            Text trouble = Broker.trouble(remote, e);
            throw Broker.refuses(e) ? new ConfigException(List.of(trouble)) : new ExplainedException(trouble, e);
        }
    }

    private AnnotationConfigApplicationContext receiving(String queue) {
        DefaultMessageListenerContainer listening = new DefaultMessageListenerContainer();
        listening.setConnectionFactory(Broker.connections(remote));
        listening.setDestinationName(queue);
        listening.setMessageSelector(Broker.SELECTOR);
        // acknowledged when its partition is done; the broker keeps what a worker has not acknowledged
        listening.setSessionTransacted(true);
        listening.setConcurrentConsumers(threads);
        listening.setErrorHandler(this::failed);
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.register(Integration.class);
        context.registerBean("receiving", IntegrationFlow.class, () -> IntegrationFlow.from(
                        Jms.messageDrivenChannelAdapter(listening).jmsMessageConverter(new PartitionMessages()))
                .handle(message -> ((Optional<?>) message.getPayload())
                        .ifPresent(one -> partitions.handle(
                                (PartitionMessage) one,
                                Boolean.TRUE.equals(message.getHeaders().get(JmsHeaders.REDELIVERED)))))
                .get());
        context.refresh();
        return context;
    }

    /** A message that is no partition's is told in the log, and gone. Nothing in a message becomes an object but two numbers. */
    private static final class PartitionMessages implements MessageConverter {

        @Override
        public Object fromMessage(Message message) throws JMSException {
            Optional<PartitionMessage> partition = message instanceof TextMessage text && text.getText() != null
                    ? PartitionMessage.parse(text.getText())
                    : Optional.empty();
            if (partition.isEmpty()) {
                LOG.warn("message {} names no partition", message.getJMSMessageID());
            }
            return partition;
        }

        @Override
        public Message toMessage(Object object, Session session) {
            throw new UnsupportedOperationException("a worker sends nothing");
        }
    }

    private void failed(Throwable failure) {
        Optional<PartitionWorker.GivenBackException> back =
                Causes.first(failure, PartitionWorker.GivenBackException.class);
        if (back.isPresent()) {
            LOG.info(back.get().getMessage());
        } else if (isFinal(failure)) {
            LOG.error("this worker cannot take part", failure);
            refusal.complete(FailureText.of(failure));
        } else {
            LOG.error("a partition was not evaluated", failure);
            // whatever it was, it comes again with the partition
            PartitionWorker.pause(START_PAUSE_MILLIS);
        }
    }

    /** Whether it comes of what this worker sees, or of a right that its user has not, so that it comes again. */
    private static boolean isFinal(Throwable failure) {
        return Causes.first(failure, ExplainedException.class).isPresent()
                || Causes.first(failure, NonTransientDataAccessException.class)
                        .filter(one -> !ConnectionLoss.in(one))
                        .isPresent();
    }

    /** What it evaluates with: the broker's address, for people. */
    public String broker() {
        return remote.broker();
    }

    /** How many partitions it evaluates at once. */
    public int threads() {
        return threads;
    }

    /** Waits until it cannot take part any more; why. */
    public Text refusal() {
        return refusal.join();
    }

    /** Stops at the end of a block; what is not done goes back to the broker. */
    @Override
    public void close() {
        partitions.close();
        receiving.close();
        runs.close();
        runtime.close();
    }
}
