package org.greenaudit.cli;

/** The program's exit statuses. */
final class ExitStatus {

    /** Completed, whatever was found. */
    static final int OK = 0;

    /** Failed or stopped; the next call can continue. */
    static final int FAILED = 1;

    /** The call, the configuration, the catalogs or an input file cannot be used. */
    static final int USAGE = 2;

    /** Completed, and a {@code --fail-on} gate was breached. */
    static final int GATE = 3;

    private ExitStatus() {}
}
