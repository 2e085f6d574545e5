package org.greenaudit.source;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.greenaudit.message.Text;
import org.greenaudit.purchase.FeedLayout;
import org.greenaudit.purchase.LineParser;
import org.greenaudit.purchase.Parsed;
import org.greenaudit.purchase.PurchaseLine;
import org.greenaudit.purchase.RejectReason;
import org.greenaudit.purchase.Rejection;
import org.greenaudit.purchase.SourceRef;

/** Reads the rows of one partition of a table. Every row becomes a line or a rejection. */
final class TableBlockReader implements BlockReader {

    private final TableCursor cursor;
    private final FeedLayout layout;
    private final LineParser parser;
    private final int partition;
    private final int blockLines;
    private final Duplicates duplicates;
    private int index;
    private boolean more;

    TableBlockReader(TableCursor cursor, int partition, int blockLines, Duplicates duplicates) throws IOException {
        this.cursor = cursor;
        this.layout = cursor.shape().layout();
        this.parser = new LineParser(layout);
        this.partition = partition;
        this.blockLines = Math.max(1, blockLines);
        this.duplicates = duplicates;
        this.more = cursor.next();
    }

    @Override
    public Optional<Block> next() throws IOException {
        if (!more && index > 0) {
            return Optional.empty();
        }
        List<PurchaseLine> lines = new ArrayList<>(blockLines);
        List<Rejection> rejections = new ArrayList<>();
        for (int i = 0; i < blockLines && more; i++) {
            Parsed parsed = read(new SourceRef(layout.sourceNo(), layout.source(), cursor.line()));
            if (parsed instanceof PurchaseLine line) {
                lines.add(line);
            } else {
                rejections.add((Rejection) parsed);
            }
            more = cursor.next();
        }
        return Optional.of(new Block(partition, index++, !more, lines, rejections));
    }

    private Parsed read(SourceRef ref) {
        TableRow row = cursor.row();
        if (row.holdsNul()) {
            return unreadable(ref, RejectReason.BAD_CHARACTERS, Text.of("reject.detail.nul", ref.line()));
        }
        if (row.isTooLong()) {
            Text detail = Text.of(
                    "reject.detail.cell-too-long",
                    RecordScanner.LONGEST_CELL,
                    RecordScanner.LONGEST_RECORD,
                    ref.line());
            return unreadable(ref, RejectReason.CELL_TOO_LONG, detail);
        }
        return duplicates.checked(layout, row, parser.parse(ref.line(), row));
    }

    private Rejection unreadable(SourceRef ref, RejectReason reason, Text detail) {
        return new Rejection(ref, reason, "", "", detail, cursor.row().raw(), 0);
    }

    @Override
    public void close() throws IOException {
        try {
            cursor.close();
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }
}
