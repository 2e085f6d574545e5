package org.greenaudit.job;

import java.nio.file.Path;
import org.greenaudit.testing.DatabaseServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** On the server; a database made with latin1 must do, since every table names its own charset. */
@Tag("database")
class AuditServiceOnServerTest extends AuditServiceContract {

    @TempDir
    private static Path data;

    @BeforeAll
    static void open() {
        DatabaseServer.Schema schema = DatabaseServer.shared().schema("latin1");
        open(
                "--greenaudit.data-dir=" + data,
                "--spring.datasource.url=" + schema.url(),
                "--spring.datasource.username=" + schema.user(),
                "--spring.datasource.password=" + schema.password());
    }
}
