package org.greenaudit.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.greenaudit.testing.DatabaseServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The committed sample with its results on a server: the files accepted for the embedded database, byte by byte. */
@Tag("database")
class SampleAuditOnServerTest {

    private static final Path JOB = Path.of("jobs", "sample.yaml");

    @TempDir
    private Path folder;

    @Test
    void whereResultsAreStoredDoesNotShowInTheReports() throws IOException {
        DatabaseServer.Schema schema = DatabaseServer.shared().schema();
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(AuditConfiguration.class)
                .run(
                        "--greenaudit.data-dir=" + folder,
                        "--spring.datasource.url=" + schema.url(),
                        "--spring.datasource.username=" + schema.user(),
                        "--spring.datasource.password=" + schema.password(),
                        "--logging.level.root=off")) {
            Ask.audit(context, Ask.of(JOB).out(folder).in("zh-CN").request());
            Ask.audit(context, Ask.of(JOB).out(folder).in("en").rerun().request());
        }
        assertThat(Golden.differences("zh-CN", ReportFiles.of(folder.resolve("2026-06-30/run-1"))))
                .isEmpty();
        assertThat(Golden.differences("en", ReportFiles.of(folder.resolve("2026-06-30/run-2"))))
                .isEmpty();
    }
}
