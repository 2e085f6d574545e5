package org.greenaudit.rules.certificate;

import java.util.List;
import java.util.Optional;
import org.greenaudit.catalog.CertificateRegistry;
import org.greenaudit.catalog.ListNames;
import org.greenaudit.catalog.RegistryCompleteness;
import org.greenaudit.catalog.certificate.CitationRemark;
import org.greenaudit.message.Text;

/**
 * Check 2: the cited number is not in a registry that is declared complete. A partial registry leaves the question open,
 * and so does a complete one in which a spreadsheet destroyed a number that may be the cited one;
 * without a registry the number is taken as declared, unless the feed says beside it that it is not in force. A number that announces another scheme (CCC, ISO) is no number of
 * this registry and left to check 5; a text that can be no number never comes here ({@link org.greenaudit.catalog.certificate.CertificateNumbers}).
 */
final class UnknownCertificate implements CertificateCheck {

    private final CertificateRegistry registry;
    private final NonSubstitutes nonSubstitutes;

    UnknownCertificate(CertificateRegistry registry, NonSubstitutes nonSubstitutes) {
        this.registry = registry;
        this.nonSubstitutes = nonSubstitutes;
    }

    @Override
    public int number() {
        return 2;
    }

    @Override
    public CheckResult check(CertificateContext context) {
        Optional<CitationRemark> doubt = context.remark()
                .filter(remark -> remark.doubts(context.contract().last()));
        if (context.certificate().isPresent()) {
            return doubt.<CheckResult>map(remark ->
                            CheckResult.passWith(Text.of("warning.citation.remark", context.number(), remark.text())))
                    .orElse(CheckResult.Pass.PLAIN);
        }
        if (nonSubstitutes.scheme(context.number()).isPresent()) {
            return CheckResult.Pass.PLAIN;
        }
        if (registry.isSetAside(context.number())) {
            return new CheckResult.Unknown(
                    CertificateQuestion.CERTIFICATE_DATA_INCOMPLETE,
                    Text.of("check.2.set-aside", context.number(), ListNames.of(context.list())));
        }
        RegistryCompleteness completeness = registry.completeness(context.list().id());
        if (completeness == RegistryCompleteness.COMPLETE && registry.mayHaveLost(context.number())) {
            return new CheckResult.Unknown(
                    CertificateQuestion.CERTIFICATE_NOT_IN_PARTIAL_REGISTRY, Text.of("check.2.lost", context.number()));
        }
        return switch (completeness) {
            case COMPLETE ->
                new CheckResult.Fail(
                        Text.of("check.2.expected", ListNames.of(context.list())),
                        Text.of("check.2.found", context.number()));
            case PARTIAL ->
                new CheckResult.Unknown(
                        CertificateQuestion.CERTIFICATE_NOT_IN_PARTIAL_REGISTRY,
                        Text.of("check.2.unknown", context.number()));
            case NONE ->
                doubt.<CheckResult>map(remark -> new CheckResult.Unknown(
                                CertificateQuestion.CITATION_REMARKED,
                                Text.of("check.2.remark", remark.text(), context.contract())))
                        .orElse(CheckResult.Pass.PLAIN);
        };
    }

    @Override
    public List<String> compared(CertificateContext context) {
        String completeness = registry.completeness(context.list().id()).name().toLowerCase(java.util.Locale.ROOT);
        return List.of(
                "@trace.registry." + completeness,
                context.certificate().isPresent() ? "@trace.registry.found" : "@trace.registry.not-found");
    }
}
