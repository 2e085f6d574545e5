package org.greenaudit.portal.upload;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.greenaudit.file.DurableFiles;

/** A file that somebody brought. Closed, it is gone, unless it has been kept. */
public final class ReceivedFile implements Closeable {

    private final Path path;
    private final String name;
    private final UploadKind kind;
    private final long bytes;

    ReceivedFile(Path path, String name, UploadKind kind, long bytes) {
        this.path = path;
        this.name = name;
        this.kind = kind;
        this.bytes = bytes;
    }

    /** Where it is until it is kept, under a name that this server chose. */
    public Path path() {
        return path;
    }

    /** What it was called where it came from: a text to show, which builds no path. */
    public String name() {
        return name;
    }

    /** What it is, by what it holds. */
    public UploadKind kind() {
        return kind;
    }

    /** Its size. */
    public long bytes() {
        return bytes;
    }

    /**
     * Keeps it there, which is in the same data directory and in a folder that is there; only its owner may read it.
     *
     * @throws IOException when it cannot be moved
     */
    public void keep(Path target) throws IOException {
        DurableFiles.force(path);
        DurableFiles.rename(path, target);
        DurableFiles.forceFolder(target.resolveSibling(""));
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
