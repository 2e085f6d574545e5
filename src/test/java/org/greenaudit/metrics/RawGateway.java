package org.greenaudit.metrics;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** A gateway that says what it likes, byte by byte, to one client at a time. */
final class RawGateway implements AutoCloseable {

    /** What it says after the first byte of a request. */
    interface Answer {

        void to(OutputStream client) throws IOException;
    }

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final AtomicInteger open = new AtomicInteger();
    private final Answer answer;

    private RawGateway(Answer answer) throws IOException {
        this.answer = answer;
        Thread thread = new Thread(this::serve, "raw gateway");
        thread.setDaemon(true);
        thread.start();
    }

    /** One that promises a body and sends only its beginning. */
    static RawGateway stalling() throws IOException {
        return new RawGateway(client -> client.write(bytes("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc")));
    }

    /** One whose body never ends. */
    static RawGateway endless() throws IOException {
        return new RawGateway(client -> {
            client.write(bytes("HTTP/1.1 200 OK\r\nContent-Length: " + Long.MAX_VALUE + "\r\n\r\n"));
            while (true) {
                client.write(new byte[CappedBody.BYTES]);
            }
        });
    }

    String url() {
        return "http://localhost:" + server.getLocalPort();
    }

    /** How many clients have not closed their connections. */
    int open() {
        return open.get();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                converse(socket);
            } catch (IOException closed) {
                // the end of the test
            }
        }
    }

    private void converse(Socket socket) {
        open.incrementAndGet();
        try {
            InputStream client = socket.getInputStream();
            client.read();
            answer.to(socket.getOutputStream());
            client.transferTo(OutputStream.nullOutputStream());
        } catch (IOException gone) {
            // counted below
        }
        open.decrementAndGet();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
