package org.greenaudit.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Several catalog directories laid over one another: a file in a later directory replaces the same relative path of an
 * earlier one, and a later {@code certificates} folder replaces the earlier folder whole.
 */
final class CatalogFiles {

    private static final String CERTIFICATES = "certificates";

    private final List<Path> directories;

    CatalogFiles(List<Path> directories) {
        this.directories = List.copyOf(directories);
    }

    List<Path> directories() {
        return directories;
    }

    /** The file that counts for a relative path; where none exists, the place in the first directory it is missed at. */
    Path locate(String relative) {
        if (relative.startsWith(CERTIFICATES + "/")) {
            return certificates().resolve(relative.substring(CERTIFICATES.length() + 1));
        }
        return last(relative).orElseGet(() -> directories.get(0).resolve(relative));
    }

    /** The certificate files that count, by name. */
    List<Path> certificateFiles() {
        Path folder = certificates();
        return Files.isDirectory(folder) ? csvIn(folder) : List.of();
    }

    /**
     * The CSV files of a folder, by name.
     *
     * @throws UncheckedIOException when the folder cannot be listed
     */
    static List<Path> csvIn(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.getFileName().toString().endsWith(".csv"))
                    .sorted((a, b) ->
                            a.getFileName().toString().compareTo(b.getFileName().toString()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path certificates() {
        return last(CERTIFICATES).orElseGet(() -> directories.get(0).resolve(CERTIFICATES));
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
