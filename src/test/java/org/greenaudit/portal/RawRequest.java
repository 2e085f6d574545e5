package org.greenaudit.portal;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A connection on which anything can be sent, also what no honest client sends. */
final class RawRequest implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 30_000;

    private final Socket socket;

    /** A connection to the server's pages. */
    RawRequest(BureauServer server) throws IOException {
        URI address = URI.create(server.at("/"));
        socket = new Socket(address.getHost(), address.getPort());
        socket.setSoTimeout(PATIENCE_MILLIS);
    }

    /** Sends these lines as the head of a request, and tells what comes back until the server closes the connection. */
    static String answer(BureauServer server, String... lines) throws IOException {
        try (RawRequest request = new RawRequest(server)) {
            return request.send(String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n")
                    .rest();
        }
    }

    /** Sends text as it is. */
    RawRequest send(String text) throws IOException {
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        } catch (SocketException e) {
            // refused before it was all sent: what was answered tells
        }
        return this;
    }

    /** What comes until the server closes the connection. */
    String rest() throws IOException {
        StringBuilder answer = new StringBuilder();
        byte[] buffer = new byte[8192];
        InputStream in = socket.getInputStream();
        try {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                answer.append(new String(buffer, 0, read, StandardCharsets.UTF_8));
            }
        } catch (SocketException e) {
            // reset, as a request is that is not read to its end
        }
        return answer.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
