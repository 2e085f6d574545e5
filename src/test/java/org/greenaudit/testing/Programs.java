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

/**
 * Programs of Debian packages that tests run for real. A program that is missing fails the test, on every machine, with
 * the package that brings it: {@code .ci/run} installs them all.
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
    private static final List<String> FOLDERS = List.of("/usr/bin", "/usr/local/bin", "/opt/homebrew/bin");
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
     * Where a program is.
     *
     * @throws AssertionError naming the Debian package when it is nowhere
     */
    public static Path find(String program) {
        return installed(program)
                .orElseThrow(() -> new AssertionError("This test runs the program " + program
                        + ", which is not on this machine. Debian: apt-get install -y --no-install-recommends "
                        + PACKAGES.getOrDefault(program, program) + " (.ci/run does so)"));
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

    private static Optional<Path> installed(String program) {
        String path = System.getenv().getOrDefault("PATH", "");
        return Stream.concat(Stream.of(path.split(":")), FOLDERS.stream())
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
