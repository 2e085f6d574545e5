package org.greenaudit.bench;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The feeds and the registries of the benchmark, the same everywhere; made at their first use and kept. */
final class BenchData {

    private static final String SEED = "20260630";
    static final int CERTIFICATES = Integer.getInteger("bench.certificates");
    private static final int NUMBER = 0;
    private static final int MODEL = 7;

    private final Path folder;
    private final Path jar;

    BenchData(Path folder, Path jar) {
        this.folder = folder;
        this.jar = jar;
    }

    /** A feed of so many lines, one in twenty with a violation. */
    Path feed(long lines) throws IOException, InterruptedException {
        return generated("feed-" + lines + ".csv", "--lines=" + lines);
    }

    /** The folder of a catalog with a complete registry, which has the certificates that the feeds cite. */
    Path registry() throws IOException, InterruptedException {
        Path registry = folder.resolve("registry-" + CERTIFICATES);
        Path certificates = certificates(registry);
        if (!Files.exists(certificates)) {
            Files.createDirectories(certificates.getParent());
            Files.writeString(
                    certificates.resolveSibling("registry.yaml"),
                    "lists: {energy-saving: complete, eco-label: complete}\nas_of: 2026-06-30\n");
            generated("few.csv", "--lines=1000");
            Path part = certificates.resolveSibling("part");
            write(Files.readAllLines(folder.resolve("certificates.csv")), part);
            Files.move(part, certificates);
        }
        return registry;
    }

    /** The file of a registry's certificates. */
    static Path certificates(Path registry) {
        return registry.resolve("certificates/certificates.csv");
    }

    /** The certificates that go with the feeds, and others like them, of models that nobody buys. */
    private static void write(List<String> cited, Path file) throws IOException {
        List<String> rows = cited.subList(1, cited.size());
        try (Writer out = Files.newBufferedWriter(file)) {
            for (String row : cited) {
                out.write(row + "\n");
            }
            for (int i = rows.size(); i < CERTIFICATES; i++) {
                String[] cells = rows.get(i % rows.size()).split(",", -1);
                cells[NUMBER] = cells[NUMBER].substring(0, cells[NUMBER].length() - 1) + "8" + i;
                cells[MODEL] = "Q" + i + "-" + cells[MODEL];
                out.write(String.join(",", cells) + "\n");
            }
        }
    }

    private Path generated(String name, String... options) throws IOException, InterruptedException {
        Path feed = folder.resolve(name);
        if (!Files.exists(feed)) {
            Path part = folder.resolve("part.csv");
            ProcessBuilder generate = Java.jar(
                    List.of(),
                    jar,
                    "generate",
                    "--seed=" + SEED,
                    "--out=" + part,
                    "--certificates=" + folder.resolve("certificates.csv"));
            generate.command().addAll(List.of(options));
            Run.of(generate, empty("run"));
            Files.move(part, feed);
        }
        return feed;
    }

    /** A folder without anything in it. */
    Path empty(String name) throws IOException {
        Path fresh = folder.resolve(name);
        if (Files.exists(fresh)) {
            List<Path> old;
            try (Stream<Path> paths = Files.walk(fresh)) {
                old = paths.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path path : old) {
                Files.delete(path);
            }
        }
        return Files.createDirectories(fresh);
    }
}
