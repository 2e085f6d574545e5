package org.greenaudit.message;

/** The program's name and version. The rules are part of the program, so its version is theirs. */
public final class Program {

    /** The name of the command and of the jar. */
    public static final String NAME = "greenaudit";

    /** The version of {@code pom.xml}; a test keeps the two equal. */
    public static final String VERSION = "0.1.0";

    private Program() {}
}
