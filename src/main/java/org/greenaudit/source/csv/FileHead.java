package org.greenaudit.source.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.greenaudit.message.Text;
import org.greenaudit.purchase.InputException;
import org.greenaudit.source.sheet.SheetSpool;

/**
 * The beginning of a file, by which workbooks are told from CSV, and what is neither is turned away with a word on what to
 * do.
 *
 * @param bytes the first bytes, at most {@value #LENGTH}
 * @param bom the length of the UTF-8 byte order mark, 3 or 0
 */
record FileHead(byte[] bytes, int bom) {

    private static final int LENGTH = 64 * 1024;
    private static final int BINARY_WITHIN = 8 * 1024;

    /**
     * Reads a file's beginning.
     *
     * @throws InputException when it is missing, a directory, no file, unreadable, empty, UTF-16, in a seven-bit encoding or binary
     */
    static FileHead of(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw problem("source.not-found", file);
        }
        if (Files.isDirectory(file)) {
            throw problem("source.directory", file);
        }
        if (!Files.isRegularFile(file)) {
            // a pipe or a device: what it brings can be read once, and two passes are needed
            throw problem("source.no-file", file);
        }
        if (!Files.isReadable(file)) {
            throw problem("source.unreadable", file);
        }
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(LENGTH);
        }
        if (bytes.length == 0) {
            throw problem("source.empty", file);
        }
        if (SheetSpool.isWorkbook(bytes)) {
            return new FileHead(bytes, 0);
        }
        if (starts(bytes, 0xff, 0xfe) || starts(bytes, 0xfe, 0xff)) {
            throw problem("source.utf16", file);
        }
        for (int i = 0; i < Math.min(bytes.length, BINARY_WITHIN); i++) {
            if (bytes[i] == 0) {
                throw problem("source.binary", file);
            }
        }
        if (SevenBit.is(bytes)) {
            throw problem("source.seven-bit", file);
        }
        return new FileHead(bytes, starts(bytes, 0xef, 0xbb, 0xbf) ? 3 : 0);
    }

    /** Whether it is the beginning of a workbook. */
    boolean isWorkbook() {
        return SheetSpool.isWorkbook(bytes);
    }

    private static InputException problem(String key, Path file) {
        return new InputException(Text.of(key, file));
    }

    private static boolean starts(byte[] bytes, int... expected) {
        if (bytes.length < expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if ((bytes[i] & 0xff) != expected[i]) {
                return false;
            }
        }
        return true;
    }
}
