package org.greenaudit.rules;

import java.util.List;
import org.greenaudit.catalog.CertificateRegistry;
import org.greenaudit.catalog.ProductList;
import org.greenaudit.catalog.RegistryCompleteness;
import org.greenaudit.matching.ListNames;
import org.greenaudit.matching.Question;
import org.greenaudit.message.Text;

/**
 * Check 1: none cited, and the registry holds none in force for this brand and model. An empty certificate cell counts as
 * “none cited”; a feed without the column says nothing, and then only a complete registry can tell.
 */
final class NoCertificate {

    /** The defect's number. */
    static final int NUMBER = 1;

    private final CertificateRegistry registry;

    NoCertificate(CertificateRegistry registry) {
        this.registry = registry;
    }

    /**
     * Checks a line of which no certificate passes.
     *
     * @param fromRegistry the findings of every certificate that the registry holds for the brand and model
     */
    CheckResult check(
            ProductList list, Citations citations, BoughtProduct product, List<CertificateFinding> fromRegistry) {
        if (!citations.numbers().isEmpty() || fromRegistry.stream().anyMatch(NoCertificate::inForce)) {
            return CheckResult.PASS;
        }
        if (!citations.asked() && registry.completeness(list.id()) != RegistryCompleteness.COMPLETE) {
            return new CheckResult.Unknown(
                    Question.CERTIFICATE_UNKNOWN, Text.of("check.1.unknown", ListNames.of(list)));
        }
        return new CheckResult.Fail(
                Text.of("check.1.expected", ListNames.of(list)), found(citations, product, fromRegistry));
    }

    private static Text found(Citations citations, BoughtProduct product, List<CertificateFinding> fromRegistry) {
        for (CertificateFinding finding : fromRegistry) {
            for (CertificateFinding.Defect defect : finding.defects()) {
                if (defect.number() == 3) {
                    return defect.reason().found();
                }
            }
        }
        return Text.of(
                citations.asked() ? "check.1.found.empty" : "check.1.found.no-column",
                product.hasBrand() ? product.brand() : "@certificate.brand.missing",
                product.hasModel() ? product.model() : "@certificate.model.missing");
    }

    static boolean inForce(CertificateFinding finding) {
        return !finding.fails(3);
    }
}
