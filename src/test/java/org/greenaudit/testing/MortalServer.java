package org.greenaudit.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;

/**
 * A server that a test class has for itself, to kill it (SIGKILL) and to start it again. What it has committed survives
 * that.
 */
public final class MortalServer implements AutoCloseable {

    private static final String[] SAFE_AND_QUICK = {
        "--innodb-flush-log-at-trx-commit=1", "--innodb-buffer-pool-size=32M", "--performance-schema=OFF"
    };

    private final ServerProcess process;
    private final DatabaseServer server;
    private final int firstPort;

    private MortalServer(ServerProcess process, DatabaseServer server) {
        this.process = process;
        this.server = server;
        this.firstPort = process.port();
    }

    /** Starts one, of the product that the test JVM was asked for. */
    public static MortalServer start() {
        ServerProcess process = ServerProcess.start(DatabaseServer.product(), SAFE_AND_QUICK);
        try {
            return new MortalServer(process, DatabaseServer.at(process.port()));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How to work with it, while it is at its first port. */
    public DatabaseServer server() {
        return server;
    }

    /** Where it listens, {@code host:port}. */
    public String hostAndPort() {
        return "127.0.0.1:" + process.port();
    }

    /** Where it can be started again besides, {@code host:port}. */
    public String elsewhere() {
        return "127.0.0.1:" + process.otherPort();
    }

    /** Kills it and waits until it is gone. */
    public void kill() {
        process.kill();
    }

    /** Starts it again, at the port where it was. */
    public void revive() {
        process.startAgain(process.port());
    }

    /** Starts it again {@link #elsewhere}. */
    public void reviveElsewhere() {
        process.startAgain(process.otherPort());
    }

    /** Makes it again what it was: at its first port, with its first settings. Its data stay. */
    public void reset() {
        process.kill();
        process.startAgain(firstPort);
        awaitConnections();
    }

    /** Waits until it answers. */
    public void awaitConnections() {
        try {
            process.awaitConnections();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "server at " + hostAndPort();
    }

    @Override
    public void close() {
        process.stop();
    }
}
