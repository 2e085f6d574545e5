package org.greenaudit.job.broker;

import jakarta.jms.JMSSecurityException;
import java.util.List;
import java.util.Optional;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.greenaudit.job.config.RemoteWorkers;
import org.greenaudit.message.Text;
import org.greenaudit.settings.ConfigException;
import org.greenaudit.settings.Secret;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jms.JmsSecurityException;

/** The broker that keeps partitions until a worker has evaluated them. */
public final class Broker {

    /** The environment variables with the login. */
    private static final String USER = "GREENAUDIT_BROKER_USER";

    private static final String PASSWORD = "GREENAUDIT_BROKER_PASSWORD";
    private static final String PASSWORD_FILE = PASSWORD + "_FILE";

    private Broker() {}

    /**
     * Connections to the broker, with the login of the environment; nothing is connected yet.
     *
     * @throws ConfigException when the file with the password cannot be used, or the password is given twice
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
        // a worker is given one partition after the other, and those that it cannot begin yet stay for others
        connections.setConsumerWindowSize(0);
        // messages are text; nothing that arrives becomes an object of a class that its sender chose
        connections.setDeserializationDenyList("*");
        return connections;
    }

    /** Whether a failure is that the broker knows neither the user nor the password, or does not allow what was asked. */
    public static boolean refuses(Throwable failure) {
        for (Throwable one = failure; one != null; one = one.getCause()) {
            if (one instanceof JMSSecurityException || one instanceof JmsSecurityException) {
                return true;
            }
        }
        return false;
    }

    /** Why the broker cannot be used, in words for people. */
    public static Text trouble(RemoteWorkers workers, Throwable failure) {
        if (refuses(failure)) {
            return Text.of("job.failed.broker.login", workers.broker(), USER, PASSWORD);
        }
        return Text.of(
                "job.failed.broker",
                workers.broker(),
                Secret.shown(String.valueOf(
                        NestedExceptionUtils.getMostSpecificCause(failure).getMessage())));
    }

    /** The queue in which the partitions of a job wait. */
    public static String queue(String job) {
        return "greenaudit.partitions." + job;
    }
}
