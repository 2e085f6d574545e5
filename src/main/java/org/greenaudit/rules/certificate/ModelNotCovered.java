package org.greenaudit.rules.certificate;

import java.util.List;
import org.greenaudit.catalog.BrandAliases;
import org.greenaudit.catalog.Certificate;
import org.greenaudit.catalog.certificate.CertificateCoverage;
import org.greenaudit.message.Text;

/**
 * Check 4: the certificate's brand and models do not cover what was bought. A brand that differs decides at once; a
 * missing model leaves the question open, and so does a certificate whose text describes its models and may mean the one
 * bought; a missing brand is remarked when the model is covered.
 */
final class ModelNotCovered implements CertificateCheck {

    private final CertificateCoverage coverage;

    ModelNotCovered(BrandAliases brands) {
        this.coverage = new CertificateCoverage(brands);
    }

    @Override
    public int number() {
        return 4;
    }

    @Override
    public CheckResult check(CertificateContext context) {
        if (context.certificate().isEmpty()) {
            return CheckResult.Pass.PLAIN;
        }
        Certificate certificate = context.certificate().get();
        BoughtProduct product = context.product();
        if (product.hasBrand() && !coverage.coversBrand(certificate, product.brand())) {
            return fail(
                    certificate,
                    Text.of("check.4.found.brand", certificate.number(), product.brand(), certificate.brand()));
        }
        if (!product.hasModel()) {
            return modelUnknown(certificate);
        }
        String brand = product.hasBrand() ? product.brand() : certificate.brand();
        if (!coverage.coversModel(certificate, brand, product.model())) {
            if (coverage.mightMeanModel(certificate, brand, product.model())) {
                return new CheckResult.Unknown(
                        CertificateQuestion.CERTIFICATE_ANNEX,
                        Text.of("check.4.annex", certificate.number(), product.model(), certificate.models()));
            }
            if (product.modelFromName()) {
                return modelUnknown(certificate);
            }
            return fail(
                    certificate,
                    Text.of("check.4.found.model", certificate.number(), product.model(), certificate.models()));
        }
        return product.hasBrand()
                ? CheckResult.Pass.PLAIN
                : CheckResult.passWith(
                        Text.of("warning.brand-not-compared", certificate.number(), certificate.brand()));
    }

    private static CheckResult modelUnknown(Certificate certificate) {
        return new CheckResult.Unknown(
                CertificateQuestion.MODEL_UNKNOWN,
                Text.of("check.4.unknown", certificate.number(), certificate.models()));
    }

    private static CheckResult fail(Certificate certificate, Text found) {
        return new CheckResult.Fail(
                Text.of("check.4.expected", certificate.number(), certificate.brand(), certificate.models()), found);
    }

    @Override
    public List<String> compared(CertificateContext context) {
        String brand = context.certificate().map(Certificate::brand).orElse("");
        String models = context.certificate().map(Certificate::models).orElse("");
        return List.of(context.product().brand(), context.product().model(), brand, models);
    }
}
