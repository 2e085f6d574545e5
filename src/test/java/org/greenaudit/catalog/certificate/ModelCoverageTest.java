package org.greenaudit.catalog.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.greenaudit.catalog.certificate.RegistryFixtures.ENERGY;
import static org.greenaudit.catalog.certificate.RegistryFixtures.certificate;

import java.util.List;
import java.util.Map;
import org.greenaudit.catalog.Certificate;
import org.greenaudit.catalog.CertificateRegistry;
import org.greenaudit.text.ModelLabels;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** What a certificate's models say of a model as bought: the definition, and the registry that looks it up. */
class ModelCoverageTest {

    private static final String BRAND = "联想";

    @ParameterizedTest(name = "{0}, bought {1}: {2}")
    @CsvFileSource(resources = "/covers/models.csv", numLinesToSkip = 1)
    void aCertificateCoversAModelMightOrDoesNot(String models, String cell, String expected) {
        String bought = ModelLabels.strip(cell);
        Certificate certificate = certificate("CQC20701000001", BRAND, models).build();
        CertificateCoverage coverage = new CertificateCoverage(RegistryFixtures.brands());
        CertificateRegistry registry =
                RegistryFixtures.registry(List.of(certificate), Map.of(), RegistryFixtures.brands());

        assertThat(reading(
                        coverage.coversModel(certificate, coverage.bought(BRAND, bought)),
                        coverage.mightMeanModel(certificate, coverage.bought(BRAND, bought))))
                .as("the definition")
                .isEqualTo(expected);
        assertThat(reading(
                        !registry.covering(ENERGY, BRAND, bought).isEmpty(),
                        !registry.perhapsCovering(ENERGY, BRAND, bought).isEmpty()))
                .as("the registry")
                .isEqualTo(expected);
    }

    private static String reading(boolean covers, boolean mightMean) {
        return covers ? "covers" : mightMean ? "might" : "not";
    }
}
