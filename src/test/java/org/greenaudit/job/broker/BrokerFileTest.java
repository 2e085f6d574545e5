package org.greenaudit.job.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.JMSSecurityException;
import jakarta.jms.JMSSecurityRuntimeException;
import jakarta.jms.Queue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import org.apache.activemq.artemis.core.config.impl.FileConfiguration;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;
import org.greenaudit.job.config.RemoteWorkers;
import org.greenaudit.testing.BrokerServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The broker's configuration that is shipped, in a real Artemis: who may do what. */
@Tag("server")
class BrokerFileTest {

    /** Within the process: who may do what does not depend on the way that a client takes. */
    private static final String ADDRESS = "vm://0";

    private static final Path ROLES = BrokerServer.FILE.resolveSibling("artemis-roles.properties");
    private static final String PASSWORD = "secret";
    private static final long SECOND = 1_000;
    private static final RemoteWorkers REMOTE = new RemoteWorkers(ADDRESS, Duration.ofMinutes(1), false);

    @TempDir
    private static Path folder;

    private static EmbeddedActiveMQ broker;

    @BeforeAll
    static void start() throws Exception {
        SecurityConfiguration users = new SecurityConfiguration();
        Properties roles = new Properties();
        try (InputStream file = Files.newInputStream(ROLES)) {
            roles.load(file);
        }
        // the file says of a role who has it
        roles.stringPropertyNames().forEach(role -> {
            users.addUser(roles.getProperty(role), PASSWORD);
            users.addRole(roles.getProperty(role), role);
        });
        users.addUser("stranger", PASSWORD);
        FileConfiguration configuration = BrokerServer.configuration(folder, "vm://0");
        broker = new EmbeddedActiveMQ();
        broker.setConfiguration(configuration);
        broker.setSecurityManager(new ActiveMQJAASSecurityManager(InVMLoginModule.class.getName(), users));
        broker.start();
    }

    @AfterAll
    static void stop() throws Exception {
        broker.stop();
    }

    @Test
    void theManagerSendsAndBrowsesAndTheWorkerTakes() throws JMSException {
        String queue = Broker.queue("night");
        try (ActiveMQConnectionFactory connections = new ActiveMQConnectionFactory(ADDRESS)) {
            try (JMSContext manager = connections.createContext("manager", PASSWORD)) {
                Queue partitions = manager.createQueue(queue);
                manager.createProducer().send(partitions, "run 1 partition 2");
                assertThat(manager.createBrowser(partitions).getEnumeration().hasMoreElements())
                        .isTrue();
                assertThatThrownBy(() -> manager.createConsumer(partitions))
                        .isInstanceOf(JMSSecurityRuntimeException.class);
            }
            try (JMSContext worker = connections.createContext("worker", PASSWORD)) {
                Queue partitions = worker.createQueue(queue);
                assertThatThrownBy(() -> worker.createProducer().send(partitions, "run 1 partition 3"))
                        .isInstanceOf(JMSSecurityRuntimeException.class);
                try (JMSConsumer taking = worker.createConsumer(partitions)) {
                    assertThat(taking.receiveBody(String.class, SECOND)).isEqualTo("run 1 partition 2");
                }
                // the next night's worker may come before its manager
                try (JMSConsumer early = worker.createConsumer(partitions)) {
                    assertThat(early.receiveNoWait()).isNull();
                }
            }
        }
    }

    @Test
    void nobodyMayDoAnythingElse() {
        for (String user : new String[] {"manager", "worker", "stranger"}) {
            mayNot(user, "another.queue");
        }
        mayNot("worker", Broker.queue("of-which-no-manager-knows"));
        mayNot("stranger", Broker.queue("night"));
    }

    @Test
    void whoeverDoesNotKnowThePasswordStaysOutside() {
        try (ActiveMQConnectionFactory connections = new ActiveMQConnectionFactory(ADDRESS)) {
            for (String[] login : new String[][] {{"manager", "guessed"}, {"nobody", PASSWORD}, {null, null}}) {
                assertThatThrownBy(() -> connections.createConnection(login[0], login[1]))
                        .isInstanceOf(JMSSecurityException.class)
                        .satisfies(refused -> assertThat(
                                        Broker.trouble(REMOTE, refused).key())
                                .isEqualTo("job.failed.broker.login"));
            }
        }
    }

    @Test
    void aPartitionIsDeliveredUntilItIsDone() throws IOException {
        assertThat(broker.getActiveMQServer()
                        .getAddressSettingsRepository()
                        .getMatch(Broker.queue("night"))
                        .getMaxDeliveryAttempts())
                .isEqualTo(-1);
        assertThat(broker.getActiveMQServer().getConfiguration().isPersistenceEnabled())
                .isTrue();
        assertThat(folder.resolve(Path.of("data", "journal"))).isNotEmptyDirectory();
    }

    private static void mayNot(String user, String queue) {
        try (ActiveMQConnectionFactory connections = new ActiveMQConnectionFactory(ADDRESS);
                JMSContext context = connections.createContext(user, PASSWORD)) {
            Queue there = context.createQueue(queue);
            assertThatThrownBy(() -> context.createProducer().send(there, "anything"))
                    .as(user)
                    .isInstanceOf(JMSRuntimeException.class)
                    .hasMessageContaining(user);
            assertThatThrownBy(() -> context.createConsumer(there))
                    .as(user)
                    .isInstanceOf(JMSRuntimeException.class)
                    .hasMessageContaining(user);
        }
    }
}
