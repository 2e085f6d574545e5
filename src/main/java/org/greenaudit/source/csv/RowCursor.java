package org.greenaudit.source.csv;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.greenaudit.purchase.FeedRow;
import org.greenaudit.source.Partition;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the rows of a file, or of a part of it, and is the row it stands at: a cell is decoded when it is asked
 * for, and the others never. Used by one thread.
 */
final class RowCursor implements FeedRow, Closeable {

    /** Feeds have fewer columns. */
    private static final int KEPT = 64;

    private final ByteWindow window;
    private final RecordScanner scanner;
    private final CellDecoder decoder;
    /** The row's first cells that have been asked for: some are looked at more than once. */
    private final @Nullable String[] texts = new String[KEPT];

    private int asked;
    private int brokenCell = -1;

    private RowCursor(ByteWindow window, long to, long firstLine, CsvFormat format) {
        this.window = window;
        this.scanner = new RecordScanner(window, to, firstLine, format.kinds());
        this.decoder = new CellDecoder(format.charset());
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
        brokenCell = -1;
        Arrays.fill(texts, 0, asked, null);
        asked = 0;
        return scanner.next();
    }

    /** Where the row is, and what is wrong with it. */
    RecordScanner record() {
        return scanner;
    }

    /** The row's first cell asked for that holds bytes that are no character, or -1. */
    int brokenCell() {
        return brokenCell;
    }

    @Override
    public int cells() {
        return scanner.cells().count();
    }

    @Override
    public String cell(int index) {
        CellBounds cells = scanner.cells();
        if (index >= cells.count()) {
            return "";
        }
        if (index >= KEPT) {
            return decoded(cells, index);
        }
        String known = texts[index];
        if (known == null) {
            known = decoded(cells, index);
            texts[index] = known;
            asked = Math.max(asked, index + 1);
        }
        return known;
    }

    private String decoded(CellBounds cells, int index) {
        int start = scanner.start();
        String text = decoder.text(
                scanner.bytes(), start + cells.from(index), start + cells.to(index), cells.hasDoubledQuotes(index));
        if (decoder.malformed() && brokenCell < 0) {
            brokenCell = index;
        }
        return text;
    }

    /** The row's cells as texts. */
    List<String> texts() {
        List<String> texts = new ArrayList<>(cells());
        for (int i = 0; i < cells(); i++) {
            texts.add(cell(i));
        }
        return texts;
    }

    /** The row as it stands in the file, for rows that cannot be taken apart. */
    String asFound() {
        byte[] head = scanner.head();
        return decoder.text(head, 0, head.length, false).stripTrailing();
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
