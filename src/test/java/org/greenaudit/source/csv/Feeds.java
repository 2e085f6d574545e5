package org.greenaudit.source.csv;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.greenaudit.purchase.InputException;
import org.greenaudit.purchase.KnownColumns;
import org.greenaudit.purchase.PurchaseLine;
import org.greenaudit.purchase.Rejection;
import org.greenaudit.purchase.SetApart;
import org.greenaudit.source.Block;
import org.greenaudit.source.BlockReader;
import org.greenaudit.source.FeedMapping;
import org.greenaudit.source.Partition;
import org.greenaudit.source.SourcePlan;

/** Small feeds for tests, and what becomes of them. */
final class Feeds {

    static final String HEADER = "record_id,contract_date,buyer_name,item_name,amount";

    private static final Path SPOOL = Path.of("target");

    private Feeds() {}

    /** A temporary file of these bytes, given to an action and deleted. */
    static <T> T withFile(byte[] bytes, Action<T> action) {
        try {
            Path file = Files.createTempFile("feed", ".csv");
            try {
                Files.write(file, bytes);
                return action.on(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is done with the file. */
    interface Action<T> {
        T on(Path file) throws IOException;
    }

    /** Everything read from the files of these settings, block by block. */
    static Read read(CsvSettings settings, int blockLines) throws IOException {
        return read(source(settings), blockLines);
    }

    /** Everything read from a source, block by block. */
    static Read read(CsvSource source, int blockLines) throws IOException {
        SourcePlan plan = source.plan();
        List<PurchaseLine> lines = new ArrayList<>();
        List<Rejection> rejections = new ArrayList<>();
        List<SetApart> setApart = new ArrayList<>();
        for (Partition partition : plan.partitions()) {
            try (BlockReader reader = source.open(plan, partition, blockLines)) {
                boolean last = false;
                for (Optional<Block> block = reader.next(); block.isPresent(); block = reader.next()) {
                    if (last) {
                        throw new AssertionError("a block after the last");
                    }
                    last = block.get().last();
                    lines.addAll(block.get().lines());
                    rejections.addAll(block.get().rejections());
                    setApart.addAll(block.get().setApart());
                }
                if (!last) {
                    throw new AssertionError("no last block");
                }
            }
        }
        return new Read(plan, lines, rejections, setApart);
    }

    /** Everything read from a text in UTF-8. */
    static Read read(String text) {
        return withFile(text.getBytes(StandardCharsets.UTF_8), file -> read(settings(file), 3));
    }

    /** The InputException's key when a file of these bytes is planned; the empty text when there is none. */
    static String problem(byte[] bytes) {
        return withFile(bytes, file -> {
            try {
                source(settings(file)).plan();
                return "";
            } catch (InputException e) {
                return e.text().key();
            }
        });
    }

    static CsvSettings settings(Path... files) {
        return settings(CsvSettings.AUTO, CsvSettings.AUTO, files);
    }

    static CsvSettings settings(String charset, String delimiter, Path... files) {
        List<String> names = List.of(files).stream().map(Path::toString).toList();
        return new CsvSettings(names, charset, delimiter, "", Optional.empty(), List.of(), FeedMapping.NONE);
    }

    /** The source of these settings, in one partition for each file. */
    static CsvSource source(CsvSettings settings) {
        return new CsvSource(settings, settings.mapping().headers(KnownColumns.ALL), Long.MAX_VALUE, SPOOL);
    }

    /** The same in about that many partitions. */
    static CsvSource source(CsvSettings settings, int partitions) throws IOException {
        long bytes = 0;
        for (String file : settings.files()) {
            bytes += Files.size(Path.of(file));
        }
        return new CsvSource(
                settings,
                settings.mapping().headers(KnownColumns.ALL),
                Math.max(1, (bytes + partitions - 1) / partitions),
                SPOOL);
    }

    static byte[] encode(String text, Charset charset) {
        return text.getBytes(charset);
    }

    /** A readable row with this id and item. */
    static String row(String id, String item) {
        return id + ",2026-03-05,虚构机关（示例）," + item + ",100.00\n";
    }

    /**
     * What was read.
     *
     * @param plan the plan
     * @param lines the readable lines
     * @param rejections those that cannot be read
     * @param setApart those that are no purchases
     */
    record Read(SourcePlan plan, List<PurchaseLine> lines, List<Rejection> rejections, List<SetApart> setApart) {

        List<String> ids() {
            return lines.stream().map(PurchaseLine::recordId).toList();
        }

        long rows() {
            return plan.rows();
        }
    }
}
