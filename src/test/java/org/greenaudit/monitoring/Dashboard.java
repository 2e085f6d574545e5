package org.greenaudit.monitoring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A dashboard file.
 *
 * @param file its path
 * @param json what it says
 */
record Dashboard(Path file, JsonNode json) {

    private static final Path FOLDER = Path.of("jobs", "monitoring", "grafana", "dashboards");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Every dashboard, in the order of the file names. */
    static List<Dashboard> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().map(Dashboard::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The dashboard of that file name. */
    static Dashboard named(String name) {
        return read(FOLDER.resolve(name));
    }

    /** Every query of every dashboard. */
    static List<Panel.Query> allQueries() {
        return all().stream()
                .flatMap(dashboard -> dashboard.panels().stream())
                .flatMap(panel -> panel.queries().stream())
                .toList();
    }

    String uid() {
        return json.path("uid").stringValue("");
    }

    /** Rows included. */
    List<Panel> panelsAndRows() {
        return StreamSupport.stream(json.path("panels").spliterator(), false)
                .map(panel -> new Panel(uid(), panel))
                .toList();
    }

    List<Panel> panels() {
        return panelsAndRows().stream().filter(panel -> !panel.isRow()).toList();
    }

    List<JsonNode> variables() {
        return StreamSupport.stream(json.path("templating").path("list").spliterator(), false)
                .toList();
    }

    List<String> variableNames() {
        return variables().stream()
                .map(variable -> variable.path("name").stringValue(""))
                .toList();
    }

    @Override
    public String toString() {
        return file.getFileName().toString();
    }

    private static Dashboard read(Path file) {
        return new Dashboard(file, JSON.readTree(file.toFile()));
    }
}
