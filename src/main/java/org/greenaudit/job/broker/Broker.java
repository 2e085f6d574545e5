package org.greenaudit.job.broker;

import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.greenaudit.job.config.RemoteWorkers;

/** The broker that keeps partitions until a worker has evaluated them. */
public final class Broker {

    /** The environment variables with the login. */
    private static final String USER = "GREENAUDIT_BROKER_USER";

    private static final String PASSWORD = "GREENAUDIT_BROKER_PASSWORD";

    private Broker() {}

    /** Connections to the broker, with the login of the environment; nothing is connected yet. */
    public static ActiveMQConnectionFactory connections(RemoteWorkers workers) {
        ActiveMQConnectionFactory connections =
                new ActiveMQConnectionFactory(workers.broker(), System.getenv(USER), System.getenv(PASSWORD));
        // a worker is given one partition after the other, and those that it cannot begin yet stay for others
        connections.setConsumerWindowSize(0);
        // messages are text; nothing that arrives becomes an object of a class that its sender chose
        connections.setDeserializationDenyList("*");
        return connections;
    }

    /** The queue in which the partitions of a job wait. */
    public static String queue(String job) {
        return "greenaudit.partitions." + job;
    }
}
