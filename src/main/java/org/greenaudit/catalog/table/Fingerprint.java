package org.greenaudit.catalog.table;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.greenaudit.text.Sha256;

/**
 * SHA-256 over what the catalog files say, not how they are written: every file's relative path and the trimmed cells
 * of its rows. Line ends, byte order marks, quoting and blank lines do not change it; a cell does.
 */
public final class Fingerprint {

    private final Sha256 whole = new Sha256();
    private final Map<String, String> parts = new LinkedHashMap<>();

    /** Feeds one row, each cell with its length so that no two rows read alike. */
    public static void addRow(Sha256 digest, List<String> cells) {
        digest.add(length(cells.size()));
        for (String cell : cells) {
            byte[] bytes = cell.getBytes(StandardCharsets.UTF_8);
            digest.add(length(bytes.length));
            digest.add(bytes);
        }
    }

    /** Adds one file; the order of the files matters. */
    public void addFile(String relative, Sha256 content) {
        byte[] digest = content.bytes();
        addRow(whole, List.of(relative));
        whole.add(digest);
        parts.put(relative, HexFormat.of().formatHex(digest));
    }

    /** The digest of each file so far, in order, as hex. */
    public Map<String, String> parts() {
        return parts;
    }

    /** The fingerprint of all files, as hex; nothing can be added afterwards. */
    public String finish() {
        return whole.hex();
    }

    private static byte[] length(int length) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(length).array();
    }
}
