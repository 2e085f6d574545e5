package org.greenaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.greenaudit.testing.Markdown;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The pages on the job file against the program itself: the keys are those that it knows, its examples are understood,
 * and a wrong value is answered as the page says. What the program knows it tells in its errors.
 */
class JobFilePageTest {

    /** A page, and how the program says the same in its language. */
    enum Page {
        ENGLISH(
                "job-file.md",
                "en",
                "%s (?:has the value \"[^\"]*\"|is wrong); expected (.*?)(?: \\(the value is not shown.*)?$"),
        CHINESE("job-file.zh-CN.md", "zh-CN", "%s 的值(?:“[^”]*”)?无效，应为(.*?)(?:（其中可能.*)?$");

        private final Markdown page;
        private final String locale;
        private final String wrong;

        Page(String file, String locale, String wrong) {
            this.page = Markdown.read(Path.of("src", "docs", file));
            this.locale = locale;
            this.wrong = wrong;
        }

        /** The tables of keys, by heading. */
        List<Markdown.Table> tables() {
            return page.tables().subList(0, page.tables().size() - 1);
        }

        /** The table of keys that a source in files does not have. */
        Markdown.Table mysql() {
            return tables().stream()
                    .filter(table -> table.heading().contains("MySQL"))
                    .findFirst()
                    .orElseThrow();
        }

        Markdown.Table moreErrors() {
            return page.tables().get(page.tables().size() - 1);
        }
    }

    private static final int EXAMPLE = 4;
    private static final int EXPECTED = 5;
    private static final String STRANGER = "zzz";

    /** No text, no list, no mapping, and larger than any number that is allowed. */
    private static final String WRONG = "1.5e+30";

    private static final Set<String> RELATIONS = Set.of("source.table", "source.view", "source.query");
    private static final Pattern UNKNOWN = Pattern.compile("unknown key (\\S*)zzz; keys known here: (.*)");

    @TempDir
    private Path folder;

    private Path job;

    @BeforeEach
    void foldersThatTheExamplesName() throws IOException {
        Path jobs = Files.createDirectories(folder.resolve("jobs"));
        Files.createDirectories(folder.resolve("catalogs"));
        Files.copy(Path.of("jobs", "fuzhou.yaml"), jobs.resolve("fuzhou.yaml"));
        Files.copy(Path.of("jobs", "luoyang.yaml"), jobs.resolve("luoyang.yaml"));
        job = jobs.resolve("job.yaml");
    }

    @ParameterizedTest
    @EnumSource(Page.class)
    void thePageNamesEveryKeyThatTheProgramKnowsAndNoOther(Page page) throws IOException {
        Set<String> named = page.tables().stream()
                .flatMap(table -> table.names().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        named.add("source.password");
        assertThat(named).isEqualTo(knownKeys());
        assertThat(page.page.prose()).anyMatch(line -> line.contains("`source.password`"));
    }

    @ParameterizedTest
    @EnumSource(Page.class)
    void theExamplesAreUnderstood(Page page) throws IOException {
        Map<String, String> files = examples(page.tables());
        page.mysql().names().forEach(files::remove);
        assertThat(complaints(page, yaml(files))).isEmpty();
        for (String relation : RELATIONS) {
            Map<String, String> table = examples(List.of(page.mysql()));
            table.keySet().removeIf(key -> RELATIONS.contains(key) && !key.equals(relation));
            table.putAll(Map.of("name", "x", "catalogs", "[../catalogs]", "source.type", "mysql"));
            assertThat(complaints(page, yaml(table))).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Page.class)
    void aWrongValueIsAnsweredAsThePageSays(Page page) throws IOException {
        for (Markdown.Table table : page.tables()) {
            for (List<String> row : table.rows()) {
                String key = Markdown.code(row.get(0)).get(0);
                Map<String, String> keys = new TreeMap<>(Map.of(key, WRONG));
                if (table.equals(page.mysql())) {
                    keys.put("source.type", "mysql");
                }
                Pattern answer = Pattern.compile(page.wrong.formatted(Pattern.quote(key.replace("[]", "[0]"))));
                List<String> answers = complaints(page, yaml(keys)).stream()
                        .map(answer::matcher)
                        .filter(Matcher::find)
                        .map(found -> found.group(1))
                        .toList();
                assertThat(answers).as(key).containsExactly(row.get(EXPECTED));
            }
        }
    }

    /** Everything between the dots of a row is in one of the program's texts. */
    @ParameterizedTest
    @EnumSource(Page.class)
    void theOtherErrorsAreInTheProgramsWords(Page page) throws IOException {
        String suffix = page == Page.ENGLISH ? "_en" : "";
        String texts = Files.readString(Path.of("src/main/resources/messages/job" + suffix + ".properties"))
                .replaceAll("\\{\\d}", "…");
        String expected = page == Page.ENGLISH ? "expected " : "应为";
        for (List<String> row : page.moreErrors().rows()) {
            String error = Markdown.code(row.get(1)).get(0);
            String text = error.startsWith(expected) ? error.substring(expected.length()) : error;
            for (String part : text.split("…")) {
                if (!part.equals("a > b > c")) {
                    assertThat(texts).contains(part.strip());
                }
            }
        }
    }

    /** The types of a source, as the program lists them to who names none of them. */
    private List<String> types() throws IOException {
        return complaints(Page.ENGLISH, "source: {type: zzz}\n").stream()
                .filter(line -> line.contains("source.type is wrong"))
                .flatMap(line -> Stream.of(line.replaceFirst(".*; expected ", "")
                        .replaceFirst(" \\(the value.*", "")
                        .split(" \\| ")))
                .toList();
    }

    /** Asks on and on: a key that takes a mapping, or a list of them, tells which keys it knows. */
    private Set<String> knownKeys() throws IOException {
        Set<String> known = new TreeSet<>();
        List<String> open = new ArrayList<>(List.of(""));
        while (!open.isEmpty()) {
            String prefix = open.remove(0);
            for (String type : prefix.equals("source.") ? types() : List.of("")) {
                Map<String, String> keys = new TreeMap<>(Map.of(prefix + STRANGER, "1"));
                if (!type.isEmpty()) {
                    keys.put("source.type", type);
                }
                for (String key : toldAt(prefix, keys)) {
                    String path = prefix + key;
                    if (known.add(path)) {
                        open.add(path + ".");
                        open.add(path + "[].");
                    }
                }
            }
        }
        return known;
    }

    private List<String> toldAt(String prefix, Map<String, String> keys) throws IOException {
        for (String line : complaints(Page.ENGLISH, yaml(keys))) {
            Matcher unknown = UNKNOWN.matcher(line);
            if (unknown.find() && unknown.group(1).equals(prefix.replace("[]", "[0]"))) {
                return List.of(unknown.group(2).split(", "));
            }
        }
        return List.of();
    }

    private static Map<String, String> examples(List<Markdown.Table> tables) {
        Map<String, String> examples = new LinkedHashMap<>();
        for (Markdown.Table table : tables) {
            for (List<String> row : table.rows()) {
                examples.put(
                        Markdown.code(row.get(0)).get(0),
                        Markdown.code(row.get(EXAMPLE)).get(0));
            }
        }
        // a mapping stands where its keys do not, and a list where its entries do not
        examples.keySet().removeIf(key -> examples.keySet().stream()
                .anyMatch(other -> other.startsWith(key + ".") || other.startsWith(key + "[].")));
        return examples;
    }

    /** A job file of these keys; {@code []} in a key is the one entry of a list. */
    private static String yaml(Map<String, String> keys) {
        StringBuilder yaml = new StringBuilder();
        Map<String, Map<String, String>> inner = new LinkedHashMap<>();
        keys.forEach((key, value) -> {
            int dot = key.indexOf('.');
            if (dot < 0) {
                yaml.append(key).append(": ").append(value).append('\n');
            } else {
                inner.computeIfAbsent(key.substring(0, dot), k -> new LinkedHashMap<>())
                        .put(key.substring(dot + 1), value);
            }
        });
        inner.forEach((key, values) -> {
            String lines = yaml(values).indent(2);
            boolean list = key.endsWith("[]");
            yaml.append(key.replace("[]", "")).append(":\n").append(list ? "- " + lines.substring(2) : lines);
        });
        return yaml.toString();
    }

    /** What the program says of a job file, line by line; nothing when it takes it. */
    private List<String> complaints(Page page, String yaml) throws IOException {
        Files.writeString(job, yaml);
        CliHarness cli = new CliHarness();
        int status = cli.run("audit", "--job", job.toString(), "--locale", page.locale);
        assertThat(status).isIn(ExitStatus.OK, ExitStatus.USAGE);
        return status == ExitStatus.OK ? List.of() : cli.err().lines().toList();
    }
}
