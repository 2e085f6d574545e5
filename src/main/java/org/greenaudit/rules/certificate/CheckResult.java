package org.greenaudit.rules.certificate;

import java.util.List;
import org.greenaudit.message.Text;

/** What one check says of one certificate. */
public sealed interface CheckResult {

    /**
     * The certificate passes this check.
     *
     * @param warnings remarks that travel with the verdict
     */
    record Pass(List<Text> warnings) implements CheckResult {
        /** Nothing to remark. Here, and not above: two threads could wait for each other's class for ever. */
        static final Pass PLAIN = new Pass(List.of());

        public Pass {
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * The certificate has the defect.
     *
     * @param expected what the check asks
     * @param found what the data says
     */
    record Fail(Text expected, Text found) implements CheckResult {}

    /**
     * The data cannot tell.
     *
     * @param question what a human must answer
     * @param found what the data says
     */
    record Unknown(CertificateQuestion question, Text found) implements CheckResult {}

    /** How the trace words it, as the argument of a text. */
    default String traceKey() {
        if (this instanceof Fail) {
            return "@trace.result.fail";
        }
        return this instanceof Unknown ? "@trace.result.unknown" : "@trace.result.pass";
    }

    /** Passed, with one remark. */
    static CheckResult passWith(Text warning) {
        return new Pass(List.of(warning));
    }
}
