package org.greenaudit.source.mysql;

import java.io.IOException;
import java.sql.SQLException;
import org.greenaudit.message.Text;
import org.greenaudit.purchase.FeedLayout;
import org.greenaudit.purchase.LineParser;
import org.greenaudit.purchase.Parsed;
import org.greenaudit.purchase.RejectReason;
import org.greenaudit.purchase.Rejection;
import org.greenaudit.purchase.SourceRef;
import org.greenaudit.source.DuplicateFilter;
import org.greenaudit.source.RowBlocks;

/** Reads the rows of one partition of a table. Every row becomes a line or a rejection. */
final class TableBlockReader extends RowBlocks {

    private final TableCursor cursor;
    private final FeedLayout layout;
    private final LineParser parser;
    private final DuplicateFilter duplicates;

    TableBlockReader(TableCursor cursor, int partition, int blockLines, DuplicateFilter duplicates) throws IOException {
        super(partition, blockLines);
        this.cursor = cursor;
        this.layout = cursor.shape().layout();
        this.parser = new LineParser(layout);
        this.duplicates = duplicates;
        begin();
    }

    @Override
    protected boolean advance() throws IOException {
        return cursor.next();
    }

    @Override
    protected Parsed read() {
        SourceRef ref = new SourceRef(layout.sourceNo(), layout.source(), cursor.line());
        TableRow row = cursor.row();
        if (row.holdsNul()) {
            return unreadable(ref, RejectReason.BAD_CHARACTERS, Text.of("reject.detail.nul", ref.line()));
        }
        if (row.isTooLong()) {
            Text detail = Text.of(
                    "reject.detail.cell-too-long", RowBlocks.LONGEST_CELL, RowBlocks.LONGEST_RECORD, ref.line());
            return unreadable(ref, RejectReason.CELL_TOO_LONG, detail);
        }
        return duplicates.checked(layout, row, parser.parse(ref.line(), row));
    }

    private Rejection unreadable(SourceRef ref, RejectReason reason, Text detail) {
        return new Rejection(ref, "", reason, "", "", detail, cursor.row().raw(), 0);
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
