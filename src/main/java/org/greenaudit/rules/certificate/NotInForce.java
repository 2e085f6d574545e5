package org.greenaudit.rules.certificate;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.greenaudit.catalog.Certificate;
import org.greenaudit.catalog.CertificateStatus;
import org.greenaudit.message.Text;

/**
 * Check 3: not in force on the contract date: not yet issued, expired before it (the day of expiry still counts), or
 * suspended, cancelled or revoked on or before it. A later change of status does not count, but is remarked. Of a contract
 * whose month alone is known it stays open where that turns on the day.
 */
final class NotInForce implements CertificateCheck {

    @Override
    public int number() {
        return 3;
    }

    @Override
    public CheckResult check(CertificateContext context) {
        if (context.certificate().isEmpty()) {
            return CheckResult.Pass.PLAIN;
        }
        Certificate certificate = context.certificate().get();
        ContractDays date = context.contract();
        Optional<Text> defect = defect(certificate, date);
        if (defect.isPresent()) {
            return new CheckResult.Fail(Text.of("check.3.expected", date), defect.get());
        }
        boolean withdrawn = certificate.status() != CertificateStatus.VALID;
        if (certificate.issued().isEmpty()
                || certificate.expires().isEmpty()
                || (withdrawn && certificate.statusDate().isEmpty())) {
            return new CheckResult.Unknown(
                    CertificateQuestion.CERTIFICATE_DATA_INCOMPLETE,
                    Text.of(
                            "check.3.unknown",
                            certificate.number(),
                            shown(certificate.issued()),
                            shown(certificate.expires()),
                            statusKey(certificate),
                            shown(certificate.statusDate())));
        }
        if (turnsOnTheDay(certificate, date)) {
            return new CheckResult.Unknown(
                    CertificateQuestion.CONTRACT_DAY,
                    Text.of(
                            "check.3.day",
                            certificate.number(),
                            shown(certificate.issued()),
                            shown(certificate.expires()),
                            date));
        }
        return withdrawn
                ? CheckResult.passWith(Text.of(
                        "warning.status-later",
                        certificate.number(),
                        statusKey(certificate),
                        certificate.statusDate().get(),
                        date))
                : CheckResult.Pass.PLAIN;
    }

    private static Optional<Text> defect(Certificate certificate, ContractDays date) {
        if (certificate.issued().filter(date.last()::isBefore).isPresent()) {
            return Optional.of(Text.of(
                    "check.3.found.not-issued",
                    certificate.number(),
                    certificate.issued().get(),
                    date));
        }
        if (certificate.expires().filter(date.first()::isAfter).isPresent()) {
            return Optional.of(Text.of(
                    "check.3.found.expired",
                    certificate.number(),
                    certificate.expires().get(),
                    date));
        }
        if (certificate.status() != CertificateStatus.VALID
                && certificate
                        .statusDate()
                        .filter(since -> !date.first().isBefore(since))
                        .isPresent()) {
            return Optional.of(Text.of(
                    "check.3.found.status",
                    certificate.number(),
                    statusKey(certificate),
                    certificate.statusDate().get(),
                    date));
        }
        return Optional.empty();
    }

    private static boolean turnsOnTheDay(Certificate certificate, ContractDays date) {
        return certificate.issued().filter(date.first()::isBefore).isPresent()
                || certificate.expires().filter(date.last()::isAfter).isPresent()
                || (certificate.status() != CertificateStatus.VALID
                        && certificate
                                .statusDate()
                                .filter(since -> !date.last().isBefore(since))
                                .isPresent());
    }

    @Override
    public List<String> compared(CertificateContext context) {
        return context.certificate()
                .map(c -> List.of(
                        shown(c.issued()),
                        shown(c.expires()),
                        statusKey(c),
                        c.status() == CertificateStatus.VALID && c.statusDate().isEmpty()
                                ? "@trace.status.undated"
                                : shown(c.statusDate()),
                        context.contract().toString()))
                .orElse(List.of("", "", "", "", context.contract().toString()));
    }

    private static String statusKey(Certificate certificate) {
        return "@certificate.status." + certificate.status().name().toLowerCase(Locale.ROOT);
    }

    private static String shown(Optional<LocalDate> date) {
        return date.map(LocalDate::toString).orElse("@certificate.date.missing");
    }
}
