package org.greenaudit.source.mysql;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import org.greenaudit.message.Text;
import org.greenaudit.purchase.InputException;
import org.greenaudit.settings.ConfigException;
import org.greenaudit.settings.MysqlAddress;
import org.greenaudit.settings.Secret;
import org.greenaudit.source.SourceContext;

/** A MySQL or MariaDB server and who reads from it. The password is used for connecting and shown nowhere. */
final class MysqlServer {

    private static final String URL = "GREENAUDIT_SOURCE_URL";
    private static final String USER = "GREENAUDIT_SOURCE_USER";

    /** The end of a variable's name that makes it name a file with the password. */
    private static final String IN_A_FILE = "_FILE";

    /** How the driver is set where the address does not say otherwise. */
    private static final Map<String, String> DRIVER = Map.of(
            "connectTimeout",
            "10000",
            // a server that does not answer is a lost connection, not a program that hangs
            "socketTimeout",
            "600000",
            "tcpKeepAlive",
            "true");

    /** How the driver is set whatever the address says: values as the server writes them, whole, and all of them. */
    private static final Map<String, String> FAITHFUL = Map.of(
            "tinyInt1isBit", "false",
            "yearIsDateType", "false",
            "maxRows", "-1",
            "characterEncoding", "UTF-8");

    /** How the session is set whatever the address and the server say, for the same reason; and it is not ended when idle. */
    private static final String SESSION = "SET SESSION time_zone = '+08:00', sql_select_limit = 18446744073709551615,"
            + " sql_big_selects = 1, character_set_results = utf8mb4, wait_timeout = 28800";

    private final String url;
    private final String user;
    private final String password;

    /**
     * A server.
     *
     * @param url its JDBC address with a database, without a {@link MysqlUrl#flaw flaw}
     * @param user the user
     * @param password the user's password
     */
    MysqlServer(String url, String user, String password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    /**
     * The server of a job, of which the environment may say what the job file does not.
     *
     * @throws ConfigException when both together do not say all, or not clearly
     */
    static MysqlServer of(MysqlSettings settings, SourceContext context) {
        Function<String, Optional<String>> environment = context.environment();
        List<Text> problems = new ArrayList<>();
        Path file = context.jobFile();
        String url = environment.apply(URL).orElse(settings.url());
        if (url.isEmpty()) {
            problems.add(Text.of("config.source-missing", file, "source.url", URL));
        } else {
            MysqlUrl.problem(url, file, URL).ifPresent(problems::add);
        }
        String user = environment.apply(USER).orElse(settings.user());
        if (user.isEmpty()) {
            problems.add(Text.of("config.source-missing", file, "source.user", USER));
        }
        String variable = settings.passwordVariable();
        Secret password = password(variable, environment);
        password.problem().ifPresent(problems::add);
        if (password.isMissing()) {
            // what a job calls its variable may be the password itself, where no variable has that name
            problems.add(
                    variable.equals(MysqlKind.PASSWORD_VARIABLE)
                            ? Text.of("config.secret-missing", variable, variable + IN_A_FILE)
                            : Text.of("config.secret-unset", file, "source.password-variable", IN_A_FILE));
        }
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
        return new MysqlServer(url, user, password.value());
    }

    private static Secret password(String variable, Function<String, Optional<String>> environment) {
        String fileVariable = variable + IN_A_FILE;
        return Secret.of(
                environment.apply(variable),
                environment.apply(fileVariable).filter(name -> !name.isBlank()),
                Text.of("config.secret-twice", variable, fileVariable),
                (file, reason) -> Text.of("config.secret-file", fileVariable, file, reason));
    }

    /** Who reads. */
    String user() {
        return user;
    }

    /** Host, port and database. */
    String place() {
        return MysqlUrl.place(url);
    }

    /**
     * Opens a connection that can only read, with the time zone of China.
     *
     * @throws InputException when the address asks for what cannot be, whatever the server does
     */
    Connection connect() throws SQLException {
        MysqlAddress address = new MysqlAddress(url);
        Properties settings = new Properties();
        settings.putAll(address.leftOpen(DRIVER));
        settings.putAll(FAITHFUL);
        settings.setProperty("user", user);
        settings.setProperty("password", password);
        Driver driver = address.driver().orElseThrow(() -> new SQLException("no driver for MySQL"));
        Connection connection;
        try {
            connection = driver.connect(url, settings);
        } catch (SQLException e) {
            if (SqlFailure.isOfTheAddress(e)) {
                throw SqlFailure.ofTheAddress(place(), address, e);
            }
            throw e;
        }
        try (Statement statement = connection.createStatement()) {
            connection.setReadOnly(true);
            statement.execute(SESSION);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public String toString() {
        return user + "@" + place();
    }
}
