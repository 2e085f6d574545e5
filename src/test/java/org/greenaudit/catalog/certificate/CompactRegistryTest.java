package org.greenaudit.catalog.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.greenaudit.catalog.certificate.RegistryFixtures.ECO;
import static org.greenaudit.catalog.certificate.RegistryFixtures.ENERGY;
import static org.greenaudit.catalog.certificate.RegistryFixtures.certificate;
import static org.greenaudit.catalog.certificate.RegistryFixtures.ecoCertificate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.greenaudit.catalog.BrandAliases;
import org.greenaudit.catalog.Certificate;
import org.greenaudit.catalog.CertificateRegistry;
import org.greenaudit.catalog.CertificateStanding;
import org.greenaudit.catalog.CertificateStatus;
import org.greenaudit.catalog.RegistryCompleteness;
import org.greenaudit.testing.Certificates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompactRegistryTest {

    private static final LocalDate IN_2022 = LocalDate.of(2022, 6, 1);
    private static final String DESKTOP = "台式计算机";

    private final BrandAliases brands = RegistryFixtures.brands();

    private CertificateRegistry registry(Certificates... certificates) {
        return RegistryFixtures.registry(
                Stream.of(certificates).map(Certificates::build).toList(), Map.of(), brands);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CQC20701-000001", "cqc20701000001", " ＣＱＣ20701 000001\u00a0", "CQC—20701000001"})
    void aNumberIsFoundHoweverItIsWritten(String number) {
        Certificates certificate = certificate("CQC20701-000001", "联想", "M430");
        assertThat(registry(certificate).byNumber(number)).contains(certificate.build());
    }

    @ParameterizedTest
    @ValueSource(strings = {"CQC2070100000", "CQC207010000011", "", "/"})
    void anotherNumberIsNotFound(String number) {
        assertThat(registry(certificate("CQC20701000001", "联想", "M430")).byNumber(number))
                .isEmpty();
    }

    @Test
    void everyFieldComesBackAsItWas() {
        Certificates certificate = ecoCertificate("№ 1-a", "联想／Lenovo", "M430；M4#0\nＭ４５０")
                .kind("")
                .productName("台式微型计算机")
                .status(CertificateStatus.SUSPENDED, "2023-02-28");
        Certificates bare = certificate("2", "", "").issued("").expires("");
        CertificateRegistry registry = registry(certificate, bare);
        assertThat(registry.byNumber("№1A")).contains(certificate.build());
        assertThat(registry.byNumber("2")).contains(bare.build());
        assertThat(registry.size()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "联想, M430",
        "Lenovo, m-430",
        "联想（Lenovo）, 联想 M430",
        "联想, Lenovo M430",
        "惠普, EliteDesk 800",
        "HP, HP EliteDesk 800",
        "美的, KFR-35GW/A1",
        "美的, KFR-35GW/B9",
        "华凌, KFR-35GW/A1",
        "同舟, M4",
        "联想, 联想 T1",
        "联想, T1"
    })
    void brandAndModelAreFoundHoweverTheyAreWritten(String brand, String model) {
        CertificateRegistry registry = registry(
                certificate("1", "联想", "M420;M430"),
                certificate("2", "惠普", "惠普EliteDesk 800"),
                certificate("3", "美的、华凌", "KFR-35GW/*#"),
                certificate("4", "", "M4；联想T1"));
        assertThat(registry.covering(ENERGY, brand, model)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"联想, M430A", "联想, M43", "惠普, M430", "联想, M43", "' ', M430", "联想, ' '", "/, M430", "惠普, T1"})
    void whatIsNotCoveredIsNotFound(String brand, String model) {
        CertificateRegistry registry = registry(certificate("1", "联想", "M430"), certificate("2", "", "联想T1"));
        assertThat(registry.covering(ENERGY, brand, model)).isEmpty();
    }

    @Test
    void theOtherCategoryIsNotFound() {
        CertificateRegistry registry = registry(ecoCertificate("1", "联想", "M430"));
        assertThat(registry.covering(ENERGY, "联想", "M430")).isEmpty();
        assertThat(registry.covering(ECO, "联想", "M430")).hasSize(1);
    }

    @Test
    void certificatesComeInTheOrderOfTheirNumbers() {
        CertificateRegistry registry = registry(
                certificate("B2", "联想", "M430"), certificate("A3", "联想", "M4*0"), certificate("A1", "联想", "M430;M430"));
        assertThat(registry.covering(ENERGY, "联想", "M430"))
                .extracting(Certificate::number)
                .containsExactly("A1", "A3", "B2");
    }

    @Test
    void theIndexFindsWhatAScanFinds() {
        Random random = new Random(20261121);
        for (int round = 0; round < 40; round++) {
            List<Certificate> certificates = RandomCertificates.list(random, 1 + random.nextInt(60));
            CertificateRegistry registry = RegistryFixtures.registry(certificates, Map.of(), brands);
            CertificateCoverage coverage = new CertificateCoverage(brands);
            for (int query = 0; query < 200; query++) {
                String category = RandomCertificates.category(random);
                String brand = RandomCertificates.boughtBrand(random);
                String model = RandomCertificates.boughtModel(random);
                List<Certificate> scanned = certificates.stream()
                        .filter(c -> c.category().equals(category) && coverage.covers(c, coverage.bought(brand, model)))
                        .sorted(java.util.Comparator.comparing(Certificate::number))
                        .toList();
                assertThat(registry.covering(category, brand, model))
                        .as("%s %s %s in %s", category, brand, model, certificates)
                        .isEqualTo(scanned);
            }
        }
    }

    @Test
    void whatPerhapsCoversIsWhatAScanFinds() {
        Random random = new Random(11);
        CertificateCoverage coverage = new CertificateCoverage(brands);
        for (int round = 0; round < 30; round++) {
            List<Certificate> certificates = RandomCertificates.list(random, 1 + random.nextInt(12));
            CertificateRegistry registry = RegistryFixtures.registry(certificates, Map.of(), brands);
            for (int query = 0; query < 100; query++) {
                String category = RandomCertificates.category(random);
                String brand = RandomCertificates.boughtBrand(random);
                String model = RandomCertificates.boughtModel(random);
                assertThat(registry.perhapsCovering(category, brand, model))
                        .as("perhaps %s %s %s in %s", category, brand, model, certificates)
                        .containsExactlyElementsOf(certificates.stream()
                                .filter(c -> c.category().equals(category)
                                        && coverage.mightCover(c, coverage.bought(brand, model)))
                                .sorted(java.util.Comparator.comparing(Certificate::number))
                                .toList());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"HP电脑", "原装HP", "HP或同等", "HP（中国）有限公司", "国产惠普", "惠普集团"})
    void wordsBesideABrandLeaveOpenWhetherItIsTheOne(String brand) {
        CertificateRegistry registry = registry(certificate("1", "惠普", "M430"), certificate("2", "联想", "M430"));
        assertThat(registry.covering(ENERGY, brand, "M430")).isEmpty();
        assertThat(registry.perhapsCovering(ENERGY, brand, "M430"))
                .extracting(Certificate::number)
                .containsExactly("1");
    }

    @Test
    void whatMightCoverIsWhatAScanFinds() {
        Random random = new Random(7);
        CertificateCoverage coverage = new CertificateCoverage(brands);
        for (int round = 0; round < 40; round++) {
            List<Certificate> certificates = RandomCertificates.list(random, 1 + random.nextInt(12));
            CertificateRegistry registry = RegistryFixtures.registry(certificates, Map.of(), brands);
            for (int query = 0; query < 200; query++) {
                String category = RandomCertificates.category(random);
                String kind = RandomCertificates.kind(random);
                String brand = random.nextBoolean() ? "" : RandomCertificates.boughtBrand(random);
                LocalDate on = LocalDate.of(2019, 1, 1).plusDays(random.nextInt(2600));
                boolean scanned = certificates.stream()
                        .anyMatch(c -> c.category().equals(category)
                                && (c.kind().equals(kind) || c.kind().isEmpty())
                                && (brand.isEmpty()
                                        || coverage.coversBrand(c, brand)
                                        || coverage.mightBeBrand(c, brand))
                                && inForce(c, on));
                assertThat(registry.mightCover(category, kind, brand, on))
                        .as("%s %s %s %s in %s", category, kind, brand, on, certificates)
                        .isEqualTo(scanned);
            }
        }
    }

    private static boolean inForce(Certificate c, LocalDate on) {
        return c.issued().filter(on::isBefore).isEmpty()
                && c.expires().filter(on::isAfter).isEmpty()
                && (c.status() == CertificateStatus.VALID
                        || c.statusDate().isEmpty()
                        || c.statusDate().get().isAfter(on));
    }

    @Test
    void aCertificateMightCoverOnItsFirstAndLastDayAndNotBeyond() {
        CertificateRegistry registry = registry(certificate("1", "联想", "M430"));
        assertThat(registry.mightCover(ENERGY, DESKTOP, "Lenovo", LocalDate.of(2020, 1, 1)))
                .isTrue();
        assertThat(registry.mightCover(ENERGY, DESKTOP, "", LocalDate.of(2024, 12, 31)))
                .isTrue();
        assertThat(registry.mightCover(ENERGY, DESKTOP, "", LocalDate.of(2019, 12, 31)))
                .isFalse();
        assertThat(registry.mightCover(ENERGY, DESKTOP, "", LocalDate.of(2025, 1, 1)))
                .isFalse();
    }

    @Test
    void aCertificateMightCoverUntilTheDayBeforeItsRevocation() {
        LocalDate revoked = IN_2022;
        CertificateRegistry registry =
                registry(certificate("1", "联想", "M430").status(CertificateStatus.REVOKED, revoked.toString()));
        assertThat(registry.mightCover(ENERGY, DESKTOP, "联想", revoked.minusDays(1)))
                .isTrue();
        assertThat(registry.mightCover(ENERGY, DESKTOP, "联想", revoked)).isFalse();
    }

    @Test
    void anotherBrandOrKindMightNotCoverButAnUnknownOneMight() {
        CertificateRegistry known = registry(certificate("1", "联想", "M430"));
        assertThat(known.mightCover(ENERGY, DESKTOP, "惠普", IN_2022)).isFalse();
        assertThat(known.mightCover(ENERGY, "服务器", "联想", IN_2022)).isFalse();
        assertThat(known.mightCover(ECO, DESKTOP, "联想", IN_2022)).isFalse();
        CertificateRegistry unknown = registry(certificate("1", "", "M430").kind(""));
        assertThat(unknown.mightCover(ENERGY, DESKTOP, "惠普", IN_2022)).isTrue();
    }

    @Test
    void aListThatNobodyVouchesForHasNoRegistry() {
        CertificateRegistry registry =
                RegistryFixtures.registry(List.of(), Map.of("eco-label", RegistryCompleteness.PARTIAL), brands);
        assertThat(registry.completeness("eco-label")).isEqualTo(RegistryCompleteness.PARTIAL);
        assertThat(registry.completeness("energy-saving")).isEqualTo(RegistryCompleteness.NONE);
        assertThat(registry.covering(ENERGY, "联想", "M430")).isEmpty();
        assertThat(registry.mightCover(ENERGY, DESKTOP, "", IN_2022)).isFalse();
    }

    @Test
    void twentyThousandCertificatesAreEachFoundByNumberBrandAndModel() {
        List<Certificate> certificates = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            certificates.add(certificate("CQC" + i, "品牌" + i % 300, "T" + i + "-A;T" + i + "-B#")
                    .build());
        }
        CertificateRegistry registry = RegistryFixtures.registry(certificates, Map.of(), brands);
        for (int i = 0; i < 20_000; i++) {
            assertThat(registry.byNumber("CQC" + i)).contains(certificates.get(i));
            assertThat(registry.covering(ENERGY, "品牌" + i % 300, "t" + i + "b7"))
                    .containsExactly(certificates.get(i));
        }
    }

    @Test
    void aNumberTwiceIsRefused() {
        assertThatThrownBy(() -> registry(certificate("A-1", "联想", "M430"), certificate("a1", "联想", "M440")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a1");
    }

    @ParameterizedTest
    @CsvSource({"2019-12-31, not-yet-issued", "2020-01-01, valid", "2024-12-31, valid", "2025-01-01, expired"})
    void aCertificateStandsOnADayAsItsDatesSay(LocalDate day, String standing) {
        assertThat(census(certificate("1", "联想", "M430"), day)).isEqualTo(Map.of(standing, 1));
    }

    @ParameterizedTest
    @CsvSource({"2023-02-27, valid", "2023-02-28, revoked", "2025-01-01, revoked"})
    void aStatusCountsFromItsFirstDay(LocalDate day, String standing) {
        Certificates revoked = certificate("1", "联想", "M430").status(CertificateStatus.REVOKED, "2023-02-28");
        assertThat(census(revoked, day)).isEqualTo(Map.of(standing, 1));
    }

    @Test
    void theCensusOfACategoryLeavesOthersOut() {
        CertificateRegistry registry = registry(
                certificate("1", "联想", "M430"), certificate("2", "联想", "M431"), ecoCertificate("3", "联想", "M430"));
        assertThat(registry.census(ENERGY, IN_2022)).isEqualTo(Map.of(CertificateStanding.VALID, 2));
        assertThat(registry.census("绿色建材", IN_2022)).isEmpty();
    }

    private Map<String, Integer> census(Certificates certificate, LocalDate day) {
        return registry(certificate).census(ENERGY, day).entrySet().stream()
                .collect(Collectors.toMap(e -> e.getKey().id(), Map.Entry::getValue));
    }
}
