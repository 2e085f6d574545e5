package org.greenaudit.metrics;

import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * How to reach a Pushgateway.
 *
 * @param url its address, http or https, without a slash at the end
 * @param user the user, if it asks for basic authentication
 * @param tls the authorities to trust instead of those that Java trusts
 */
public record PushgatewaySettings(String url, Optional<User> user, Optional<SSLContext> tls) {

    /**
     * A user of basic authentication.
     *
     * @param name without a colon
     * @param password may be empty
     */
    public record User(String name, String password) {

        /** Without the password, which must not appear in a log. */
        @Override
        public String toString() {
            return "User[" + name + "]";
        }
    }
}
