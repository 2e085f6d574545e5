package org.greenaudit.source.csv;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.greenaudit.source.Partition;

/** Goes through the rows of a file, or of a part of it. Used by one thread. */
final class RowCursor implements Closeable {

    private final ByteWindow window;
    private final RecordScanner scanner;
    private final CsvRow row;

    private RowCursor(ByteWindow window, long to, long firstLine, CsvFormat format) {
        this.window = window;
        this.scanner = new RecordScanner(window, to, firstLine, format.kinds());
        this.row = new CsvRow(scanner, new CellDecoder(format.charset()));
    }

    /** A cursor over the whole file, header first. */
    static RowCursor whole(Path file, CsvFormat format, ByteObserver observer) throws IOException {
        RowCursor cursor = new RowCursor(new ByteWindow(file, 0, observer), Long.MAX_VALUE, 1, format);
        if (format.bom() > 0) {
            cursor.scanner.skip(format.bom());
        }
        return cursor;
    }

    /** A cursor over a partition. */
    static RowCursor part(Path file, CsvFormat format, Partition partition) throws IOException {
        ByteWindow window = new ByteWindow(file, partition.from(), ByteObserver.NONE);
        return new RowCursor(window, partition.to(), partition.firstLine(), format);
    }

    /** Goes to the next row. */
    boolean next() throws IOException {
        row.reset();
        return scanner.next();
    }

    /** The row, valid until the next one. */
    CsvRow row() {
        return row;
    }

    /** Where the row is, and what is wrong with it. */
    RecordScanner record() {
        return scanner;
    }

    /** The row's cells as texts. */
    List<String> texts() {
        List<String> texts = new ArrayList<>(row.cells());
        for (int i = 0; i < row.cells(); i++) {
            texts.add(row.cell(i));
        }
        return texts;
    }

    /** After the last row: the number of bytes in the file. */
    long fileEnd() {
        return window.position(window.limit());
    }

    @Override
    public void close() throws IOException {
        window.close();
    }
}
