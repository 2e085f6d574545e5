package org.greenaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.greenaudit.GreenAudit;
import org.greenaudit.testing.Programs;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program started where no locale is set, as some schedulers do: Chinese file names cannot be told. */
@Tag("slow")
class PosixLocaleTest {

    private static final String REMEDY = "LC_ALL=C.UTF-8";

    @TempDir
    private Path dir;

    private Programs.Ended start(String locale, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                "-i",
                "LC_ALL=" + locale,
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dgreenaudit.data-dir=" + dir.resolve("data"),
                "-cp",
                System.getProperty("java.class.path"),
                GreenAudit.class.getName()));
        command.addAll(List.of(arguments));
        return Programs.run("env", "", command.toArray(String[]::new));
    }

    private String job(String files) throws IOException {
        Path job = dir.resolve("job.yaml");
        Files.writeString(
                job,
                "name: posix\ncatalogs: [%s]\nsource: {type: csv, files: ['%s']}\n"
                        .formatted(Path.of("catalogs").toAbsolutePath(), files));
        return job.toString();
    }

    private static void assertRemedyIsTold(Programs.Ended ended) {
        assertThat(ended.output()).contains(REMEDY).doesNotContain("Exception", "at org.");
        assertThat(ended.status()).as(ended.output()).isEqualTo(2);
    }

    @Test
    void aFileOfTheCommandLineIsRefusedWithTheRemedy() {
        assertRemedyIsTold(start("C", "decide", "--file", dir.resolve("核定.csv").toString(), "--locale=en"));
    }

    @Test
    void aPatternOfTheJobFileIsRefusedWithTheRemedy() throws IOException {
        assertRemedyIsTold(start("C", "check", "--job", job("采购*.csv")));
    }

    @Test
    void aFileThatAPatternFindsIsRefusedWithTheRemedy() throws IOException {
        Files.writeString(dir.resolve("采购明细.csv"), "x\n");
        assertRemedyIsTold(start("C", "audit", "--job", job("*.csv"), "--date", "2026-06-30"));
    }
}
