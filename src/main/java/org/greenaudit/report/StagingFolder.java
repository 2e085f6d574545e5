package org.greenaudit.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.greenaudit.purchase.RegionCodes;
import org.greenaudit.store.RunRecord;
import org.springframework.util.FileSystemUtils;

/**
 * The temporary folder in which a report is written, next to its final place. {@link #publish} renames the folder when it
 * is complete, so that nobody ever reads half a report.
 */
final class StagingFolder {

    private final Path target;
    private final Path folder;
    private final SortedMap<String, Long> rows = new TreeMap<>();
    private final SortedSet<String> names = new TreeSet<>();

    private StagingFolder(Path target, Path folder) {
        this.target = target;
        this.folder = folder;
    }

    /** An empty folder for the report of a run; what an earlier attempt left behind is removed. */
    static StagingFolder open(Path outDir, RunRecord run) throws IOException {
        Path day = outDir.resolve(run.auditDate().toString());
        Files.createDirectories(day);
        Path folder = day.resolve(".run-" + run.runNo() + ".partial");
        FileSystemUtils.deleteRecursively(folder);
        Files.createDirectory(folder);
        return new StagingFolder(target(outDir, run), folder);
    }

    /** The final place of a run's report. */
    static Path target(Path outDir, RunRecord run) {
        return outDir.resolve(run.auditDate().toString()).resolve("run-" + run.runNo());
    }

    /**
     * The folder of a region's files in the report: a township's are with its county's; what is no region code shares {@code
     * by-region/unknown/}.
     */
    static String ofRegion(String regionCode) {
        return "by-region/" + (RegionCodes.isCode(regionCode) ? RegionCodes.county(regionCode) : "unknown") + "/";
    }

    /** Opens a CSV file, or opens it again to append to it; each row is counted. */
    <T> CsvFile<T> csv(String name, ReportTable<T> table) throws IOException {
        rows.putIfAbsent(name, 0L);
        return new CsvFile<>(file(name), table, () -> rows.merge(name, 1L, Long::sum));
    }

    /** Writes a whole CSV file. */
    <T> void csv(String name, ReportTable<T> table, List<T> all) throws IOException {
        try (CsvFile<T> file = csv(name, table)) {
            for (T row : all) {
                file.write(row);
            }
        }
    }

    /** Writes a text file in UTF-8. */
    void text(String name, String content) throws IOException {
        Files.write(file(name), content.getBytes(StandardCharsets.UTF_8));
    }

    /** The names of the files so far, in order. */
    SortedSet<String> names() {
        return Collections.unmodifiableSortedSet(names);
    }

    /** The data rows of each CSV file so far, by name. */
    SortedMap<String, Long> rows() {
        return Collections.unmodifiableSortedMap(rows);
    }

    /** The place of a file, which must lie inside the folder. */
    Path path(String name) {
        Path path = folder.resolve(name).normalize();
        if (!path.startsWith(folder) || path.equals(folder)) {
            throw new IllegalArgumentException("report file outside its folder: " + name);
        }
        return path;
    }

    /**
     * Moves the complete report to its place. A folder that is already there comes from an earlier attempt at the same
     * run, which crashed before the run was marked as completed, and is replaced.
     *
     * @return the report's folder
     */
    Path publish() throws IOException {
        DurableFiles.forceAll(folder);
        Path old = target.resolveSibling("." + target.getFileName() + ".replaced");
        FileSystemUtils.deleteRecursively(old);
        boolean replaced = Files.exists(target);
        if (replaced) {
            Files.move(target, old);
        }
        try {
            DurableFiles.rename(folder, target);
        } catch (IOException e) {
            if (replaced) {
                Files.move(old, target);
            }
            throw e;
        }
        DurableFiles.forceFolder(target.resolveSibling(""));
        FileSystemUtils.deleteRecursively(old);
        return target;
    }

    /** Removes the folder with everything in it. */
    void discard() throws IOException {
        FileSystemUtils.deleteRecursively(folder);
    }

    /** The place of a new file of the report. */
    Path file(String name) throws IOException {
        Path path = path(name);
        Files.createDirectories(path.getParent());
        names.add(name);
        return path;
    }
}
