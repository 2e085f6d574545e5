package org.greenaudit.catalog.load;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.greenaudit.catalog.CatalogProblem;
import org.greenaudit.catalog.table.CatalogFiles;
import org.greenaudit.catalog.table.Problems;
import org.greenaudit.message.Text;

/** Looks at catalog directories as wholes: that they are there, and that nothing in them is left unused in silence. */
final class CatalogFolders {

    private static final Set<String> TABLES = Set.of(
            "lists.csv",
            "category-codes-2022.csv",
            "category-codes-2013.csv",
            "category-crosswalk.csv",
            "product-kinds.csv",
            "name-terms.csv",
            "exclusion-terms.csv",
            "brand-aliases.csv",
            "certificate-words.csv",
            "certification-bodies.csv",
            "certification-body-classes.csv",
            "superseded-standards.csv",
            "standard-exclusions.csv",
            "non-substitutes.csv",
            "recycled-products.csv",
            "regions.csv",
            "order-words.csv",
            "goods-codes.csv",
            "clauses.csv",
            "feed-headers.csv",
            "official-indicators.csv");

    private static final Set<String> FOLDERS = Set.of("lists", CatalogFiles.CERTIFICATES);

    /** Fewer tables than this are an overlay without its base. */
    private static final int FEWEST = TABLES.size() / 2;

    private final List<Path> directories;
    private final Problems problems;

    CatalogFolders(List<Path> directories, Problems problems) {
        this.directories = List.copyOf(directories);
        this.problems = problems;
    }

    /**
     * Reports directories that are missing or hold nothing of a catalog, and tables of unknown names.
     *
     * @throws CatalogException when what would follow from it were one missing file after the other
     */
    void check() {
        for (Path directory : directories) {
            if (!Files.isDirectory(directory)) {
                problems.file(directory.toString(), Text.of("catalog-problem.directory-missing"));
            } else if (catalogFiles(directory) == 0) {
                problems.file(
                        directory.toString(),
                        Text.of("catalog-problem.directory-empty", String.join(", ", new TreeSet<>(TABLES))));
            }
        }
        problems.throwIfAny();
        long tables = TABLES.stream().filter(this::anywhere).count();
        if (tables < FEWEST) {
            problems.file(
                    directories.get(0).toString(), Text.of("catalog-problem.base-missing", tables, TABLES.size()));
            problems.throwIfAny();
        }
        directories.forEach(this::noteUnknownTables);
    }

    /**
     * Warns of files that are never read: lists that no edition names, certificates that are no CSV or stand beside the folder
     * that counts.
     */
    void warnOfUnused(ItemsFiles itemsFiles, Path certificates, String part) {
        for (Path directory : directories) {
            for (Path file : CatalogFiles.in(directory.resolve("lists"), problems)) {
                if (!itemsFiles.has("lists/" + file.getFileName())) {
                    warn(file, "catalog-warning.list-unused");
                }
            }
        }
        for (Path file : CatalogFiles.in(certificates, problems)) {
            String name = file.getFileName().toString();
            if (CatalogFiles.csv(file)) {
                if (!part.isEmpty()) {
                    warn(file, "catalog-warning.certificates-beside");
                }
            } else if (!name.equals(RegistryFolder.MANIFEST)
                    && !name.startsWith("README")
                    && !RegistryFolder.isPart(name)) {
                warn(file, "catalog-warning.certificates-unused");
            }
        }
    }

    private void warn(Path file, String key) {
        problems.warn(new CatalogProblem(file.toString(), 0, "", "", Text.of(key)));
    }

    private static long catalogFiles(Path directory) {
        return TABLES.stream()
                        .filter(table -> Files.exists(directory.resolve(table)))
                        .count()
                + FOLDERS.stream()
                        .filter(folder -> Files.isDirectory(directory.resolve(folder)))
                        .count();
    }

    private boolean anywhere(String table) {
        return directories.stream().anyMatch(directory -> Files.exists(directory.resolve(table)));
    }

    private void noteUnknownTables(Path directory) {
        for (Path file : CatalogFiles.in(directory, problems)) {
            if (CatalogFiles.csv(file) && !TABLES.contains(file.getFileName().toString())) {
                problems.file(file.toString(), Text.of("catalog-problem.file-unknown"));
            }
        }
    }
}
