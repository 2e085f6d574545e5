package org.greenaudit.rules.certificate;

import java.util.List;
import org.greenaudit.catalog.BrandAliases;
import org.greenaudit.catalog.Certificate;
import org.greenaudit.catalog.GoodsCodes;
import org.greenaudit.catalog.ListedItem;
import org.greenaudit.catalog.certificate.CertificateCoverage;
import org.greenaudit.catalog.name.BoughtModel;
import org.greenaudit.message.Text;

/**
 * Check 4: the certificate's brand and models do not cover what was bought. A brand that differs decides at once, and
 * one that perhaps does when the model does, too; a missing model, or one that is told in part only, leaves the question
 * open, and so does a certificate whose text describes its models and may mean the one bought; a missing brand is remarked
 * when the model is covered.
 */
final class ModelNotCovered implements CertificateCheck {

    private final CertificateCoverage coverage;
    private final GoodsCodes codes;

    ModelNotCovered(BrandAliases brands, GoodsCodes codes) {
        this.codes = codes;
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
        boolean ofBrand = !product.hasBrand() || coverage.coversBrand(certificate, product.brand());
        if (!ofBrand && !coverage.mightBeBrand(certificate, product.brand())) {
            return fail(
                    certificate,
                    Text.of("check.4.found.brand", certificate.number(), product.brand(), certificate.brand()));
        }
        if (!product.hasModel()) {
            return modelUnknown(Text.of("check.4.unknown", certificate.number(), certificate.models()));
        }
        String brand = product.hasBrand() ? product.brand() : certificate.brand();
        List<BoughtModel> bought = product.spellings(codes, context.item()).stream()
                .map(model -> coverage.bought(brand, model))
                .toList();
        if (bought.stream().noneMatch(model -> coverage.coversModel(certificate, model))) {
            return notCovered(certificate, product, context.item(), bought);
        }
        if (!ofBrand) {
            return modelUnknown(
                    Text.of("check.4.brand-unclear", certificate.number(), product.brand(), certificate.brand()));
        }
        return product.hasBrand()
                ? CheckResult.Pass.PLAIN
                : CheckResult.passWith(
                        Text.of("warning.brand-not-compared", certificate.number(), certificate.brand()));
    }

    private CheckResult notCovered(
            Certificate certificate, BoughtProduct product, ListedItem item, List<BoughtModel> bought) {
        boolean mightMean = bought.stream().anyMatch(model -> coverage.mightMeanModel(certificate, model));
        if (mightMean && bought.stream().anyMatch(model -> coverage.annexTells(certificate, model))) {
            return new CheckResult.Unknown(
                    CertificateQuestion.CERTIFICATE_ANNEX,
                    Text.of("check.4.annex", certificate.number(), product.model(), certificate.models()));
        }
        if (mightMean || !product.surelyWhole(codes, item)) {
            return modelUnknown(
                    Text.of("check.4.unclear", certificate.number(), product.model(), certificate.models()));
        }
        return fail(
                certificate,
                Text.of("check.4.found.model", certificate.number(), product.model(), certificate.models()));
    }

    private static CheckResult modelUnknown(Text why) {
        return new CheckResult.Unknown(CertificateQuestion.MODEL_UNKNOWN, why);
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
