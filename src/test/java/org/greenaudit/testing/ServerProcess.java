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
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A running server on a port of its own on loopback, with data that goes when the test JVM goes. */
final class ServerProcess {

    private static final int START_SECONDS = 90;
    private static final long ROOMY_BYTES = 4L << 30;

    private final Process process;
    private final Path folder;
    private final int port;

    private ServerProcess(Process process, Path folder, int port) {
        this.process = process;
        this.folder = folder;
        this.port = port;
    }

    static ServerProcess start(ServerProduct product) {
        Path home = ServerArchive.home(product);
        Map<String, String> environment = product.environment();
        try {
            Path folder = Files.createTempDirectory(place(), "greenaudit-db-");
            Path data = folder.resolve("data");
            Path log = folder.resolve("server.log");
            List<String> setUp = new ArrayList<>(product.setUp(home, data));
            setUp.addAll(asRoot());
            Process initialise =
                    builder(setUp, environment).redirectOutput(log.toFile()).start();
            if (initialise.waitFor() != 0) {
                throw new IllegalStateException(product + " cannot be set up:\n" + Files.readString(log));
            }
            int port = freePort();
            ServerProcess server =
                    new ServerProcess(run(command(product, home, folder, port), environment, log), folder, port);
            Runtime.getRuntime().addShutdownHook(new Thread(server::stop));
            server.awaitConnections(product, log);
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

    int port() {
        return port;
    }

    private static List<String> command(ServerProduct product, Path home, Path folder, int port) throws IOException {
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
        command.addAll(asRoot());
        return command;
    }

    /** The shell ends the server as soon as this JVM no longer holds its input, however the JVM ended. */
    private static Process run(List<String> command, Map<String, String> environment, Path log) throws IOException {
        List<String> guarded =
                new ArrayList<>(List.of("sh", "-c", "\"$@\" & server=$!; cat >/dev/null; kill $server; wait", "sh"));
        guarded.addAll(command);
        return builder(guarded, environment)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    private static ProcessBuilder builder(List<String> command, Map<String, String> environment) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
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

    private void awaitConnections(ServerProduct product, Path log) throws IOException, InterruptedException {
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
                product + " does not start (" + last.getMessage() + "):\n" + Files.readString(log));
    }

    private void stop() {
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
