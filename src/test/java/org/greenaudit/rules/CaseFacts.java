package org.greenaudit.rules;

import com.google.re2j.Pattern;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.greenaudit.catalog.BodyDirectory;
import org.greenaudit.catalog.BrandAliases;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.catalog.Certificate;
import org.greenaudit.catalog.CertificateRegistry;
import org.greenaudit.catalog.CertificateStanding;
import org.greenaudit.catalog.ListedItem;
import org.greenaudit.catalog.NonSubstitute;
import org.greenaudit.catalog.ProductKinds;
import org.greenaudit.catalog.ProductList;
import org.greenaudit.catalog.RegistryCompleteness;
import org.greenaudit.catalog.RegistryContents;
import org.greenaudit.catalog.SupersededStandard;
import org.greenaudit.catalog.name.CoveredModels;
import org.greenaudit.catalog.name.ModelKeys;
import org.greenaudit.testing.Catalogs;
import org.greenaudit.testing.Certificates;
import org.greenaudit.testing.ListedItems;
import org.greenaudit.testing.PublishedLists;

/** A small world for the judge: two lists, a few kinds, brands and bodies, all built by hand. */
public final class CaseFacts {

    public static final ListedItem DESKTOP =
            ListedItems.of(PublishedLists.ENERGY, "ES2019-01-01", "台式计算机").build();
    public static final ListedItem LASER =
            ListedItems.of(PublishedLists.ENERGY, "ES2019-02-02", "激光打印机").build();
    static final ListedItem DOT_MATRIX =
            ListedItems.of(PublishedLists.ENERGY, "ES2019-02-03", "针式打印机").build();
    static final ListedItem INKJET = ListedItems.of(PublishedLists.ENERGY, "ES2019-02-01", "喷墨打印机")
            .priority()
            .build();
    public static final ListedItem ECO_DESKTOP = ListedItems.of(PublishedLists.ECO, "EL2019-01-02", "台式计算机")
            .priority()
            .build();

    static final ProductList ENERGY = PublishedLists.energySaving()
            .items(DESKTOP, INKJET, LASER, DOT_MATRIX)
            .build();
    static final ProductList ECO = PublishedLists.ecoLabel().items(ECO_DESKTOP).build();

    private final List<Certificate> certificates = new ArrayList<>();
    private final Map<String, SupersededStandard> superseded = new TreeMap<>();
    private RegistryCompleteness completeness = RegistryCompleteness.COMPLETE;
    private BodyDirectory bodies = (body, item, on) -> BodyDirectory.Designation.UNKNOWN;

    /** Facts with these certificates in a complete registry. */
    public static CaseFacts with(Certificates... certificates) {
        CaseFacts facts = new CaseFacts();
        for (Certificates certificate : certificates) {
            facts.certificates.add(certificate.build());
        }
        return facts;
    }

    public CaseFacts registry(RegistryCompleteness value) {
        completeness = value;
        return this;
    }

    public CaseFacts bodies(BodyDirectory directory) {
        bodies = directory;
        return this;
    }

    public CaseFacts superseded(String standard, String replacedBy, String usableUntil) {
        String key = SupersededStandard.key(standard);
        superseded.put(key, new SupersededStandard(key, replacedBy, LocalDate.parse(usableUntil)));
        return this;
    }

    public CatalogSnapshot catalog() {
        Brands brands = new Brands();
        return Catalogs.of(ENERGY, ECO)
                .kinds(new Kinds())
                .certificates(new Registry(certificates, completeness, brands))
                .bodies(bodies)
                .brands(brands)
                .superseded(superseded)
                .nonSubstitutes(
                        new NonSubstitute(Pattern.compile("^(?:CCC|3C)"), "CCC"),
                        new NonSubstitute(Pattern.compile("ISO"), "ISO"))
                .clause("caiku-2019-9", "财库〔2019〕9号", "caiku-2019-9")
                .clause("caiku-2019-18", "财库〔2019〕18号 环境标志产品政府采购品目清单", "caiku-2019-18")
                .clause("caiku-2019-19", "财库〔2019〕19号 节能产品政府采购品目清单", "caiku-2019-19")
                .clause("samr-2019-16", "市场监管总局公告2019年第16号", "samr-2019-16")
                .clause("guobanfa-2007-51", "国办发〔2007〕51号", "guobanfa-2007-51")
                .build();
    }

    public Judge judge() {
        return new Judge(catalog(), List.of());
    }

    /** 打印机 over its technologies; every other kind stands alone. */
    private static final class Kinds implements ProductKinds {

        private static final Map<String, String> PARENTS =
                Map.of("激光打印机", "打印机", "喷墨打印机", "打印机", "针式打印机", "打印机", "一体式台式计算机", "台式计算机");

        @Override
        public boolean known(String kind) {
            return true;
        }

        @Override
        public boolean isA(String kind, String ancestor) {
            return kind.equals(ancestor) || ancestor.equals(PARENTS.get(kind));
        }

        @Override
        public Optional<String> parent(String kind) {
            return Optional.ofNullable(PARENTS.get(kind));
        }

        @Override
        public List<String> children(String kind) {
            return PARENTS.entrySet().stream()
                    .filter(entry -> entry.getValue().equals(kind))
                    .map(Map.Entry::getKey)
                    .sorted()
                    .toList();
        }

        @Override
        public Optional<String> byTerm(String term) {
            return Optional.empty();
        }
    }

    /** One brand with two names, 示例甲 and EXAMPLEA; every other brand is its own text. */
    private static final class Brands implements BrandAliases {

        private static final List<String> NAMES = List.of("示例甲", "EXAMPLEA");

        @Override
        public String canonical(String brand) {
            String text = ModelKeys.normalise(brand);
            return NAMES.contains(text) ? "示例甲" : text;
        }

        @Override
        public Set<String> namesOf(String brand) {
            return brand.equals("示例甲") ? Set.copyOf(NAMES) : Set.of(brand);
        }

        @Override
        public Optional<String> leading(String text) {
            String normalised = text.toUpperCase(Locale.ROOT);
            return NAMES.stream().filter(normalised::startsWith).findFirst().map(n -> "示例甲");
        }

        @Override
        public Optional<NamedBrand> within(String name) {
            return NAMES.stream()
                    .filter(brand -> name.toUpperCase(Locale.ROOT).startsWith(brand))
                    .findFirst()
                    .map(brand -> new NamedBrand("示例甲", name.substring(brand.length())));
        }

        @Override
        public String withoutLeadingBrand(String brand, String model) {
            String text = model.toUpperCase(Locale.ROOT);
            return NAMES.stream()
                    .filter(text::startsWith)
                    .findFirst()
                    .map(n -> model.substring(n.length()))
                    .orElse(model);
        }
    }

    private record Registry(List<Certificate> all, RegistryCompleteness complete, BrandAliases brands)
            implements CertificateRegistry {

        @Override
        public int size() {
            return all.size();
        }

        @Override
        public RegistryCompleteness completeness(String listId) {
            return complete;
        }

        @Override
        public Optional<LocalDate> asOf() {
            return Optional.empty();
        }

        @Override
        public RegistryContents contents() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Map<CertificateStanding, Integer> census(String category, LocalDate on) {
            return Map.of();
        }

        @Override
        public boolean isSetAside(String number) {
            return false;
        }

        @Override
        public int lostNumbers() {
            return 0;
        }

        @Override
        public boolean mayHaveLost(String number) {
            return false;
        }

        @Override
        public Optional<Certificate> byNumber(String number) {
            return all.stream()
                    .filter(c -> ModelKeys.normalise(c.number()).equals(ModelKeys.normalise(number)))
                    .findFirst();
        }

        @Override
        public List<Certificate> covering(String category, String brand, String model) {
            return all.stream()
                    .filter(c -> c.category().equals(category))
                    .filter(c -> same(c.brand(), brand))
                    .filter(c -> CoveredModels.parse(c.models()).matches(ModelKeys.normalise(model)))
                    .toList();
        }

        @Override
        public boolean isModel(String brand, String text) {
            return all.stream()
                    .anyMatch(c -> !covering(c.category(), brand, text).isEmpty());
        }

        @Override
        public List<Certificate> perhapsCovering(String category, String brand, String model) {
            return all.stream()
                    .filter(c -> c.category().equals(category))
                    .filter(c -> same(c.brand(), brand))
                    .filter(c -> !CoveredModels.parse(c.models()).matches(ModelKeys.normalise(model)))
                    .filter(c -> CoveredModels.parse(c.models()).mightMean(ModelKeys.normalise(model)))
                    .toList();
        }

        @Override
        public boolean mightCover(String category, String kind, String brand, LocalDate on) {
            return all.stream()
                    .filter(c -> c.category().equals(category) && c.kind().equals(kind))
                    .filter(c -> brand.isBlank() || same(c.brand(), brand))
                    .anyMatch(c -> c.expires().filter(on::isAfter).isEmpty());
        }

        private boolean same(String one, String other) {
            return brands.canonical(one).equals(brands.canonical(other));
        }
    }

    /** The bodies that a directory, complete for every class, names. */
    public static BodyDirectory completeDirectoryOf(String... names) {
        Set<String> named = Set.of(names);
        Map<Boolean, BodyDirectory.Designation> answers = new HashMap<>();
        answers.put(true, BodyDirectory.Designation.DESIGNATED);
        answers.put(false, BodyDirectory.Designation.NOT_DESIGNATED);
        return (body, item, on) -> answers.get(named.contains(body));
    }
}
