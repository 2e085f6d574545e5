package org.greenaudit.catalog.certificate;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.greenaudit.catalog.BrandAliases;
import org.greenaudit.catalog.Certificate;
import org.greenaudit.catalog.CertificateRegistry;
import org.greenaudit.catalog.CertificateStanding;
import org.greenaudit.catalog.RegistryCompleteness;
import org.greenaudit.catalog.name.CoveredModels;

/** The registry in little memory ({@link CertificateColumns}) behind constant-time indexes. Never changed once built. */
final class CompactRegistry implements CertificateRegistry {

    private final CertificateColumns certificates;
    private final ModelIndex models;
    private final ValidityIndex force;
    private final CertificateCoverage coverage;
    private final BrandAliases brands;
    private final RegistryManifest manifest;

    private CompactRegistry(Builder builder, RegistryManifest manifest) {
        this.certificates = builder.certificates;
        this.models = builder.models.build();
        this.force = builder.force;
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
        int row = certificates.rowOf(number);
        return row == TextPool.ABSENT ? Optional.empty() : Optional.of(certificates.get(row));
    }

    @Override
    public List<Certificate> covering(String category, String brand, String model) {
        String canonical = brands.canonical(brand);
        if (canonical.isEmpty() || model.isBlank()) {
            return List.of();
        }
        Set<Integer> rows = new TreeSet<>();
        for (String form : coverage.forms(brand, model)) {
            models.forEach(category, canonical, form, rows::add);
            models.forEach(category, "", form, rows::add);
        }
        return rows.stream()
                .filter(row -> certificates.category(row).equals(category))
                .map(certificates::get)
                .filter(certificate -> coverage.covers(certificate, brand, model))
                .sorted(Comparator.comparing(Certificate::number))
                .toList();
    }

    @Override
    public boolean mightCover(String category, String kind, String brand, LocalDate on) {
        return force.anyInForce(category, kind, brands.canonical(brand), on);
    }

    /** Takes certificates one after the other; used by one thread and for one registry. */
    static final class Builder {

        private final CertificateColumns certificates = new CertificateColumns();
        private final ModelIndex.Builder models = new ModelIndex.Builder();
        private final ValidityIndex force = new ValidityIndex();
        private final CertificateCoverage coverage;
        private final BrandAliases brands;

        Builder(BrandAliases brands) {
            this.brands = brands;
            this.coverage = new CertificateCoverage(brands);
        }

        /** The place (from 0, in order of arrival) of the certificate of that number, or {@link TextPool#ABSENT}. */
        int placeOf(String number) {
            return certificates.rowOf(number);
        }

        /** Adds a certificate whose number is not there yet. */
        void add(Certificate certificate) {
            int row = certificates.add(certificate);
            Set<String> named = coverage.brandsOf(certificate.brand());
            force.add(certificate, named);
            index(certificate.category(), named, CoveredModels.parse(certificate.models()), row);
        }

        private void index(String category, Set<String> named, CoveredModels covered, int row) {
            for (String brand : named) {
                models.add(category, brand, covered.patterns(), row);
                models.add(category, brand, covered.withoutLeading(brand, brands), row);
            }
            if (named.isEmpty()) {
                models.add(category, "", covered.patterns(), row);
                for (String brand : covered.leadingBrands(brands)) {
                    CoveredModels led = covered.ledBy(brand, brands);
                    models.add(category, brand, led.withoutLeading(brand, brands), row);
                }
            }
        }

        CertificateRegistry build(RegistryManifest manifest) {
            return new CompactRegistry(this, manifest);
        }
    }
}
