package org.greenaudit.catalog.certificate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.greenaudit.catalog.BrandAliases;
import org.greenaudit.catalog.Certificate;
import org.greenaudit.catalog.CertificateRegistry;
import org.greenaudit.catalog.CertificateStanding;
import org.greenaudit.catalog.RegistryCompleteness;
import org.greenaudit.catalog.RegistryContents;
import org.greenaudit.catalog.name.BoughtModel;
import org.greenaudit.catalog.name.CertificateReading;
import org.greenaudit.catalog.name.CoveredModels;
import org.greenaudit.catalog.name.ModelKeys;

/** The registry in little memory ({@link CertificateColumns}) behind constant-time indexes. Never changed once built. */
final class CompactRegistry implements CertificateRegistry {

    /**
     * A row of the registry as it was read, each cell once.
     *
     * @param number its 证书编号 cell
     * @param certificate what it says
     * @param models its 规格型号 cell
     */
    record Entry(NumberCell number, Certificate certificate, CoveredModels models) {}

    /** The category of a certificate whose 认证类别 is blank or not known: it may be any. */
    private static final String UNKNOWN = "";

    private final CertificateColumns certificates;
    private final Set<String> categories;
    private final CoverageIndex index;
    private final ValidityIndex force;
    private final Set<String> setAside;
    private final Map<String, Integer> furtherNumbers;
    private final LostNumbers lost;
    private final CertificateCoverage coverage;
    private final BrandAliases brands;
    private final RegistryManifest manifest;
    private final RegistrySearch contents;

    private CompactRegistry(Builder builder, RegistryManifest manifest) {
        this.certificates = builder.certificates;
        this.categories = builder.categories;
        this.index = builder.index.build();
        this.force = builder.force;
        this.setAside = builder.setAside;
        this.furtherNumbers = builder.furtherNumbers;
        this.lost = builder.lost;
        this.coverage = builder.coverage;
        this.brands = builder.brands;
        this.manifest = manifest;
        this.contents = new RegistrySearch(
                certificates,
                categories,
                index,
                furtherNumbers,
                coverage,
                brands,
                manifest.note(),
                List.copyOf(builder.sources));
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
    public RegistryContents contents() {
        return contents;
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
        BoughtModel bought = coverage.bought(brand, model);
        return certificates(
                index.rows(category, coverage.read(brand), bought),
                category,
                certificate -> coverage.covers(certificate, bought));
    }

    @Override
    public boolean isModel(String brand, String text) {
        return categories.stream()
                .anyMatch(category -> !covering(category, brand, text).isEmpty());
    }

    @Override
    public List<Certificate> perhapsCovering(String category, String brand, String model) {
        if (brands.canonical(brand).isEmpty() || model.isBlank()) {
            return List.of();
        }
        BoughtModel bought = coverage.bought(brand, model);
        List<Certificate> known = certificates(
                rowsPerhaps(category, bought), category, certificate -> coverage.mightCover(certificate, bought));
        List<Certificate> ofUnknownCategory = certificates(
                rowsPerhaps(UNKNOWN, bought),
                UNKNOWN,
                certificate -> coverage.covers(certificate, bought) || coverage.mightCover(certificate, bought));
        return Stream.concat(known.stream(), ofUnknownCategory.stream()).toList();
    }

    private Set<Integer> rowsPerhaps(String category, BoughtModel bought) {
        return categories.contains(category)
                ? index.rowsPerhaps(category, coverage.read(bought.brand()), bought)
                : Set.of();
    }

    private List<Certificate> certificates(Set<Integer> rows, String category, Predicate<Certificate> fit) {
        return rows.stream()
                .filter(row -> certificates.category(row).equals(category))
                .map(certificates::get)
                .filter(fit)
                .sorted(Comparator.comparing(Certificate::number))
                .toList();
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
                : index.brandsPerhaps(coverage.read(brand)).stream()
                        .filter(name -> !name.isEmpty())
                        .anyMatch(name -> force.anyInForce(category, kind, name, on));
    }

    /** Takes certificates one after the other; used by one thread and for one registry. */
    static final class Builder {

        private final CertificateColumns certificates = new CertificateColumns();
        private final Set<String> categories = new HashSet<>();
        private final CoverageIndex.Builder index;
        private final ValidityIndex force = new ValidityIndex();
        private final Set<String> setAside = new HashSet<>();
        private final Map<String, Integer> furtherNumbers = new HashMap<>();
        private final LostNumbers lost = new LostNumbers();
        private final List<RegistryContents.Source> sources = new ArrayList<>();
        private final Map<String, Set<String>> brandsOfCell = new HashMap<>();
        private final CertificateCoverage coverage;
        private final BrandAliases brands;

        Builder(BrandAliases brands) {
            this.brands = brands;
            this.coverage = new CertificateCoverage(brands);
            this.index = new CoverageIndex.Builder(brands);
        }

        /** The place (from 0, in order of arrival) of the certificate of that key, or {@link TextPool#ABSENT}. */
        int placeOf(String key) {
            return certificates.rowOf(key);
        }

        /** Where the certificate at a place begins. */
        CertificateColumns.Place at(int place) {
            return certificates.place(place);
        }

        /** Notes a file that was read. */
        void read(RegistryContents.Source source) {
            sources.add(source);
        }

        /** The certificate at a place. */
        Certificate get(int place) {
            return certificates.get(place);
        }

        /** Remembers the numbers of a certificate that is not loaded, because its category concerns no list. */
        void setAside(NumberCell number) {
            number.numbers().forEach(one -> setAside.add(ModelKeys.normalise(one)));
        }

        /** Remembers what is left of numbers that a spreadsheet destroyed, and ranges. */
        void lose(NumberCell number) {
            number.lost().forEach(lost::add);
            number.ranges().forEach(lost::add);
        }

        /**
         * Adds a certificate.
         *
         * @param key what tells it from the others and is not there yet: its number, or its place where the number is lost
         * @param at where it begins
         */
        void add(String key, Entry entry, CertificateColumns.Place at) {
            Certificate certificate = entry.certificate();
            int row = certificates.add(key, certificate, at);
            categories.add(certificate.category());
            List<String> numbers = entry.number().numbers();
            if (numbers.size() > 1 || !numbers.equals(List.of(key))) {
                for (String one : numbers) {
                    if (certificates.rowOf(one) != row) {
                        furtherNumbers.putIfAbsent(ModelKeys.normalise(one), row);
                    }
                }
            }
            Set<String> named = brandsOf(certificate);
            force.add(certificate, named);
            index.add(certificate, named, entry.models(), row);
        }

        /** Adds the models of a further row to the certificate at a place. */
        void addModels(int place, Entry further, CertificateColumns.Place at) {
            certificates.addModels(place, further.certificate().models(), at);
            index.addModels(further.certificate().category(), brandsOf(further.certificate()), further.models(), place);
        }

        private Set<String> brandsOf(Certificate certificate) {
            return brandsOfCell.computeIfAbsent(certificate.brand(), cell -> CertificateReading.brandsOf(cell, brands));
        }

        CertificateRegistry build(RegistryManifest manifest) {
            return new CompactRegistry(this, manifest);
        }
    }
}
