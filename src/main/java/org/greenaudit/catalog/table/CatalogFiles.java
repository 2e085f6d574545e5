package org.greenaudit.catalog.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.greenaudit.message.Text;

/**
 * Several catalog directories laid over one another: a file in a later directory replaces the same relative path of an
 * earlier one, and a later {@code certificates} folder replaces the earlier folder whole.
 */
public final class CatalogFiles {

    public static final String CERTIFICATES = "certificates";

    private final List<Path> directories;

    public CatalogFiles(List<Path> directories) {
        this.directories = List.copyOf(directories);
    }

    /** The file that counts for a relative path; where none exists, the place in the first directory it is missed at. */
    public Path locate(String relative) {
        if (relative.startsWith(CERTIFICATES + "/")) {
            return certificates().resolve(relative.substring(CERTIFICATES.length() + 1));
        }
        return last(relative).orElseGet(() -> directories.get(0).resolve(relative));
    }

    /**
     * The certificate files that count, by name.
     *
     * @param part the folder below that of the certificates in which they stand; empty for that folder itself
     */
    public List<Path> certificateFiles(String part, Problems problems) {
        return in(certificates().resolve(part), problems).stream()
                .filter(CatalogFiles::csv)
                .toList();
    }

    /** The {@code certificates} folder that counts; it need not exist. */
    public Path certificates() {
        return last(CERTIFICATES).orElseGet(() -> directories.get(0).resolve(CERTIFICATES));
    }

    /** Whether a file is a CSV file by its name, whatever the case. */
    public static boolean csv(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".csv");
    }

    /** What is in a folder, by name, without hidden files; nothing, after a report, when it cannot be listed. */
    public static List<Path> in(Path folder, Problems problems) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted(Comparator.comparing(file -> file.getFileName().toString()))
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            problems.file(folder.toString(), Text.of("catalog-problem.directory-unreadable"));
            return List.of();
        }
    }

    private Optional<Path> last(String relative) {
        Optional<Path> found = Optional.empty();
        for (Path directory : directories) {
            Path file = directory.resolve(relative);
            if (Files.exists(file)) {
                found = Optional.of(file);
            }
        }
        return found;
    }
}
