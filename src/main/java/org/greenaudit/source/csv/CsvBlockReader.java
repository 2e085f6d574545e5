package org.greenaudit.source.csv;

import java.io.IOException;
import java.util.Map;
import java.util.function.Supplier;
import org.greenaudit.message.Text;
import org.greenaudit.purchase.FeedLayout;
import org.greenaudit.purchase.InputException;
import org.greenaudit.purchase.LineParser;
import org.greenaudit.purchase.Parsed;
import org.greenaudit.purchase.RejectReason;
import org.greenaudit.purchase.Rejection;
import org.greenaudit.purchase.SourceRef;
import org.greenaudit.source.DuplicateFilter;
import org.greenaudit.source.Partition;
import org.greenaudit.source.RowBlocks;

/**
 * Reads the rows of one partition of a CSV file. Every row that is not blank becomes a line or a rejection; behind the last
 * it is made sure that they were those of the plan.
 */
final class CsvBlockReader extends RowBlocks {

    private final RowCursor cursor;
    private final FeedLayout layout;
    private final Partition partition;
    private final Supplier<InputException> changed;
    private final LineParser parser;
    private final DuplicateFilter duplicates;

    CsvBlockReader(
            RowCursor cursor,
            FeedLayout layout,
            Partition partition,
            Supplier<InputException> changed,
            int blockLines,
            DuplicateFilter duplicates)
            throws IOException {
        super(partition.number(), blockLines);
        this.cursor = cursor;
        this.layout = layout;
        this.partition = partition;
        this.changed = changed;
        this.parser = new LineParser(layout);
        this.duplicates = duplicates;
        try {
            begin();
        } catch (IOException e) {
            cursor.close();
            throw e;
        }
    }

    @Override
    protected boolean advance() throws IOException {
        if (cursor.next()) {
            return true;
        }
        if (cursor.record().sum() != partition.checksum()) {
            throw changed.get();
        }
        return false;
    }

    @Override
    protected Parsed read() {
        RecordScanner record = cursor.record();
        if (record.flaw() != RecordFlaw.NONE) {
            return flawed(record);
        }
        Parsed parsed = parser.parse(record.line(), cursor);
        if (cursor.brokenCell() >= 0) {
            return broken(parsed, cursor.brokenCell());
        }
        return duplicates.checked(layout, cursor, parsed);
    }

    private Rejection flawed(RecordScanner record) {
        Text detail;
        RejectReason reason;
        switch (record.flaw()) {
            case UNCLOSED_QUOTE -> {
                reason = RejectReason.UNCLOSED_QUOTE;
                detail = Text.of("reject.detail.unclosed-quote", record.flawLine());
            }
            case MALFORMED_QUOTE -> {
                reason = RejectReason.MALFORMED_QUOTE;
                detail = Text.of("reject.detail.malformed-quote", record.flawLine());
            }
            case NUL -> {
                reason = RejectReason.BAD_CHARACTERS;
                detail = Text.of("reject.detail.nul", record.flawLine());
            }
            default -> {
                reason = RejectReason.CELL_TOO_LONG;
                detail = Text.of(
                        "reject.detail.cell-too-long",
                        RowBlocks.LONGEST_CELL,
                        RowBlocks.LONGEST_RECORD,
                        record.flawLine());
            }
        }
        return new Rejection(ref(record.line()), "", reason, "", "", detail, cursor.asFound(), 0);
    }

    private Rejection broken(Parsed parsed, int cell) {
        String value = cursor.cell(cell);
        String column = layout.columns().entrySet().stream()
                .filter(each -> each.getValue() == cell)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
        Text detail = Text.of("reject.detail.bad-characters", cell + 1, value);
        return new Rejection(
                parsed.ref(), parsed.regionCode(), RejectReason.BAD_CHARACTERS, column, value, detail, cursor.raw(), 0);
    }

    private SourceRef ref(long line) {
        return new SourceRef(layout.sourceNo(), layout.source(), line);
    }

    @Override
    public void close() throws IOException {
        cursor.close();
    }
}
