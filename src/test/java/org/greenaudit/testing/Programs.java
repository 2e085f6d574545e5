package org.greenaudit.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.greenaudit.GreenAudit;

/**
 * Programs that tests run for real: this one in a process of its own, and those of Debian packages. One of these that is not
 * on this machine is fetched; where that is not possible the test fails with the package that brings it.
 */
public final class Programs {

    /** Checks rules, metrics and queries. */
    public static final String PROMTOOL = "promtool";

    /** The time series database. */
    public static final String PROMETHEUS = "prometheus";

    /** Keeps what short-lived programs push. */
    public static final String PUSHGATEWAY = "prometheus-pushgateway";

    private static final Map<String, String> PACKAGES = Map.of(
            PROMTOOL, "prometheus",
            PROMETHEUS, "prometheus",
            PUSHGATEWAY, "prometheus-pushgateway");
    private static final String MORE_FOLDERS = "/usr/bin:/usr/local/bin:/opt/homebrew/bin";
    private static final int PATIENCE_SECONDS = 120;

    /**
     * How a program ended.
     *
     * @param status its exit status
     * @param output what it printed, errors included
     */
    public record Ended(int status, String output) {}

    private Programs() {}

    /**
     * The command of this program in a process of its own, with the class path of the tests.
     *
     * @param data its data folder
     * @param machine options of the virtual machine
     */
    public static List<String> greenaudit(Path data, List<String> machine, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(machine);
        command.add("-Dgreenaudit.data-dir=" + data);
        command.add("-cp");
        command.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        command.add(GreenAudit.class.getName());
        command.addAll(List.of(arguments));
        return command;
    }

    /**
     * Where a program is: on this machine, or else in a package that is fetched if need be.
     *
     * @throws AssertionError naming the Debian package when it is nowhere
     */
    public static Path find(String program) {
        return in(path(), program).or(() -> in(MORE_FOLDERS, program)).orElseGet(() -> fetched(program));
    }

    /** Runs a program to its end with that text as its input. */
    public static Ended run(String program, String input, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(find(program).toString());
        command.addAll(List.of(arguments));
        try {
            Path in = Files.createTempFile("greenaudit-in-", "");
            Path out = Files.createTempFile("greenaudit-out-", "");
            try {
                Files.writeString(in, input);
                Process process = new ProcessBuilder(command)
                        .redirectInput(in.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(out.toFile())
                        .start();
                if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    process.destroyForcibly().waitFor();
                    throw new AssertionError(command + " does not end:\n" + Files.readString(out));
                }
                return new Ended(process.exitValue(), Files.readString(out, StandardCharsets.UTF_8));
            } finally {
                Files.delete(in);
                Files.delete(out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The folders of this machine's programs, as in the variable {@code PATH}. */
    static String path() {
        return System.getenv().getOrDefault("PATH", "");
    }

    /** A program in the first of those folders that has it. */
    static Optional<Path> in(String path, String program) {
        return Stream.of(path.split(":"))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Path fetched(String program) {
        Path home = DebianPackages.shared().unpacked("the program " + program, PACKAGES.getOrDefault(program, program));
        return in(home.resolve("usr/bin").toString(), program)
                .orElseThrow(() -> new AssertionError("There is no program " + program + " in " + home));
    }
}
