package org.greenaudit.rules.certificate;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.greenaudit.catalog.BodyDirectory;
import org.greenaudit.catalog.BodyDirectory.Designation;
import org.greenaudit.catalog.Certificate;
import org.greenaudit.message.Text;

/**
 * Check 6: the issuing body was not in the directory for this product class on the issue date. Checked only where the
 * directory is declared complete for the class; there a certificate without a body leaves the question open. An issue
 * date that is missing is check 3's question.
 */
final class BodyNotDesignated implements CertificateCheck {

    private final BodyDirectory bodies;

    BodyNotDesignated(BodyDirectory bodies) {
        this.bodies = bodies;
    }

    @Override
    public int number() {
        return 6;
    }

    @Override
    public CheckResult check(CertificateContext context) {
        if (designation(context).filter(d -> d == Designation.NOT_DESIGNATED).isEmpty()) {
            return CheckResult.Pass.PLAIN;
        }
        Certificate certificate = context.certificate().orElseThrow();
        if (certificate.body().isBlank()) {
            return new CheckResult.Unknown(
                    CertificateQuestion.CERTIFICATE_DATA_INCOMPLETE, Text.of("check.6.unknown", certificate.number()));
        }
        LocalDate issued = certificate.issued().orElseThrow();
        return new CheckResult.Fail(
                Text.of("check.6.expected", context.item().familyName(), issued),
                Text.of("check.6.found", certificate.number(), certificate.body(), issued));
    }

    private Optional<Designation> designation(CertificateContext context) {
        return context.certificate().flatMap(certificate -> certificate
                .issued()
                .map(issued -> bodies.designation(certificate.body(), context.item(), issued)));
    }

    @Override
    public List<String> compared(CertificateContext context) {
        String body = context.certificate().map(Certificate::body).orElse("");
        return List.of(
                body.isBlank() ? "@certificate.body.missing" : body,
                context.item().familyName(),
                context.certificate()
                        .flatMap(Certificate::issued)
                        .map(LocalDate::toString)
                        .orElse("@certificate.date.missing"),
                designation(context)
                        .filter(d -> !body.isBlank() || d == Designation.UNKNOWN)
                        .map(d -> "@trace.designation." + d.name().toLowerCase(java.util.Locale.ROOT))
                        .orElse(body.isBlank() ? "@trace.designation.nobody" : "@trace.designation.undated"));
    }
}
