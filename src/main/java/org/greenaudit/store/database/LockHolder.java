package org.greenaudit.store.database;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The process that runs a job.
 *
 * @param host its machine
 * @param process its process id there
 * @param since when it began
 */
public record LockHolder(String host, long process, Instant since) {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter SINCE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    /** This process. */
    public static LockHolder here(Instant now) {
        return new LockHolder(hostName(), ProcessHandle.current().pid(), now);
    }

    /** Its machine and process in one word. */
    public String name() {
        return host + ":" + process;
    }

    /** When it began, for people: to the second, in China's time. */
    public String sinceText() {
        return SINCE.format(since.atZone(ZONE));
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
