package org.greenaudit.testing;

import jakarta.jms.JMSContext;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.core.config.FileDeploymentManager;
import org.apache.activemq.artemis.core.config.impl.FileConfiguration;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;

/**
 * A real Artemis broker in a process of its own on loopback, with its journal in a folder, as {@code jobs/workers/broker.xml}
 * describes it. It is the broker of a trial, too: {@code mvn -q exec:exec@broker}.
 */
public final class BrokerServer implements AutoCloseable {

    /** What the process reads. */
    public static final Path FILE = Path.of("jobs", "workers", "broker.xml");

    private static final String READY = "ready";
    private static final int START_SECONDS = 60;

    private final Path folder;
    private final String acceptor;
    private final String address;
    private Process process;

    private BrokerServer(Path folder, String acceptor, String address) throws IOException {
        this.folder = folder;
        this.acceptor = acceptor;
        this.address = address;
        this.process = run();
    }

    /** Starts one with its journal in that folder; everybody may do everything. */
    public static BrokerServer start(Path folder) throws IOException {
        String address = free();
        return new BrokerServer(folder, address, address);
    }

    /**
     * The same with TLS, as {@link #FILE} says it.
     *
     * @param key its key and certificate, as PEM
     * @param authority the certificate that clients trust, as PEM
     */
    public static BrokerServer withTls(Path folder, Path key, Path authority) throws IOException {
        String address = free();
        return new BrokerServer(
                folder,
                address + "?protocols=CORE;sslEnabled=true;keyStoreType=PEM;keyStorePath=" + key,
                trusting(address, authority));
    }

    /** The address of a broker with TLS for clients that trust an authority. */
    public static String trusting(String address, Path authority) {
        return address.replaceFirst("\\?.*", "") + "?sslEnabled=true&trustStoreType=PEMCA&trustStorePath=" + authority;
    }

    private static String free() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return "tcp://127.0.0.1:" + free.getLocalPort();
        }
    }

    /** Its address for clients. */
    public String address() {
        return address;
    }

    /** Puts a text into a queue. */
    public void send(String queue, String text) {
        try (ActiveMQConnectionFactory connections = new ActiveMQConnectionFactory(address());
                JMSContext context = connections.createContext()) {
            context.createProducer().send(context.createQueue(queue), text);
        }
    }

    /** Takes a text that waits in a queue, of those that a selector means. */
    public String take(String queue, String selector) {
        try (ActiveMQConnectionFactory connections = new ActiveMQConnectionFactory(address());
                JMSContext context = connections.createContext()) {
            return context.createConsumer(context.createQueue(queue), selector)
                    .receiveBody(String.class, TimeUnit.SECONDS.toMillis(START_SECONDS));
        }
    }

    /** Kills it (SIGKILL), and starts it again on its journal. */
    public void killAndStartAgain() throws IOException {
        close();
        process = run();
    }

    @Override
    public void close() {
        try {
            process.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Process run() throws IOException {
        Path ready = folder.resolve(READY);
        Files.createDirectories(folder);
        Files.deleteIfExists(ready);
        Path log = folder.resolve("broker.log");
        Process broker = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx192m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        BrokerServer.class.getName(),
                        folder.toString(),
                        acceptor)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (!Files.exists(ready)) {
            if (!broker.isAlive() || System.nanoTime() > end) {
                broker.destroyForcibly();
                throw new IOException("the broker does not start:\n" + Files.readString(log));
            }
            Thread.onSpinWait();
        }
        return broker;
    }

    /**
     * The process: a broker on a folder and an address, until it or whoever started it ends. Where {@code
     * GREENAUDIT_BROKER_USER} and {@code GREENAUDIT_BROKER_PASSWORD} are set, it wants that login, of manager and workers.
     */
    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        String user = System.getenv().getOrDefault("GREENAUDIT_BROKER_USER", "");
        SecurityConfiguration users = new SecurityConfiguration();
        if (!user.isEmpty()) {
            users.addUser(user, System.getenv("GREENAUDIT_BROKER_PASSWORD"));
            users.addRole(user, "manager");
            users.addRole(user, "worker");
        }
        EmbeddedActiveMQ broker = new EmbeddedActiveMQ();
        broker.setConfiguration(configuration(folder, args[1]).setSecurityEnabled(!user.isEmpty()));
        broker.setSecurityManager(new ActiveMQJAASSecurityManager(InVMLoginModule.class.getName(), users));
        broker.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(broker)));
        Files.writeString(folder.resolve(READY), "");
        System.out.println(
                "The broker is ready at " + args[1] + ". Ctrl-C ends it; its journal stays in " + folder + ".");
        ProcessHandle.current().parent().ifPresent(starter -> starter.onExit().join());
        System.exit(0);
    }

    /** What the file says, for a broker with its data in a folder. */
    public static FileConfiguration configuration(Path folder, String acceptor) throws Exception {
        System.setProperty("greenaudit.broker.acceptor", acceptor);
        FileConfiguration configuration = new FileConfiguration();
        FileDeploymentManager file = new FileDeploymentManager(FILE.toUri().toString());
        file.addDeployable(configuration);
        file.readConfiguration();
        configuration.setBrokerInstance(folder.toAbsolutePath().toFile());
        return configuration;
    }

    private static void stop(EmbeddedActiveMQ broker) {
        try {
            broker.stop();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
