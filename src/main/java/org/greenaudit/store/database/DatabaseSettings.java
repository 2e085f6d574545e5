package org.greenaudit.store.database;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.greenaudit.message.Text;
import org.greenaudit.message.UsageException;
import org.greenaudit.settings.MysqlAddress;
import org.greenaudit.settings.Secret;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Takes the database from {@code GREENAUDIT_DB_URL}, {@code GREENAUDIT_DB_USER} and {@code GREENAUDIT_DB_PASSWORD} or
 * {@code GREENAUDIT_DB_PASSWORD_FILE}, a file that holds nothing but the password. {@code spring.datasource.*} wins.
 */
public final class DatabaseSettings implements EnvironmentPostProcessor, Ordered {

    private static final String URL = "spring.datasource.url";
    private static final String EMBEDDED = "embedded";
    private static final String URL_VARIABLE = "GREENAUDIT_DB_URL";
    private static final String PASSWORD = "GREENAUDIT_DB_PASSWORD";
    private static final String PASSWORD_FILE = "GREENAUDIT_DB_PASSWORD_FILE";

    /** After the configuration files: they may name the database too. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    /**
     * Adds what the environment says, below everything else.
     *
     * @throws UsageException when the address holds a login or asks for what the driver does not know, the password's file cannot be read, or the password is given twice
     */
    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        Map<String, Object> found = new TreeMap<>();
        value(environment, URL_VARIABLE).ifPresent(url -> found.put(URL, url));
        value(environment, "GREENAUDIT_DB_USER").ifPresent(user -> found.put("spring.datasource.username", user));
        Secret password = Secret.of(
                value(environment, PASSWORD),
                value(environment, PASSWORD_FILE),
                Text.of("store.password.twice", PASSWORD, PASSWORD_FILE),
                (file, reason) -> Text.of("store.password.file", PASSWORD_FILE, file, reason));
        password.problem().ifPresent(problem -> {
            throw new UsageException(problem);
        });
        if (!password.isMissing()) {
            found.put("spring.datasource.password", password.value());
        }
        Optional<String> configured = value(environment, URL);
        String key = configured.isPresent() ? URL : URL_VARIABLE;
        configured
                .or(() -> value(environment, URL_VARIABLE))
                .filter(url -> !url.equals(EMBEDDED))
                .ifPresent(url -> found.putAll(checked(url, key)));
        environment.getPropertySources().addLast(new MapPropertySource("greenaudit-database", found));
    }

    /** How the driver is set for an address that can be one. */
    private static Map<String, String> checked(String url, String key) {
        if (!url.startsWith("jdbc:")) {
            throw new UsageException(Text.of("store.url.no-address", key));
        }
        if (MysqlAddress.holdsLogin(url)) {
            throw new UsageException(Text.of("store.url.holds-login", key));
        }
        Map<String, String> properties = new TreeMap<>();
        if (MySqlDriver.serves(url)) {
            MysqlAddress address = new MysqlAddress(url);
            address.problem("@store.database", key).ifPresent(problem -> {
                throw new UsageException(problem);
            });
            properties.put("spring.datasource.hikari.connection-init-sql", MySqlDriver.SESSION);
            MySqlDriver.properties(address)
                    .forEach((name, value) ->
                            properties.put("spring.datasource.hikari.data-source-properties." + name, value));
        }
        return properties;
    }

    private static Optional<String> value(ConfigurableEnvironment environment, String name) {
        return Optional.ofNullable(environment.getProperty(name)).filter(text -> !text.isEmpty());
    }
}
