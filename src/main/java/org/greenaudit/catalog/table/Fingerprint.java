package org.greenaudit.catalog.table;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * SHA-256 over what the catalog files say, not how they are written: every file's relative path and the trimmed cells
 * of its rows. Line ends, byte order marks, quoting and blank lines do not change it; a cell does.
 */
public final class Fingerprint {

    private final MessageDigest whole = sha256();
    private final Map<String, String> parts = new LinkedHashMap<>();

    /** An empty SHA-256 digest. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Feeds one row, each cell with its length so that no two rows read alike. */
    public static void addRow(MessageDigest digest, List<String> cells) {
        digest.update(length(cells.size()));
        for (String cell : cells) {
            byte[] bytes = cell.getBytes(StandardCharsets.UTF_8);
            digest.update(length(bytes.length));
            digest.update(bytes);
        }
    }

    /** Adds one file; the order of the files matters. */
    public void addFile(String relative, MessageDigest content) {
        byte[] digest = content.digest();
        addRow(whole, List.of(relative));
        whole.update(digest);
        parts.put(relative, HexFormat.of().formatHex(digest));
    }

    /** The digest of each file so far, in order, as hex. */
    public Map<String, String> parts() {
        return parts;
    }

    /** The fingerprint of all files, as hex; nothing can be added afterwards. */
    public String finish() {
        return HexFormat.of().formatHex(whole.digest());
    }

    private static byte[] length(int length) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(length).array();
    }
}
