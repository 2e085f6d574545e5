package org.greenaudit.settings;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.greenaudit.message.Text;
import org.greenaudit.text.DateParser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * A mapping in a job file, read key by key. What is wrong is noted with its file, key path, value and what was expected,
 * and reading goes on, so that all problems are reported at once. {@link #end} notes every key that was not asked for. A value
 * that may hold a password is not shown: one of a {@link #discreet} section, and whatever stands where a single value should.
 */
public final class YamlSection {

    private final Path file;
    private final String path;
    private final JsonNode node;
    private final List<Text> problems;
    private final boolean discreet;
    private final Set<String> known = new TreeSet<>();

    /**
     * The whole of a file.
     *
     * @param file the file
     * @param node what it holds
     * @param problems takes what is wrong
     */
    public YamlSection(Path file, JsonNode node, List<Text> problems) {
        this(file, "", node, problems, false);
    }

    private YamlSection(Path file, String path, JsonNode node, List<Text> problems, boolean discreet) {
        this.file = file;
        this.path = path;
        this.problems = problems;
        this.discreet = discreet;
        if (node.isObject() || node.isMissingNode() || node.isNull()) {
            this.node = node.isObject() ? node : MissingNode.getInstance();
        } else {
            this.node = MissingNode.getInstance();
            unshown(path, "@config.expected.mapping");
        }
    }

    /** A text, or the default where the key is absent. */
    public String text(String key, String absent) {
        return parsed(key, "@config.expected.text", Optional::of).orElse(absent);
    }

    /** A text that must be there and not be blank. */
    public String required(String key) {
        String text = text(key, "");
        if (text.isEmpty() && (value(key).isMissingNode() || value(key).isString())) {
            problems.add(Text.of("config.missing", file, at(key), "@config.expected.text"));
        }
        return text;
    }

    /** A text that one reader understands: the reader's empty answer is noted as a wrong value. */
    public <T> Optional<T> parsed(String key, String expected, Function<String, Optional<T>> reader) {
        return read(
                key,
                expected,
                value -> isText(value) ? reader.apply(value.stringValue().strip()) : Optional.empty());
    }

    /** A date in ISO form. */
    public Optional<LocalDate> date(String key) {
        return parsed(key, "@config.expected.date", DateParser::iso);
    }

    /** A number between two bounds, inclusive. */
    public BigDecimal number(String key, BigDecimal absent, long min, long max) {
        return read(key, min + " … " + max, value -> between(value, min, max)).orElse(absent);
    }

    /** A whole number between two bounds, inclusive. */
    public int integer(String key, int absent, int min, int max) {
        return read(
                        key,
                        min + " … " + max,
                        value -> value.isIntegralNumber() ? between(value, min, max) : Optional.empty())
                .map(BigDecimal::intValueExact)
                .orElse(absent);
    }

    /** {@code true} or {@code false}. */
    public boolean flag(String key, boolean absent) {
        return read(key, "true | false", JsonNode::booleanValueOpt).orElse(absent);
    }

    /** A list of texts; a single text stands for a list of one. */
    public List<String> texts(String key) {
        JsonNode value = value(key);
        List<String> texts = new ArrayList<>();
        if (isText(value)) {
            texts.add(value.stringValue().strip());
        } else if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                if (isText(value.get(i))) {
                    texts.add(value.get(i).stringValue().strip());
                } else {
                    unshown(at(key) + "[" + i + "]", "@config.expected.text");
                }
            }
        } else if (!value.isMissingNode()) {
            unshown(at(key), "@config.expected.texts");
        }
        return texts;
    }

    /** A list of files or patterns; those that are relative are taken from the folder of the job file. */
    public List<String> files(String key) {
        Path folder = file.toAbsolutePath().normalize().resolveSibling("");
        return texts(key).stream()
                .map(name -> Path.of(name).isAbsolute() ? name : folder + "/" + name)
                .toList();
    }

    /** A mapping of free keys to texts, in file order. */
    public Map<String, String> textsByKey(String key) {
        YamlSection section = section(key);
        Map<String, String> texts = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : section.node.properties()) {
            texts.put(entry.getKey(), section.required(entry.getKey()));
        }
        return texts;
    }

    /** The mapping under a key; empty when the key is absent. */
    public YamlSection section(String key) {
        return new YamlSection(file, at(key), value(key), problems, discreet);
    }

    /** The mapping under a key, of which no value is shown, since it says how to get at data; empty when the key is absent. */
    public YamlSection discreet(String key) {
        return new YamlSection(file, at(key), value(key), problems, true);
    }

    /** The mappings listed under a key. */
    public List<YamlSection> sections(String key) {
        JsonNode value = value(key);
        List<YamlSection> sections = new ArrayList<>();
        if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                sections.add(new YamlSection(file, at(key) + "[" + i + "]", value.get(i), problems, discreet));
            }
        } else if (!value.isMissingNode()) {
            unshown(at(key), "@config.expected.mappings");
        }
        return sections;
    }

    /** Whether a key is absent or says {@code auto}. */
    public boolean auto(String key) {
        JsonNode value = value(key);
        return value.isMissingNode() || (value.isString() && "auto".equals(value.stringValue()));
    }

    /** Whether a key is there, whatever its value. */
    public boolean has(String key) {
        return !value(key).isMissingNode();
    }

    /** Notes a problem with a key without showing its value; the text is given the file and the key. */
    public void refuse(String key, String text) {
        problems.add(Text.of(text, file, at(key)));
    }

    /** Notes the problem with a key that a check finds when it is given the file and the key, if it finds one. */
    public void refuse(String key, BiFunction<Path, String, Optional<Text>> check) {
        check.apply(file, at(key)).ifPresent(problems::add);
    }

    /** Notes a problem with a key's value. */
    public void wrong(String key, String value, String expected) {
        wrongAt(at(key), value, expected);
    }

    /** Notes every key that was not asked for. Call it when everything was read. */
    public void end() {
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            if (!known.contains(entry.getKey())) {
                problems.add(
                        Text.of("config.unknown", file, at(Secret.shown(entry.getKey())), String.join(", ", known)));
            }
        }
    }

    /** The value of a key, if it is there and the reader has an answer; an empty answer is noted as a wrong value. */
    private <T> Optional<T> read(String key, String expected, Function<JsonNode, Optional<T>> reader) {
        JsonNode value = value(key);
        Optional<T> read = value.isMissingNode() ? Optional.empty() : reader.apply(value);
        if (read.isEmpty() && !value.isMissingNode()) {
            wrong(at(key), value, expected);
        }
        return read;
    }

    /** Whether a value is a text without a NUL or half a character, which no name or path can hold. */
    private static boolean isText(JsonNode value) {
        return value.isString()
                && value.stringValue().indexOf(0) < 0
                && StandardCharsets.UTF_8.newEncoder().canEncode(value.stringValue());
    }

    private static Optional<BigDecimal> between(JsonNode value, long min, long max) {
        return value.decimalValueOpt()
                .filter(number -> number.compareTo(BigDecimal.valueOf(min)) >= 0)
                .filter(number -> number.compareTo(BigDecimal.valueOf(max)) <= 0);
    }

    private JsonNode value(String key) {
        known.add(key);
        JsonNode value = node.path(key);
        return value.isNull() ? MissingNode.getInstance() : value;
    }

    private void wrong(String at, JsonNode value, String expected) {
        if (value.isContainer()) {
            unshown(at, expected);
        } else {
            wrongAt(at, value.asString(), expected);
        }
    }

    private void wrongAt(String at, String value, String expected) {
        if (discreet) {
            unshown(at, expected);
        } else {
            problems.add(Text.of("config.wrong", file, at, Secret.shown(value), expected));
        }
    }

    private void unshown(String at, String expected) {
        problems.add(
                at.isEmpty()
                        ? Text.of("config.wrong-file", file, expected)
                        : Text.of("config.wrong-unshown", file, at, expected));
    }

    private String at(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
