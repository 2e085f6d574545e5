package org.greenaudit.job.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Locale;

/**
 * Workers on other machines, who evaluate the partitions of a job's runs.
 *
 * @param broker the broker's address, {@code tcp://host:port} with the parameters that Artemis knows, without secrets
 * @param missing how long work may wait without anybody at it before that is told
 * @param fallbackLocal whether the manager then evaluates the rest itself
 */
public record RemoteWorkers(String broker, Duration missing, boolean fallbackLocal) {

    /** Whether a text is the address of a broker that tells no secret. */
    static boolean isBroker(String text) {
        try {
            URI address = new URI(text);
            return "tcp".equals(address.getScheme())
                    && address.getHost() != null
                    && address.getPort() > 0
                    && address.getUserInfo() == null
                    && !text.toLowerCase(Locale.ROOT).contains("password");
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
