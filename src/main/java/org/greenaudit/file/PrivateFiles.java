package org.greenaudit.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Makes files and folders that only their owner writes and only their group reads besides, whatever the umask: they name
 * who bought what. Where the system has no such rights (Windows), its own apply.
 */
public final class PrivateFiles {

    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwxr-x---");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-r-----");
    private static final Set<PosixFilePermission> SECRET = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> SECRET_FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private PrivateFiles() {}

    /** Makes a folder and those above it that are missing; those that are there stay as they are. */
    public static void createFolders(Path folder) throws IOException {
        Files.createDirectories(folder, attributes(FOLDER));
    }

    /** Makes a folder that its owner alone enters, where it is missing. */
    public static void createSecretFolder(Path folder) throws IOException {
        Files.createDirectories(folder, attributes(SECRET_FOLDER));
    }

    /**
     * Makes such a folder in one that is there.
     *
     * @throws java.nio.file.FileAlreadyExistsException when there is something of that name
     */
    public static void newSecretFolder(Path folder) throws IOException {
        Files.createDirectory(folder, attributes(SECRET_FOLDER));
    }

    /** Opens a file in this way, which is made where it is missing. */
    public static FileChannel open(Path file, OpenOption... how) throws IOException {
        Set<OpenOption> options = new HashSet<>(List.of(how));
        options.add(StandardOpenOption.CREATE);
        return FileChannel.open(file, options, attributes(FILE));
    }

    /** Makes a file of the process's own in a folder, which is made where it is missing; gone as soon as it is closed. */
    public static FileChannel temporary(Path folder, String ending) throws IOException {
        createFolders(folder);
        return FileChannel.open(
                Files.createTempFile(folder, "greenaudit-", ending),
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE);
    }

    /** Makes an empty file where none is. */
    public static void create(Path file) throws IOException {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            Files.createFile(file, attributes(FILE));
        }
    }

    /** Makes a file that its owner alone reads. */
    public static void createSecret(Path file) throws IOException {
        Files.createFile(file, attributes(SECRET));
    }

    /** Takes from a file or folder what others and the group may do with it beyond reading; nothing is added. */
    public static void restrict(Path path) throws IOException {
        if (POSIX && !Files.isSymbolicLink(path)) {
            Set<PosixFilePermission> rights = new TreeSet<>(Files.getPosixFilePermissions(path));
            if (rights.retainAll(Files.isDirectory(path) ? FOLDER : FILE)) {
                Files.setPosixFilePermissions(path, rights);
            }
        }
    }

    private static FileAttribute<?>[] attributes(Set<PosixFilePermission> rights) {
        return POSIX ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(rights)} : new FileAttribute<?>[0];
    }
}
