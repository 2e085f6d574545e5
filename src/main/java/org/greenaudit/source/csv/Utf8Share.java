package org.greenaudit.source.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How much of a file that is not wholly UTF-8 is UTF-8 all the same. A program that cuts texts at a number of bytes breaks
 * a character here and there; read as GB18030, such a file may be valid and every Chinese cell another text.
 *
 * @param good characters of three bytes or more, as Chinese ones are; in GB18030 such a sequence is rare
 * @param bad sequences that are no character
 */
record Utf8Share(long good, long bad) {

    private static final char FIRST_OF_THREE_BYTES = 0x800;
    private static final int GOOD_FOR_EACH_BAD = 10;

    /** So many faults, and more of them than characters, are enough to know. */
    private static final int ENOUGH = 1_000;

    /** Counts through a file, as far as is needed. */
    static Utf8Share of(Path file) throws IOException {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.allocate(64 * 1024);
        CharBuffer chars = CharBuffer.allocate(64 * 1024);
        long good = 0;
        long bad = 0;
        try (InputStream in = Files.newInputStream(file)) {
            boolean ended = false;
            while (!ended && (bad < ENOUGH || bad < good)) {
                int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
                ended = read < 0;
                bytes.position(bytes.position() + Math.max(read, 0)).flip();
                CoderResult result;
                do {
                    result = decoder.decode(bytes, chars.clear(), ended);
                    good += chars.flip()
                            .chars()
                            .filter(c -> c >= FIRST_OF_THREE_BYTES)
                            .count();
                    if (result.isError()) {
                        bad++;
                        bytes.position(bytes.position() + result.length());
                    }
                } while (!result.isUnderflow());
                bytes.compact();
            }
        }
        return new Utf8Share(good, bad);
    }

    /** Whether it is a file in UTF-8 with few faults. */
    boolean nearlyAll() {
        return good >= GOOD_FOR_EACH_BAD * bad;
    }

    /** Whether most of it is UTF-8, and yet too much is not. */
    boolean most() {
        return good > bad;
    }
}
