package org.greenaudit.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Programs of Java, each with the virtual machine that runs the benchmark and its own settings. */
final class Java {

    private static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private Java() {}

    /** Where the virtual machine's programs are. */
    static Path folder() {
        return Path.of(JAVA).getParent();
    }

    /** A jar as users start it, after the options of the virtual machine that it needs. */
    static ProcessBuilder jar(List<String> options, Path jar, String... arguments) {
        List<String> command = new ArrayList<>(List.of(JAVA));
        command.addAll(options);
        command.addAll(List.of("-jar", jar.toString()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command);
    }

    /** A main class of the benchmark. */
    static ProcessBuilder main(Class<?> main, Object... arguments) {
        List<String> command = new ArrayList<>(List.of(JAVA, main.getName()));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        ProcessBuilder process = new ProcessBuilder(command);
        process.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        return process;
    }
}
