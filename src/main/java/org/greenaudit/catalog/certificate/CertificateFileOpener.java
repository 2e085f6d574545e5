package org.greenaudit.catalog.certificate;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Opens a certificate file: UTF-8 with or without BOM, and GB18030 when it is no UTF-8. */
final class CertificateFileOpener {

    private static final Charset GB18030 = Charset.forName("GB18030");

    private static final byte[] BOM = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private CertificateFileOpener() {}

    /** The charset that a file is written in. It costs a reading of the whole file. */
    static Charset charset(Path file) throws IOException {
        return isUtf8(file) ? StandardCharsets.UTF_8 : GB18030;
    }

    /**
     * The file's characters without a BOM. Reading them fails with a {@link CharacterCodingException} at a byte that its
     * charset does not know.
     */
    static Reader open(Path file, Charset charset) throws IOException {
        return new BufferedReader(strict(file, charset), 1 << 16);
    }

    private static boolean isUtf8(Path file) throws IOException {
        char[] ignored = new char[1 << 14];
        try (Reader reader = strict(file, StandardCharsets.UTF_8)) {
            while (reader.read(ignored) >= 0) {
                // reading is the test
            }
            return true;
        } catch (CharacterCodingException otherCharset) {
            return false;
        }
    }

    private static Reader strict(Path file, Charset charset) throws IOException {
        InputStream bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        bytes.mark(BOM.length);
        if (!Arrays.equals(bytes.readNBytes(BOM.length), BOM)) {
            bytes.reset();
        }
        return new InputStreamReader(
                bytes,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }
}
