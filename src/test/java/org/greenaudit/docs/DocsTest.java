package org.greenaudit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.greenaudit.metrics.Label;
import org.greenaudit.metrics.Metric;
import org.greenaudit.purchase.Column;
import org.greenaudit.purchase.FeedColumn;
import org.greenaudit.purchase.KnownColumns;
import org.greenaudit.purchase.RejectReason;
import org.greenaudit.testing.Markdown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The pages: their links lead somewhere, both languages say as much, and they name everything that the program has. */
class DocsTest {

    private static final Path README = Path.of("README.md");
    private static final Path DOCS = Path.of("src", "docs");
    private static final Path GOLDEN = Path.of("src", "test", "resources", "golden", "sample");
    private static final String TWIN = ".zh-CN.md";

    /** For people who change the program: in English only. */
    private static final Pattern FOR_DEVELOPERS =
            Pattern.compile("(architecture|contributing|goods-names|changelog|add-a-.*)\\.md");

    private static final Pattern TYPE = Pattern.compile("([A-Z][a-z0-9]+){2,}");

    private static final List<String> FILES =
            List.of("violations.csv", "undetermined.csv", "rejected.csv", "summary.csv", "buyers.csv", "bodies.csv");

    static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(README, Path.of("catalogs", "README.md")));
        for (Path folder : List.of(DOCS, Path.of("jobs"))) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
            }
        }
        return pages;
    }

    static List<Path> twins() throws IOException {
        return pages().stream().filter(page -> page.toString().endsWith(TWIN)).toList();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyLinkLeadsToAFileAndAHeading(Path page) {
        for (String link : Markdown.read(page).links()) {
            if (link.matches("[a-z]+://.*")) {
                continue;
            }
            String[] parts = link.split("#", 2);
            Path target =
                    parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
            assertThat(target).as(link).exists();
            if (parts.length > 1) {
                assertThat(Markdown.read(target).anchors()).as(link).contains(parts[1]);
            }
        }
    }

    /** A page for developers that names a type of yesterday sends them looking for it. */
    @Test
    void everyTypeThatAPageNamesIsThere() throws IOException {
        Set<String> types = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .forEach(name -> types.add(name.substring(0, name.length() - ".java".length())));
        }
        for (Path page : pages()) {
            if (FOR_DEVELOPERS.matcher(page.getFileName().toString()).matches()) {
                assertThat(Markdown.code(String.join("\n", Markdown.read(page).prose())).stream()
                                .filter(code -> TYPE.matcher(code).matches()))
                        .as(page.toString())
                        .allMatch(types::contains);
            }
        }
    }

    @Test
    void everyPageForUsersIsThereInChinese() throws IOException {
        try (Stream<Path> files = Files.list(DOCS)) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".md") && !name.endsWith(TWIN))
                            .filter(name -> !FOR_DEVELOPERS.matcher(name).matches()))
                    .isNotEmpty()
                    .allSatisfy(name ->
                            assertThat(DOCS.resolve(name.replace(".md", TWIN))).exists());
        }
    }

    @ParameterizedTest
    @MethodSource("twins")
    void aPageSaysAsMuchInBothLanguages(Path twin) {
        Path page = twin.resolveSibling(twin.getFileName().toString().replace(TWIN, ".md"));
        assertThat(shape(Markdown.read(twin))).isEqualTo(shape(Markdown.read(page)));
        assertThat(Markdown.read(page).links()).contains(twin.getFileName().toString());
        assertThat(Markdown.read(twin).links()).contains(page.getFileName().toString());
    }

    @Test
    void theReadmeSaysAsMuchInBothLanguages() throws IOException {
        List<String> lines = Files.readAllLines(README);
        int chinese = lines.indexOf("# 中文");
        // the link to the Chinese half is in the English one only
        List<String> english = new ArrayList<>(lines.subList(0, chinese));
        assertThat(english.remove("[中文](#中文)")).isTrue();
        assertThat(english.remove("")).isTrue();
        assertThat(english.remove(english.size() - 1)).isEmpty();
        assertThat(shape(Markdown.of(lines.subList(chinese, lines.size())))).isEqualTo(shape(Markdown.of(english)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"files.md", "files.zh-CN.md"})
    void theDictionaryHasEveryColumnOfEveryFile(String page) throws IOException {
        Markdown read = Markdown.read(DOCS.resolve(page));
        for (String file : FILES) {
            Markdown.Table table = read.tables().stream()
                    .filter(found -> found.heading().contains(file))
                    .findFirst()
                    .orElseThrow();
            assertThat(table.names()).as(file).isEqualTo(header("en", file));
            assertThat(table.rows().stream().map(row -> row.get(1))).as(file).isEqualTo(header("zh-CN", file));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"files.md", "files.zh-CN.md"})
    void theDictionaryHasEveryKeyOfTheManifest(String page) throws IOException {
        Markdown read = Markdown.read(DOCS.resolve(page));
        List<String> named = read.tables().get(read.tables().size() - 1).names();
        Set<String> keys = new LinkedHashSet<>();
        JsonNode manifest = JsonMapper.builder()
                .build()
                .readTree(Files.readString(GOLDEN.resolve(Path.of("en", "manifest.json")))
                        .replace(" : …", " : 0"));
        collect("", manifest, keys);
        List<Pattern> patterns = named.stream()
                .map(name -> Pattern.compile("\\Q" + name.replaceAll("<\\w+>", "\\\\E(\\\\S+)\\\\Q") + "\\E"))
                .toList();
        assertThat(keys).allSatisfy(key -> assertThat(patterns).anyMatch(pattern -> matches(pattern, key)));
        assertThat(patterns).allSatisfy(pattern -> assertThat(keys).anyMatch(key -> matches(pattern, key)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"files.md", "files.zh-CN.md"})
    void theDictionaryHasEveryReasonOfARejectedRow(String page) {
        List<List<String>> tables = Markdown.read(DOCS.resolve(page)).tables().stream()
                .filter(table -> table.heading().equals("rejected.csv"))
                .map(Markdown.Table::names)
                .toList();
        assertThat(tables.get(1))
                .containsExactlyElementsOf(Arrays.stream(RejectReason.values())
                        .map(RejectReason::id)
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"feed.md", "feed.zh-CN.md"})
    void thePageOnTheFeedHasEveryColumnAndMarksThoseThatAreRequired(String page) {
        Markdown.Table table = Markdown.read(DOCS.resolve(page)).tables().get(0);
        assertThat(table.names())
                .containsExactlyElementsOf(
                        KnownColumns.ALL.all().stream().map(Column::header).toList());
        for (List<String> row : table.rows()) {
            Column column =
                    KnownColumns.ALL.ofHeader(Markdown.code(row.get(0)).get(0)).orElseThrow();
            assertThat(row.get(1)).isEqualTo(column.chinese());
            assertThat(row.get(0).startsWith("**"))
                    .as(row.get(0))
                    .isEqualTo(column instanceof FeedColumn fixed && fixed.required());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"metrics.md", "metrics.zh-CN.md"})
    void thePageOnMetricsHasEveryMetricWithItsLabels(String page) {
        Markdown.Table table = Markdown.read(DOCS.resolve(page)).tables().get(1);
        assertThat(table.names())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Metric.values()).map(Metric::id).toList());
        for (List<String> row : table.rows()) {
            Metric metric = Arrays.stream(Metric.values())
                    .filter(found -> row.get(0).equals("`" + found.id() + "`"))
                    .findFirst()
                    .orElseThrow();
            assertThat(Markdown.code(row.get(1)))
                    .as(metric.id())
                    .isEqualTo(metric.labels().stream().map(Label::id).toList());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"runbook.md", "runbook.zh-CN.md"})
    void theRunbookNamesEveryAlertUnderTheHeadingThatItLinksTo(String page) throws IOException {
        String alerts = Files.readString(Path.of("jobs", "monitoring", "prometheus", "greenaudit-alerts.yml"));
        List<String> anchors = List.copyOf(Markdown.read(DOCS.resolve(page)).anchors());
        List<String> sections = List.of(Files.readString(DOCS.resolve(page)).split("(?m)^## "));
        Set<String> linked = new TreeSet<>();
        var alert = Pattern.compile("- alert: (\\w+)(?s:.*?): src/docs/" + Pattern.quote(page) + "#(\\S+)")
                .matcher(alerts);
        while (alert.find()) {
            int section = anchors.indexOf(alert.group(2));
            assertThat(sections.get(section)).contains("`" + alert.group(1) + "`");
            linked.add(alert.group(1));
        }
        Set<String> all = Pattern.compile("alert: (\\w+)")
                .matcher(alerts)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
        assertThat(linked).isEqualTo(all).isNotEmpty();
    }

    /** Levels of headings, rows and columns of tables, lines of code, entries of lists, in order. */
    private static List<String> shape(Markdown page) {
        List<String> shape = new ArrayList<>();
        page.headings().forEach(heading -> shape.add("heading " + heading.level()));
        page.tables()
                .forEach(table -> shape.add("table " + table.rows().size() + " rows "
                        + table.rows().stream().map(List::size).distinct().toList()));
        page.blocks()
                .forEach(block -> shape.add(
                        "code " + block.language() + " " + block.lines().size()));
        shape.add("entries "
                + page.prose().stream()
                        .filter(line -> line.matches("\\s*(-|\\d+\\.) .*"))
                        .count());
        shape.add("paragraphs " + page.prose().stream().filter(String::isEmpty).count());
        return shape;
    }

    private static List<String> header(String locale, String file) throws IOException {
        String first = Files.readAllLines(GOLDEN.resolve(Path.of(locale, file))).get(0);
        return List.of(first.replace("\ufeff", "").split(","));
    }

    private static boolean matches(Pattern pattern, String key) {
        return pattern.matcher(key).matches();
    }

    /** The paths of all values; {@code []} stands for the entries of a list. */
    private static void collect(String path, JsonNode node, Set<String> keys) {
        if (node.isObject()) {
            node.properties()
                    .forEach(entry -> collect(
                            path.isEmpty() ? entry.getKey() : path + "." + entry.getKey(), entry.getValue(), keys));
        } else if (node.isArray()) {
            node.forEach(entry -> collect(path + "[]", entry, keys));
        } else {
            keys.add(path);
        }
    }
}
