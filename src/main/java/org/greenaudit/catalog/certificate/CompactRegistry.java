package org.greenaudit.catalog.certificate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.greenaudit.catalog.BrandAliases;
import org.greenaudit.catalog.Certificate;
import org.greenaudit.catalog.CertificateRegistry;
import org.greenaudit.catalog.CertificateStanding;
import org.greenaudit.catalog.RegistryCompleteness;
import org.greenaudit.catalog.name.BoughtModel;
import org.greenaudit.catalog.name.BrandReadings;
import org.greenaudit.catalog.name.CompanyNames;
import org.greenaudit.catalog.name.CoveredModels;
import org.greenaudit.catalog.name.ModelDescription;
import org.greenaudit.catalog.name.ModelKeys;

/** The registry in little memory ({@link CertificateColumns}) behind constant-time indexes. Never changed once built. */
final class CompactRegistry implements CertificateRegistry {

    /** The category of a certificate whose 认证类别 is blank or not known: it may be any. */
    private static final String UNKNOWN = "";

    private final CertificateColumns certificates;
    private final Set<String> categories;
    private final ModelIndex models;
    private final ModelIndex possibleModels;
    private final Map<BrandOf, List<Described>> described;
    private final Map<String, Set<String>> brandsOfCompany;
    private final NameIndex names;
    private final ValidityIndex force;
    private final Set<String> setAside;
    private final Map<String, Integer> furtherNumbers;
    private final LostNumbers lost;
    private final CertificateCoverage coverage;
    private final BrandAliases brands;
    private final RegistryManifest manifest;

    private CompactRegistry(Builder builder, RegistryManifest manifest) {
        this.certificates = builder.certificates;
        this.categories = builder.categories;
        this.models = builder.models.build();
        this.possibleModels = builder.possibleModels.build();
        this.described = builder.described;
        this.brandsOfCompany = builder.brandsOfCompany;
        this.names = builder.names;
        this.force = builder.force;
        this.setAside = builder.setAside;
        this.furtherNumbers = builder.furtherNumbers;
        this.lost = builder.lost;
        this.coverage = builder.coverage;
        this.brands = builder.brands;
        this.manifest = manifest;
    }

    @Override
    public int size() {
        return certificates.size();
    }

    @Override
    public RegistryCompleteness completeness(String listId) {
        return manifest.lists().getOrDefault(listId, RegistryCompleteness.NONE);
    }

    @Override
    public Optional<LocalDate> asOf() {
        return manifest.asOf();
    }

    @Override
    public Map<CertificateStanding, Integer> census(String category, LocalDate on) {
        return certificates.census(category, on);
    }

    @Override
    public Optional<Certificate> byNumber(String number) {
        int own = certificates.rowOf(number);
        int row = own == TextPool.ABSENT && !furtherNumbers.isEmpty()
                ? furtherNumbers.getOrDefault(ModelKeys.normalise(number), TextPool.ABSENT)
                : own;
        return row == TextPool.ABSENT ? Optional.empty() : Optional.of(certificates.get(row));
    }

    @Override
    public int lostNumbers() {
        return lost.count();
    }

    @Override
    public boolean mayHaveLost(String number) {
        return lost.mayHold(number);
    }

    @Override
    public boolean isSetAside(String number) {
        return setAside.contains(ModelKeys.normalise(number));
    }

    @Override
    public List<Certificate> covering(String category, String brand, String model) {
        if (brands.canonical(brand).isEmpty() || model.isBlank()) {
            return List.of();
        }
        Set<Integer> rows = new TreeSet<>();
        for (String form : coverage.bought(brand, model).forms()) {
            searched(brand).forEach(name -> models.forEach(category, name, form, rows::add));
        }
        return certificates(rows, category, certificate -> coverage.covers(certificate, brand, model));
    }

    @Override
    public List<Certificate> perhapsCovering(String category, String brand, String model) {
        if (brands.canonical(brand).isEmpty() || model.isBlank()) {
            return List.of();
        }
        List<Certificate> known = certificates(
                rowsPerhaps(category, brand, model),
                category,
                certificate -> coverage.mightCover(certificate, brand, model));
        List<Certificate> ofUnknownCategory = certificates(
                rowsPerhaps(UNKNOWN, brand, model),
                UNKNOWN,
                certificate ->
                        coverage.covers(certificate, brand, model) || coverage.mightCover(certificate, brand, model));
        return Stream.concat(known.stream(), ofUnknownCategory.stream()).toList();
    }

    private Set<Integer> rowsPerhaps(String category, String brand, String model) {
        if (!categories.contains(category)) {
            return Set.of();
        }
        Set<Integer> rows = new TreeSet<>();
        BoughtModel bought = coverage.bought(brand, model);
        Set<String> forms = new LinkedHashSet<>(bought.forms());
        forms.addAll(bought.loose());
        for (String name : searchedPerhaps(brand)) {
            for (String form : forms) {
                models.forEach(category, name, form, rows::add);
                possibleModels.forEach(category, name, form, rows::add);
            }
            bought.tokens().forEach(token -> models.forEach(category, name, token, rows::add));
            for (Described text : described.getOrDefault(new BrandOf(category, name), List.of())) {
                if (forms.stream().anyMatch(text::mightMean)) {
                    rows.add(text.certificate());
                }
            }
        }
        return rows;
    }

    private List<Certificate> certificates(Set<Integer> rows, String category, Predicate<Certificate> fit) {
        return rows.stream()
                .filter(row -> certificates.category(row).equals(category))
                .map(certificates::get)
                .filter(fit)
                .sorted(Comparator.comparing(Certificate::number))
                .toList();
    }

    /** The brands under which certificates for a brand as bought may stand: itself, a company's brands, and none. */
    private Set<String> searched(String brand) {
        Set<String> ofCompany = brandsOfCompany.getOrDefault(CompanyNames.fold(brand), Set.of());
        String own = brands.canonical(brand);
        if (ofCompany.isEmpty()) {
            return Set.of(own, "");
        }
        Set<String> all = new LinkedHashSet<>(ofCompany);
        all.add(own);
        all.add("");
        return all;
    }

    /** The same with the brands that may be meant. */
    private Set<String> searchedPerhaps(String brand) {
        Set<String> all = new LinkedHashSet<>(searched(brand));
        all.addAll(names.brandsLike(BrandReadings.of(brand, brands)));
        return all;
    }

    @Override
    public boolean mightCover(String category, String kind, String brand, LocalDate on) {
        return Stream.of(category, UNKNOWN)
                .filter(categories::contains)
                .anyMatch(one -> mightCoverAs(one, kind, brand, on));
    }

    private boolean mightCoverAs(String category, String kind, String brand, LocalDate on) {
        return brand.isBlank()
                ? force.anyInForce(category, kind, "", on)
                : searchedPerhaps(brand).stream()
                        .filter(name -> !name.isEmpty())
                        .anyMatch(name -> force.anyInForce(category, kind, name, on));
    }

    private record BrandOf(String category, String brand) {}

    private record Described(int certificate, List<ModelDescription> descriptions) {

        boolean mightMean(String model) {
            return descriptions.stream().anyMatch(description -> description.mightMean(model));
        }
    }

    /** Takes certificates one after the other; used by one thread and for one registry. */
    static final class Builder {

        private final CertificateColumns certificates = new CertificateColumns();
        private final Set<String> categories = new HashSet<>();
        private final ModelIndex.Builder models = new ModelIndex.Builder();
        private final ModelIndex.Builder possibleModels = new ModelIndex.Builder();
        private final Map<BrandOf, List<Described>> described = new HashMap<>();
        private final Map<String, Set<String>> brandsOfCompany = new HashMap<>();
        private final NameIndex names = new NameIndex();
        private final Set<String> brandsNamed = new HashSet<>();
        private final Map<String, Set<String>> namesOfCompany = new HashMap<>();
        private final ValidityIndex force = new ValidityIndex();
        private final Set<String> setAside = new HashSet<>();
        private final Map<String, Integer> furtherNumbers = new HashMap<>();
        private final LostNumbers lost = new LostNumbers();
        private final CertificateCoverage coverage;
        private final BrandAliases brands;

        Builder(BrandAliases brands) {
            this.brands = brands;
            this.coverage = new CertificateCoverage(brands);
        }

        /** The place (from 0, in order of arrival) of the certificate of that key, or {@link TextPool#ABSENT}. */
        int placeOf(String key) {
            return certificates.rowOf(key);
        }

        /** The certificate at a place. */
        Certificate get(int place) {
            return certificates.get(place);
        }

        /** Remembers the numbers of a certificate that is not loaded, because its category concerns no list. */
        void setAside(NumberCell number) {
            number.numbers().forEach(one -> setAside.add(ModelKeys.normalise(one)));
        }

        /** Remembers what is left of numbers that a spreadsheet destroyed. */
        void lose(NumberCell number) {
            number.lost().forEach(lost::add);
        }

        /**
         * Adds a certificate.
         *
         * @param key what tells it from the others and is not there yet: its number, or its place where the number is lost
         * @param number its number cell
         */
        void add(String key, NumberCell number, Certificate certificate) {
            int row = certificates.add(key, certificate);
            categories.add(certificate.category());
            for (String one : number.numbers()) {
                if (certificates.rowOf(one) != row) {
                    furtherNumbers.putIfAbsent(ModelKeys.normalise(one), row);
                }
            }
            Set<String> named = coverage.brandsOf(certificate.brand());
            force.add(certificate, named);
            for (String brand : named) {
                if (brandsNamed.add(brand)) {
                    BrandReadings.ofBrand(brand, brands).forEach(name -> names.add(name, Set.of(brand)));
                }
            }
            CertificateCoverage.companies(certificate).forEach(company -> namesOfCompany
                    .computeIfAbsent(company, BrandReadings::ofCompany)
                    .forEach(name -> names.add(name, named)));
            for (String company : CertificateCoverage.companiesOf(certificate)) {
                brandsOfCompany
                        .computeIfAbsent(company, c -> new LinkedHashSet<>())
                        .addAll(named);
            }
            index(certificate.category(), named, CoveredModels.parse(certificate.models()), row);
        }

        /** Adds the models of a further row to the certificate at a place. */
        void addModels(int place, Certificate further) {
            certificates.addModels(place, further.models());
            Set<String> named = coverage.brandsOf(further.brand());
            index(further.category(), named, CoveredModels.parse(further.models()), place);
        }

        private void index(String category, Set<String> named, CoveredModels covered, int row) {
            for (String brand : named) {
                index(category, brand, row, covered);
                index(category, brand, row, covered.withoutLeading(brand, brands));
            }
            if (named.isEmpty()) {
                index(category, "", row, covered);
                for (String brand : covered.leadingBrands(brands)) {
                    index(category, brand, row, covered.ledBy(brand, brands).withoutLeading(brand, brands));
                }
            }
        }

        private void index(String category, String brand, int row, CoveredModels covered) {
            models.add(category, brand, covered.patterns(), row);
            possibleModels.add(category, brand, covered.possible(), row);
            List<ModelDescription> descriptions = covered.descriptions();
            if (!descriptions.isEmpty()) {
                described
                        .computeIfAbsent(new BrandOf(category, brand), key -> new ArrayList<>())
                        .add(new Described(row, descriptions));
            }
        }

        CertificateRegistry build(RegistryManifest manifest) {
            return new CompactRegistry(this, manifest);
        }
    }
}
