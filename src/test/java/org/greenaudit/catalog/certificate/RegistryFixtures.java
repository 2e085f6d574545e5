package org.greenaudit.catalog.certificate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.greenaudit.catalog.BrandAliases;
import org.greenaudit.catalog.Certificate;
import org.greenaudit.catalog.CertificateRegistry;
import org.greenaudit.catalog.ProductKinds;
import org.greenaudit.catalog.RegistryCompleteness;
import org.greenaudit.catalog.name.BrandAliasTable;
import org.greenaudit.catalog.name.BrandAliasTable.Alias;
import org.greenaudit.catalog.name.CoveredModels;
import org.greenaudit.testing.Certificates;

/** Certificates for tests: fictional, valid from 2020 to 2024 unless said otherwise. */
public final class RegistryFixtures {

    static final String ENERGY = "节能产品";
    static final String ECO = "环境标志产品";

    private RegistryFixtures() {}

    public static BrandAliases brands() {
        return BrandAliasTable.of(List.of(new Alias("联想", "Lenovo"), new Alias("惠普", "HP"), new Alias("美的", "Midea")));
    }

    /**
     * A registry of certificates at hand.
     *
     * @throws IllegalArgumentException when two have the same number
     */
    public static CertificateRegistry registry(
            List<Certificate> certificates, Map<String, RegistryCompleteness> completeness, BrandAliases brands) {
        CompactRegistry.Builder builder = new CompactRegistry.Builder(brands);
        for (Certificate certificate : certificates) {
            if (builder.placeOf(certificate.number()) != TextPool.ABSENT) {
                throw new IllegalArgumentException("certificate number twice: " + certificate.number());
            }
            builder.add(
                    certificate.number(),
                    new CompactRegistry.Entry(
                            NumberCell.of(certificate.number()),
                            certificate,
                            CoveredModels.parse(certificate.models())),
                    new CertificateColumns.Place(0, 1));
        }
        return builder.build(RegistryManifest.of(completeness));
    }

    /** A parser that knows these categories and reads product classes by a function. */
    static CertificateParser parser(Set<String> categories, Function<String, Optional<String>> kindOf) {
        return new CertificateParser(
                categories, true, ProductClasses.of(List.of(), new KindsByName(kindOf), false), CertificateWords.NONE);
    }

    /** An energy-saving certificate for desktop computers, valid from 2020 to 2024. */
    static Certificates certificate(String number, String brand, String models) {
        return dated(Certificates.energySaving(number), brand, models);
    }

    /** The same for the eco-label. */
    static Certificates ecoCertificate(String number, String brand, String models) {
        return dated(Certificates.ecoLabel(number), brand, models);
    }

    private static Certificates dated(Certificates certificate, String brand, String models) {
        return certificate.brand(brand).models(models).issued("2020-01-01").expires("2024-12-31");
    }

    /** Kinds that do not nest. */
    private record KindsByName(Function<String, Optional<String>> kindOf) implements ProductKinds {

        @Override
        public boolean known(String kind) {
            return byTerm(kind).isPresent();
        }

        @Override
        public boolean isA(String kind, String ancestor) {
            return kind.equals(ancestor);
        }

        @Override
        public Optional<String> parent(String kind) {
            return Optional.empty();
        }

        @Override
        public List<String> children(String kind) {
            return List.of();
        }

        @Override
        public Optional<String> byTerm(String term) {
            return kindOf.apply(term);
        }
    }
}
