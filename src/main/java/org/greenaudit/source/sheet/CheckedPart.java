package org.greenaudit.source.sheet;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;

/**
 * A part of an archive, held at its end against the size and the checksum that the archive names for it. The system's reader
 * of archives does not look at them, and one wrong byte in a sheet may be another amount.
 */
final class CheckedPart extends FilterInputStream {

    private final ZipEntry entry;
    private final CRC32 checksum = new CRC32();
    private long bytes;

    CheckedPart(InputStream part, ZipEntry entry) {
        super(part);
        this.entry = entry;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int count) throws IOException {
        int read = super.read(into, from, count);
        if (read > 0) {
            checksum.update(into, from, read);
            bytes += read;
        } else if (read < 0 && (bytes != entry.getSize() || checksum.getValue() != entry.getCrc())) {
            throw new ZipException(entry.getName() + ": " + bytes + "/" + entry.getSize());
        }
        return read;
    }
}
