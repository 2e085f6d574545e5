package org.greenaudit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.greenaudit.testing.Certificates.energySaving;
import static org.greenaudit.testing.PurchaseLines.desktop;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.greenaudit.catalog.CertificateStatus;
import org.greenaudit.catalog.RegistryCompleteness;
import org.greenaudit.rules.certificate.Evidence;
import org.greenaudit.testing.Certificates;
import org.greenaudit.testing.PurchaseLines;

/** What holds of every verdict, whatever the line and the registry say. */
class VerdictPropertiesTest {

    private record Purchase(String brand, String model, String cited, String reason, boolean columns) {

        PurchaseLines line() {
            PurchaseLines builder = PurchaseLines.desktop()
                    .brand(brand)
                    .model(model)
                    .energy(cited)
                    .exemption(reason, "");
            return columns ? builder : builder.withoutCertificateColumns();
        }
    }

    private static final List<Certificates> CERTIFICATES = List.of(
            energySaving("CQC1"),
            energySaving("CQC2").expires("2025-01-01"),
            energySaving("CQC3").brand("示例乙"),
            energySaving("CQC4").kind("液晶显示器"),
            energySaving("CQC5").status(CertificateStatus.REVOKED, ""),
            energySaving("CQC6").expires(""));

    @Provide
    Arbitrary<Purchase> purchases() {
        return Combinators.combine(
                        Arbitraries.of("", "示例甲", "示例乙", "ExampleA"),
                        Arbitraries.of("", "M100", "m-100", "M100A"),
                        Arbitraries.of("CQC1", "CQC2", "CQC3", "CQC4", "CQC5", "CQC6", "CQC9", "CCC1")
                                .list()
                                .ofMaxSize(3)
                                .map(numbers -> String.join("；", numbers)),
                        Arbitraries.of("", "理由"),
                        Arbitraries.of(true, false))
                .as(Purchase::new);
    }

    @Property(tries = 500)
    void eachOutcomeCarriesItsOwnEvidenceAndNothingElse(
            @ForAll("purchases") Purchase purchase,
            @ForAll RegistryCompleteness completeness,
            @ForAll("subsets") List<Certificates> held) {
        Verdict verdict = verdict(purchase.line(), completeness, held);
        assertThat(verdict.rule().isEmpty()).isEqualTo(verdict.outcome() != Outcome.VIOLATION);
        assertThat(verdict.question().isPresent()).isEqualTo(verdict.outcome() == Outcome.UNDETERMINED);
        assertThat(verdict.evidence() != Evidence.NONE).isEqualTo(verdict.outcome() == Outcome.COMPLIANT);
        assertThat(verdict.otherRules()).isSorted().doesNotContain(verdict.rule());
    }

    @Property(tries = 500)
    void anUnknownNumberInAPartialRegistryIsNeverAViolation(
            @ForAll("purchases") Purchase purchase, @ForAll("subsets") List<Certificates> held) {
        PurchaseLines line = purchase.line().energy(purchase.cited() + "；CQC9");
        assertThat(verdict(line, RegistryCompleteness.PARTIAL, held).outcome()).isNotEqualTo(Outcome.VIOLATION);
    }

    @Property(tries = 500)
    void aFeedWithoutColumnsIsNeverAViolationUnlessTheRegistryIsComplete(@ForAll("subsets") List<Certificates> held) {
        Verdict verdict = verdict(desktop().withoutCertificateColumns(), RegistryCompleteness.PARTIAL, held);
        assertThat(verdict.rule()).isNotEqualTo("M1");
    }

    @Provide
    Arbitrary<List<Certificates>> subsets() {
        return Arbitraries.of(CERTIFICATES).list().uniqueElements().ofMaxSize(4);
    }

    private static Verdict verdict(PurchaseLines line, RegistryCompleteness completeness, List<Certificates> held) {
        CaseFacts facts = CaseFacts.with(held.toArray(Certificates[]::new)).registry(completeness);
        return Matches.verdict(facts.judge(), line, Matches.certain(CaseFacts.DESKTOP));
    }
}
