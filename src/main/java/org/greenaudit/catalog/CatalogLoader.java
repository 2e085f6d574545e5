package org.greenaudit.catalog;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.greenaudit.message.Text;

/**
 * Loads the catalog directories into one checked, fingerprinted snapshot. A later directory is laid over the earlier
 * ones: its files replace files of the same relative path, its {@code certificates} folder the whole folder.
 */
public final class CatalogLoader {

    private static final Set<String> TABLES = Set.of(
            "lists.csv",
            "category-codes-2022.csv",
            "category-codes-2013.csv",
            "category-crosswalk.csv",
            "product-kinds.csv",
            "name-terms.csv",
            "exclusion-terms.csv",
            "brand-aliases.csv",
            "certification-bodies.csv",
            "certification-body-classes.csv",
            "superseded-standards.csv",
            "standard-exclusions.csv",
            "non-substitutes.csv",
            "clauses.csv",
            "feed-headers.csv",
            "official-indicators.csv");

    private CatalogLoader() {}

    /**
     * Loads the catalogs.
     *
     * @param directories at least one, the base first
     * @throws CatalogException naming every problem in every file, when there is one
     */
    public static CatalogSnapshot load(List<Path> directories) {
        Problems problems = new Problems();
        requireDirectories(directories, problems);
        noteUnknownTables(directories, problems);

        CatalogFiles files = new CatalogFiles(directories);
        Fingerprint fingerprint = new Fingerprint();
        TableReader tables = new TableReader(files, fingerprint, problems);

        CategoryCodes codes = new CategoryReader(tables).read();
        Crosswalk crosswalk = Crosswalk.read(tables, codes);
        KindReader kindRows = new KindReader(tables);
        TermReader terms = new TermReader(tables, kindRows);
        KindTree kinds = terms.tree();
        ProductLists lists = new ListReader(tables, new ListedItemReader(tables, codes, crosswalk, kindRows)).read();
        BodyTable bodies = BodyReader.read(tables, lists);
        BrandAliasTable brands = BrandReader.read(tables);
        Map<String, SupersededStandard> superseded = StandardReader.superseded(tables);
        List<StandardExclusion> exclusions = StandardReader.exclusions(tables, lists, kindRows);
        List<NonSubstitute> nonSubstitutes = NonSubstituteReader.read(tables);
        Map<String, Clause> clauses = ClauseReader.read(tables, problems);
        Map<String, String> headers = FeedHeaderReader.read(tables);
        List<OfficialIndicator> indicators = IndicatorReader.read(tables, lists);
        CertificateFiles certificateFiles = new CertificateFiles(files, fingerprint, problems);
        RegistryManifest manifest = certificateFiles.manifest(lists);
        CertificateRegistry certificates = certificateFiles.registry(manifest, lists, kinds, brands);
        problems.throwIfAny();

        return new CatalogSnapshot(
                lists.lists(),
                codes.table(),
                kinds,
                terms.terms(),
                certificates,
                bodies,
                brands,
                Collections.unmodifiableMap(superseded),
                exclusions,
                nonSubstitutes,
                Collections.unmodifiableMap(clauses),
                Collections.unmodifiableMap(headers),
                indicators,
                versions(lists, manifest, certificates, fingerprint),
                fingerprint.finish());
    }

    /** Without a directory every table in it would be missing too. */
    private static void requireDirectories(List<Path> directories, Problems problems) {
        for (Path directory : directories) {
            if (!Files.isDirectory(directory)) {
                problems.file(directory.toString(), Text.of("catalog-problem.directory-missing"));
            }
        }
        problems.throwIfAny();
    }

    /** A table the program does not know would be left unused in silence. */
    private static void noteUnknownTables(List<Path> directories, Problems problems) {
        for (Path directory : directories) {
            for (Path file : CatalogFiles.csvIn(directory)) {
                if (!TABLES.contains(file.getFileName().toString())) {
                    problems.file(file.toString(), Text.of("catalog-problem.file-unknown"));
                }
            }
        }
    }

    private static Map<String, String> versions(
            ProductLists lists, RegistryManifest manifest, CertificateRegistry certificates, Fingerprint fingerprint) {
        Map<String, String> versions = new LinkedHashMap<>();
        for (ProductList list : lists.lists()) {
            versions.merge(list.id(), list.edition() + " " + list.document(), (a, b) -> a + ", " + b);
        }
        String asOf = manifest.asOf().map(String::valueOf).orElse("");
        versions.put("certificates", asOf + " (" + certificates.size() + ")");
        fingerprint.parts().forEach((file, sha256) -> versions.put(file, "sha256:" + sha256));
        return Collections.unmodifiableMap(versions);
    }
}
