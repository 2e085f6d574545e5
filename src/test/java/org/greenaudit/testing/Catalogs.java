package org.greenaudit.testing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.greenaudit.catalog.BodyDirectory;
import org.greenaudit.catalog.BrandAliases;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.catalog.CategoryCatalogue;
import org.greenaudit.catalog.CategoryCode;
import org.greenaudit.catalog.CategoryScheme;
import org.greenaudit.catalog.CertificateRegistry;
import org.greenaudit.catalog.Clause;
import org.greenaudit.catalog.GoodsCodes;
import org.greenaudit.catalog.NameTerm;
import org.greenaudit.catalog.NonSubstitute;
import org.greenaudit.catalog.OfficialIndicator;
import org.greenaudit.catalog.ProductKinds;
import org.greenaudit.catalog.ProductList;
import org.greenaudit.catalog.RecycledProducts;
import org.greenaudit.catalog.Regions;
import org.greenaudit.catalog.StandardExclusion;
import org.greenaudit.catalog.SupersededStandard;
import org.greenaudit.catalog.certificate.RegistryFixtures;

/**
 * Builds a catalog from the parts that a test is about. What no step names is empty or unknown; kinds and brands are
 * absent altogether, and a test that comes to ask for one fails.
 *
 * <pre>{@code
 * CatalogSnapshot catalog = Catalogs.of(PublishedLists.energySaving().build()).certificates(registry).build();
 * CatalogSnapshot other = Catalogs.like(catalog).certificates(anotherRegistry).build();
 * }</pre>
 */
public final class Catalogs {

    private List<ProductList> lists;
    private CategoryCatalogue categories = new NoCategories();
    private ProductKinds kinds;
    private List<NameTerm> terms = List.of();
    private CertificateRegistry certificates = RegistryFixtures.registry(List.of(), Map.of(), null);
    private BodyDirectory bodies = (body, item, on) -> BodyDirectory.Designation.UNKNOWN;
    private BrandAliases brands;
    private Map<String, SupersededStandard> superseded = Map.of();
    private List<StandardExclusion> exclusions = List.of();
    private List<NonSubstitute> nonSubstitutes = List.of();
    private GoodsCodes goodsCodes = GoodsCodes.NONE;
    private RecycledProducts recycled = RecycledProducts.NONE;
    private Regions regions = Regions.NONE;
    private Map<String, Clause> clauses = Map.of();
    private Map<String, String> headerAliases = Map.of();
    private List<OfficialIndicator> indicators = List.of();
    private Map<String, String> versions = Map.of();
    private String fingerprint = "f".repeat(64);

    private Catalogs(List<ProductList> lists) {
        this.lists = lists;
    }

    /** A catalog of these lists and nothing else. */
    public static Catalogs of(ProductList... lists) {
        return new Catalogs(List.of(lists));
    }

    /** A catalog that differs from another one only by the steps that follow. */
    public static Catalogs like(CatalogSnapshot other) {
        Catalogs copy = new Catalogs(other.lists());
        copy.categories = other.categories();
        copy.kinds = other.kinds();
        copy.terms = other.terms();
        copy.certificates = other.certificates();
        copy.bodies = other.bodies();
        copy.brands = other.brands();
        copy.superseded = other.superseded();
        copy.exclusions = other.exclusions();
        copy.nonSubstitutes = other.nonSubstitutes();
        copy.recycled = other.recycled();
        copy.goodsCodes = other.goodsCodes();
        copy.regions = other.regions();
        copy.clauses = other.clauses();
        copy.headerAliases = other.headerAliases();
        copy.indicators = other.indicators();
        copy.versions = other.versions();
        copy.fingerprint = other.fingerprint();
        return copy;
    }

    public Catalogs lists(ProductList... all) {
        lists = List.of(all);
        return this;
    }

    public Catalogs kinds(ProductKinds known) {
        kinds = known;
        return this;
    }

    /** The registry of certificates. */
    public Catalogs certificates(CertificateRegistry registry) {
        certificates = registry;
        return this;
    }

    /** The directory of certification bodies. */
    public Catalogs bodies(BodyDirectory directory) {
        bodies = directory;
        return this;
    }

    public Catalogs brands(BrandAliases aliases) {
        brands = aliases;
        return this;
    }

    /** The superseded standards by {@link SupersededStandard#key}. */
    public Catalogs superseded(Map<String, SupersededStandard> byKey) {
        superseded = byKey;
        return this;
    }

    public Catalogs recycled(RecycledProducts products) {
        recycled = products;
        return this;
    }

    public Catalogs regions(Regions known) {
        regions = known;
        return this;
    }

    public Catalogs nonSubstitutes(NonSubstitute... all) {
        nonSubstitutes = List.of(all);
        return this;
    }

    public Catalogs clause(String id, String zh, String en) {
        Map<String, Clause> more = new TreeMap<>(clauses);
        more.put(id, new Clause(id, zh, en));
        clauses = more;
        return this;
    }

    public Catalogs indicators(OfficialIndicator... all) {
        indicators = List.of(all);
        return this;
    }

    /** What each list and file is: name to version. */
    public Catalogs versions(Map<String, String> byName) {
        versions = byName;
        return this;
    }

    public Catalogs fingerprint(String sha256) {
        fingerprint = sha256;
        return this;
    }

    /** The catalog; later steps do not change it. */
    public CatalogSnapshot build() {
        return new CatalogSnapshot(
                lists,
                categories,
                kinds,
                terms,
                certificates,
                bodies,
                brands,
                superseded,
                exclusions,
                nonSubstitutes,
                recycled,
                goodsCodes,
                regions,
                Map.of(),
                clauses,
                headerAliases,
                indicators,
                versions,
                fingerprint);
    }

    private static final class NoCategories implements CategoryCatalogue {

        @Override
        public Optional<String> name(CategoryScheme scheme, CategoryCode code) {
            return Optional.empty();
        }

        @Override
        public Map<CategoryCode, List<String>> goods() {
            return Map.of();
        }
    }
}
