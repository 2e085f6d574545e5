package org.greenaudit.store.database;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.greenaudit.message.Text;
import org.greenaudit.store.database.DatabaseCheck.Finding;
import org.springframework.jdbc.core.JdbcTemplate;

/** The part of {@link DatabaseCheck} that only a MySQL or MariaDB server can answer. */
final class ServerCheck {

    /** What every audit needs. */
    private static final List<String> DAILY = List.of("DELETE", "INSERT", "SELECT", "UPDATE");
    /** What migrations need besides. */
    private static final List<String> MIGRATING = List.of("ALTER", "CREATE", "INDEX", "REFERENCES");

    /** The user as information_schema writes it. */
    private static final String GRANTEE =
            "CONCAT('''', SUBSTRING_INDEX(CURRENT_USER(), '@', 1), '''@''', SUBSTRING_INDEX(CURRENT_USER(), '@', -1), '''')";

    /** How servers spell that they are not read-only. */
    private static final Set<String> WRITABLE = Set.of("0", "OFF", "false");

    private final JdbcTemplate jdbc;

    ServerCheck(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether it writes, user, encryption, charsets. */
    List<Finding> connection() {
        List<Finding> findings = new ArrayList<>();
        if (!WRITABLE.contains(text("SELECT @@global.read_only"))) {
            findings.add(new Finding(Text.of("store.check.read-only"), false));
        }
        findings.add(good("store.check.user", text("SELECT CURRENT_USER()")));
        String cipher = jdbc.query("SHOW SESSION STATUS LIKE 'Ssl_cipher'", (row, n) -> row.getString(2)).stream()
                .findFirst()
                .orElse("");
        findings.add(cipher.isEmpty() ? good("store.check.tls.none") : good("store.check.tls", cipher));
        String charset = text("SELECT @@character_set_connection");
        findings.add(new Finding(
                Text.of("store.check.charset", charset, text("SELECT @@character_set_database")),
                charset.equals("utf8mb4")));
        List<String> others = jdbc.queryForList(
                "SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()"
                        + " AND (table_name LIKE 'audit\\_%' OR table_name LIKE 'BATCH\\_%ION%')"
                        + " AND table_name NOT LIKE '%\\_SEQ' AND table_collation NOT LIKE 'utf8mb4%'"
                        + " ORDER BY table_name",
                String.class);
        if (!others.isEmpty()) {
            findings.add(new Finding(Text.of("store.check.charset.tables", String.join(", ", others)), false));
        }
        return findings;
    }

    /** What the user may do here; what it must and may not is missing. */
    List<Finding> privileges(boolean migrating) {
        Set<String> granted = new TreeSet<>(jdbc.queryForList(
                "SELECT privilege_type FROM information_schema.user_privileges WHERE grantee = " + GRANTEE
                        + " UNION SELECT privilege_type FROM information_schema.schema_privileges WHERE grantee = "
                        + GRANTEE + " AND DATABASE() LIKE table_schema",
                String.class));
        Set<String> missing = new TreeSet<>(DAILY);
        if (migrating) {
            missing.addAll(MIGRATING);
        }
        missing.removeAll(granted);
        granted.retainAll(
                Set.of("ALTER", "CREATE", "DELETE", "DROP", "INDEX", "INSERT", "REFERENCES", "SELECT", "UPDATE"));
        List<Finding> findings = new ArrayList<>();
        findings.add(good("store.check.granted", String.join(", ", granted)));
        if (!missing.isEmpty()) {
            // what a role grants, information_schema does not tell
            boolean roles = jdbc.queryForList("SELECT CURRENT_ROLE()", String.class).stream()
                    .anyMatch(role -> role != null && !role.equals("NONE"));
            String key = roles ? "store.check.granted.roles" : "store.check.granted.not";
            findings.add(new Finding(Text.of(key, String.join(", ", missing)), roles));
        }
        return findings;
    }

    private String text(String sql) {
        return String.valueOf(jdbc.queryForObject(sql, String.class));
    }

    private static Finding good(String key, Object... args) {
        return new Finding(Text.of(key, args), true);
    }
}
