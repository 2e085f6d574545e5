package org.greenaudit.testing;

import jakarta.jms.JMSContext;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** A real Artemis broker in a process of its own on loopback, with its journal in a folder. */
public final class BrokerServer implements AutoCloseable {

    private static final String READY = "ready";
    private static final int START_SECONDS = 60;

    private final Path folder;
    private final int port;
    private Process process;

    private BrokerServer(Path folder, int port) throws IOException {
        this.folder = folder;
        this.port = port;
        this.process = run();
    }

    /** Starts one with its journal in that folder. */
    public static BrokerServer start(Path folder) throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        return new BrokerServer(folder, port);
    }

    /** Its address for clients. */
    public String address() {
        return "tcp://127.0.0.1:" + port;
    }

    /** Puts a text into a queue. */
    public void send(String queue, String text) {
        try (ActiveMQConnectionFactory connections = new ActiveMQConnectionFactory(address());
                JMSContext context = connections.createContext()) {
            context.createProducer().send(context.createQueue(queue), text);
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
                        String.valueOf(port))
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

    /** The process: a broker on a folder and a port, until it is killed, or the test that started it is. */
    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        Configuration configuration = new ConfigurationImpl()
                .setPersistenceEnabled(true)
                .setJournalType(JournalType.NIO)
                .setJournalDirectory(part(folder, "journal"))
                .setBindingsDirectory(part(folder, "bindings"))
                .setPagingDirectory(part(folder, "paging"))
                .setLargeMessagesDirectory(part(folder, "large"))
                .setSecurityEnabled(false)
                // as src/docs/workers.md says
                .addAddressSetting("greenaudit.partitions.#", new AddressSettings().setMaxDeliveryAttempts(-1))
                .addAcceptorConfiguration("tcp", "tcp://127.0.0.1:" + args[1]);
        EmbeddedActiveMQ broker = new EmbeddedActiveMQ();
        broker.setConfiguration(configuration);
        broker.start();
        Files.writeString(folder.resolve(READY), "");
        ProcessHandle.current().parent().ifPresent(test -> test.onExit().join());
        System.exit(0);
    }

    private static String part(Path folder, String name) {
        return new File(folder.toFile(), name).getPath();
    }
}
