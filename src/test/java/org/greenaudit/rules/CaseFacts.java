package org.greenaudit.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.greenaudit.catalog.BodyDirectory;
import org.greenaudit.catalog.BrandAliases;
import org.greenaudit.catalog.CapacityBand;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.catalog.CategoryCatalogue;
import org.greenaudit.catalog.CategoryCode;
import org.greenaudit.catalog.CategoryScheme;
import org.greenaudit.catalog.Certificate;
import org.greenaudit.catalog.CertificateRegistry;
import org.greenaudit.catalog.CertificateStanding;
import org.greenaudit.catalog.Clause;
import org.greenaudit.catalog.Duty;
import org.greenaudit.catalog.ListedItem;
import org.greenaudit.catalog.NonSubstitute;
import org.greenaudit.catalog.ProductKinds;
import org.greenaudit.catalog.ProductList;
import org.greenaudit.catalog.RegistryCompleteness;
import org.greenaudit.catalog.SupersededStandard;
import org.greenaudit.catalog.name.CoveredModels;
import org.greenaudit.catalog.name.ModelKeys;

/** A small world for the judge: two lists, a few kinds, brands and bodies, all built by hand. */
public final class CaseFacts {

    public static final ListedItem DESKTOP = item("ES2019-01-01", "energy-saving", "台式计算机", Duty.MANDATORY);
    public static final ListedItem LASER = item("ES2019-02-02", "energy-saving", "激光打印机", Duty.MANDATORY);
    static final ListedItem DOT_MATRIX = item("ES2019-02-03", "energy-saving", "针式打印机", Duty.MANDATORY);
    static final ListedItem INKJET = item("ES2019-02-01", "energy-saving", "喷墨打印机", Duty.PRIORITY);
    public static final ListedItem ECO_DESKTOP = item("EL2019-01-02", "eco-label", "台式计算机", Duty.PRIORITY);

    static final ProductList ENERGY = list(
            "energy-saving",
            "财库〔2019〕19号",
            "M",
            "P",
            "节能产品",
            "energy_certificate_no",
            List.of(DESKTOP, INKJET, LASER, DOT_MATRIX));
    static final ProductList ECO =
            list("eco-label", "财库〔2019〕18号", "", "L", "环境标志产品", "eco_certificate_no", List.of(ECO_DESKTOP));

    private final List<Certificate> certificates = new ArrayList<>();
    private final Map<String, SupersededStandard> superseded = new TreeMap<>();
    private RegistryCompleteness completeness = RegistryCompleteness.COMPLETE;
    private BodyDirectory bodies = (body, item, on) -> BodyDirectory.Designation.UNKNOWN;

    /** Facts with these certificates in a complete registry. */
    public static CaseFacts with(CertificateBuilder... certificates) {
        CaseFacts facts = new CaseFacts();
        for (CertificateBuilder certificate : certificates) {
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
        return new CatalogSnapshot(
                List.of(ENERGY, ECO),
                new NoCategories(),
                new Kinds(),
                List.of(),
                new Registry(certificates, completeness, brands),
                bodies,
                brands,
                superseded,
                List.of(),
                List.of(
                        new NonSubstitute(Pattern.compile("^(?:CCC|3C)"), "CCC"),
                        new NonSubstitute(Pattern.compile("ISO"), "ISO")),
                clauses(),
                Map.of(),
                List.of(),
                Map.of(),
                "fingerprint");
    }

    public Judge judge() {
        return new Judge(catalog(), List.of());
    }

    private static Map<String, Clause> clauses() {
        Map<String, Clause> clauses = new TreeMap<>();
        for (String[] row : new String[][] {
            {"caiku-2019-9", "财库〔2019〕9号"},
            {"caiku-2019-18", "财库〔2019〕18号 环境标志产品政府采购品目清单"},
            {"caiku-2019-19", "财库〔2019〕19号 节能产品政府采购品目清单"},
            {"samr-2019-16", "市场监管总局公告2019年第16号"},
            {"guobanfa-2007-51", "国办发〔2007〕51号"}
        }) {
            clauses.put(row[0], new Clause(row[0], row[1], row[0]));
        }
        return clauses;
    }

    private static ListedItem item(String id, String list, String kind, Duty duty) {
        return new ListedItem(id, list, "2019", 1, "计算机设备", kind, kind, duty, CapacityBand.ANY, List.of(), "GB 28380");
    }

    public static ProductList list(
            String id,
            String document,
            String mandatory,
            String priority,
            String category,
            String column,
            List<ListedItem> items) {
        return new ProductList(
                id,
                "2019",
                category + "清单",
                id,
                document,
                LocalDate.of(2019, 4, 1),
                LocalDate.MAX,
                mandatory,
                priority,
                category,
                column,
                items);
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
        public Optional<String> leading(String text) {
            String normalised = text.toUpperCase(Locale.ROOT);
            return NAMES.stream().filter(normalised::startsWith).findFirst().map(n -> "示例甲");
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
        public Map<CertificateStanding, Integer> census(String category, LocalDate on) {
            return Map.of();
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
                    .filter(c -> brands.same(c.brand(), brand))
                    .filter(c -> CoveredModels.parse(c.models()).covers(model))
                    .toList();
        }

        @Override
        public boolean mightCover(String category, String kind, String brand, LocalDate on) {
            return all.stream()
                    .filter(c -> c.category().equals(category) && c.kind().equals(kind))
                    .filter(c -> brand.isBlank() || brands.same(c.brand(), brand))
                    .anyMatch(c -> c.expires().filter(on::isAfter).isEmpty());
        }
    }

    private static final class NoCategories implements CategoryCatalogue {
        @Override
        public Optional<String> name(CategoryScheme scheme, CategoryCode code) {
            return Optional.empty();
        }

        @Override
        public boolean complete(CategoryScheme scheme) {
            return false;
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
