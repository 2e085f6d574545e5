package org.greenaudit.report;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/** Makes files survive a power cut: contents and folders are forced to disk, and renames happen in one step. */
final class DurableFiles {

    private DurableFiles() {}

    /** Forces a file's content to disk. */
    static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Forces a folder and everything below it to disk. */
    static void forceAll(Path top) throws IOException {
        List<Path> all;
        try (Stream<Path> paths = Files.walk(top)) {
            all = paths.toList();
        }
        for (Path path : all) {
            if (Files.isDirectory(path)) {
                forceFolder(path);
            } else {
                force(path);
            }
        }
    }

    /** Forces the entries of a folder to disk, where the system lets a program do so (Windows does not). */
    static void forceFolder(Path folder) throws IOException {
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
    static void rename(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            throw new IOException("cannot rename in one step: " + from.getFileName() + " to " + to.getFileName(), e);
        }
    }
}
