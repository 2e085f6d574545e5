package org.greenaudit.report;

/** The program as a manifest names it. The rules are part of the program, so its version is theirs. */
final class Program {

    static final String NAME = "greenaudit";

    /** The version of {@code pom.xml}; a test keeps the two equal. */
    static final String VERSION = "0.1.0";

    private Program() {}
}
