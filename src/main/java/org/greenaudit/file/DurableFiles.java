package org.greenaudit.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/** Makes files survive a power cut: contents and folders are forced to disk, and renames happen in one step. */
public final class DurableFiles {

    private DurableFiles() {}

    /** Forces a file's content to disk. */
    public static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Forces a folder and everything below it to disk, and closes all of it to other users. */
    public static void forceAll(Path top) throws IOException {
        List<Path> all;
        try (Stream<Path> paths = Files.walk(top)) {
            all = paths.toList();
        }
        for (Path path : all) {
            PrivateFiles.restrict(path);
            if (Files.isDirectory(path)) {
                forceFolder(path);
            } else {
                force(path);
            }
        }
    }

    /**
     * Replaces a small file with that text in one step: it is there whole, or as it was.
     *
     * @throws IOException when it cannot be written; nothing is left then, so that half a file does not stay on a full disk
     */
    public static void replace(Path file, String text) throws IOException {
        Path fresh = file.resolveSibling("." + file.getFileName() + ".partial");
        FileChannel channel = PrivateFiles.open(fresh, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
        try {
            PrivateFiles.restrict(fresh);
            fill(channel, text);
            rename(fresh, file);
        } catch (IOException e) {
            remove(fresh, e);
            throw e;
        }
    }

    private static void fill(FileChannel channel, String text) throws IOException {
        try (channel) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private static void remove(Path fresh, IOException failure) {
        try {
            Files.deleteIfExists(fresh);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    /** Forces the entries of a folder to disk, where the system lets a program do so (Windows does not). */
    public static void forceFolder(Path folder) throws IOException {
        FileChannel channel;
        try {
            channel = FileChannel.open(folder, StandardOpenOption.READ);
        } catch (IOException notOpenedAsFile) {
            return;
        }
        try (channel) {
            channel.force(true);
        }
    }

    /** Renames in one step, replacing a file or symbolic link that has the name. */
    public static void rename(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            throw new IOException("cannot rename in one step: " + from.getFileName() + " to " + to.getFileName(), e);
        }
    }
}
