package org.greenaudit.catalog.load;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.greenaudit.catalog.CatalogProblem;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.catalog.CertificateRegistry;
import org.greenaudit.catalog.Clause;
import org.greenaudit.catalog.GoodsCodes;
import org.greenaudit.catalog.NonSubstitute;
import org.greenaudit.catalog.OfficialIndicator;
import org.greenaudit.catalog.ProductList;
import org.greenaudit.catalog.RecycledProducts;
import org.greenaudit.catalog.Regions;
import org.greenaudit.catalog.StandardExclusion;
import org.greenaudit.catalog.SupersededStandard;
import org.greenaudit.catalog.certificate.CertificateWords;
import org.greenaudit.catalog.certificate.ProductClasses;
import org.greenaudit.catalog.certificate.RegistryManifest;
import org.greenaudit.catalog.name.BrandAliasTable;
import org.greenaudit.catalog.table.CatalogFiles;
import org.greenaudit.catalog.table.Fingerprint;
import org.greenaudit.catalog.table.Problems;
import org.greenaudit.catalog.table.TableReader;

/**
 * Loads the catalog directories into one checked, fingerprinted snapshot. A later directory is laid over the earlier
 * ones: its files replace files of the same relative path, its {@code certificates} folder the whole folder.
 */
public final class CatalogLoader {

    private CatalogLoader() {}

    /**
     * Loads the catalogs.
     *
     * @param directories at least one, the base first
     * @param feedColumns the canonical headers of the columns that every feed may have
     * @throws CatalogException naming every problem in every file, when there is one
     */
    public static CatalogSnapshot load(List<Path> directories, List<String> feedColumns) {
        return load(directories, feedColumns, warning -> {});
    }

    /**
     * Loads the catalogs.
     *
     * @param directories at least one, the base first
     * @param feedColumns the canonical headers of the columns that every feed may have
     * @param warnings takes what does not stop an audit, but leaves lines undecided or data unused
     * @throws CatalogException naming every problem in every file, when there is one; it holds the warnings too
     */
    public static CatalogSnapshot load(
            List<Path> directories, List<String> feedColumns, Consumer<CatalogProblem> warnings) {
        Problems problems = new Problems();
        CatalogFolders folders = new CatalogFolders(directories, problems);
        folders.check();

        CatalogFiles files = new CatalogFiles(directories);
        Fingerprint fingerprint = new Fingerprint();
        TableReader tables = new TableReader(files, fingerprint, problems);

        CategoryCodes codes = new CategoryCodes(tables);
        Crosswalk crosswalk = Crosswalk.read(tables, codes);
        KindReader kindRows = new KindReader(tables);
        TermReader terms = new TermReader(tables, kindRows);
        KindTree kinds = terms.tree();
        ItemsFiles itemsFiles = new ItemsFiles();
        TermCoverage coverage = new TermCoverage(kinds, terms.named(), terms.whole(), problems);
        ListedItemReader items = new ListedItemReader(tables, codes, crosswalk, kindRows, coverage);
        ProductLists lists = new ListReader(tables, itemsFiles, items).read();
        LoadedBodyDirectory bodies = BodyReader.read(tables, lists);
        BrandAliasTable brands = BrandReader.read(tables);
        Map<String, SupersededStandard> superseded = StandardReader.superseded(tables);
        List<StandardExclusion> exclusions = StandardReader.exclusions(tables, lists, kindRows);
        List<NonSubstitute> nonSubstitutes = NonSubstituteReader.read(tables);
        RecycledProducts recycled = RecycledReader.read(tables, kindRows);
        GoodsCodes goodsCodes = GoodsCodeReader.read(tables, kindRows, kinds);
        Regions regions = RegionReader.read(tables);
        Map<String, List<String>> orderWords = OrderWordReader.read(tables);
        Map<String, Clause> clauses = ClauseReader.read(tables, problems);
        Map<String, String> headers = FeedHeaderReader.read(tables, feedColumns, lists);
        List<OfficialIndicator> indicators = IndicatorReader.read(tables, lists);
        CertificateWords words = CertificateWordReader.read(tables, lists);
        CertificateFiles certificateFiles = new CertificateFiles(files, fingerprint, problems);
        RegistryManifest manifest = certificateFiles.manifest(lists);
        CertificateRegistry certificates = certificateFiles.registry(
                manifest,
                lists,
                ProductClasses.of(lists.lists(), kinds, terms.whole() && lists.itemsWhole()),
                brands,
                words);
        if (lists.idsWhole()) {
            folders.warnOfUnused(itemsFiles, files.certificates(), manifest.part());
        }
        problems.throwIfAny();
        problems.warnings().forEach(warnings);

        return new CatalogSnapshot(
                lists.lists(),
                codes,
                kinds,
                terms.terms(),
                certificates,
                bodies,
                brands,
                Collections.unmodifiableMap(superseded),
                exclusions,
                nonSubstitutes,
                recycled,
                goodsCodes,
                regions,
                orderWords,
                Collections.unmodifiableMap(clauses),
                Collections.unmodifiableMap(headers),
                indicators,
                versions(lists, manifest, certificates, fingerprint),
                fingerprint.finish());
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
