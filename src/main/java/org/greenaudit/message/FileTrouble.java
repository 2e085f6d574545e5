package org.greenaudit.message;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Objects;

/** Why a file could not be read or written, in words for people. */
public final class FileTrouble {

    private static final String UNKNOWN = "@file.unknown";
    private static final String FULL = "@file.full";

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
        return switch (reason) {
            case "No space left on device", "File too large", "Disk quota exceeded" -> FULL;
            case "Read-only file system" -> "@file.read-only";
            case "Is a directory" -> "@file.folder";
            case "Not a directory" -> "@file.in-the-way";
            default -> reason;
        };
    }
}
