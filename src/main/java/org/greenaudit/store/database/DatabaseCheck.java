package org.greenaudit.store.database;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.greenaudit.message.Text;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** Looks at a database before the program works with it: what it is, what it holds, what is missing. Changes nothing. */
public final class DatabaseCheck {

    /**
     * Something that was looked at.
     *
     * @param text what was found
     * @param good false when the program cannot work so
     */
    public record Finding(Text text, boolean good) {}

    /** Characters of two, three and four bytes. */
    private static final String PROBE = "é田𠮷😀";

    private final JdbcTemplate jdbc;
    private final DataSource dataSource;
    private final Flyway flyway;

    /**
     * A check of this database.
     *
     * @param flyway knows the migrations; none is carried out
     */
    public DatabaseCheck(DataSource dataSource, Flyway flyway) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.dataSource = dataSource;
        this.flyway = flyway;
    }

    /** Everything there is to say, in the order in which one would ask. */
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        findings.add(server());
        boolean pending = flyway.info().pending().length > 0;
        if (Dialect.of(dataSource) == Dialect.MYSQL) {
            ServerCheck server = new ServerCheck(jdbc);
            findings.addAll(server.connection());
            findings.addAll(server.privileges(pending));
        }
        findings.add(charset());
        findings.addAll(migrations());
        return findings;
    }

    private Finding server() {
        ConnectionCallback<Finding> look = connection -> {
            var about = connection.getMetaData();
            Dialect dialect = Dialect.of(dataSource);
            String version = about.getDatabaseProductVersion();
            Text text = Text.of("store.check.server", address(about.getURL()), name(dialect, version), version);
            return new Finding(text, true);
        };
        return jdbc.execute(look);
    }

    private Finding charset() {
        String back = jdbc.queryForObject("SELECT CAST(? AS CHAR(20))", String.class, PROBE);
        boolean whole = back != null && back.strip().equals(PROBE);
        return new Finding(Text.of(whole ? "store.check.characters" : "store.check.characters.lost", PROBE), whole);
    }

    private List<Finding> migrations() {
        List<Finding> findings = new ArrayList<>();
        findings.add(new Finding(
                Text.of("store.check.applied", versions(flyway.info().applied())), true));
        MigrationInfo[] pending = flyway.info().pending();
        if (pending.length > 0) {
            findings.add(new Finding(Text.of("store.check.pending", versions(pending)), true));
        }
        for (MigrationInfo migration : flyway.info().all()) {
            MigrationState state = migration.getState();
            if (state.isFailed() || state == MigrationState.FUTURE_SUCCESS) {
                findings.add(new Finding(
                        Text.of("store.check.migration", migration.getVersion(), state.getDisplayName()), false));
            }
        }
        return findings;
    }

    private static String versions(MigrationInfo[] migrations) {
        String versions = Arrays.stream(migrations)
                .map(migration -> String.valueOf(migration.getVersion()))
                .collect(Collectors.joining(", "));
        return versions.isEmpty() ? "0" : versions;
    }

    private static String name(Dialect dialect, String version) {
        if (dialect == Dialect.H2) {
            return "H2";
        }
        return version.contains("MariaDB") ? "MariaDB" : "MySQL";
    }

    /** A URL without what may hold a password. */
    static String address(String url) {
        return url.replaceFirst("[?;].*$", "").replaceFirst("//[^/@]*@", "//");
    }
}
