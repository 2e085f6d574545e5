package org.greenaudit.report;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.NavigableSet;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListSet;
import org.greenaudit.file.DurableFiles;
import org.greenaudit.file.PrivateFiles;
import org.greenaudit.purchase.RegionCodes;
import org.greenaudit.report.table.CsvFile;
import org.greenaudit.report.table.ReportTable;
import org.greenaudit.store.RunRecord;
import org.springframework.util.FileSystemUtils;

/**
 * The temporary folder in which a report is written, next to its final place. {@link #publish} renames the folder when it
 * is complete, so that nobody ever reads half a report. Several threads may write files of different parts.
 */
final class StagingFolder {

    /** Under it stand the files of the regions. */
    static final String REGIONS = "by-region/";

    private final Path target;
    private final Path folder;
    private final Path old;
    private final String part;
    private final ConcurrentMap<String, Long> rows;
    private final NavigableSet<String> names;

    private StagingFolder(
            Path target,
            Path folder,
            Path old,
            String part,
            ConcurrentMap<String, Long> rows,
            NavigableSet<String> names) {
        this.target = target;
        this.folder = folder;
        this.old = old;
        this.part = part;
        this.rows = rows;
        this.names = names;
    }

    /** An empty folder for the report of a run; what an earlier attempt left behind is removed. */
    static StagingFolder open(Path outDir, RunRecord run) throws IOException {
        Path day = outDir.resolve(run.auditDate().toString());
        PrivateFiles.createFolders(day);
        Path folder = day.resolve(hidden(run, "partial"));
        FileSystemUtils.deleteRecursively(folder);
        PrivateFiles.createFolders(folder);
        Path old = day.resolve(hidden(run, "replaced"));
        return new StagingFolder(
                target(outDir, run), folder, old, "", new ConcurrentHashMap<>(), new ConcurrentSkipListSet<>());
    }

    /** A name that nothing but an attempt at this run gives a folder. */
    private static String hidden(RunRecord run, String what) {
        return ".run-" + run.runNo() + "-" + run.database() + "." + what;
    }

    /** The part of the folder in which a county's files stand; names there are relative to it. */
    StagingFolder ofCounty(String county) {
        return new StagingFolder(target, folder, old, ofRegion(county), rows, names);
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
        String county = RegionCodes.county(regionCode);
        return REGIONS + (county.isEmpty() ? "unknown" : county) + "/";
    }

    /** Opens a CSV file, whose rows are counted. */
    <T> CsvFile<T> csv(String name, ReportTable<T> table) throws IOException {
        return new CsvFile<>(file(name), table, count -> rows.put(part + name, count));
    }

    /** Writes a whole CSV file. */
    <T> void csv(String name, ReportTable<T> table, List<T> all) throws IOException {
        try (CsvFile<T> file = csv(name, table)) {
            for (T row : all) {
                file.write(row);
            }
        }
    }

    /** Writes a CSV file of the rows that those of this name in some parts hold, one part after the other. */
    <T> void joined(String name, ReportTable<T> table, List<StagingFolder> parts) throws IOException {
        csv(name, table, List.of());
        long count = 0;
        try (FileChannel to = FileChannel.open(path(name), StandardOpenOption.WRITE)) {
            long header = to.size();
            to.position(header);
            for (StagingFolder each : parts) {
                try (FileChannel from = FileChannel.open(each.path(name), StandardOpenOption.READ)) {
                    for (long at = header; at < from.size(); ) {
                        at += from.transferTo(at, from.size() - at, to);
                    }
                }
                count += each.rows(name).orElseThrow();
            }
        }
        rows.put(part + name, count);
    }

    /** Writes a text file in UTF-8. */
    void text(String name, String content) throws IOException {
        Files.write(file(name), content.getBytes(StandardCharsets.UTF_8));
    }

    /** The names of the files so far, in order. */
    List<String> names() {
        return names.subSet(part, part + Character.MAX_VALUE).stream()
                .map(name -> name.substring(part.length()))
                .toList();
    }

    /** Whether there is a file of this name so far. */
    boolean has(String name) {
        return names.contains(part + name);
    }

    /** The data rows of a CSV file so far; none for other files. */
    OptionalLong rows(String name) {
        Long count = rows.get(part + name);
        return count == null ? OptionalLong.empty() : OptionalLong.of(count);
    }

    /** The place of a file, which must lie inside the folder. */
    Path path(String name) {
        Path path = folder.resolve(part + name).normalize();
        if (!path.startsWith(folder) || path.equals(folder)) {
            throw new IllegalArgumentException("report file outside its folder: " + name);
        }
        return path;
    }

    /**
     * Moves the complete report to its place. A folder that is already there comes from an earlier attempt at the same
     * run, which crashed before the run was marked as completed, and is replaced; {@link ReportFolder} has made sure of it.
     *
     * @return the report's folder
     */
    Path publish() throws IOException {
        DurableFiles.forceAll(folder);
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
        names.add(part + name);
        return path;
    }
}
