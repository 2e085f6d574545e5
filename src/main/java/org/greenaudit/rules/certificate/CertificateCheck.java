package org.greenaudit.rules.certificate;

import java.util.List;

/**
 * One test that a certificate must pass (domain defects 2 to 7), always as of the contract date. Its rule code is the
 * list's letter and {@link #number}; its title, test, example and limits are the messages {@code rule.<number>.…}.
 * Implementations are immutable.
 */
public interface CertificateCheck {

    /** The defect's number, 2 to 7. */
    int number();

    /** Checks one certificate, or one cited number that the registry does not know. */
    CheckResult check(CertificateContext context);

    /** The values it compares: the arguments of the trace text {@code trace.check.<number>} from {@code {2}} on. */
    List<String> compared(CertificateContext context);
}
