package org.greenaudit.monitoring;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A rule of Prometheus.
 *
 * @param json the rule as its file says
 */
record PromRule(JsonNode json) {

    static final Path FOLDER = Path.of("jobs", "monitoring", "prometheus");
    static final Path RECORDING = FOLDER.resolve("greenaudit-recording.yml");
    static final Path ALERTS = FOLDER.resolve("greenaudit-alerts.yml");

    private static final YAMLMapper YAML = YAMLMapper.builder().build();

    static List<PromRule> recording() {
        return in(RECORDING);
    }

    static List<PromRule> alerts() {
        return in(ALERTS);
    }

    /** What a YAML file says. */
    static JsonNode yaml(Path file) {
        return YAML.readTree(file.toFile());
    }

    /** The name of what it records, or of the alert. */
    String name() {
        return json.path("record").stringValue(json.path("alert").stringValue(""));
    }

    String expression() {
        return json.path("expr").stringValue("");
    }

    String severity() {
        return json.path("labels").path("severity").stringValue("");
    }

    String annotation(String name) {
        return json.path("annotations").path(name).stringValue("");
    }

    @Override
    public String toString() {
        return name();
    }

    private static List<PromRule> in(Path file) {
        List<PromRule> rules = new ArrayList<>();
        for (JsonNode group : yaml(file).path("groups")) {
            group.path("rules").forEach(rule -> rules.add(new PromRule(rule)));
        }
        return rules;
    }
}
