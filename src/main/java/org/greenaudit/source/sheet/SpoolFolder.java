package org.greenaudit.source.sheet;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
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
                if (!OWN.contains(folder) && Files.isWritable(lock)) {
                    removeIfLeft(folder, lock);
                }
            }
        }
    }

    /** Whoever finds it in use, or cannot remove it, leaves it to others: it hinders nobody. */
    private static void removeIfLeft(Path folder, Path lock) {
        boolean left;
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
                FileLock mine = channel.tryLock()) {
            left = mine != null;
        } catch (NoSuchFileException | OverlappingFileLockException another) {
            // another process has removed it, or another thread is about to
            left = false;
        } catch (IOException e) {
            LOG.warn("{} cannot be looked at", folder, e);
            left = false;
        }
        if (left) {
            remove(folder);
        }
    }

    /**
     * Several processes may do so at once. The lock goes last, so that what one of them does not get to the end with is found
     * again.
     */
    private static void remove(Path folder) {
        Path lock = folder.resolve(LOCK);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, file -> !file.endsWith(LOCK))) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(lock);
            Files.deleteIfExists(folder);
        } catch (NoSuchFileException removedMeanwhile) {
            // which was the aim
        } catch (IOException e) {
            LOG.warn("{} is left for the next audit to remove", folder, e);
        }
    }

    /** Removes it, or leaves it to the next where the system does not let it go. */
    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            LOG.warn("the lock of {} cannot be closed", path, e);
        }
        remove(path);
        OWN.remove(real);
    }
}
