package org.greenaudit.catalog.certificate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.greenaudit.catalog.BrandAliases;
import org.greenaudit.catalog.Certificate;
import org.greenaudit.catalog.name.BoughtBrand;
import org.greenaudit.catalog.name.BoughtModel;
import org.greenaudit.catalog.name.BrandReadings;
import org.greenaudit.catalog.name.CertificateReading;
import org.greenaudit.catalog.name.CoveredModels;
import org.greenaudit.catalog.name.ModelDescription;

/**
 * The rows of certificates that may cover a product, by category, brand and model. What it gives is to be checked
 * ({@link CertificateCoverage}): it may hold too much, never too little. Never changed once built.
 */
final class CoverageIndex {

    private final ModelIndex models;
    private final ModelIndex possibleModels;
    private final Map<BrandOf, List<Described>> described;
    private final Map<String, Set<String>> brandsOfCompany;
    private final NameIndex names;
    private final Set<String> brandsNamed;

    private CoverageIndex(Builder builder) {
        this.models = builder.models.build();
        this.possibleModels = builder.possibleModels.build();
        this.described = builder.described;
        this.brandsOfCompany = builder.brandsOfCompany;
        this.names = builder.names;
        this.brandsNamed = builder.brandsNamed;
    }

    /** The certificates that may name the product. */
    Set<Integer> rows(String category, BoughtBrand brand, BoughtModel bought) {
        Set<Integer> rows = new TreeSet<>();
        Set<String> searched = searched(brand);
        for (String form : bought.forms()) {
            searched.forEach(name -> models.forEach(category, name, form, rows::add));
        }
        return rows;
    }

    /** The certificates that may name the model, whatever their brand. */
    Set<Integer> rowsOfAnyBrand(String category, BoughtModel bought) {
        Set<Integer> rows = new TreeSet<>();
        for (String form : bought.forms()) {
            brandsNamed.forEach(name -> models.forEach(category, name, form, rows::add));
            models.forEach(category, "", form, rows::add);
        }
        return rows;
    }

    /** The certificates whose text may mean the product in some reading. */
    Set<Integer> rowsPerhaps(String category, BoughtBrand brand, BoughtModel bought) {
        Set<Integer> rows = new TreeSet<>();
        Set<String> forms = new LinkedHashSet<>(bought.forms());
        forms.addAll(bought.loose());
        Set<String> tokens = bought.tokens();
        for (String name : brandsPerhaps(brand)) {
            for (String form : forms) {
                models.forEach(category, name, form, rows::add);
                possibleModels.forEach(category, name, form, rows::add);
            }
            tokens.forEach(token -> models.forEach(category, name, token, rows::add));
            for (Described text : described.getOrDefault(new BrandOf(category, name), List.of())) {
                if (forms.stream().anyMatch(text::mightMean)) {
                    rows.add(text.certificate());
                }
            }
        }
        return rows;
    }

    /** The brands under which certificates for a brand as bought may stand: itself, a company's brands, and none. */
    private Set<String> searched(BoughtBrand brand) {
        Set<String> all = new LinkedHashSet<>(4);
        for (BoughtBrand.Name name : brand.names()) {
            all.add(name.brand());
            all.addAll(brandsOfCompany.getOrDefault(name.company(), Set.of()));
        }
        all.add("");
        return all;
    }

    /** The same with the brands that may be meant. */
    Set<String> brandsPerhaps(BoughtBrand brand) {
        Set<String> all = new LinkedHashSet<>(searched(brand));
        if (brand.any()) {
            all.addAll(brandsNamed);
            return all;
        }
        all.addAll(names.brandsLike(brand.readings()));
        return all;
    }

    private record BrandOf(String category, String brand) {}

    private record Described(int certificate, List<ModelDescription> descriptions) {

        boolean mightMean(String model) {
            return descriptions.stream().anyMatch(description -> description.mightMean(model));
        }
    }

    /** Takes certificates one after the other; used by one thread. */
    static final class Builder {

        private final ModelIndex.Builder models = new ModelIndex.Builder();
        private final ModelIndex.Builder possibleModels = new ModelIndex.Builder();
        private final Map<BrandOf, List<Described>> described = new HashMap<>();
        private final Map<String, Set<String>> brandsOfCompany = new HashMap<>();
        private final NameIndex names = new NameIndex();
        private final Set<String> brandsNamed = new HashSet<>();
        private final Set<String> companiesNamed = new HashSet<>();
        private final BrandAliases brands;

        Builder(BrandAliases brands) {
            this.brands = brands;
        }

        /** Adds a certificate with the canonical brands that it names and the models of its row. */
        void add(Certificate certificate, Set<String> named, CoveredModels covered, int row) {
            for (String brand : named) {
                if (brandsNamed.add(brand)) {
                    BrandReadings.ofBrand(brand, brands).forEach(name -> names.add(name, Set.of(brand)));
                }
            }
            if (companiesNamed.add(certificate.holder() + '\n' + certificate.maker() + '\n' + certificate.brand())) {
                addCompanies(certificate, named);
            }
            addModels(certificate.category(), named, covered, row);
        }

        private void addCompanies(Certificate certificate, Set<String> named) {
            CertificateReading.companies(certificate)
                    .flatMap(company -> BrandReadings.ofCompany(company).stream())
                    .forEach(name -> names.add(name, named));
            for (String company : CertificateReading.companiesOf(certificate)) {
                brandsOfCompany
                        .computeIfAbsent(company, c -> new LinkedHashSet<>())
                        .addAll(named);
            }
        }

        /** Adds models to those of a certificate. */
        void addModels(String category, Set<String> named, CoveredModels covered, int row) {
            for (String brand : named) {
                add(category, brand, row, covered);
                add(category, brand, row, covered.withoutLeading(brand, brands));
            }
            if (named.isEmpty()) {
                add(category, "", row, covered);
                for (String brand : covered.leadingBrands(brands)) {
                    add(category, brand, row, covered.ledBy(brand, brands).withoutLeading(brand, brands));
                }
            }
        }

        private void add(String category, String brand, int row, CoveredModels covered) {
            models.add(category, brand, covered.patterns(), row);
            possibleModels.add(category, brand, covered.possible(), row);
            List<ModelDescription> descriptions = covered.descriptions();
            if (!descriptions.isEmpty()) {
                described
                        .computeIfAbsent(new BrandOf(category, brand), key -> new ArrayList<>())
                        .add(new Described(row, descriptions));
            }
        }

        /** The index of everything added. */
        CoverageIndex build() {
            return new CoverageIndex(this);
        }
    }
}
