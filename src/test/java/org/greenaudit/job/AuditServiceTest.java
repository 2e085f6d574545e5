package org.greenaudit.job;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class AuditServiceTest extends AuditServiceContract {

    @TempDir
    private static Path data;

    @BeforeAll
    static void open() {
        open("--greenaudit.data-dir=" + data);
    }
}
