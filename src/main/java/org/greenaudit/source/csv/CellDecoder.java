package org.greenaudit.source.csv;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.greenaudit.source.RowBlocks;

/** Turns the bytes of a cell into text, and notices bytes that are no character. Used by one thread. */
final class CellDecoder {

    private static final char REPLACEMENT = '\ufffd';

    private final CsvCharset charset;
    private final CharsetDecoder strict;
    private final CharBuffer chars = CharBuffer.allocate(RowBlocks.LONGEST_CELL + 2);
    private final TextCache knownTexts = new TextCache();
    private byte[] single = new byte[256];
    private boolean malformed;

    /** A decoder of that charset. */
    CellDecoder(CsvCharset charset) {
        this.charset = charset;
        this.strict = charset.charset()
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** The cell's text; what is no character becomes U+FFFD, and {@link #malformed()} tells. */
    String text(byte[] bytes, int from, int to, boolean doubledQuotes) {
        malformed = false;
        if (from == to) {
            return "";
        }
        if (doubledQuotes) {
            int length = undouble(bytes, from, to);
            return decode(single, 0, length);
        }
        return bytes[from] < 0 && to - from <= TextCache.LONGEST
                ? known(bytes, from, to)
                : decode(bytes, from, to - from);
    }

    /** Chinese cells are mostly names that come again and again, and take long to decode. */
    private String known(byte[] bytes, int from, int to) {
        int place = TextCache.place(bytes, from, to);
        String text = knownTexts.get(place, bytes, from, to);
        if (text.isEmpty()) {
            text = decode(bytes, from, to - from);
            if (!malformed) {
                knownTexts.put(place, bytes, from, to, text);
            }
        }
        return text;
    }

    /** Whether the last cell held bytes that are no character. */
    boolean malformed() {
        return malformed;
    }

    private String decode(byte[] bytes, int from, int length) {
        if (charset == CsvCharset.UTF_8) {
            String text = new String(bytes, from, length, StandardCharsets.UTF_8);
            // A file may hold U+FFFD itself, where an earlier program has lost a character.
            malformed = text.indexOf(REPLACEMENT) >= 0 && !decodesStrictly(bytes, from, length);
            return text;
        }
        if (isAscii(bytes, from, length)) {
            return new String(bytes, from, length, StandardCharsets.ISO_8859_1);
        }
        malformed = !decodesStrictly(bytes, from, length);
        return malformed
                ? new String(bytes, from, length, charset.charset())
                : chars.flip().toString();
    }

    private boolean decodesStrictly(byte[] bytes, int from, int length) {
        if (length > RowBlocks.LONGEST_CELL) {
            return false;
        }
        chars.clear();
        strict.reset();
        CoderResult result = strict.decode(ByteBuffer.wrap(bytes, from, length), chars, true);
        return result.isUnderflow() && strict.flush(chars).isUnderflow();
    }

    private static boolean isAscii(byte[] bytes, int from, int length) {
        for (int i = from; i < from + length; i++) {
            if (bytes[i] < 0) {
                return false;
            }
        }
        return true;
    }

    private int undouble(byte[] bytes, int from, int to) {
        if (single.length < to - from) {
            single = new byte[to - from];
        }
        int length = 0;
        for (int i = from; i < to; i++) {
            single[length++] = bytes[i];
            if (bytes[i] == '"' && i + 1 < to && bytes[i + 1] == '"') {
                i++;
            }
        }
        return length;
    }
}
