package org.greenaudit.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;

/** A program that serves HTTP on a port of its own on loopback, with a folder that goes when it is closed. */
final class HttpServerProcess implements AutoCloseable {

    private static final int START_SECONDS = 60;

    private final HttpClient client = HttpClient.newHttpClient();
    private final String program;
    private final Path folder;
    private final int port;
    private final Process process;

    private HttpServerProcess(String program, Path folder, int port, Process process) {
        this.program = program;
        this.folder = folder;
        this.port = port;
        this.process = process;
    }

    /**
     * Starts a program and waits until it answers.
     *
     * @param arguments its arguments for its folder and its port
     * @param ready the path that answers with 200 when the program is ready
     */
    static HttpServerProcess start(String program, BiFunction<Path, Integer, List<String>> arguments, String ready) {
        try {
            Path folder = Files.createTempDirectory("greenaudit-" + program + "-");
            int port = freePort();
            List<String> command = new ArrayList<>(guard());
            command.add(Programs.find(program).toString());
            command.addAll(arguments.apply(folder, port));
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log(folder).toFile())
                    .start();
            HttpServerProcess server = new HttpServerProcess(program, folder, port, process);
            server.await(ready);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The address of a path. */
    URI at(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** Asks and gives the body of the answer, whatever its status. */
    String ask(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8))
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
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

    private void await(String ready) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(at(ready)).build();
        for (int tenth = 0; tenth < START_SECONDS * 10; tenth++) {
            try {
                if (client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // it does not listen yet
            }
            if (process.waitFor(100, TimeUnit.MILLISECONDS)) {
                break;
            }
        }
        String said = Files.readString(log(folder));
        close();
        throw new AssertionError(program + " does not start:\n" + said);
    }

    /** The shell ends the server as soon as this JVM no longer holds its input, however the JVM ended. */
    private static List<String> guard() {
        return List.of("sh", "-c", "\"$@\" & server=$!; cat >/dev/null; kill $server; wait", "sh");
    }

    private static Path log(Path folder) {
        return folder.resolve("server.log");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
