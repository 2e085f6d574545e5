package org.greenaudit.store;

import java.nio.file.Path;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** The H2 file database under {@code greenaudit.data-dir}, used unless {@code spring.datasource.url} is set. */
final class EmbeddedDatabase implements JdbcConnectionDetails {

    private final Path directory;

    EmbeddedDatabase(Path directory) {
        this.directory = directory;
    }

    @Override
    public String getUsername() {
        return "greenaudit";
    }

    @Override
    public String getPassword() {
        return "";
    }

    @Override
    public String getJdbcUrl() {
        // not closed by H2's own shutdown hook: a stopping audit still writes where it stopped
        return "jdbc:h2:file:" + directory.toAbsolutePath().normalize().resolve("greenaudit")
                + ";DB_CLOSE_ON_EXIT=FALSE";
    }
}
