package org.greenaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** A copy of the project as a newcomer has it, in which commands are given as they stand on a page. */
final class ProjectCopy {

    /** What a newcomer has, but for the tests: this build has just compiled them. */
    private static final List<String> COPIED = List.of("pom.xml", ".mvn", "src/main", "jobs", "catalogs");

    private static final long PATIENCE_MINUTES = 10;

    private final Path folder;
    private int commands;

    /** Copies the project into an empty folder. */
    ProjectCopy(Path folder) throws IOException {
        this.folder = folder;
        for (String entry : COPIED) {
            copy(Path.of(entry));
        }
    }

    /** A file of the copy. */
    Path file(String first, String... more) {
        return folder.resolve(Path.of(first, more));
    }

    /** Has a folder of this project in the copy, too. */
    void share(Path own) throws IOException {
        Files.createDirectories(own);
        Path shared = folder.resolve(own);
        Files.createDirectories(shared.getParent());
        Files.createSymbolicLink(shared, own.toAbsolutePath());
    }

    /** Gives a command and waits for its end, which is to be a good one. */
    void run(String command) throws IOException, InterruptedException {
        Started started = start(command);
        if (!started.process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
            started.close();
            throw new AssertionError(command + " does not end:\n" + started.said());
        }
        assertThat(started.process.exitValue())
                .as(command + "\n" + started.said())
                .isZero();
    }

    /** Gives a command. */
    Started start(String command) throws IOException {
        Path output = folder.resolve("output-" + commands++ + ".txt");
        ProcessBuilder shell = new ProcessBuilder("sh", "-c", command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        shell.environment().keySet().removeIf(name -> name.startsWith("GREENAUDIT_") || name.startsWith("SPRING_"));
        String java = System.getProperty("java.home");
        shell.environment().put("JAVA_HOME", java);
        shell.environment().merge("PATH", Path.of(java, "bin").toString(), (path, bin) -> bin + ":" + path);
        String maven = shell.environment().getOrDefault("MAVEN_HOME", "");
        if (!maven.isEmpty()) {
            shell.environment().merge("PATH", maven + "/bin", (path, bin) -> path + ":" + bin);
        }
        shell.environment().put("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
        String repository = System.getProperty("localRepository", System.getProperty("maven.repo.local", ""));
        if (!repository.isEmpty()) {
            shell.environment()
                    .merge("MAVEN_OPTS", "-Dmaven.repo.local=" + repository, (now, more) -> now + " " + more);
        }
        // a server of another may have the usual ports
        shell.environment().put("SERVER_PORT", "0");
        shell.environment().put("MANAGEMENT_SERVER_PORT", "0");
        return new Started(command, output, shell.start());
    }

    /** A command that runs until it is told to end. */
    record Started(String command, Path output, Process process) implements AutoCloseable {

        /** Waits until it has said something. */
        Started await(String sign) {
            Awaitility.await()
                    .atMost(Duration.ofMinutes(PATIENCE_MINUTES))
                    .failFast(command + " ended", () -> !process.isAlive())
                    .until(() -> said().contains(sign));
            return this;
        }

        /** What it has said so far. */
        String said() throws IOException {
            return Files.readString(output);
        }

        /** Ends it (SIGTERM), and waits for its end. */
        @Override
        public void close() {
            List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                    .toList();
            all.forEach(ProcessHandle::destroy);
            all.forEach(one -> one.onExit().join());
        }
    }

    private void copy(Path entry) throws IOException {
        try (Stream<Path> files = Files.walk(entry)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(file);
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }
}
