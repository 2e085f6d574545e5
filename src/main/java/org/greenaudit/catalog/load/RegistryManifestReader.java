package org.greenaudit.catalog.load;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.greenaudit.catalog.CatalogProblem;
import org.greenaudit.catalog.ProductList;
import org.greenaudit.catalog.RegistryCompleteness;
import org.greenaudit.catalog.certificate.RegistryManifest;
import org.greenaudit.catalog.table.CatalogText;
import org.greenaudit.catalog.table.Problems;
import org.greenaudit.message.Text;
import org.greenaudit.text.Blanks;
import org.greenaudit.text.DateParser;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * Reads {@code certificates/registry.yaml} strictly: an unknown key, list or word is a problem, and so is a list without
 * an entry. The YAML nodes are read as they stand, because they know their lines.
 */
final class RegistryManifestReader {

    private static final List<String> KEYS = List.of("lists", "as_of", "note", "folder", "uploads");

    private final Path path;
    private final String file;
    private final Problems problems;
    private final ProductLists lists;
    private final Map<String, RegistryCompleteness> completeness = new LinkedHashMap<>();
    private Optional<LocalDate> asOf = Optional.empty();
    private String note = "";
    private String part = "";

    private RegistryManifestReader(Path path, Problems problems, ProductLists lists) {
        this.path = path;
        this.file = path.toString();
        this.problems = problems;
        this.lists = lists;
    }

    /** The manifest at a path; what is wrong in it is reported. */
    static RegistryManifest read(Path path, ProductLists lists, Problems problems) {
        RegistryManifestReader reader = new RegistryManifestReader(path, problems, lists);
        CatalogText.read(path, CatalogText.MANIFEST_KILOBYTES, problems).ifPresent(reader::parse);
        return new RegistryManifest(reader.completeness, reader.asOf, reader.note, reader.part);
    }

    private void parse(String text) {
        try {
            Node root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
            if (root instanceof MappingNode map) {
                for (NodeTuple entry : entries(map, "")) {
                    top(entry);
                }
                checkComplete(root);
            } else {
                report(1, "", "", Text.of("catalog-problem.yaml-empty", String.join(", ", KEYS)));
            }
        } catch (MarkedYAMLException e) {
            long line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1L;
            report(line, "", "", Text.of("catalog-problem.yaml"));
        } catch (YAMLException e) {
            // too large, too deep, or a character that YAML does not allow
            report(0, "", "", Text.of("catalog-problem.yaml"));
        }
    }

    private void top(NodeTuple entry) {
        String key = scalar(entry.getKeyNode());
        Node value = entry.getValueNode();
        switch (key) {
            case "lists" -> lists(value);
            case "as_of" -> asOf = date(value);
            case "note" -> note = note(value);
            case "folder" -> part = part(value);
            case "uploads" -> checkUploads(value);
            default ->
                report(
                        line(entry.getKeyNode()),
                        key,
                        "",
                        Text.of("catalog-problem.yaml-keys", String.join(", ", KEYS)));
        }
    }

    private void lists(Node node) {
        if (!(node instanceof MappingNode map)) {
            report(line(node), "lists", scalar(node), Text.of("catalog-problem.yaml-lists"));
            return;
        }
        Map<String, RegistryCompleteness> words = new LinkedHashMap<>();
        for (RegistryCompleteness c : RegistryCompleteness.values()) {
            words.put(c.name().toLowerCase(Locale.ROOT), c);
        }
        for (NodeTuple entry : entries(map, "lists.")) {
            String list = scalar(entry.getKeyNode());
            String word = scalar(entry.getValueNode());
            if (lists.idsWhole() && !lists.has(list)) {
                report(line(entry.getKeyNode()), "lists." + list, word, Text.of("catalog-problem.yaml-list-unknown"));
            } else if (!words.containsKey(word)) {
                Text text = Text.of("catalog-problem.choice", String.join(", ", words.keySet()));
                report(line(entry.getValueNode()), "lists." + list, word, text);
            } else {
                completeness.put(list, words.get(word));
            }
        }
        lists.lists().stream()
                .map(ProductList::id)
                .distinct()
                .filter(id -> entryNamed(map, id).isEmpty())
                .forEach(id -> report(line(node), "lists." + id, "", Text.of("catalog-problem.yaml-list-missing")));
    }

    private void checkComplete(Node root) {
        MappingNode map = (MappingNode) root;
        for (String key : List.of("lists", "as_of")) {
            if (entryNamed(map, key).isEmpty()) {
                report(1, key, "", Text.of("catalog-problem.yaml-key-missing"));
            }
        }
    }

    private Optional<LocalDate> date(Node node) {
        Optional<LocalDate> date = DateParser.iso(scalar(node));
        if (date.isEmpty()) {
            report(line(node), "as_of", scalar(node), Text.of("catalog-problem.date"));
        }
        return date;
    }

    private String note(Node node) {
        if (!(node instanceof ScalarNode)) {
            report(line(node), "note", "", Text.of("catalog-problem.yaml-text"));
        }
        return scalar(node);
    }

    private String part(Node node) {
        String name = scalar(node);
        if (RegistryFolder.isPart(name) && Files.isDirectory(path.resolveSibling(name))) {
            return name;
        }
        report(line(node), "folder", name, Text.of("catalog-problem.yaml-folder"));
        return "";
    }

    /** Whether the pages may replace the registry is nothing that a load needs to know. */
    private void checkUploads(Node node) {
        if (!RegistryFolder.TRUTHS.contains(scalar(node))) {
            String choices = String.join(", ", RegistryFolder.TRUTHS);
            report(line(node), "uploads", scalar(node), Text.of("catalog-problem.choice", choices));
        }
    }

    private List<NodeTuple> entries(MappingNode map, String prefix) {
        Set<String> seen = new HashSet<>();
        for (NodeTuple entry : map.getValue()) {
            String key = scalar(entry.getKeyNode());
            if (!seen.add(key)) {
                report(line(entry.getKeyNode()), prefix + key, "", Text.of("catalog-problem.yaml-key-twice"));
            }
        }
        return map.getValue();
    }

    private static Optional<NodeTuple> entryNamed(MappingNode map, String key) {
        return map.getValue().stream()
                .filter(e -> scalar(e.getKeyNode()).equals(key))
                .findFirst();
    }

    private void report(long line, String column, String value, Text text) {
        problems.accept(new CatalogProblem(file, line, column, value, text));
    }

    private static String scalar(Node node) {
        return node instanceof ScalarNode s ? Blanks.trim(s.getValue()) : "";
    }

    private static long line(Node node) {
        return node.getStartMark().getLine() + 1L;
    }
}
