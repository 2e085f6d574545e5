package org.greenaudit.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.greenaudit.message.FileTrouble;
import org.greenaudit.testing.Programs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SortedSpillTest {

    private static final int ROWS = 50_000;

    @TempDir
    private Path folder;

    /** One that holds everything, one that writes once, one that merges hundreds of runs, one whose merged runs are merged. */
    @ParameterizedTest
    @ValueSource(ints = {1 << 30, 3_500_000, 20_000, 900})
    void rowsComeInTheOrderOfTheirKeysAndEqualOnesAsTheyWereAdded(int bytesInMemory) throws IOException {
        Random random = new Random(7);
        List<String> rows = new ArrayList<>();
        try (SortedSpill spill = new SortedSpill(folder, bytesInMemory)) {
            for (int i = 0; i < ROWS; i++) {
                String key = "key " + (100_000 + random.nextInt(9_000));
                rows.add(key + " " + i);
                spill.add(bytes(key), bytes(String.valueOf(i)));
            }
            rows.sort(Comparator.comparing(row -> row.substring(0, "key 100000".length())));
            assertThat(read(spill.all())).isEqualTo(rows);
            String from = "key 103000";
            String behind = "key 103007";
            assertThat(read(spill.between(bytes(from), bytes(behind))))
                    .isEqualTo(rows.stream()
                            .filter(row -> row.compareTo(from) >= 0 && row.compareTo(behind) < 0)
                            .toList())
                    .isNotEmpty();
            assertThat(read(spill.between(bytes("z"), bytes("zz")))).isEmpty();
            assertThat(read(spill.all())).as("once more").isEqualTo(rows);
        }
        assertThat(folder).as("nothing is left behind").isEmptyDirectory();
    }

    /** In a process of its own, whose files may not grow: the nearest thing to a full disk that needs no rights. */
    @Test
    void aFullFolderIsNamedAndNothingIsLeft() {
        Programs.Ended ended = Programs.run(
                "sh",
                "",
                "-c",
                "ulimit -f 200; exec \"$@\"",
                "sh",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Filling.class.getName(),
                folder.toString());
        assertThat(ended.output().strip()).isEqualTo(folder + " @file.full");
        assertThat(folder).isEmptyDirectory();
    }

    /** Adds rows that cannot be packed until there is no room, and says what then is wrong. */
    static final class Filling {

        private Filling() {}

        public static void main(String[] arguments) {
            Random random = new Random(7);
            try (SortedSpill spill = new SortedSpill(Path.of(arguments[0]), 20_000)) {
                for (int i = 0; i < ROWS; i++) {
                    byte[] value = new byte[100];
                    random.nextBytes(value);
                    spill.add(bytes("key " + i), value);
                }
                System.out.println("there was room");
            } catch (IOException e) {
                System.out.println(FileTrouble.file(e) + " " + FileTrouble.of(e));
            }
        }
    }

    private static List<String> read(SortedSpill.Cursor cursor) throws IOException {
        List<String> rows = new ArrayList<>();
        while (cursor.hasNext()) {
            SortedSpill.Row row = cursor.take();
            rows.add(new String(row.key(), StandardCharsets.UTF_8) + " "
                    + new String(row.value(), StandardCharsets.UTF_8));
        }
        return rows;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
