package org.greenaudit.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real Prometheus for one test. */
public final class PrometheusServer implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpServerProcess server;

    private PrometheusServer(HttpServerProcess server) {
        this.server = server;
    }

    /**
     * Starts one without data.
     *
     * @param configuration its {@code prometheus.yml}; paths in it are absolute
     */
    public static PrometheusServer start(String configuration) {
        return start(configuration, folder -> {});
    }

    /**
     * Starts one on data that are made before.
     *
     * @param configuration its {@code prometheus.yml}; paths in it are absolute
     * @param data fills the folder of its database, as {@code promtool tsdb create-blocks-from} does
     */
    public static PrometheusServer start(String configuration, Consumer<Path> data) {
        return new PrometheusServer(HttpServerProcess.start(
                Programs.PROMETHEUS,
                (folder, port) -> {
                    Path file = folder.resolve("prometheus.yml");
                    Path blocks = folder.resolve("tsdb");
                    try {
                        Files.writeString(file, configuration);
                        Files.createDirectory(blocks);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                    data.accept(blocks);
                    return List.of(
                            "--config.file=" + file,
                            "--storage.tsdb.path=" + blocks,
                            "--storage.tsdb.retention.time=20y",
                            "--web.listen-address=127.0.0.1:" + port,
                            "--log.level=warn");
                },
                "/-/ready"));
    }

    /** The values of an instant query now, by their labels without the name. */
    public Map<Map<String, String>, Double> query(String expression) {
        return vector("/api/v1/query?query=" + encoded(expression), expression);
    }

    /** The values of an instant query at a time, in epoch seconds. */
    public Map<Map<String, String>, Double> query(String expression, long at) {
        return vector("/api/v1/query?time=" + at + "&query=" + encoded(expression), expression);
    }

    private Map<Map<String, String>, Double> vector(String path, String expression) {
        JsonNode answer =
                JSON.readTree(server.ask(HttpRequest.newBuilder(server.at(path)).build()));
        if (!"success".equals(answer.path("status").stringValue(""))) {
            throw new AssertionError("query " + expression + ": " + answer);
        }
        Map<Map<String, String>, Double> values = new LinkedHashMap<>();
        JsonNode data = answer.path("data");
        if ("scalar".equals(data.path("resultType").stringValue(""))) {
            values.put(Map.of(), number(data.path("result").path(1)));
            return values;
        }
        for (JsonNode series : data.path("result")) {
            Map<String, String> labels = new TreeMap<>();
            series.path("metric")
                    .properties()
                    .forEach(
                            label -> labels.put(label.getKey(), label.getValue().stringValue()));
            labels.remove("__name__");
            values.put(labels, number(series.path("value").path(1)));
        }
        return values;
    }

    private static double number(JsonNode text) {
        return switch (text.stringValue()) {
            case "+Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text.stringValue());
        };
    }

    private static String encoded(String expression) {
        return URLEncoder.encode(expression, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.close();
    }
}
