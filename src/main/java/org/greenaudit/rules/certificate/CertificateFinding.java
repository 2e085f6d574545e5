package org.greenaudit.rules.certificate;

import java.util.List;
import java.util.Optional;
import org.greenaudit.catalog.Certificate;
import org.greenaudit.message.Text;

/**
 * What the checks say of one certificate.
 *
 * @param number its number, as cited or as the registry writes it
 * @param certificate the registry's entry; empty when a cited number is not in the registry
 * @param cited whether the buyer cites it
 * @param defects the failing checks, ascending
 * @param unknown the first check that the data cannot decide
 * @param warnings remarks of checks that passed
 */
public record CertificateFinding(
        String number,
        Optional<Certificate> certificate,
        boolean cited,
        List<Defect> defects,
        Optional<CheckResult.Unknown> unknown,
        List<Text> warnings) {

    /** A failing check's number and its reason. */
    public record Defect(int number, CheckResult.Fail reason) {}

    public CertificateFinding {
        defects = List.copyOf(defects);
        warnings = List.copyOf(warnings);
    }

    /** Whether it passes every check. */
    public boolean passes() {
        return defects.isEmpty() && unknown.isEmpty();
    }

    /** Whether it fails no check and might still pass, if the data said more. */
    public boolean open() {
        return defects.isEmpty() && unknown.isPresent();
    }

    /** The number of its lowest failing check; 0 when it fails none. */
    public int lowestDefect() {
        return defects.isEmpty() ? 0 : defects.get(0).number();
    }

    /** Whether it fails that check. */
    boolean fails(int number) {
        return defects.stream().anyMatch(defect -> defect.number() == number);
    }

    /** What a compliant verdict that rests on it has for evidence. */
    public Evidence evidence() {
        if (!cited) {
            return Evidence.REGISTRY;
        }
        return certificate.isPresent() ? Evidence.CITED : Evidence.DECLARED;
    }

    /** The line for the table of certification bodies. */
    public CitedCertificate forBodies() {
        return new CitedCertificate(number, certificate.map(Certificate::body).orElse(""), lowestDefect());
    }
}
