package org.greenaudit.rules.certificate;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.greenaudit.catalog.CertificateRegistry;
import org.greenaudit.catalog.ListNames;
import org.greenaudit.catalog.ProductList;
import org.greenaudit.catalog.RegistryCompleteness;
import org.greenaudit.catalog.certificate.Citations;
import org.greenaudit.message.Text;

/**
 * Check 1: none cited, and the registry holds none in force for this brand and model. An empty certificate cell counts as
 * “none cited”; a feed without the column says nothing, and neither does a cell whose text is no certificate's number
 * (正在办理): then only a complete registry can tell.
 */
public final class NoCertificate {

    /** The defect's number. */
    public static final int NUMBER = 1;

    private final CertificateRegistry registry;

    public NoCertificate(CertificateRegistry registry) {
        this.registry = registry;
    }

    /**
     * What stays open of a cell that holds something else instead of a number: what a spreadsheet left of one and a range always, a text
     * where no complete registry tells.
     */
    public Optional<CheckResult.Unknown> unreadable(ProductList list, Citations citations) {
        if (!citations.destroyed().isEmpty()) {
            return Optional.of(new CheckResult.Unknown(
                    CertificateQuestion.CITATION_DESTROYED,
                    Text.of("check.1.destroyed", String.join(" / ", citations.destroyed()))));
        }
        if (!citations.unclear().isEmpty()) {
            return Optional.of(new CheckResult.Unknown(
                    CertificateQuestion.CITATION_UNCLEAR,
                    Text.of("check.1.unclear", String.join(" / ", citations.unclear()))));
        }
        if (citations.texts().isEmpty() || registry.completeness(list.id()) == RegistryCompleteness.COMPLETE) {
            return Optional.empty();
        }
        return Optional.of(new CheckResult.Unknown(
                CertificateQuestion.CITATION_IS_NO_NUMBER, Text.of("check.1.no-number", shown(citations))));
    }

    /**
     * Checks a line of which no certificate passes.
     *
     * @param word what the line says instead of a number: 无; empty where it says nothing
     * @param fromRegistry the findings of every certificate that the registry holds for the brand and model
     */
    public CheckResult check(
            ProductList list,
            Citations citations,
            String word,
            BoughtProduct product,
            List<CertificateFinding> fromRegistry) {
        if (!citations.numbers().isEmpty() || fromRegistry.stream().anyMatch(NoCertificate::inForce)) {
            return CheckResult.Pass.PLAIN;
        }
        RegistryCompleteness completeness = registry.completeness(list.id());
        if (!citations.asked() && completeness != RegistryCompleteness.COMPLETE) {
            return new CheckResult.Unknown(
                    CertificateQuestion.CERTIFICATE_UNKNOWN,
                    Text.of("check.1.unknown", ListNames.of(list), "@check.1.registry." + id(completeness)));
        }
        return new CheckResult.Fail(
                Text.of("check.1.expected", ListNames.of(list)),
                found(citations, word, product, fromRegistry, completeness));
    }

    private static Text found(
            Citations citations,
            String word,
            BoughtProduct product,
            List<CertificateFinding> fromRegistry,
            RegistryCompleteness completeness) {
        for (CertificateFinding finding : fromRegistry) {
            for (CertificateFinding.Defect defect : finding.defects()) {
                if (defect.number() == 3) {
                    return defect.reason().found();
                }
            }
        }
        String brand = product.hasBrand() ? product.brand() : "@certificate.brand.missing";
        String model = product.hasModel() ? product.model() : "@certificate.model.missing";
        if (!citations.texts().isEmpty()) {
            return Text.of("check.1.found.no-number", brand, model, shown(citations));
        }
        if (!citations.asked()) {
            return Text.of("check.1.found.no-column", brand, model);
        }
        String registry = "@check.1.found.registry." + id(completeness);
        return word.isEmpty()
                ? Text.of("check.1.found.empty", brand, model, registry)
                : Text.of("check.1.found.word", brand, model, registry, word);
    }

    private static String shown(Citations citations) {
        return String.join(" / ", citations.texts());
    }

    private static String id(RegistryCompleteness completeness) {
        return completeness.name().toLowerCase(Locale.ROOT);
    }

    public static boolean inForce(CertificateFinding finding) {
        return !finding.fails(3);
    }
}
