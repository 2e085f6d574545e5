package org.greenaudit.source.sheet;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.greenaudit.file.PrivateFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder of files that live as long as one source is in use. Nobody else can read it. A lock says that it is in use, so
 * that what a killed process left behind is removed by the next.
 */
final class SpoolFolder implements Closeable {

    private static final String PREFIX = "spool-";
    private static final String LOCK = "lock";

    private static final Logger LOG = LoggerFactory.getLogger(SpoolFolder.class);

    private final Path path;
    private final FileChannel lock;

    private SpoolFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /** Makes a folder in another, which is made too where it is not there. */
    static SpoolFolder in(Path parent) throws IOException {
        PrivateFiles.createFolders(parent);
        sweep(parent);
        Path path = Files.createTempDirectory(parent, PREFIX);
        Path unlocked = path.resolve(LOCK + ".new");
        FileChannel lock = FileChannel.open(unlocked, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        lock.lock();
        Files.move(unlocked, path.resolve(LOCK));
        return new SpoolFolder(path, lock);
    }

    /** Where it is. */
    Path path() {
        return path;
    }

    private static void sweep(Path parent) throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, PREFIX + "*")) {
            for (Path folder : folders) {
                Path lock = folder.resolve(LOCK);
                if (Files.isWritable(lock) && isLeft(lock)) {
                    remove(folder);
                }
            }
        }
    }

    private static boolean isLeft(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock != null;
        } catch (OverlappingFileLockException inUseHere) {
            return false;
        }
    }

    private static void remove(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(folder);
    }

    /** Removes it, or leaves it to the next where the system does not let it go. */
    @Override
    public void close() {
        try {
            lock.close();
            remove(path);
        } catch (IOException e) {
            LOG.warn("{} is left for the next audit to remove", path, e);
        }
    }
}
