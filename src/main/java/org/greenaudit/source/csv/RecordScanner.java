package org.greenaudit.source.csv;

import java.io.IOException;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.greenaudit.source.RowBlocks;

/**
 * Takes a CSV file apart into records and cells (RFC 4180) without decoding it. CR, LF and CRLF end a record; a quote
 * opens only at the start of a cell, with or without blanks before it; blank lines and lines of nothing but delimiters are passed over.
 *
 * <p>A quoted cell must close within {@value org.greenaudit.source.RowBlocks#LONGEST_CELL} bytes, and a delimiter or line end must follow. Where it
 * does not, the record ends with the physical line on which the quote opened, and the next line is a new record: one
 * stray quote must not swallow the rest of the file. A cell that closes later is reported as too long, any other as unclosed. All of this depends on nothing but the bytes from the record's
 * start on, so that planning and reading agree whatever the partitions and buffers.
 */
public final class RecordScanner {

    private static final int HEAD = 8 * 1024;

    private final ByteWindow window;
    private final long to;
    private final ByteKinds kinds;
    private final CellBounds cells = new CellBounds();
    private byte[] bytes;
    private int start;
    private int length;
    private long line;
    private long breaks;
    private RecordFlaw flaw = RecordFlaw.NONE;
    private long flawLine;
    private boolean content;
    private byte[] head = new byte[0];
    private boolean skipping;
    private long position;
    private final CRC32C crc = new CRC32C();
    private long sum;

    /** A scanner of the records that start before {@code to}; the window is at the first one's first byte. */
    RecordScanner(ByteWindow window, long to, long firstLine, ByteKinds kinds) {
        this.window = window;
        this.to = to;
        this.line = firstLine;
        this.kinds = kinds;
        this.bytes = window.bytes();
    }

    /** Passes over that many bytes before the first record: a byte order mark. */
    void skip(int count) throws IOException {
        start += available(count - 1) ? count : 0;
    }

    /** Goes to the next record that is not blank. */
    boolean next() throws IOException {
        do {
            pass(length);
            sum += (2 * position + 1) * crc.getValue();
            crc.reset();
            length = 0;
            line += breaks;
            breaks = 0;
            if (window.position(start) >= to || !available(0)) {
                return false;
            }
            position = window.position(start);
            scan();
        } while (!content && flaw == RecordFlaw.NONE);
        return true;
    }

    /** The line on which the record starts. */
    long line() {
        return line;
    }

    /** The position in the file of the record's first byte. */
    long position() {
        return position;
    }

    /**
     * The sum of the checksums of all that was passed over before the record: of each record (blank ones too) CRC-32C,
     * weighted by its place, so that records that change places show. Behind the last record it is that of all.
     */
    long sum() {
        return sum;
    }

    /** Leaves so many bytes behind. */
    private void pass(int count) {
        crc.update(bytes, start, count);
        start += count;
    }

    /** What is wrong with the record. */
    RecordFlaw flaw() {
        return flaw;
    }

    /** The line on which the flaw is. */
    long flawLine() {
        return flawLine;
    }

    /** The array that holds the record until the next call of {@link #next}. */
    byte[] bytes() {
        return bytes;
    }

    /** Where in {@link #bytes()} the record begins. */
    int start() {
        return start;
    }

    /** The record's cells, counted from {@link #start()}, quotes left out; meaningless where there is a flaw. */
    CellBounds cells() {
        return cells;
    }

    /** The beginning of the record as it stands in the file, for reports. */
    byte[] head() {
        return skipping ? head : Arrays.copyOfRange(bytes, start, start + Math.min(length, HEAD));
    }

    private void scan() throws IOException {
        cells.clear();
        flaw = RecordFlaw.NONE;
        content = false;
        skipping = false;
        int at = 0;
        while (at >= 0) {
            int first = afterBlanks(at);
            boolean quoted = available(first) && bytes[start + first] == '"';
            at = quoted ? quotedCell(first) : plainCell(at);
        }
    }

    /** Reads an unquoted cell; the next cell's start, or -1 when the record has ended. */
    private int plainCell(int first) throws IOException {
        int at = afterPlain(first);
        while (available(at)) {
            int kind = kinds.of(bytes[start + at]);
            if (kind == ByteKinds.END) {
                return endCell(first, at, false, at);
            }
            at++;
            if (kind == ByteKinds.NUL) {
                note(RecordFlaw.NUL, line + breaks);
            } else if (kind == ByteKinds.LEAD && available(at) && (bytes[start + at] & 0xff) >= 0x40) {
                at++;
            }
            at = afterPlain(at);
        }
        return at >= RowBlocks.LONGEST_RECORD ? tooLong() : endCell(first, at, false, at);
    }

    private int afterPlain(int from) {
        int end = Math.min(window.limit(), start + RowBlocks.LONGEST_RECORD);
        return kinds.afterPlain(bytes, start + from, end) - start;
    }

    private int afterQuoted(int from, int most) {
        int end = Math.min(window.limit(), start + most);
        return ByteKinds.afterQuoted(bytes, start + from, end) - start;
    }

    /** Reads a quoted cell; the next cell's start, or -1 when the record has ended. */
    private int quotedCell(int open) throws IOException {
        int at = open + 1;
        long inner = 0;
        boolean twice = false;
        int most = Math.min(open + RowBlocks.LONGEST_CELL + 1, RowBlocks.LONGEST_RECORD);
        while (at < most && available(at)) {
            byte b = bytes[start + at];
            int next = at + 1;
            if (b == '"') {
                if (!available(next) || bytes[start + next] != '"') {
                    return closeQuote(open, at, twice, inner);
                }
                twice = true;
                next++;
            } else if (ByteKinds.isLineEnd(b)) {
                next = afterLineEnd(at);
                inner++;
            } else if (b == 0) {
                note(RecordFlaw.NUL, line + breaks + inner);
            }
            at = afterQuoted(next, most);
        }
        return at >= RowBlocks.LONGEST_RECORD
                ? tooLong()
                : brokenQuote(open, closesLater(at) ? RecordFlaw.TOO_LONG : RecordFlaw.UNCLOSED_QUOTE);
    }

    /**
     * Whether a quoted cell that is already too long closes after all: the next quote that is not doubled stands before a
     * delimiter, a line end or the file's end. Only the flaw's name hangs on it.
     */
    private boolean closesLater(int from) throws IOException {
        int at = from;
        while (available(at)) {
            int next = at + 1;
            if (bytes[start + at] == '"') {
                boolean more = reaches(next);
                if (!more || bytes[start + next] != '"') {
                    return !more || kinds.endsCell(bytes[start + next]);
                }
                next++;
            }
            at = afterQuoted(next, RowBlocks.LONGEST_RECORD);
        }
        return false;
    }

    private int afterBlanks(int from) throws IOException {
        int at = from;
        while (available(at) && ByteKinds.isBlank(bytes[start + at]) && !kinds.endsCell(bytes[start + at])) {
            at++;
        }
        return at;
    }

    /** Ends a quoted cell, behind which there may be blanks but no text. */
    private int closeQuote(int open, int close, boolean twice, long inner) throws IOException {
        int at = afterBlanks(close + 1);
        if (at >= RowBlocks.LONGEST_RECORD) {
            return tooLong();
        }
        if (available(at) && !kinds.endsCell(bytes[start + at])) {
            return brokenQuote(open, inner == 0 ? RecordFlaw.MALFORMED_QUOTE : RecordFlaw.UNCLOSED_QUOTE);
        }
        breaks += inner;
        return endCell(open + 1, close, twice, at);
    }

    /** Notes a cell; {@code at} is the delimiter, line end or file end behind it. */
    private int endCell(int from, int end, boolean twice, int at) throws IOException {
        cells.add(from, end, twice);
        if (end - from > RowBlocks.LONGEST_CELL) {
            note(RecordFlaw.TOO_LONG, line + breaks);
        }
        content = content || ByteKinds.hasContent(bytes, start + from, start + end);
        if (!available(at)) {
            return at >= RowBlocks.LONGEST_RECORD ? tooLong() : endRecord(at);
        }
        if (!ByteKinds.isLineEnd(bytes[start + at])) {
            return at + 1;
        }
        breaks++;
        return endRecord(afterLineEnd(at));
    }

    private int afterLineEnd(int at) throws IOException {
        boolean cr = bytes[start + at] == '\r';
        return cr && available(at + 1) && bytes[start + at + 1] == '\n' ? at + 2 : at + 1;
    }

    private int endRecord(int end) {
        length = end;
        return -1;
    }

    /** Ends the record with the physical line on which the quote opened. */
    private int brokenQuote(int open, RecordFlaw kind) throws IOException {
        flaw = kind;
        flawLine = line + breaks;
        return skipLine(open);
    }

    /** Ends the record with the physical line on which it grew too long. */
    private int tooLong() throws IOException {
        flaw = RecordFlaw.TOO_LONG;
        flawLine = line;
        // A CR at the very end may be half of a line end, and is counted when the line is skipped.
        int seen = bytes[start + RowBlocks.LONGEST_RECORD - 1] == '\r'
                ? RowBlocks.LONGEST_RECORD - 1
                : RowBlocks.LONGEST_RECORD;
        breaks = ByteKinds.lineEnds(bytes, start, start + seen);
        return skipLine(seen);
    }

    private int skipLine(int from) throws IOException {
        int at = from;
        while (true) {
            if (at >= RowBlocks.LONGEST_RECORD && !skipping) {
                head = Arrays.copyOfRange(bytes, start, start + HEAD);
                skipping = true;
            }
            if (skipping && start + at >= window.limit()) {
                // The record's beginning is no longer needed.
                pass(at);
                at = 0;
            }
            if (start + at >= window.limit() && !more()) {
                return endRecord(at);
            }
            boolean lf = bytes[start + at] == '\n';
            boolean cr = bytes[start + at] == '\r';
            at++;
            if (lf || cr) {
                breaks++;
                boolean pair = cr && (start + at < window.limit() || more()) && bytes[start + at] == '\n';
                return endRecord(pair ? at + 1 : at);
            }
        }
    }

    private void note(RecordFlaw kind, long at) {
        if (flaw == RecordFlaw.NONE) {
            flaw = kind;
            flawLine = at;
        }
    }

    /** Whether the record may go on with the byte at that offset: the file has it, and the record is not too long. */
    private boolean available(int offset) throws IOException {
        return offset < RowBlocks.LONGEST_RECORD && reaches(offset);
    }

    /** Whether the file has the byte at that offset of the record. */
    private boolean reaches(int offset) throws IOException {
        while (start + offset >= window.limit()) {
            if (!more()) {
                return false;
            }
        }
        return true;
    }

    private boolean more() throws IOException {
        boolean filled = window.fill(start);
        start = 0;
        bytes = window.bytes();
        return filled;
    }
}
