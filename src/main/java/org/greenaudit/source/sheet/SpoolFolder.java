package org.greenaudit.source.sheet;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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

    /** Those of this process. It must not even try their locks: POSIX lets go of one when its process closes the file. */
    private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final Path real;
    private final FileChannel lock;

    private SpoolFolder(Path path, Path real, FileChannel lock) {
        this.path = path;
        this.real = real;
        this.lock = lock;
    }

    /** Makes a folder in another, which is made too where it is not there. */
    static SpoolFolder in(Path parent) throws IOException {
        PrivateFiles.createFolders(parent);
        sweep(parent);
        Path path = Files.createTempDirectory(parent, PREFIX);
        Path real = path.toRealPath();
        OWN.add(real);
        Path unlocked = path.resolve(LOCK + ".new");
        FileChannel lock = FileChannel.open(unlocked, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        lock.lock();
        Files.move(unlocked, path.resolve(LOCK));
        return new SpoolFolder(path, real, lock);
    }

    /** Where it is. */
    Path path() {
        return path;
    }

    private static void sweep(Path parent) throws IOException {
        Path real = parent.toRealPath();
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(real, PREFIX + "*")) {
            for (Path folder : folders) {
                Path lock = folder.resolve(LOCK);
                if (!OWN.contains(folder) && Files.isWritable(lock) && isLeft(lock)) {
                    remove(folder);
                }
            }
        }
    }

    private static boolean isLeft(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock != null;
        } catch (NoSuchFileException removedMeanwhile) {
            return false;
        }
    }

    /** Several processes may do so at once. */
    private static void remove(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        } catch (NoSuchFileException removedMeanwhile) {
            return;
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
        } finally {
            OWN.remove(real);
        }
    }
}
