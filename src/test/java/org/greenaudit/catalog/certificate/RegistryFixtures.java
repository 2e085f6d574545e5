package org.greenaudit.catalog.certificate;

import java.util.List;
import org.greenaudit.catalog.BrandAliases;
import org.greenaudit.catalog.name.BrandAliasTable;
import org.greenaudit.catalog.name.BrandAliasTable.Alias;
import org.greenaudit.testing.Certificates;

/** Certificates for tests: fictional, valid from 2020 to 2024 unless said otherwise. */
final class RegistryFixtures {

    static final String ENERGY = "节能产品";
    static final String ECO = "环境标志产品";

    private RegistryFixtures() {}

    static BrandAliases brands() {
        return BrandAliasTable.of(List.of(new Alias("联想", "Lenovo"), new Alias("惠普", "HP"), new Alias("美的", "Midea")));
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
}
