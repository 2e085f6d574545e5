package org.greenaudit.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.greenaudit.testing.DatabaseServer;
import org.greenaudit.testing.Programs;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** 200 000 rows of a table, audited by the program as users start it, in 256 MB of heap. */
@Tag("database")
class LargeTableTest {

    private static final int AT_LEAST = 200_000;

    @TempDir
    private Path dir;

    @Test
    void twoHundredThousandRowsAreAuditedInLittleMemory() throws IOException, InterruptedException, SQLException {
        DatabaseServer.Schema schema = DatabaseServer.shared().schema();
        int rows = fill(schema);
        Process process = audit(schema);
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        JsonNode manifest =
                JsonMapper.shared().readTree(Files.readString(dir.resolve("out/2026-06-30/run-1/manifest.json")));
        assertThat(manifest.at("/control_totals/read/lines").asLong()).isEqualTo(rows);
        assertThat(manifest.at("/sources/0/rows").asLong()).isEqualTo(rows);
        assertThat(manifest.at("/sources/0/name").stringValue()).isEqualTo("purchases");
    }

    /** Fills the table; returns its rows. */
    private int fill(DatabaseServer.Schema schema) throws IOException, SQLException {
        FeedTable sample = FeedTable.of(Path.of("jobs", "sample", "fuzhou-2026.csv"), StandardCharsets.UTF_8);
        sample.insert(schema, "purchases");
        int rows = sample.rows();
        try (Connection connection = schema.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE once_more AS SELECT * FROM purchases");
            for (int times = 1; rows < AT_LEAST; times++, rows += sample.rows()) {
                statement.execute("UPDATE once_more SET line_no = line_no + 1000,"
                        + " record_id = CONCAT(SUBSTRING(record_id, 1, 14), '-" + times + "')");
                statement.execute("INSERT INTO purchases SELECT * FROM once_more");
            }
        }
        return rows;
    }

    private Process audit(DatabaseServer.Schema schema) throws IOException {
        Path job = Files.writeString(
                dir.resolve("large.yaml"),
                """
                name: large
                audit-date: 2026-06-30
                window: {from: 2026-01-01, to: 2026-06-30}
                catalogs: [%s]
                source: {type: mysql, table: purchases, key: line_no}
                """
                        .formatted(Path.of("catalogs").toAbsolutePath()));
        ProcessBuilder command = new ProcessBuilder(Programs.greenaudit(
                        dir.resolve("data"),
                        List.of("-Xmx256m"),
                        "audit",
                        "--job",
                        job.toString(),
                        "--out",
                        dir.resolve("out").toString()))
                .redirectErrorStream(true);
        command.environment().put("GREENAUDIT_SOURCE_URL", schema.url());
        command.environment().put("GREENAUDIT_SOURCE_USER", schema.user());
        command.environment().put("GREENAUDIT_SOURCE_PASSWORD", schema.password());
        return command.start();
    }
}
