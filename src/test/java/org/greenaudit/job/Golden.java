package org.greenaudit.job;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The accepted files of the sample's report in one language. The files cut by region are held by their SHA-256 in the
 * manifest. What changes with every release or catalog, but not with the judgement, is masked: the program's version,
 * hashes of the catalogs, of the page that prints them, and of workbooks, whose compression is the machine's. {@code mvn
 * test -Dtest=SampleAuditTest -Dgolden.update=true} accepts what the program writes now.
 */
final class Golden {

    private static final Path FOLDER = Path.of("src", "test", "resources", "golden", "sample");
    private static final int SHOWN = 5;

    private Golden() {}

    /**
     * Compares a report with the accepted one, or accepts it.
     *
     * @return what differs, first by rule, then file by file; empty when nothing does
     */
    static List<String> differences(String locale, Map<String, String> report) throws IOException {
        Path folder = FOLDER.resolve(locale);
        SortedMap<String, String> found = held(report);
        if (Boolean.getBoolean("golden.update")) {
            accept(folder, found);
        }
        SortedMap<String, String> golden = ReportFiles.of(folder);
        List<String> differences = new ArrayList<>(VerdictDiff.between(golden, found));
        TreeSet<String> names = new TreeSet<>(golden.keySet());
        names.addAll(found.keySet());
        for (String name : names) {
            String was = golden.getOrDefault(name, "");
            String is = found.getOrDefault(name, "");
            if (!was.equals(is)) {
                differences.add(name + " differs: " + lines(was, is));
            }
        }
        return differences;
    }

    private static SortedMap<String, String> held(Map<String, String> report) {
        SortedMap<String, String> held = new TreeMap<>();
        report.forEach((name, text) -> {
            if (!name.startsWith("by-region/")) {
                held.put(name, masked(name, text));
            }
        });
        return held;
    }

    private static String masked(String name, String text) {
        return switch (name) {
            case "manifest.json" ->
                text.replaceAll("\"version\" : \"[^\"]*\"", "\"version\" : \"…\"")
                        .replaceAll("\"fingerprint\" : \"[0-9a-f]{64}\"", "\"fingerprint\" : \"…\"")
                        .replaceAll("\"sha256:[0-9a-f]{64}\"", "\"sha256:…\"")
                        .replaceAll(
                                "(\"name\" : \"(?:index.html|[^\"]*report.xlsx)\",\\s+\"bytes\" : )\\d+(,\\s+\"sha256\" : \")[0-9a-f]{64}",
                                "$1…$2…");
            case "index.html" ->
                text.replaceAll("\\b[0-9a-f]{64}\\b", "…").replaceAll("greenaudit \\d[^ <]*", "greenaudit …");
            default -> text;
        };
    }

    private static String lines(String was, String is) {
        List<String> old = was.lines().toList();
        List<String> now = is.lines().toList();
        List<String> shown = new ArrayList<>();
        for (int i = 0; i < Math.max(old.size(), now.size()) && shown.size() < SHOWN; i++) {
            String before = i < old.size() ? old.get(i) : "nothing";
            String after = i < now.size() ? now.get(i) : "nothing";
            if (!before.equals(after)) {
                shown.add("line " + (i + 1) + " was " + around(before, after) + " is " + around(after, before));
            }
        }
        return shown.isEmpty() ? "line ends" : String.join("\n    ", shown);
    }

    /** The part of a line around the first character that differs from another line's. */
    private static String around(String line, String other) {
        int at = 0;
        while (at < Math.min(line.length(), other.length()) && line.charAt(at) == other.charAt(at)) {
            at++;
        }
        return "«" + line.substring(Math.max(0, at - 40), Math.min(line.length(), at + 40)) + "»";
    }

    private static void accept(Path folder, SortedMap<String, String> files) throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> old = Files.list(folder)) {
            for (Path file : old.toList()) {
                Files.delete(file);
            }
        }
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue().getBytes(StandardCharsets.UTF_8));
        }
    }
}
