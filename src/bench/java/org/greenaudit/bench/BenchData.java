package org.greenaudit.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The feeds and the registries of the benchmark, the same everywhere; made at their first use and kept. */
final class BenchData {

    private static final String SEED = "20260630";
    private static final int NUMBER = 0;
    private static final int MODEL = 7;
    private static final Pattern START_OF_A_MODEL = Pattern.compile("(^|[、；])");

    private final Path folder;
    private final Path jar;
    private final int certificates;

    /**
     * The data of a folder.
     *
     * @param jar the program, which makes it
     * @param certificates how many a registry has, if the feeds do not cite more
     */
    BenchData(Path folder, Path jar, int certificates) {
        this.folder = folder;
        this.jar = jar;
        this.certificates = certificates;
    }

    /** A feed of so many lines, one in twenty with a violation. */
    Path feed(long lines) throws IOException, InterruptedException {
        return generated("feed-" + lines + ".csv", "--lines=" + lines);
    }

    /** The same in which no two lines share item name, model and specification. */
    Path distinct(long lines) throws IOException, InterruptedException {
        return generated("distinct-" + lines + ".csv", "--lines=" + lines, "--distinct-names");
    }

    /** The folder of a catalog with a complete registry, which has the certificates that the feeds cite. */
    Path registry() throws IOException, InterruptedException {
        return registry("registry", 0);
    }

    /** One of the same size without them: whatever is on a list is in violation. */
    Path strangers() throws IOException, InterruptedException {
        return registry("strangers", 1);
    }

    private Path registry(String name, int firstCopy) throws IOException, InterruptedException {
        Path registry = folder.resolve(name + "-" + certificates);
        Path file = certificates(registry);
        if (!Files.exists(file)) {
            Files.createDirectories(file.getParent());
            Files.writeString(
                    file.resolveSibling("registry.yaml"),
                    "lists: {energy-saving: complete, eco-label: complete}\nas_of: 2026-06-30\n");
            generated("few.csv", "--lines=1000");
            Path part = file.resolveSibling("part");
            write(Files.readAllLines(folder.resolve("certificates.csv")), firstCopy, part);
            Files.move(part, file);
        }
        return registry;
    }

    /** The file of a registry's certificates. */
    static Path certificates(Path registry) {
        return registry.resolve("certificates/certificates.csv");
    }

    /**
     * Copies of the certificates that the feeds cite: the copy 0 is these, the others are of models that nobody buys, without
     * wildcards, which are rare in a real registry.
     */
    private void write(List<String> cited, int firstCopy, Path file) throws IOException {
        List<String> rows = cited.subList(1, cited.size());
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write(cited.get(0) + "\n");
            for (int i = 0; i < Math.max(certificates, rows.size()); i++) {
                int copy = firstCopy + i / rows.size();
                out.write(copied(rows.get(i % rows.size()), copy) + "\n");
            }
        }
    }

    private static String copied(String row, int copy) {
        if (copy == 0) {
            return row;
        }
        String[] cells = row.split(",", -1);
        cells[NUMBER] += "8" + copy;
        cells[MODEL] = START_OF_A_MODEL.matcher(cells[MODEL]).replaceAll("$1Q" + copy + "-").replace('#', '0');
        return String.join(",", cells);
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

    /** The columns of a feed. */
    static String header(Path feed) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(feed)) {
            return lines.readLine();
        }
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
