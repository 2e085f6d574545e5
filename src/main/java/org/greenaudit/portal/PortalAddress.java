package org.greenaudit.portal;

import java.util.List;
import org.greenaudit.message.Text;
import org.greenaudit.message.UsageException;
import org.springframework.core.env.Environment;

/** Where the server listens. */
record PortalAddress(Environment environment) {

    private static final int LAST_PORT = 65_535;

    /**
     * The addresses that this configuration names.
     *
     * @throws UsageException when a port is none
     */
    PortalAddress {
        for (String setting : List.of("server.port", "management.server.port")) {
            int port = environment.getRequiredProperty(setting, Integer.class);
            if (port < 0 || port > LAST_PORT) {
                throw new UsageException(Text.of("job.failed.setting", setting, String.valueOf(port)));
            }
        }
    }

    /** The address of the pages. */
    String pages() {
        String scheme = environment.containsProperty("server.ssl.key-store")
                        || environment.containsProperty("server.ssl.bundle")
                        || environment.containsProperty("server.ssl.certificate")
                ? "https"
                : "http";
        return scheme + "://" + host(environment.getRequiredProperty("server.address")) + ":"
                + environment.getRequiredProperty("local.server.port") + "/";
    }

    /** The address of health and metrics. */
    String management() {
        return "http://" + host(environment.getRequiredProperty("management.server.address")) + ":"
                + environment.getRequiredProperty("local.management.port") + "/actuator";
    }

    /** A server that listens everywhere is reached from here as this machine. */
    private static String host(String address) {
        return address.equals("0.0.0.0") || address.equals("::") ? "127.0.0.1" : address;
    }
}
