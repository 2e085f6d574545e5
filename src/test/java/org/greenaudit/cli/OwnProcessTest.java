package org.greenaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.greenaudit.testing.Programs;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The program as a process of its own: started where no locale is set, as some schedulers do, so that Chinese file names cannot
 * be told, and with cells that regular expressions go down into character by character.
 */
@Tag("slow")
class OwnProcessTest {

    private static final String REMEDY = "LC_ALL=C.UTF-8";

    @TempDir
    private Path dir;

    private Programs.Ended start(String locale, String... arguments) {
        return Programs.run("env", "", command(List.of("-i", "LC_ALL=" + locale), arguments));
    }

    private String[] command(List<String> before, String... arguments) {
        List<String> command = new ArrayList<>(before);
        command.addAll(Programs.greenaudit(dir.resolve("data"), List.of("-XX:TieredStopAtLevel=1"), arguments));
        return command.toArray(String[]::new);
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

    @Test
    void aDataFolderThatIsAFileIsToldInSentences() throws IOException {
        Files.writeString(dir.resolve("data"), "x");
        Files.writeString(dir.resolve("feed.csv"), "x\n");
        Programs.Ended ended =
                start("C.UTF-8", "audit", "--job", job("feed.csv"), "--date", "2026-06-30", "--locale=en");
        assertThat(ended.output())
                .contains("the log ", "the embedded database cannot be made in " + dir.resolve("data"))
                .doesNotContain("ch.qos.logback");
        assertThat(ended.status()).as(ended.output()).isEqualTo(2);
    }

    /** No file may grow beyond a limit: the nearest thing to a full disk that needs no rights. */
    @Test
    void aWorkbookThatFindsNoRoomToBeUnpackedIsNotCalledDamaged() throws IOException {
        String row = "<tr><td>2026-03-05</td><td>某局</td><td>台式计算机</td><td>8000</td></tr>";
        Path workbook = dir.resolve("large.xls");
        Files.writeString(
                workbook,
                "<html><table><tr><td>contract_date</td><td>buyer_name</td><td>item_name</td><td>amount</td></tr>"
                        + row.repeat(20_000) + "</table></html>");
        List<String> limited = List.of("-c", "ulimit -f 400; exec \"$@\"", "sh");
        Programs.Ended ended =
                Programs.run("sh", "", command(limited, "check", "--input", workbook.toString(), "--locale=en"));
        assertThat(ended.output())
                .contains(dir.resolve("data").toString(), "the disk or the quota is full")
                .doesNotContain("damaged", "Exception", "\tat ");
    }

    @Test
    void aDatabaseThatFindsNoRoomIsNotCalledClosed() throws IOException {
        Files.writeString(dir.resolve("feed.csv"), "x\n");
        // the log of the tests would find no room in a file either
        List<String> limited = List.of("-c", "ulimit -f 80; { \"$@\"; echo ended with $?; } 2>&1 | tail -n 2", "sh");
        Programs.Ended ended =
                Programs.run("sh", "", command(limited, "decisions", "--job", job("feed.csv"), "--locale=en"));
        assertThat(ended.output().lines())
                .containsExactly(
                        "the disk is full: there is no room for the embedded database in " + dir.resolve("data")
                                + "; make room, and the same command goes on",
                        "ended with 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"A/", "B1、", "1.", "审核不通过 "})
    void aCellOfAnyLengthEndsNoAudit(String part) throws IOException {
        String cell = part.repeat(60_000 / part.getBytes(StandardCharsets.UTF_8).length);
        Files.writeString(
                dir.resolve("long.csv"),
                "record_id,contract_date,buyer_name,category_code,item_name,amount,order_status\n"
                        + "r1,2026-03-05,某局,%1$s,台式计算机,1,\nr2,2026-03-05,某局,A02010105,%1$s,1,\nr3,2026-03-05,某局,,椅子,1,%1$s\n"
                                .formatted(cell));
        Programs.Ended ended =
                start("C.UTF-8", "audit", "--job", job("long.csv"), "--date", "2026-06-30", "--locale=en");
        assertThat(ended.output()).containsPattern("read +3 ");
        assertThat(ended.status()).as(ended.output()).isZero();
    }
}
