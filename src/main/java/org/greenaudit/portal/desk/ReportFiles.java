package org.greenaudit.portal.desk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.greenaudit.portal.access.AccessScope;

/**
 * The files of a run's report that an account may have: those of the whole run where it sees all regions, those of the counties
 * in its region otherwise. A file is found by its name among those that are there, so that no name leads out of the folder.
 */
public final class ReportFiles {

    /**
     * A file.
     *
     * @param name its path in the report, with slashes
     * @param content its name without folders, which tells what it holds
     * @param bytes its size
     */
    public record Entry(String name, String content, long bytes, Path path) {}

    private static final int DEPTH = 3;
    private static final Pattern OF_COUNTY = Pattern.compile("by-region/([0-9]{6})/[^/]+");

    private final Optional<Path> folder;

    /** The files in a report's folder, if it still exists. */
    public ReportFiles(Optional<Path> folder) {
        this.folder = folder;
    }

    /** Those that a scope covers, by name; nothing is covered by the scope of a unit. */
    public List<Entry> within(AccessScope scope) throws IOException {
        if (folder.isEmpty() || !scope.buyerCode().isEmpty()) {
            return List.of();
        }
        Path root = folder.get();
        try (Stream<Path> files = Files.walk(root, DEPTH)) {
            return files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .map(file -> entry(root, file))
                    .filter(entry -> covers(scope, entry.name()))
                    .sorted((one, other) -> one.name().compareTo(other.name()))
                    .toList();
        }
    }

    /** The one of that name, if a scope covers it. */
    public Optional<Path> find(AccessScope scope, String name) throws IOException {
        return within(scope).stream()
                .filter(entry -> entry.name().equals(name))
                .map(Entry::path)
                .findFirst();
    }

    private static Entry entry(Path root, Path file) {
        String name = root.relativize(file).toString().replace('\\', '/');
        return new Entry(name, file.getFileName().toString(), file.toFile().length(), file);
    }

    private static boolean covers(AccessScope scope, String name) {
        Matcher county = OF_COUNTY.matcher(name);
        return scope.regionPrefix().isEmpty() || (county.matches() && scope.coversRegion(county.group(1)));
    }
}
