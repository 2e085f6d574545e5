package org.greenaudit.report;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.apache.commons.csv.CSVFormat;

/**
 * A CSV file as design asks for it: UTF-8 with BOM, CRLF, RFC 4180. Forced to disk when closed. A file that already has
 * its header is continued.
 *
 * @param <T> what a row shows
 */
final class CsvFile<T> implements Closeable {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setRecordSeparator("\r\n").get();
    private static final char BYTE_ORDER_MARK = '\ufeff';

    private final Table<T> table;
    private final FileChannel channel;
    private final BufferedWriter writer;

    CsvFile(Path path, Table<T> table) throws IOException {
        this.table = table;
        this.channel =
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
        this.writer = new BufferedWriter(Channels.newWriter(channel, StandardCharsets.UTF_8), 1 << 16);
        if (channel.size() == 0) {
            writer.write(BYTE_ORDER_MARK);
            print(table.header());
        }
    }

    /** Adds a row. */
    void write(T row) throws IOException {
        print(table.cells(row));
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            writer.flush();
            channel.force(true);
        }
    }

    private void print(List<String> cells) throws IOException {
        FORMAT.printRecord(writer, cells.toArray());
    }
}
