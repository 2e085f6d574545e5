package org.greenaudit.source.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import org.greenaudit.purchase.InputException;
import org.greenaudit.source.Partition;
import org.greenaudit.source.SourcePlan;

@Tag("slow")
class PartitionPropertiesTest {

    private static final String LINE_ENDS = "\n|\r\n|\r";

    @Property(tries = 300)
    void anyPartitionsReadTheSameCellsFromTheSameLines(
            @ForAll("tables") List<List<String>> table,
            @ForAll("charsets") Charset charset,
            @ForAll("lineEnds") String lineEnd,
            @ForAll("delimiters") char delimiter,
            @ForAll @IntRange(min = 1, max = 9) int partitions) {
        List<Row> expected = new ArrayList<>();
        StringBuilder text = new StringBuilder(Feeds.HEADER.replace(',', delimiter)).append(lineEnd);
        long line = 2;
        for (List<String> cells : table) {
            String row = write(cells, delimiter);
            text.append(row).append(lineEnd);
            if (cells.stream().anyMatch(c -> c.chars().anyMatch(ch -> ch > ' '))) {
                expected.add(new Row(line, cells));
            }
            line += row.split(LINE_ENDS, -1).length;
        }
        List<Row> found = Feeds.withFile(text.toString().getBytes(charset), file -> {
            if (expected.isEmpty()) {
                return List.of();
            }
            CsvSettings settings = Feeds.settings(charset.name(), String.valueOf(delimiter), file);
            return rows(Feeds.source(settings, partitions), file);
        });
        assertThat(found).isEqualTo(expected);
    }

    @Property(tries = 500)
    void anyPartitionsReadTheSameFromAnyMess(
            @ForAll("mess") String mess,
            @ForAll @IntRange(min = 2, max = 12) int partitions,
            @ForAll @IntRange(min = 1, max = 3) int blockLines) {
        // Long enough that a NUL behind it is a fault of its row and not of the file.
        String longFirst = Feeds.row("first", "a".repeat(9_000));
        byte[] bytes = (Feeds.HEADER + "\n" + longFirst + mess).getBytes(StandardCharsets.UTF_8);
        Feeds.withFile(bytes, file -> {
            CsvSettings settings = Feeds.settings("UTF-8", CsvSettings.AUTO, file);
            Feeds.Read whole = Feeds.read(settings, 1000);
            Feeds.Read parts = Feeds.read(Feeds.source(settings, partitions), blockLines);
            assertThat(parts.lines()).isEqualTo(whole.lines());
            assertThat(parts.rejections()).isEqualTo(whole.rejections());
            assertThat(parts.setApart()).isEqualTo(whole.setApart());
            assertThat(parts.rows()).isEqualTo(whole.rows());
            assertThat(whole.rows())
                    .isEqualTo(whole.lines().size()
                            + whole.rejections().size()
                            + whole.setApart().size());
            return "";
        });
    }

    @Property(tries = 500)
    void recordsDoNotDependOnWhereTheBufferEnds(
            @ForAll("mess") String mess,
            @ForAll @IntRange(min = 1, max = 9) int capacity,
            @ForAll("charsets") Charset charset,
            @ForAll("delimiters") char delimiter) {
        byte[] bytes = mess.replace(',', delimiter).getBytes(charset);
        ByteKinds kinds = new ByteKinds(delimiter, !charset.equals(StandardCharsets.UTF_8));
        List<String> small = Feeds.withFile(bytes, file -> records(file, capacity, kinds));
        List<String> large = Feeds.withFile(bytes, file -> records(file, 1 << 16, kinds));
        assertThat(small).isEqualTo(large);
    }

    @Property(tries = 500)
    void noBytesMakeItFailOtherwiseThanInWords(@ForAll byte[] bytes, @ForAll boolean header) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (header) {
            out.write((Feeds.HEADER + "\n").getBytes(StandardCharsets.UTF_8));
        }
        out.write(bytes);
        Feeds.withFile(out.toByteArray(), file -> {
            for (CsvSettings settings : List.of(
                    Feeds.settings(file),
                    Feeds.settings("UTF-8", CsvSettings.AUTO, file),
                    Feeds.settings("GBK", "|", file))) {
                try {
                    Feeds.Read read = Feeds.read(Feeds.source(settings, 3), 2);
                    assertThat(read.rows())
                            .isEqualTo(read.lines().size()
                                    + read.rejections().size()
                                    + read.setApart().size());
                } catch (InputException e) {
                    assertThat(e.text().key()).isNotEmpty();
                }
            }
            return "";
        });
    }

    @Provide
    Arbitrary<List<List<String>>> tables() {
        Arbitrary<String> cell = Arbitraries.frequencyOf(
                Tuple.of(5, Arbitraries.strings().withChars("台式机屏丂饇a1 ").ofMaxLength(6)),
                Tuple.of(2, Arbitraries.strings().withChars("台\"\n\r,;|x").ofMaxLength(6)));
        return cell.list().ofMinSize(1).ofMaxSize(5).list().ofMinSize(1).ofMaxSize(20);
    }

    @Provide
    Arbitrary<Charset> charsets() {
        return Arbitraries.of(StandardCharsets.UTF_8, Charset.forName("GB18030"));
    }

    @Provide
    Arbitrary<String> lineEnds() {
        return Arbitraries.of("\n", "\r\n", "\r");
    }

    @Provide
    Arbitrary<Character> delimiters() {
        return Arbitraries.of(',', ';', '|', '\t');
    }

    @Provide
    Arbitrary<String> mess() {
        return Arbitraries.of(
                        "\"", "\"\"", ",", "\n", "\r\n", "\r", "台", "饇", "a", " ", "\0", "2026-01-01", "1", "first")
                .list()
                .ofMaxSize(60)
                .map(parts -> String.join("", parts));
    }

    private static List<Row> rows(CsvSource source, Path file) throws IOException {
        SourcePlan plan = source.plan();
        SourcePlan.SourceFile planned = plan.files().get(0);
        CsvFormat format = new CsvFormat(CsvCharset.named(planned.content().charset()), planned.delimiter(), 0);
        List<Row> rows = new ArrayList<>();
        for (Partition partition : plan.partitions()) {
            try (RowCursor cursor = RowCursor.part(file, format, partition)) {
                while (cursor.next()) {
                    assertThat(cursor.record().flaw()).isEqualTo(RecordFlaw.NONE);
                    rows.add(new Row(cursor.record().line(), cursor.texts()));
                }
            }
        }
        return rows;
    }

    private static List<String> records(Path file, int capacity, ByteKinds kinds) throws IOException {
        List<String> records = new ArrayList<>();
        try (ByteWindow window = new ByteWindow(file, 0, ByteObserver.NONE, capacity)) {
            RecordScanner scanner = new RecordScanner(window, Long.MAX_VALUE, 1, kinds);
            while (scanner.next()) {
                StringBuilder record = new StringBuilder();
                record.append(scanner.position()).append(' ').append(scanner.line());
                record.append(' ').append(scanner.flaw()).append(' ').append(scanner.flawLine());
                for (int i = 0; i < scanner.cells().count() && scanner.flaw() == RecordFlaw.NONE; i++) {
                    byte[] cell = Arrays.copyOfRange(
                            scanner.bytes(),
                            scanner.start() + scanner.cells().from(i),
                            scanner.start() + scanner.cells().to(i));
                    record.append('[')
                            .append(Arrays.toString(cell))
                            .append(scanner.cells().hasDoubledQuotes(i));
                }
                records.add(record.append(Arrays.toString(scanner.head())).toString());
            }
        }
        return records;
    }

    private static String write(List<String> cells, char delimiter) {
        List<String> out = new ArrayList<>();
        for (String cell : cells) {
            boolean quote = cell.matches("(?s).*[\"\n\r" + (delimiter == '|' ? "|" : delimiter) + "].*");
            out.add(quote ? '"' + cell.replace("\"", "\"\"") + '"' : cell);
        }
        return String.join(String.valueOf(delimiter), out);
    }

    private record Row(long line, List<String> cells) {}
}
