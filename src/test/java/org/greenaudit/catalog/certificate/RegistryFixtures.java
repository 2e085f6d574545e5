package org.greenaudit.catalog.certificate;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.greenaudit.catalog.BrandAliases;
import org.greenaudit.catalog.Certificate;
import org.greenaudit.catalog.CertificateStatus;
import org.greenaudit.catalog.name.BrandAliasTable;
import org.greenaudit.catalog.name.BrandAliasTable.Alias;

/** Certificates for tests: fictional, valid from 2020 to 2024 unless said otherwise. */
final class RegistryFixtures {

    static final String ENERGY = "节能产品";
    static final String ECO = "环境标志产品";

    private RegistryFixtures() {}

    static BrandAliases brands() {
        return BrandAliasTable.of(List.of(new Alias("联想", "Lenovo"), new Alias("惠普", "HP"), new Alias("美的", "Midea")));
    }

    static Certificate certificate(String number, String brand, String models) {
        return certificate(number, ENERGY, "台式计算机", brand, models);
    }

    static Certificate certificate(String number, String category, String kind, String brand, String models) {
        return new Certificate(
                number,
                category,
                "虚构认证中心",
                "虚构制造有限公司",
                brand,
                "台式微型计算机",
                kind,
                models,
                "GB 28380-2012",
                Optional.of(LocalDate.of(2020, 1, 1)),
                Optional.of(LocalDate.of(2024, 12, 31)),
                CertificateStatus.VALID,
                Optional.empty());
    }

    static Certificate with(Certificate c, CertificateStatus status, Optional<LocalDate> statusDate) {
        return new Certificate(
                c.number(),
                c.category(),
                c.body(),
                c.holder(),
                c.brand(),
                c.productName(),
                c.kind(),
                c.models(),
                c.standard(),
                c.issued(),
                c.expires(),
                status,
                statusDate);
    }

    static Certificate with(Certificate c, Optional<LocalDate> issued, Optional<LocalDate> expires) {
        return new Certificate(
                c.number(),
                c.category(),
                c.body(),
                c.holder(),
                c.brand(),
                c.productName(),
                c.kind(),
                c.models(),
                c.standard(),
                issued,
                expires,
                c.status(),
                c.statusDate());
    }
}
