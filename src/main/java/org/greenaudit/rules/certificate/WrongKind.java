package org.greenaudit.rules.certificate;

import java.util.List;
import org.greenaudit.catalog.Certificate;
import org.greenaudit.catalog.ListNames;
import org.greenaudit.catalog.ProductKinds;
import org.greenaudit.message.Text;

/**
 * Check 5: the certificate is of another category (eco-label for an energy duty or the reverse), for another product
 * class, or of a scheme that is never a substitute (CCC, energy-label filing, ISO). A wider or narrower kind of the same
 * product is no other class. Where the registry tells no category, it stays open which it is.
 */
final class WrongKind implements CertificateCheck {

    private final ProductKinds kinds;
    private final NonSubstitutes nonSubstitutes;

    WrongKind(ProductKinds kinds, NonSubstitutes nonSubstitutes) {
        this.kinds = kinds;
        this.nonSubstitutes = nonSubstitutes;
    }

    @Override
    public int number() {
        return 5;
    }

    @Override
    public CheckResult check(CertificateContext context) {
        if (context.certificate().isEmpty()) {
            return nonSubstitutes
                    .scheme(context.number())
                    .map(scheme -> fail(context, Text.of("check.5.found.scheme", context.number(), scheme)))
                    .orElse(CheckResult.Pass.PLAIN);
        }
        Certificate certificate = context.certificate().get();
        if (certificate.category().isEmpty()) {
            return new CheckResult.Unknown(
                    CertificateQuestion.CERTIFICATE_DATA_INCOMPLETE,
                    Text.of("check.5.unknown", certificate.number(), ListNames.of(context.list())));
        }
        if (!certificate.category().equals(context.list().certificateCategory())) {
            return fail(
                    context,
                    Text.of(
                            "check.5.found.category",
                            certificate.number(),
                            certificate.category(),
                            ListNames.of(context.list())));
        }
        if (certificate.kind().isEmpty()) {
            return CheckResult.passWith(Text.of("warning.kind-unknown", certificate.number()));
        }
        String kind = context.item().kind();
        return kinds.isA(certificate.kind(), kind) || kinds.isA(kind, certificate.kind())
                ? CheckResult.Pass.PLAIN
                : fail(context, Text.of("check.5.found.kind", certificate.number(), certificate.kind()));
    }

    private static CheckResult fail(CertificateContext context, Text found) {
        return new CheckResult.Fail(
                Text.of(
                        "check.5.expected",
                        ListNames.of(context.list()),
                        context.item().itemName()),
                found);
    }

    @Override
    public List<String> compared(CertificateContext context) {
        return List.of(
                context.certificate()
                        .map(Certificate::category)
                        .filter(category -> !category.isEmpty())
                        .orElse("@certificate.category.missing"),
                context.certificate().map(Certificate::kind).orElse(""),
                context.list().certificateCategory(),
                context.item().kind());
    }
}
