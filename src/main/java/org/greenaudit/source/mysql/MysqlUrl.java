package org.greenaudit.source.mysql;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.greenaudit.message.Text;
import org.greenaudit.settings.MysqlAddress;

/** JDBC addresses of MySQL and MariaDB servers, as a job may give them. */
final class MysqlUrl {

    /** What a job's address must not be; texts {@code config.url.<id>} in the job's bundle. */
    enum Flaw {
        /** It does not begin with {@code jdbc:mysql://}. */
        NOT_MYSQL,
        /** It names no database. */
        NO_DATABASE,
        /** It holds a user or a password. */
        HOLDS_LOGIN;

        /** Lower case with dashes. */
        String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private static final Pattern SHAPE = Pattern.compile(
            "jdbc:mysql(?:\\+srv)?(?::(?:loadbalance|replication))?://([^/?#]*)(?:/([^?#]*))?(?:\\?(.*))?");

    private MysqlUrl() {}

    /** What is wrong with an address, if anything is. */
    static Optional<Flaw> flaw(String url) {
        Matcher shape = SHAPE.matcher(url);
        if (!shape.matches()) {
            return Optional.of(Flaw.NOT_MYSQL);
        }
        if (MysqlAddress.holdsLogin(url)) {
            return Optional.of(Flaw.HOLDS_LOGIN);
        }
        boolean database = shape.group(2) != null && !shape.group(2).isBlank();
        return database ? Optional.empty() : Optional.of(Flaw.NO_DATABASE);
    }

    /** What is to be said of an address that is read from that place and key. */
    static Optional<Text> problem(String url, Object place, String key) {
        Optional<Flaw> flaw = flaw(url);
        return flaw.isPresent()
                ? flaw.map(found -> Text.of("config.url." + found.id(), place, key))
                : new MysqlAddress(url).problem(place, key);
    }

    /** Host, port and database of an address without a flaw, for people. */
    static String place(String url) {
        Matcher shape = SHAPE.matcher(url);
        return shape.matches() ? shape.group(1) + "/" + shape.group(2) : "";
    }
}
