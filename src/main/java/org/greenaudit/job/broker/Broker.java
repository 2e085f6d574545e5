package org.greenaudit.job.broker;

import jakarta.jms.JMSException;
import jakarta.jms.JMSSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.activemq.artemis.api.core.ActiveMQNotConnectedException;
import org.apache.activemq.artemis.api.core.FilterConstants;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.core.remoting.impl.netty.TransportConstants;
import org.apache.activemq.artemis.core.remoting.impl.ssl.SSLSupport;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.activemq.artemis.utils.ConfigurationHelper;
import org.greenaudit.job.config.RemoteWorkers;
import org.greenaudit.message.Causes;
import org.greenaudit.message.Text;
import org.greenaudit.settings.ConfigException;
import org.greenaudit.settings.Secret;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jms.JmsException;
import org.springframework.jms.JmsSecurityException;

/** The broker that keeps partitions until a worker has evaluated them. */
public final class Broker {

    /**
     * Selects the messages that can name a partition, a line of a few letters. Whatever is larger stays in the queue and is
     * not read, so that it takes nobody's memory.
     */
    public static final String SELECTOR =
            Message.HDR_LARGE_BODY_SIZE + " IS NULL AND " + FilterConstants.ACTIVEMQ_SIZE + " < 1024";

    /** The environment variables with the login. */
    private static final String USER = "GREENAUDIT_BROKER_USER";

    private static final String PASSWORD = "GREENAUDIT_BROKER_PASSWORD";
    private static final String PASSWORD_FILE = PASSWORD + "_FILE";

    private Broker() {}

    /**
     * Connections to the broker, with the login of the environment; nothing is connected yet.
     *
     * @throws ConfigException when the file with the password cannot be used, the password is given twice, or the address names
     *     no authorities that can be trusted
     */
    public static ActiveMQConnectionFactory connections(RemoteWorkers workers) {
        Secret password = Secret.of(
                Optional.ofNullable(System.getenv(PASSWORD)),
                Optional.ofNullable(System.getenv(PASSWORD_FILE)).filter(name -> !name.isBlank()),
                Text.of("config.secret-twice", PASSWORD, PASSWORD_FILE),
                (path, reason) -> Text.of("config.secret-file", PASSWORD_FILE, path, reason));
        password.problem().ifPresent(problem -> {
            throw new ConfigException(List.of(problem));
        });
        ActiveMQConnectionFactory connections = new ActiveMQConnectionFactory(
                workers.broker(), System.getenv(USER), password.isMissing() ? null : password.value());
        requireAuthorities(workers, connections);
        // a worker is given one partition after the other, and those that it cannot begin yet stay for others
        connections.setConsumerWindowSize(0);
        // messages are text; nothing that arrives becomes an object of a class that its sender chose
        connections.setDeserializationDenyList("*");
        return connections;
    }

    /** Artemis would find out when it connects, and say no more than that it cannot. */
    private static void requireAuthorities(RemoteWorkers workers, ActiveMQConnectionFactory connections) {
        Map<String, Object> address = connections.getStaticConnectors()[0].getParams();
        String file = parameter(TransportConstants.TRUSTSTORE_PATH_PROP_NAME, null, address);
        if (file == null) {
            return;
        }
        String reason;
        try {
            KeyStore trusted = SSLSupport.loadKeystore(
                    parameter(
                            TransportConstants.TRUSTSTORE_PROVIDER_PROP_NAME,
                            TransportConstants.DEFAULT_TRUSTSTORE_PROVIDER,
                            address),
                    parameter(
                            TransportConstants.TRUSTSTORE_TYPE_PROP_NAME,
                            TransportConstants.DEFAULT_TRUSTSTORE_TYPE,
                            address),
                    file,
                    null);
            // Java reads nothing of a PKCS#12 file without its password, and says nothing of it
            reason = hasCertificate(trusted) ? "" : "@job.failed.broker.locked";
        } catch (Exception e) {
            reason = String.valueOf(NestedExceptionUtils.getMostSpecificCause(e).getMessage());
        }
        if (!reason.isEmpty()) {
            throw new ConfigException(
                    List.of(Text.of("job.failed.broker.authorities", workers.broker(), file, reason)));
        }
    }

    private static boolean hasCertificate(KeyStore store) throws KeyStoreException {
        for (String alias : Collections.list(store.aliases())) {
            if (store.getCertificate(alias) != null) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable String parameter(String name, @Nullable String absent, Map<String, Object> address) {
        return ConfigurationHelper.getStringProperty(name, absent, address);
    }

    /** Whether a failure is one of the broker, or of the way to it. */
    static boolean isIn(Throwable failure) {
        return Causes.of(failure).anyMatch(one -> one instanceof JMSException || one instanceof JmsException);
    }

    /** Whether a failure is that the broker knows neither the user nor the password, or does not allow what was asked. */
    public static boolean refuses(Throwable failure) {
        return Causes.of(failure)
                .anyMatch(one -> one instanceof JMSSecurityException || one instanceof JmsSecurityException);
    }

    /** Why the broker cannot be used, in words for people. */
    public static Text trouble(RemoteWorkers workers, Throwable failure) {
        if (refuses(failure)) {
            return Text.of("job.failed.broker.login", workers.broker(), USER, PASSWORD);
        }
        Throwable cause = NestedExceptionUtils.getMostSpecificCause(failure);
        String said = cause instanceof ActiveMQNotConnectedException
                ? "@job.failed.broker.unreachable"
                : Secret.shown(String.valueOf(cause.getMessage()).replaceFirst("\\.$", ""));
        return Text.of(
                workers.broker().contains(TransportConstants.SSL_ENABLED_PROP_NAME + "=true")
                        ? "job.failed.broker.tls"
                        : "job.failed.broker",
                workers.broker(),
                said);
    }

    /** The queue in which the partitions of a job wait. */
    public static String queue(String job) {
        return "greenaudit.partitions." + job;
    }
}
