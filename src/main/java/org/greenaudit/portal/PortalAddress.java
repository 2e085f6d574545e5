package org.greenaudit.portal;

import org.springframework.core.env.Environment;

/** Where the server listens. */
record PortalAddress(Environment environment) {

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
