package org.greenaudit.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import javax.management.JMException;
import javax.management.ObjectName;
import org.greenaudit.job.config.RunSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the virtual machine is told of its compilers. Those of the tests know no other than the quick one. */
class QuickCompilerTest {

    @TempDir
    private Path dir;

    private static String tell(String operation) throws JMException {
        return (String) ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        operation,
                        new Object[0],
                        new String[0]);
    }

    @AfterEach
    void forget() throws JMException {
        tell("compilerDirectivesClear");
    }

    @ParameterizedTest
    @CsvSource({"1, true", "50, true", "65, false"})
    void aSmallAuditIsLeftToTheQuickOneButForItsDigests(int mebibytes, boolean quick) throws IOException, JMException {
        Path feed = dir.resolve("feed.csv");
        try (RandomAccessFile file = new RandomAccessFile(feed.toFile(), "rw")) {
            file.setLength((long) mebibytes << 20);
        }
        Path job = Files.writeString(
                dir.resolve("job.yaml"),
                "name: size\ncatalogs: ['%s']\nsource: {type: csv, files: ['%s']}\n"
                        .formatted(Path.of("catalogs").toAbsolutePath(), feed));
        QuickCompiler.forSmall(RunSettings.of(Ask.of(job).request(), LocalDate.of(2026, 6, 30)));
        String told = tell("compilerDirectivesPrint");
        assertThat(told.contains("Exclude:true")).as(told).isEqualTo(quick);
        assertThat(told.contains("sun/security/provider")).as(told).isEqualTo(quick);
    }
}
