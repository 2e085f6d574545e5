package org.greenaudit.job.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.greenaudit.job.config.RemoteWorkers;
import org.greenaudit.message.Messages;
import org.greenaudit.settings.ConfigException;
import org.greenaudit.testing.BrokerServer;
import org.greenaudit.testing.Keys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The authorities that an address with TLS names. */
class BrokerTest {

    private static final String ADDRESS = "tcp://127.0.0.1:61616";

    @TempDir
    private Path folder;

    private static ActiveMQConnectionFactory connections(String address) {
        return Broker.connections(new RemoteWorkers(address, Duration.ofMinutes(1), false));
    }

    private static void assertRefused(String address, Path file) {
        assertThatThrownBy(() -> connections(address)).isInstanceOfSatisfying(ConfigException.class, refused -> {
            assertThat(refused.text().key()).isEqualTo("job.failed.broker.authorities");
            assertThat(refused.text().args()).startsWith(address, file.toString());
        });
    }

    @Test
    void aCertificateIsTrusted() throws Exception {
        Keys keys = new Keys(folder);
        keys.server("broker", "dns:broker");
        try (ActiveMQConnectionFactory trusting =
                connections(BrokerServer.trusting(ADDRESS, keys.certificate("broker")))) {
            assertThat(trusting.getStaticConnectors()).hasSize(1);
        }
    }

    /** The client's own words are English, and Chinese is what people read first. */
    @Test
    void aBrokerThatDoesNotAnswerIsToldInTheReadersLanguage() throws Exception {
        RemoteWorkers nobody = new RemoteWorkers("tcp://127.0.0.1:1", Duration.ofMinutes(1), false);
        try (ActiveMQConnectionFactory connections = Broker.connections(nobody)) {
            assertThatThrownBy(connections::createConnection)
                    .satisfies(e -> assertThat(Messages.in(Messages.CHINESE).render(Broker.trouble(nobody, e)))
                            .isEqualTo("消息代理 tcp://127.0.0.1:1 无法使用：无法建立连接"));
        }
    }

    @Test
    void whatHasNoCertificateIsRefused() throws Exception {
        Path nothing = folder.resolve("nothing.pem");
        assertRefused(BrokerServer.trusting(ADDRESS, nothing), nothing);
        Path text = Files.writeString(folder.resolve("text.pem"), "no certificate\n");
        assertRefused(BrokerServer.trusting(ADDRESS, text), text);
        Path locked = new Keys(folder).server("locked", "dns:broker");
        assertRefused(ADDRESS + "?sslEnabled=true&trustStoreType=PKCS12&trustStorePath=" + locked, locked);
    }
}
