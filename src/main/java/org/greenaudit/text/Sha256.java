package org.greenaudit.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A SHA-256 digest that is fed piece by piece. Not safe for several threads. */
public final class Sha256 {

    private static final int BUFFER_BYTES = 64 * 1024;

    private final MessageDigest digest;

    /** An empty digest. */
    public Sha256() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The digest of a text in UTF-8, in hex. */
    public static String ofText(String text) {
        return new Sha256().add(text).hex();
    }

    /** The digest of a file's bytes, in hex. */
    public static String ofFile(Path file) throws IOException {
        Sha256 sha = new Sha256();
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
                sha.add(buffer, 0, read);
            }
        }
        return sha.hex();
    }

    /** Feeds a text in UTF-8. */
    public Sha256 add(String text) {
        return add(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Feeds bytes. */
    public Sha256 add(byte[] bytes) {
        return add(bytes, 0, bytes.length);
    }

    /** Feeds a part of an array. */
    public Sha256 add(byte[] bytes, int from, int count) {
        digest.update(bytes, from, count);
        return this;
    }

    /** The digest of everything that was fed; afterwards the digest is empty again. */
    public byte[] bytes() {
        return digest.digest();
    }

    /** The digest of everything that was fed, in hex; afterwards the digest is empty again. */
    public String hex() {
        return HexFormat.of().formatHex(bytes());
    }
}
