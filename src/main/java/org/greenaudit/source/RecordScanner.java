package org.greenaudit.source;

import java.io.Closeable;
import java.io.IOException;
import java.util.Arrays;

/**
 * Takes a CSV file apart into records and cells (RFC 4180) without decoding it. CR, LF and CRLF end a record; a quote
 * opens only at the start of a cell; blank lines and lines of nothing but delimiters are passed over.
 *
 * <p>A quoted cell must close within {@value #LONGEST_CELL} bytes, and a delimiter or line end must follow. Where it
 * does not, the record ends with the physical line on which the quote opened, and the next line is a new record: one
 * stray quote must not swallow the rest of the file. All of this depends on nothing but the bytes from the record's
 * start on, so that planning and reading agree whatever the partitions and buffers.
 */
final class RecordScanner implements Closeable {

    /** The longest cell in bytes. */
    static final int LONGEST_CELL = 64 * 1024;

    /** The longest record in bytes. */
    static final int LONGEST_RECORD = 4 * 1024 * 1024;

    private static final int HEAD = 8 * 1024;

    private final ByteWindow window;
    private final long to;
    private final ByteKinds kinds;

    private byte[] bytes;
    private int start;
    private int length;
    private int[] cellFrom = new int[64];
    private int[] cellTo = new int[64];
    private boolean[] doubled = new boolean[64];
    private int cells;
    private long line;
    private long breaks;
    private Flaw flaw = Flaw.NONE;
    private long flawLine;
    private boolean content;
    private byte[] head = new byte[0];
    private boolean skipping;
    private long position;

    /**
     * A scanner.
     *
     * @param window the file, at the first record's first byte
     * @param to no record is read that starts at this position or behind it
     * @param firstLine the line on which the first record starts
     * @param kinds what each byte means
     */
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
            start += length;
            length = 0;
            line += breaks;
            breaks = 0;
            if (window.position(start) >= to || !available(0)) {
                return false;
            }
            position = window.position(start);
            scan();
        } while (!content && flaw == Flaw.NONE);
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

    /** What is wrong with the record. */
    Flaw flaw() {
        return flaw;
    }

    /** After the last record: the number of bytes in the file. */
    long fileEnd() {
        return window.position(window.limit());
    }

    /** The line on which the flaw is. */
    long flawLine() {
        return flawLine;
    }

    /** The number of cells. */
    int cells() {
        return cells;
    }

    /** The array that holds the record until the next call of {@link #next}. */
    byte[] bytes() {
        return bytes;
    }

    /** Where in {@link #bytes()} a cell begins, quotes left out. */
    int from(int cell) {
        return start + cellFrom[cell];
    }

    /** Where in {@link #bytes()} a cell ends. */
    int to(int cell) {
        return start + cellTo[cell];
    }

    /** Whether doubled quotes in the cell stand for single ones. */
    boolean hasDoubledQuotes(int cell) {
        return doubled[cell];
    }

    /** The beginning of the record as it stands in the file, for reports. */
    byte[] head() {
        return skipping ? head : Arrays.copyOfRange(bytes, start, start + Math.min(length, HEAD));
    }

    @Override
    public void close() throws IOException {
        window.close();
    }

    private void scan() throws IOException {
        cells = 0;
        flaw = Flaw.NONE;
        content = false;
        skipping = false;
        int at = 0;
        while (at >= 0) {
            boolean quoted = available(at) && bytes[start + at] == '"';
            at = quoted ? quotedCell(at) : plainCell(at);
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
                note(Flaw.NUL, line + breaks);
            } else if (kind == ByteKinds.LEAD && available(at) && (bytes[start + at] & 0xff) >= 0x40) {
                at++;
            }
            at = afterPlain(at);
        }
        return at >= LONGEST_RECORD ? tooLong() : endCell(first, at, false, at);
    }

    /** Runs over plain bytes; its own method with nothing but locals, so that it compiles to a tight loop. */
    private int afterPlain(int from) {
        byte[] buffer = bytes;
        ByteKinds meaning = kinds;
        int end = start + Math.min(window.limit() - start, LONGEST_RECORD);
        int i = start + from;
        while (i < end && meaning.of(buffer[i]) == ByteKinds.PLAIN) {
            i++;
        }
        return i - start;
    }

    /** Runs over bytes that mean nothing within quotes, not further than {@code most}. */
    private int afterQuotedPlain(int from, int most) {
        byte[] buffer = bytes;
        int end = start + Math.min(window.limit() - start, most);
        int i = start + from;
        while (i < end && buffer[i] != '"' && buffer[i] != '\n' && buffer[i] != '\r' && buffer[i] != 0) {
            i++;
        }
        return i - start;
    }

    /** Reads a quoted cell; the next cell's start, or -1 when the record has ended. */
    private int quotedCell(int open) throws IOException {
        int at = open + 1;
        long inner = 0;
        boolean twice = false;
        int most = Math.min(open + LONGEST_CELL + 1, LONGEST_RECORD);
        while (at < most && available(at)) {
            byte b = bytes[start + at];
            if (b == '"') {
                if (!available(at + 1) || bytes[start + at + 1] != '"') {
                    int close = at;
                    at = afterBlanks(at + 1);
                    boolean ends = !available(at) || kinds.endsCell(bytes[start + at]);
                    if (at >= LONGEST_RECORD) {
                        return tooLong();
                    }
                    if (!ends) {
                        return brokenQuote(open, inner == 0 ? Flaw.MALFORMED_QUOTE : Flaw.UNCLOSED_QUOTE);
                    }
                    breaks += inner;
                    return endCell(open + 1, close, twice, at);
                }
                twice = true;
                at++;
            } else if (b == '\n' || b == '\r') {
                boolean pair = b == '\r' && available(at + 1) && bytes[start + at + 1] == '\n';
                at += pair ? 1 : 0;
                inner++;
            } else if (b == 0) {
                note(Flaw.NUL, line + breaks + inner);
            }
            at = afterQuotedPlain(at + 1, most);
        }
        return at >= LONGEST_RECORD ? tooLong() : brokenQuote(open, Flaw.UNCLOSED_QUOTE);
    }

    private int afterBlanks(int from) throws IOException {
        int at = from;
        while (available(at) && !kinds.endsCell(bytes[start + at]) && isBlank(bytes[start + at])) {
            at++;
        }
        return at;
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\t';
    }

    /** Notes a cell; {@code at} is the delimiter, line end or file end behind it. */
    private int endCell(int from, int end, boolean twice, int at) throws IOException {
        if (cells == cellFrom.length) {
            cellFrom = Arrays.copyOf(cellFrom, cells * 2);
            cellTo = Arrays.copyOf(cellTo, cells * 2);
            doubled = Arrays.copyOf(doubled, cells * 2);
        }
        cellFrom[cells] = from;
        cellTo[cells] = end;
        doubled[cells] = twice;
        cells++;
        if (end - from > LONGEST_CELL) {
            note(Flaw.TOO_LONG, line + breaks);
        }
        for (int i = from; i < end && !content; i++) {
            byte b = bytes[start + i];
            content = b < 0 || b > ' ';
        }
        if (!available(at)) {
            return at >= LONGEST_RECORD ? tooLong() : endRecord(at);
        }
        byte b = bytes[start + at];
        if (b != '\n' && b != '\r') {
            return at + 1;
        }
        breaks++;
        boolean pair = b == '\r' && available(at + 1) && bytes[start + at + 1] == '\n';
        return endRecord(at + (pair ? 2 : 1));
    }

    private int endRecord(int end) {
        length = end;
        return -1;
    }

    /** Ends the record with the physical line on which the quote opened. */
    private int brokenQuote(int open, Flaw kind) throws IOException {
        flaw = kind;
        flawLine = line + breaks;
        return skipLine(open);
    }

    /** Ends the record with the physical line on which it grew too long. */
    private int tooLong() throws IOException {
        flaw = Flaw.TOO_LONG;
        flawLine = line;
        breaks = 0;
        for (int i = 0; i < LONGEST_RECORD; i++) {
            byte b = bytes[start + i];
            // A CR that ends the part seen so far is counted when the line is skipped.
            boolean pair = b == '\r' && (i + 1 == LONGEST_RECORD || bytes[start + i + 1] == '\n');
            breaks += (b == '\n' || b == '\r') && !pair ? 1 : 0;
        }
        boolean openCr = bytes[start + LONGEST_RECORD - 1] == '\r';
        return skipLine(openCr ? LONGEST_RECORD - 1 : LONGEST_RECORD);
    }

    private int skipLine(int from) throws IOException {
        int at = from;
        while (true) {
            if (at >= LONGEST_RECORD && !skipping) {
                head = Arrays.copyOfRange(bytes, start, start + HEAD);
                skipping = true;
            }
            if (skipping && start + at >= window.limit()) {
                // The record's beginning is no longer needed.
                start += at;
                at = 0;
            }
            if (start + at >= window.limit() && !more()) {
                return endRecord(at);
            }
            byte b = bytes[start + at++];
            if (b == '\n' || b == '\r') {
                breaks++;
                boolean another = start + at < window.limit() || more();
                boolean pair = b == '\r' && another && bytes[start + at] == '\n';
                return endRecord(pair ? at + 1 : at);
            }
        }
    }

    private void note(Flaw kind, long at) {
        if (flaw == Flaw.NONE) {
            flaw = kind;
            flawLine = at;
        }
    }

    /** Whether the record may go on with the byte at that offset: the file has it, and the record is not too long. */
    private boolean available(int offset) throws IOException {
        if (offset >= LONGEST_RECORD) {
            return false;
        }
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
