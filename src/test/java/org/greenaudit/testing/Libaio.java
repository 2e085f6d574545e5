package org.greenaudit.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The library for asynchronous I/O that MySQL is linked with: the machine's own, or that of a fetched package. */
final class Libaio {

    private static final String NAME = "libaio.so.1";
    /** Its name since Debian 13 and Ubuntu 24.04; on x86-64 only the name changed. */
    private static final String NEW_NAME = "libaio.so.1t64";

    private static final List<Path> FOLDERS = List.of(
            Path.of("/lib/x86_64-linux-gnu"), Path.of("/usr/lib/x86_64-linux-gnu"), Path.of("/lib64"), Path.of("/lib"));

    private Libaio() {}

    /**
     * The folder that a server's {@code LD_LIBRARY_PATH} must have; empty where the server finds the library by itself.
     *
     * @throws AssertionError when the library is neither here nor can be fetched
     */
    static Optional<Path> folder() {
        if (installed(NAME).isPresent()) {
            return Optional.empty();
        }
        Path library = installed(NEW_NAME).orElseGet(() -> fetched(DebianPackages.shared()));
        return Optional.of(linked(library, Path.of("target", "database-servers", "libaio")));
    }

    /** The library in a package that is fetched if need be, under whichever name. */
    static Path fetched(DebianPackages packages) {
        Path home = packages.unpacked(
                "the library " + NAME + " for MySQL (without it, -Dgreenaudit.test.database=mariadb tests on MariaDB)",
                "libaio1",
                "libaio1t64");
        try (Stream<Path> files = Files.walk(home)) {
            return files.filter(file -> file.endsWith(NAME) || file.endsWith(NEW_NAME))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("There is no " + NAME + " in " + home));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes a folder in which the library has the name that MySQL asks for. */
    static Path linked(Path library, Path folder) {
        Path absolute = folder.toAbsolutePath();
        try {
            Files.createDirectories(absolute);
            Path link =
                    Files.createSymbolicLink(absolute.resolve("link-" + UUID.randomUUID()), library.toAbsolutePath());
            Files.move(link, absolute.resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return absolute;
    }

    private static Optional<Path> installed(String name) {
        return Stream.concat(FOLDERS.stream(), libraryPath())
                .map(folder -> folder.resolve(name))
                .filter(Files::exists)
                .findFirst();
    }

    private static Stream<Path> libraryPath() {
        String path = System.getenv().getOrDefault("LD_LIBRARY_PATH", "");
        return Stream.of(path.split(":")).filter(folder -> !folder.isEmpty()).map(Path::of);
    }
}
