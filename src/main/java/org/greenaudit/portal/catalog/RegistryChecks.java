package org.greenaudit.portal.catalog;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.greenaudit.catalog.CatalogException;
import org.greenaudit.catalog.CatalogProblem;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.catalog.ListNames;
import org.greenaudit.catalog.ProductList;
import org.greenaudit.catalog.RegistryCompleteness;
import org.greenaudit.catalog.load.CatalogLoader;
import org.greenaudit.catalog.load.RegistryFolder;
import org.greenaudit.catalog.table.CatalogFiles;
import org.greenaudit.file.PrivateFiles;
import org.greenaudit.message.Text;
import org.greenaudit.message.UsageException;
import org.greenaudit.portal.desk.ServedJobs;
import org.greenaudit.portal.upload.ReceivedFile;
import org.greenaudit.purchase.FeedColumn;
import org.springframework.util.FileSystemUtils;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/**
 * Registries that wait to take effect, in a folder of the data directory. Each is loaded with the whole catalogs of every job that
 * it would count for, in the place of the registry that counts, before anything is changed. One is checked at a time, and one is
 * put into effect at a time.
 */
final class RegistryChecks {

    /** What the file is called that was brought: what it was called where it came from is kept as a text. */
    private static final String FILE = "certificates.csv";

    private static final Duration KEPT = Duration.ofHours(6);
    /** One of so many certificates that is gone is no longer what usually expires between two exports. */
    private static final int MANY = 10;

    private static final int MOST = 3;

    /**
     * A registry that was checked.
     *
     * @param id its name in addresses
     * @param job the job for which it was brought
     * @param folder a catalog directory that holds the registry and nothing else
     * @param part the part of the shelf that it is; empty for a new one
     * @param file what the file was called, or the part
     * @param by who brought it
     * @param asOf the day of its export
     * @param stamp the catalogs that it was checked with
     * @param result what was found
     */
    record Check(
            String id,
            String job,
            Path folder,
            String part,
            String file,
            String by,
            LocalDate asOf,
            String stamp,
            Result result) {

        /** Whether it may take effect. */
        boolean mayCount() {
            return result.problems().isEmpty();
        }
    }

    /**
     * What a check found.
     *
     * @param catalog the catalogs with it; empty when they cannot be used
     * @param problems why not
     * @param warnings what is left undecided or unused
     * @param difference what it changes
     */
    record Result(
            Optional<CatalogSnapshot> catalog,
            List<CatalogProblem> problems,
            List<CatalogProblem> warnings,
            Optional<RegistryDifference> difference) {}

    private final ServedJobs jobs;
    private final PresentCatalogs catalogs;
    private final Path data;
    private final Clock clock;
    private final Cache<String, Check> checks;

    /**
     * No registry waits yet.
     *
     * @param data the data directory
     */
    RegistryChecks(ServedJobs jobs, PresentCatalogs catalogs, Path data, Clock clock) {
        this.jobs = jobs;
        this.catalogs = catalogs;
        this.data = data.toAbsolutePath().normalize().resolve("registries");
        this.clock = clock;
        this.checks =
                Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build();
    }

    /** The shelf of a job's registry. */
    RegistryShelf shelf(String job) {
        return new RegistryShelf(catalogs.directories(job));
    }

    /** The jobs whose registry is the same one. */
    List<String> sharing(String job) {
        Path folder = shelf(job).certificates().toAbsolutePath().normalize();
        return jobs.names().stream()
                .filter(other ->
                        shelf(other).certificates().toAbsolutePath().normalize().equals(folder))
                .toList();
    }

    /** The check of that name, if it is not too old. */
    Optional<Check> find(String id) {
        return Optional.ofNullable(checks.getIfPresent(id));
    }

    /**
     * Checks a file that was brought.
     *
     * @param completeness how far it is whole, by list
     * @throws UsageException when the registry of the job cannot be replaced
     */
    synchronized Check check(
            String job,
            ReceivedFile file,
            LocalDate asOf,
            Map<String, RegistryCompleteness> completeness,
            String note,
            String by)
            throws IOException {
        Path folder = room(job);
        Path certificates = folder.resolve(CatalogFiles.CERTIFICATES);
        file.keep(certificates.resolve(FILE));
        Map<String, Object> manifest = new LinkedHashMap<>();
        Map<String, String> lists = new LinkedHashMap<>();
        completeness.forEach((list, word) -> lists.put(list, CatalogWords.id(word)));
        manifest.put("lists", lists);
        manifest.put("as_of", asOf.toString());
        manifest.put("note", note);
        Files.writeString(certificates.resolve(RegistryFolder.MANIFEST), yaml(manifest), StandardCharsets.UTF_8);
        return checked(job, folder, "", file.name(), by, asOf);
    }

    /**
     * Checks a registry of the shelf that is to count again.
     *
     * @throws UsageException when there is none, or the registry of the job cannot be replaced
     */
    synchronized Check checkAgain(String job, String part, String by) throws IOException {
        Path shelved =
                shelf(job).part(part).orElseThrow(() -> new UsageException(Text.of("portal.registry.no-part", part)));
        Path folder = room(job);
        RegistryShelf.copy(shelved, folder.resolve(CatalogFiles.CERTIFICATES));
        return checked(job, folder, part, part, by, LocalDate.parse(part.substring(0, part.lastIndexOf('-'))));
    }

    /** An empty place for a registry; those that were given up are removed. */
    private Path room(String job) throws IOException {
        Optional<Text> refusal = shelf(job).refusal();
        if (refusal.isPresent()) {
            throw new UsageException(refusal.get());
        }
        PrivateFiles.createFolders(data);
        Instant old = clock.instant().minus(KEPT);
        try (Stream<Path> folders = Files.list(data)) {
            for (Path folder : folders.toList()) {
                boolean known = checks.getIfPresent(String.valueOf(folder.getFileName())) != null;
                if (!known && Files.getLastModifiedTime(folder).toInstant().isBefore(old)) {
                    FileSystemUtils.deleteRecursively(folder);
                }
            }
        }
        Path folder = data.resolve(UUID.randomUUID().toString());
        PrivateFiles.createFolders(folder.resolve(CatalogFiles.CERTIFICATES));
        return folder;
    }

    private Check checked(String job, Path folder, String part, String file, String by, LocalDate asOf) {
        String stamp = stamp(job);
        Check check = new Check(
                folder.getFileName().toString(), job, folder, part, file, by, asOf, stamp, result(job, folder));
        checks.put(check.id(), check);
        return check;
    }

    private Result result(String job, Path folder) {
        List<CatalogProblem> problems = new ArrayList<>();
        List<CatalogProblem> warnings = new ArrayList<>();
        Optional<CatalogSnapshot> own = load(job, folder, problems, warnings);
        for (String other : sharing(job)) {
            boolean looked = other.equals(job) || catalogs.directories(other).equals(catalogs.directories(job));
            if (!looked) {
                load(other, folder, problems, new ArrayList<>());
            }
        }
        own.ifPresent(catalog -> problems.addAll(empty(folder, catalog)));
        Optional<RegistryDifference> difference = own.map(catalog ->
                RegistryDifference.between(catalogs.of(job).catalog().certificates(), catalog.certificates()));
        difference.ifPresent(changes -> warnings.addAll(fewer(
                folder,
                changes.gone().count(),
                catalogs.of(job).catalog().certificates().size())));
        return new Result(own, List.copyOf(problems), List.copyOf(warnings), difference);
    }

    /** A list that is said to be whole and has no certificate would turn whatever is bought of it into violations. */
    private static List<CatalogProblem> empty(Path folder, CatalogSnapshot catalog) {
        List<CatalogProblem> problems = new ArrayList<>();
        for (String id : catalog.listIds()) {
            ProductList list = catalog.editions(id).findFirst().orElseThrow();
            boolean whole = catalog.certificates().completeness(id) == RegistryCompleteness.COMPLETE;
            boolean none = catalog.certificates().census(list.certificateCategory(), LocalDate.MIN).values().stream()
                    .allMatch(count -> count == 0);
            if (whole && none) {
                Text text = Text.of("portal.registry.nothing", ListNames.of(list));
                problems.add(new CatalogProblem(folder.getFileName().toString(), 0, "lists." + id, "complete", text));
            }
        }
        return problems;
    }

    /** Says so where an export may have been cut off. */
    private static List<CatalogProblem> fewer(Path folder, int gone, int before) {
        return gone * MANY <= before
                ? List.of()
                : List.of(new CatalogProblem(
                        folder.getFileName().toString(), 0, "", "", Text.of("portal.registry.fewer", gone, before)));
    }

    private Optional<CatalogSnapshot> load(
            String job, Path folder, List<CatalogProblem> problems, List<CatalogProblem> warnings) {
        List<Path> directories = new ArrayList<>(catalogs.directories(job));
        directories.add(folder);
        try {
            return Optional.of(CatalogLoader.load(directories, FeedColumn.headers(), warnings::add));
        } catch (CatalogException e) {
            problems.addAll(e.problems());
            warnings.addAll(e.warnings());
            return Optional.empty();
        }
    }

    /** What changes when the catalogs of a job that the registry counts for do. */
    private String stamp(String job) {
        StringBuilder stamp = new StringBuilder();
        sharing(job).forEach(name -> stamp.append(PresentCatalogs.stamp(catalogs.directories(name))));
        return stamp.toString();
    }

    /**
     * Lets a registry that was checked count from now on.
     *
     * @return the name of its part on the shelf
     * @throws UsageException when the catalogs have changed since it was checked, or it may not count
     * @throws IOException when that cannot be done: the registry that counted counts still
     */
    synchronized String putIntoEffect(Check check, String by) throws IOException {
        RegistryShelf shelf = shelf(check.job());
        Optional<Text> refusal = shelf.refusal();
        if (refusal.isPresent()) {
            throw new UsageException(refusal.get());
        }
        if (!check.mayCount() || !stamp(check.job()).equals(check.stamp())) {
            throw new UsageException(Text.of("portal.registry.changed"));
        }
        String part = check.part();
        if (part.isEmpty()) {
            long rows = check.result().catalog().orElseThrow().certificates().contents().sources().stream()
                    .mapToLong(source -> source.rows())
                    .sum();
            part = shelf.bring(
                    check.folder().resolve(CatalogFiles.CERTIFICATES),
                    check.asOf(),
                    new RegistryShelf.About(by, clock.instant(), check.file(), rows));
        } else {
            shelf.bringBack(part);
        }
        checks.invalidate(check.id());
        FileSystemUtils.deleteRecursively(check.folder());
        return part;
    }

    private static String yaml(Map<String, Object> manifest) {
        DumperOptions block = new DumperOptions();
        block.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        StringWriter out = new StringWriter();
        new Yaml(block).dump(manifest, out);
        return out.toString();
    }
}
