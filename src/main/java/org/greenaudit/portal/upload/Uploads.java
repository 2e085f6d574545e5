package org.greenaudit.portal.upload;

import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.greenaudit.file.PrivateFiles;
import org.greenaudit.message.Text;
import org.greenaudit.message.UsageException;
import org.springframework.util.unit.DataSize;

/** Receives the files that people bring, in a folder that only this server reads. */
public final class Uploads {

    /** What a form adds to its file. */
    private static final long FORM_BYTES = 1 << 20;

    private static final int LONGEST_NAME = 120;
    private static final Pattern FOLDERS = Pattern.compile("^.*[/\\\\]", Pattern.DOTALL);

    /** What moves the cursor, turns the direction, or is no character. */
    private static final Pattern UNSHOWN = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]+");

    /** A connection that sends nothing is cut after less. */
    private static final Duration LEFT_BEHIND = Duration.ofHours(6);

    private final Path folder;
    private final DataSize limit;

    /**
     * Receives files into a folder of the data directory, and removes what a server that was killed has left there.
     *
     * @param data the data directory
     * @param limit the most that a file may have
     * @param now the time
     */
    public Uploads(Path data, DataSize limit, Instant now) throws IOException {
        this.folder = data.toAbsolutePath().normalize().resolve("uploads").resolve("incoming");
        this.limit = limit;
        PrivateFiles.createFolders(data);
        PrivateFiles.createSecretFolder(folder.resolveSibling(""));
        PrivateFiles.createSecretFolder(folder);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(LEFT_BEHIND))) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    /** The most bytes that a file may have. */
    public DataSize limit() {
        return limit;
    }

    /** How the server takes forms with files apart: every file goes to the disk, and what is too large is refused. */
    public MultipartConfigElement multipart() {
        return new MultipartConfigElement(folder.toString(), limit.toBytes(), limit.toBytes() + FORM_BYTES, 0);
    }

    /**
     * Receives the file of a form, which is to be closed.
     *
     * @param part the part of the form
     * @param wanted the kinds that it may be of
     * @throws UsageException when there is no file, or it is empty, or of another kind; nothing is left of it then
     */
    public ReceivedFile receive(Optional<Part> part, Set<UploadKind> wanted) throws IOException {
        if (part.isEmpty() || part.get().getSize() == 0) {
            throw new UsageException(Text.of("portal.upload.none"));
        }
        String name =
                shown(Optional.ofNullable(part.get().getSubmittedFileName()).orElse(""));
        Path file = folder.resolve(UUID.randomUUID() + ".upload");
        try {
            PrivateFiles.createSecret(file);
            try (InputStream in = part.get().getInputStream();
                    OutputStream out = Files.newOutputStream(file)) {
                in.transferTo(out);
            }
            return new ReceivedFile(file, name, kind(file, name, wanted), Files.size(file));
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private static UploadKind kind(Path file, String name, Set<UploadKind> wanted) throws IOException {
        return UploadKind.of(file, name)
                .filter(wanted::contains)
                .orElseThrow(() -> new UsageException(Text.of(
                        wanted.contains(UploadKind.XLSX) ? "portal.upload.kind" : "portal.upload.no-csv", name)));
    }

    /** A name as it can be shown: without folders and what no eye sees, and not too long. */
    static String shown(String submitted) {
        String name = FOLDERS.matcher(submitted).replaceFirst("");
        name = UNSHOWN.matcher(name).replaceAll(" ").strip();
        int end = Math.min(name.length(), LONGEST_NAME);
        boolean halved = end > 0 && end < name.length() && Character.isHighSurrogate(name.charAt(end - 1));
        return name.isEmpty() ? "?" : name.substring(0, halved ? end - 1 : end);
    }
}
