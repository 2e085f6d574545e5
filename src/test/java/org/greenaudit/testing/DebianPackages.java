package org.greenaudit.testing;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Packages of Debian or Ubuntu that are fetched and unpacked, not installed: any user may, and the machine stays as it
 * is. Of the machine's own apt, its sources, keys and settings count; package lists and downloads are kept apart.
 * Several processes may ask for the same package at the same time. A package is in its place whole or not at all, and
 * stays there until {@code target} is cleaned.
 *
 * <p>What a package depends on is fetched only when it is asked for {@linkplain #unpackedWhole whole}: most need nothing
 * that a machine with apt could lack.
 */
final class DebianPackages {

    private static final int PATIENCE_SECONDS = 300;
    private static final DebianPackages SHARED =
            new DebianPackages(Path.of("target", "debian-packages"), Programs.path());

    private final Path folder;
    private final String path;
    private final Map<String, String> failures = new HashMap<>();

    /**
     * Packages below a folder.
     *
     * @param path the folders where {@code apt-get} and {@code dpkg} are looked for, as in the variable {@code PATH}
     */
    DebianPackages(Path folder, String path) {
        this.folder = folder.toAbsolutePath();
        this.path = path;
    }

    /** Those of this checkout. */
    static DebianPackages shared() {
        return SHARED;
    }

    /**
     * The folder that has a package's files as {@code /} would have them, fetched first if need be.
     *
     * @param need what the test needs, for the complaint
     * @param names the package's name, and the names that it has in other releases
     * @throws AssertionError when it cannot be fetched: why, and what to install
     */
    Path unpacked(String need, String... names) {
        return unpacked(need, List.of("download"), List.of(names));
    }

    /**
     * The folder that has the files of a package, and of all that it depends on and this machine lacks, as {@code /}
     * would have them.
     *
     * @param need what the test needs, for the complaint
     * @throws AssertionError when they cannot be fetched: why, and what to install
     */
    Path unpackedWhole(String need, String name) {
        return unpacked(need, List.of("-y", "--no-install-recommends", "--download-only", "install"), List.of(name));
    }

    private Path unpacked(String need, List<String> fetching, List<String> names) {
        Path home = folder.resolve(names.get(0));
        if (Files.isDirectory(home)) {
            return home;
        }
        synchronized (DebianPackages.class) {
            // all the tests that need it fail with the same words, and only the first takes the time
            String failure = failures.computeIfAbsent(names.get(0), name -> fetch(home, fetching, names));
            if (failure != null) {
                throw new AssertionError("This test needs " + need
                        + ", which is not on this machine and cannot be fetched: " + failure
                        + "\nInstall it. Debian and Ubuntu: apt-get install -y --no-install-recommends "
                        + String.join(" or, in other releases, ", names));
            }
        }
        return home;
    }

    /** Fetches a package and gives the reason if that fails, null otherwise. */
    private String fetch(Path home, List<String> fetching, List<String> names) {
        for (String program : List.of("apt-get", "dpkg")) {
            if (Programs.in(path, program).isEmpty()) {
                return "there is no " + program + ".";
            }
        }
        try {
            Files.createDirectories(folder);
            try (FileChannel lock =
                    FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                lock.lock();
                return Files.isDirectory(home) ? null : fetchAlone(home, fetching, names);
            }
        } catch (IOException e) {
            return e.toString();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String fetchAlone(Path home, List<String> fetching, List<String> names)
            throws IOException, InterruptedException {
        Path attempt = Files.createTempDirectory(folder, "attempt-");
        try {
            Path log = attempt.resolve("log");
            Path configuration = Files.writeString(attempt.resolve("apt.conf"), configuration(attempt));
            // a source that does not answer matters only if the package is not found without it
            run(attempt, log, "apt-get", "-c", configuration.toString(), "-qq", "update");
            for (String name : names) {
                List<String> arguments = new ArrayList<>(List.of("-c", configuration.toString(), "-qq"));
                arguments.addAll(fetching);
                arguments.add(name);
                if (run(attempt, log, "apt-get", arguments.toArray(String[]::new))) {
                    Path files = attempt.resolve("files");
                    if (!unpack(attempt, log, files)) {
                        break;
                    }
                    Files.move(files, home, StandardCopyOption.ATOMIC_MOVE);
                    return null;
                }
            }
            return "\n" + Files.readString(log).strip();
        } finally {
            Folders.delete(attempt);
        }
    }

    /** What differs from the machine's own settings. */
    private String configuration(Path attempt) throws IOException {
        Path lists = folder.resolve("lists");
        Path cache = attempt.resolve("cache");
        Files.createDirectories(lists.resolve("partial"));
        Files.createDirectories(cache.resolve("archives/partial"));
        return """
                Dir::State::lists "%s";
                Dir::Cache "%s";
                Dir::Cache::archives "archives";
                Dir::Cache::pkgcache "";
                Dir::Cache::srcpkgcache "";
                // root's apt becomes a user who may not write here
                APT::Sandbox::User "root";
                // another apt may be at work; nothing is installed
                Debug::NoLocking "true";
                // neither descriptions, sources nor the contents of packages
                Acquire::Languages "none";
                Acquire::IndexTargets::deb-src::Sources::DefaultEnabled "false";
                Acquire::IndexTargets::deb::Contents-deb::DefaultEnabled "false";
                Acquire::IndexTargets::deb::DEP-11::DefaultEnabled "false";
                // they are meant for the machine's own lists and cache
                #clear APT::Update::Pre-Invoke;
                #clear APT::Update::Post-Invoke;
                #clear APT::Update::Post-Invoke-Success;
                """
                .formatted(lists, cache);
    }

    private boolean unpack(Path attempt, Path log, Path files) throws IOException, InterruptedException {
        List<Path> archives;
        try (Stream<Path> found = Files.walk(attempt)) {
            archives = found.filter(file -> file.toString().endsWith(".deb")).toList();
        }
        if (archives.isEmpty()) {
            throw new IOException("apt-get leaves no package");
        }
        for (Path archive : archives) {
            if (!run(attempt, log, "dpkg", "-x", archive.toString(), files.toString())) {
                return false;
            }
        }
        return true;
    }

    private boolean run(Path directory, Path log, String program, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Programs.in(path, program).orElseThrow().toString());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException(command + " does not end:\n" + Files.readString(log));
            }
            return process.exitValue() == 0;
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
        }
    }
}
