package org.greenaudit.portal.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.greenaudit.catalog.CatalogException;
import org.greenaudit.catalog.CatalogProblem;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.catalog.load.CatalogLoader;
import org.greenaudit.catalog.load.RegistryFolder;
import org.greenaudit.catalog.table.CatalogFiles;
import org.greenaudit.portal.desk.ServedJobs;
import org.greenaudit.purchase.FeedColumn;

/**
 * The catalogs of the served jobs as their files are now, which the next audit will read. Pages of audits show them as the last
 * audit read them ({@link ServedJobs#catalog}). They are loaded again when a file has changed.
 */
final class PresentCatalogs {

    private static final int DEPTH = 3;

    /**
     * The catalogs of a job.
     *
     * @param catalog as they are; while they cannot be used, as they were last
     * @param tables the tables by name, without the certificates
     * @param problems why they cannot be used; none when they can
     * @param stamp what changes with every change of a file
     */
    record Present(
            CatalogSnapshot catalog,
            Map<String, CatalogTableFile> tables,
            List<CatalogProblem> problems,
            String stamp) {

        Present {
            problems = List.copyOf(problems);
        }
    }

    private final ServedJobs jobs;
    private final Map<String, Slot> slots = new ConcurrentHashMap<>();

    PresentCatalogs(ServedJobs jobs) {
        this.jobs = jobs;
    }

    /**
     * The catalogs of a job.
     *
     * @throws org.greenaudit.message.ExplainedException when they cannot be used and never could since the server started
     */
    Present of(String job) {
        return slots.computeIfAbsent(job, name -> new Slot()).get(job);
    }

    /** The directories of a job's catalogs, the base first. */
    List<Path> directories(String job) {
        return jobs.settings(job, Optional.empty(), false).catalogs();
    }

    /** What changes with every change of a file of these directories that counts. */
    static String stamp(List<Path> directories) {
        Path counting = RegistryFolder.of(directories).counting();
        StringBuilder stamp = new StringBuilder();
        for (Path directory : directories) {
            try (Stream<Path> files = Files.walk(directory, DEPTH, FileVisitOption.FOLLOW_LINKS)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    Path folder = file.toAbsolutePath().getParent();
                    boolean ofOtherRegistry = folder != null
                            && RegistryFolder.isPart(String.valueOf(folder.getFileName()))
                            && !folder.equals(counting.toAbsolutePath());
                    if (!ofOtherRegistry) {
                        stamp.append(file).append(' ').append(Files.size(file)).append(' ');
                        stamp.append(Files.getLastModifiedTime(file)).append('\n');
                    }
                }
            } catch (IOException | UncheckedIOException e) {
                // a file that went away meanwhile, or a folder that cannot be read: the load tells
                stamp.append(directory).append(" ?\n");
            }
        }
        return stamp.toString();
    }

    /** One job's. */
    private final class Slot {

        private Optional<Present> kept = Optional.empty();

        synchronized Present get(String job) {
            List<Path> directories = directories(job);
            String stamp = stamp(directories);
            if (kept.filter(present -> present.stamp().equals(stamp)).isEmpty()) {
                kept = Optional.of(load(job, directories, stamp));
            }
            return kept.get();
        }

        private Present load(String job, List<Path> directories, String stamp) {
            try {
                CatalogSnapshot loaded = CatalogLoader.load(directories, FeedColumn.headers());
                Optional<CatalogSnapshot> known = jobs.known(job);
                if (known.isEmpty()) {
                    jobs.read(job, loaded);
                }
                // a registry is large: what is the same is kept once
                CatalogSnapshot catalog = known.filter(
                                last -> last.fingerprint().equals(loaded.fingerprint()))
                        .orElse(loaded);
                return new Present(catalog, tables(directories, catalog), List.of(), stamp);
            } catch (CatalogException e) {
                return kept.map(last -> new Present(last.catalog(), last.tables(), e.problems(), stamp))
                        .or(() -> jobs.known(job).map(last -> new Present(last, Map.of(), e.problems(), stamp)))
                        .orElseThrow(() -> e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static Map<String, CatalogTableFile> tables(List<Path> directories, CatalogSnapshot catalog)
            throws IOException {
        CatalogFiles files = new CatalogFiles(directories);
        Map<String, CatalogTableFile> tables = new LinkedHashMap<>();
        List<String> names = new ArrayList<>(catalog.versions().keySet());
        names.removeIf(name -> !name.endsWith(".csv") || name.startsWith(CatalogFiles.CERTIFICATES + "/"));
        for (String name : names) {
            tables.put(name, CatalogTableFile.read(files.locate(name)));
        }
        return tables;
    }
}
