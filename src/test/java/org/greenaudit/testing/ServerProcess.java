package org.greenaudit.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A running server on a port of its own on loopback, with data that goes when the test JVM goes. */
final class ServerProcess {

    private static final int START_SECONDS = 90;
    private static final long ROOMY_BYTES = 4L << 30;

    private final ServerProduct product;
    private final Path home;
    private final Path folder;
    private final List<String> options;
    private final int otherPort;
    private int port;
    private Process process;

    private ServerProcess(ServerProduct product, Path home, Path folder, int port, List<String> options)
            throws IOException {
        this.product = product;
        this.home = home;
        this.folder = folder;
        this.options = options;
        this.port = port;
        this.otherPort = freePort();
        this.process = run();
    }

    /** Starts one on fresh data; the options stand above those that all servers have. */
    static ServerProcess start(ServerProduct product, String... options) {
        try {
            return start(product, freePort(), options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts one at a port. */
    static ServerProcess start(ServerProduct product, int port, String... options) {
        Path home = ServerArchive.home(product);
        try {
            Path folder = Files.createTempDirectory(place(), "greenaudit-db-");
            Path data = folder.resolve("data");
            List<String> setUp = new ArrayList<>(product.setUp(home, data));
            setUp.addAll(asRoot());
            Path log = log(folder);
            Process initialise =
                    builder(product, setUp).redirectOutput(log.toFile()).start();
            if (initialise.waitFor() != 0) {
                throw new IllegalStateException(product + " cannot be set up:\n" + Files.readString(log));
            }
            ServerProcess server = new ServerProcess(product, home, folder, port, List.of(options));
            Runtime.getRuntime().addShutdownHook(new Thread(server::stop));
            server.awaitConnections();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Memory where there is plenty of it: a test database is small, and its tests wait for the disk otherwise. */
    private static Path place() throws IOException {
        Path memory = Path.of("/dev/shm");
        boolean roomy = Files.isDirectory(memory)
                && Files.isWritable(memory)
                && Files.getFileStore(memory).getUsableSpace() > ROOMY_BYTES;
        return roomy ? memory : Path.of(System.getProperty("java.io.tmpdir"));
    }

    synchronized int port() {
        return port;
    }

    /** Where it may be started again. */
    int otherPort() {
        return otherPort;
    }

    /** Kills it (SIGKILL) and waits until it is gone. */
    synchronized void kill() {
        try {
            do {
                // the server and what holds its shell, which ends behind them; it may be starting them just now
                process.descendants().forEach(ProcessHandle::destroyForcibly);
            } while (!process.waitFor(10, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Starts it again on its data, after it was killed; connections are not waited for. */
    synchronized void startAgain(int where) {
        try {
            port = where;
            process = run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path log(Path folder) {
        return folder.resolve("server.log");
    }

    private List<String> command() throws IOException {
        List<String> command = new ArrayList<>(product.start(home));
        command.addAll(List.of(
                "--basedir=" + home,
                "--datadir=" + folder.resolve("data"),
                "--tmpdir=" + folder,
                "--socket=" + folder.resolve("s"),
                "--pid-file=" + folder.resolve("pid"),
                "--port=" + port,
                "--bind-address=127.0.0.1",
                // what a test writes need not survive the machine
                "--innodb-flush-log-at-trx-commit=0",
                "--innodb-buffer-pool-size=128M",
                "--max-connections=200"));
        command.addAll(options);
        command.addAll(asRoot());
        return command;
    }

    /** The shell ends the server as soon as this JVM no longer holds its input, however the JVM ended. */
    private Process run() throws IOException {
        List<String> guarded =
                new ArrayList<>(List.of("sh", "-c", "\"$@\" & server=$!; cat >/dev/null; kill $server; wait", "sh"));
        guarded.addAll(command());
        return builder(product, guarded)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log(folder).toFile()))
                .start();
    }

    private static ProcessBuilder builder(ServerProduct product, List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(product.environment());
        return builder;
    }

    private static List<String> asRoot() throws IOException {
        boolean root = Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        return root ? List.of("--user=root") : List.of();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    synchronized void awaitConnections() throws IOException, InterruptedException {
        SQLException last = new SQLException("not tried");
        for (int tenth = 0; tenth < START_SECONDS * 10; tenth++) {
            try (Connection connection =
                    DriverManager.getConnection("jdbc:mysql://127.0.0.1:" + port + "/", "root", "")) {
                connection.isValid(1);
                return;
            } catch (SQLException e) {
                last = e;
                if (process.waitFor(100, TimeUnit.MILLISECONDS)) {
                    break;
                }
            }
        }
        stop();
        throw new IllegalStateException(
                product + " does not start (" + last.getMessage() + "):\n" + Files.readString(log(folder)));
    }

    synchronized void stop() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly().waitFor();
            }
            Folders.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
