package org.greenaudit.rules.certificate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.message.Text;
import org.greenaudit.message.Trace;

/** Puts one certificate through checks 2 to 7, all of them, so that every defect is known. */
public final class CertificateExaminer {

    private final List<CertificateCheck> checks;

    CertificateExaminer(List<CertificateCheck> checks) {
        this.checks = List.copyOf(checks);
    }

    /** The examiner with the catalog's facts. */
    public static CertificateExaminer of(CatalogSnapshot catalog) {
        return new CertificateExaminer(checks(catalog));
    }

    /** Checks 2 to 7 in their order. */
    public static List<CertificateCheck> checks(CatalogSnapshot catalog) {
        NonSubstitutes nonSubstitutes = new NonSubstitutes(catalog.nonSubstitutes());
        return List.of(
                new UnknownCertificate(catalog.certificates(), nonSubstitutes),
                new NotInForce(),
                new ModelNotCovered(catalog.brands(), catalog.goodsCodes()),
                new WrongKind(catalog.kinds(), nonSubstitutes),
                new BodyNotDesignated(catalog.bodies()),
                new StandardSuperseded(catalog.superseded()));
    }

    /** Examines a certificate that is cited by the buyer or found in the registry. */
    public CertificateFinding examine(CertificateContext context, boolean cited, Trace trace) {
        List<CertificateFinding.Defect> defects = List.of();
        List<Text> warnings = List.of();
        Optional<CheckResult.Unknown> unknown = Optional.empty();
        for (CertificateCheck check : checks) {
            CheckResult result = check.check(context);
            if (result instanceof CheckResult.Fail fail) {
                defects = with(defects, new CertificateFinding.Defect(check.number(), fail));
            } else if (result instanceof CheckResult.Unknown open) {
                unknown = unknown.or(() -> Optional.of(open));
            } else if (result instanceof CheckResult.Pass pass) {
                for (Text warning : pass.warnings()) {
                    warnings = with(warnings, warning);
                }
            }
            if (trace.on() && looked(check, context, result)) {
                note(check, context, result, trace);
            }
        }
        return new CertificateFinding(context.number(), context.certificate(), cited, defects, unknown, warnings);
    }

    /** An unknown certificate passes checks 3 to 7 unseen; of these only a failure is noted. */
    private static boolean looked(CertificateCheck check, CertificateContext context, CheckResult result) {
        return context.certificate().isPresent() || check.number() == 2 || result instanceof CheckResult.Fail;
    }

    private static <T> List<T> with(List<T> list, T more) {
        List<T> longer = new ArrayList<>(list);
        longer.add(more);
        return longer;
    }

    private static void note(CertificateCheck check, CertificateContext context, CheckResult result, Trace trace) {
        List<String> args = new ArrayList<>();
        args.add(context.number());
        args.add(result.traceKey());
        args.addAll(check.compared(context));
        trace.note(new Text("trace.check." + check.number(), args));
    }
}
