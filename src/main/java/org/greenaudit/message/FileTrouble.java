package org.greenaudit.message;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;

/** Why a file could not be read or written, in words for people. */
public final class FileTrouble {

    private static final String UNKNOWN = "@file.unknown";
    private static final String FULL = "@file.full";
    private static final String FOLDER = "@file.folder";

    private FileTrouble() {}

    /** The reason as an argument of a {@link Text}: a key where it is known, otherwise the system's own words. */
    public static String of(Exception failure) {
        if (failure instanceof NoSuchFileException) {
            return "@file.missing";
        }
        if (failure instanceof AccessDeniedException) {
            return "@file.denied";
        }
        if (failure instanceof FileAlreadyExistsException || failure instanceof NotDirectoryException) {
            return "@file.in-the-way";
        }
        if (failure instanceof InvalidPathException) {
            return "@file.no-path";
        }
        if (failure instanceof CharacterCodingException) {
            return "@file.no-utf-8";
        }
        return known(reason(failure));
    }

    /** The file, if the failure names it, as an argument of a {@link Text}. */
    public static String file(IOException failure) {
        return failure instanceof FileSystemException at ? Objects.requireNonNullElse(at.getFile(), UNKNOWN) : UNKNOWN;
    }

    /**
     * Makes sure that a path is that of a file, without opening it: opening a pipe waits for somebody who writes into it, a
     * device never ends, and what either brings can be read only once.
     *
     * @throws IOException when there is none, or something else
     */
    public static void requireFile(Path path) throws IOException {
        BasicFileAttributes there = Files.readAttributes(path, BasicFileAttributes.class);
        if (!there.isRegularFile()) {
            throw new FileSystemException(path.toString(), null, there.isDirectory() ? FOLDER : "@file.no-file");
        }
    }

    /**
     * Makes sure that a path is that of a file, or free: what is written in the place of a device would take the device away.
     *
     * @throws IOException when something else is there, or nothing could be
     */
    public static void requireFileOrNone(Path path) throws IOException {
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            requireFile(path);
        }
    }

    /** Whether a failure is about the path that was given, so that it stays until another is given or the place is changed. */
    public static boolean isOfPath(IOException failure) {
        String reason = of(failure);
        return failure instanceof FileSystemException && reason.startsWith("@") && !reason.equals(FULL);
    }

    /** A failure that names a place: Java's exception for a full disk names none. */
    public static IOException at(Path place, IOException failure) {
        if (failure instanceof FileSystemException) {
            return failure;
        }
        FileSystemException placed = new FileSystemException(place.toString(), null, failure.getMessage());
        placed.initCause(failure);
        return placed;
    }

    /** Whether the disk was full. */
    public static boolean isFull(IOException failure) {
        return of(failure).equals(FULL);
    }

    /** Whether the locale that the program was started in has the characters of Chinese file names; C and POSIX do not. */
    public static boolean namesAreWhole() {
        return Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"))
                .newEncoder()
                .canEncode("采购明细");
    }

    private static String reason(Exception failure) {
        String reason = failure instanceof FileSystemException at ? at.getReason() : failure.getMessage();
        return reason == null ? failure.getClass().getSimpleName() : reason;
    }

    private static String known(String reason) {
        if (reason.startsWith("Too many levels of symbolic links")) {
            return "@file.loop";
        }
        return switch (reason) {
            case "No space left on device", "File too large", "Disk quota exceeded" -> FULL;
            case "Read-only file system" -> "@file.read-only";
            case "Is a directory" -> FOLDER;
            case "Not a directory" -> "@file.in-the-way";
            case "File name too long" -> "@file.long-name";
            default -> reason;
        };
    }
}
