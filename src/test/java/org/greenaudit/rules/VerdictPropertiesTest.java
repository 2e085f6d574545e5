package org.greenaudit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.greenaudit.rules.CertificateBuilder.certificate;
import static org.greenaudit.rules.LineBuilder.line;

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

/** What holds of every verdict, whatever the line and the registry say. */
class VerdictPropertiesTest {

    private record Purchase(String brand, String model, String cited, String reason, boolean columns) {

        LineBuilder line() {
            LineBuilder builder =
                    LineBuilder.line().brand(brand).model(model).energy(cited).exemption(reason, "");
            return columns ? builder : builder.withoutCertificateColumns();
        }
    }

    private static final List<CertificateBuilder> CERTIFICATES = List.of(
            certificate("CQC1"),
            certificate("CQC2").expires("2025-01-01"),
            certificate("CQC3").brand("示例乙"),
            certificate("CQC4").kind("液晶显示器"),
            certificate("CQC5").status(CertificateStatus.REVOKED, ""),
            certificate("CQC6").expires(""));

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
            @ForAll("subsets") List<CertificateBuilder> held) {
        Verdict verdict = verdict(purchase.line(), completeness, held);
        assertThat(verdict.rule().isEmpty()).isEqualTo(verdict.outcome() != Outcome.VIOLATION);
        assertThat(verdict.question().isPresent()).isEqualTo(verdict.outcome() == Outcome.UNDETERMINED);
        assertThat(verdict.evidence() != Evidence.NONE).isEqualTo(verdict.outcome() == Outcome.COMPLIANT);
        assertThat(verdict.otherRules()).isSorted().doesNotContain(verdict.rule());
    }

    @Property(tries = 500)
    void anUnknownNumberInAPartialRegistryIsNeverAViolation(
            @ForAll("purchases") Purchase purchase, @ForAll("subsets") List<CertificateBuilder> held) {
        LineBuilder line = purchase.line().energy(purchase.cited() + "；CQC9");
        assertThat(verdict(line, RegistryCompleteness.PARTIAL, held).outcome()).isNotEqualTo(Outcome.VIOLATION);
    }

    @Property(tries = 500)
    void aFeedWithoutColumnsIsNeverAViolationUnlessTheRegistryIsComplete(
            @ForAll("subsets") List<CertificateBuilder> held) {
        Verdict verdict = verdict(line().withoutCertificateColumns(), RegistryCompleteness.PARTIAL, held);
        assertThat(verdict.rule()).isNotEqualTo("M1");
    }

    @Provide
    Arbitrary<List<CertificateBuilder>> subsets() {
        return Arbitraries.of(CERTIFICATES).list().uniqueElements().ofMaxSize(4);
    }

    private static Verdict verdict(LineBuilder line, RegistryCompleteness completeness, List<CertificateBuilder> held) {
        CaseFacts facts =
                CaseFacts.with(held.toArray(CertificateBuilder[]::new)).registry(completeness);
        return Matches.verdict(facts.judge(), line, Matches.certain(CaseFacts.DESKTOP));
    }
}
