package org.greenaudit.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HashSet;
import java.util.Set;

/** A wire on loopback that can be cut and mended. While it is cut, connections are accepted and dropped at once. */
final class TcpProxy implements AutoCloseable {

    private final ServerSocket door;
    private final InetSocketAddress server;
    private final Set<Socket> sockets = new HashSet<>();
    private boolean cut;
    private int mendAfter;
    private int dropAfter = -1;
    private boolean turnedAway;

    /** A wire to a server, {@code host:port}. */
    TcpProxy(String hostAndPort) throws IOException {
        int colon = hostAndPort.lastIndexOf(':');
        server = new InetSocketAddress(
                hostAndPort.substring(0, colon), Integer.parseInt(hostAndPort.substring(colon + 1)));
        door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    /** Where to connect, {@code host:port}. */
    String hostAndPort() {
        return "127.0.0.1:" + door.getLocalPort();
    }

    /** Drops every connection, and those to come. */
    synchronized void cut() {
        cut = true;
        sockets.forEach(TcpProxy::close);
        sockets.clear();
    }

    /** The same, until so many have come and were dropped. */
    synchronized void cut(int turnedAway) {
        cut();
        mendAfter = turnedAway;
    }

    /** Drops the one connection that comes after so many others. */
    synchronized void dropAfter(int connections) {
        dropAfter = connections;
    }

    /** Whether anybody came while it was cut. */
    synchronized boolean turnedAway() {
        return turnedAway;
    }

    /** Lets connections through again. */
    synchronized void mend() {
        cut = false;
    }

    @Override
    public void close() throws IOException {
        door.close();
        cut();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = door.accept();
                if (!admit(client)) {
                    close(client);
                }
            }
        } catch (IOException e) {
            // the door was closed: the wire is no longer needed
        }
    }

    private synchronized boolean admit(Socket client) throws IOException {
        if (dropAfter-- == 0) {
            return false;
        }
        if (cut) {
            cut = --mendAfter != 0;
            turnedAway = true;
            return false;
        }
        Socket onward = new Socket();
        onward.connect(server);
        sockets.add(client);
        sockets.add(onward);
        start(() -> carry(client, onward));
        start(() -> carry(onward, client));
        return true;
    }

    private static void carry(Socket from, Socket to) {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException e) {
            // one side is gone: closing both tells the other
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // it is gone
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "wire");
        thread.setDaemon(true);
        thread.start();
    }
}
