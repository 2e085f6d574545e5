package org.greenaudit.store.database;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Instant;

/**
 * The process that runs a job.
 *
 * @param host its machine
 * @param process its process id there
 * @param since when it began
 */
public record LockHolder(String host, long process, Instant since) {

    /** This process. */
    public static LockHolder here(Instant now) {
        return new LockHolder(hostName(), ProcessHandle.current().pid(), now);
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (IOException e) {
            // a machine without a name in its own tables
            return "localhost";
        }
    }
}
