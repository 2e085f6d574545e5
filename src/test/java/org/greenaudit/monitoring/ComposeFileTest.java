package org.greenaudit.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.greenaudit.testing.DatabaseServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The compose file of the monitoring and the provisioning of Grafana, as far as they can be held without an engine. */
class ComposeFileTest {

    private static final Path JOBS = Path.of("jobs");
    private static final Path MONITORING = JOBS.resolve("monitoring");
    private static final Path READER = MONITORING.resolve(Path.of("grafana", "create-reader.sh"));

    private static final Path BASE = JOBS.resolve("compose.yaml");
    private static final Path ADDED = MONITORING.resolve("compose.monitoring.yaml");

    private final JsonNode base = PromRule.yaml(BASE);
    private final JsonNode compose = PromRule.yaml(ADDED);

    @Test
    void everyMountedFileIsThere() {
        List<String> mounted = new ArrayList<>();
        for (JsonNode service : compose.path("services")) {
            for (JsonNode volume : service.path("volumes")) {
                String source = volume.stringValue().replaceFirst(":.*", "");
                if (source.startsWith(".")) {
                    assertThat(JOBS.resolve(source)).exists();
                    assertThat(volume.stringValue()).endsWith(":ro");
                    mounted.add(source);
                } else {
                    assertThat(compose.path("volumes").has(source)).as(source).isTrue();
                }
            }
        }
        assertThat(mounted).hasSize(4);
    }

    @Test
    void whatItBuildsOnIsInTheFileBeside() {
        JsonNode services = base.path("services");
        assertThat(services.has("mysql")).isTrue();
        assertThat(services.path("greenaudit").path("volumes").toString()).contains("reports:/");
        assertThat(services.path("mysql").path("environment").path("MYSQL_DATABASE"))
                .isEqualTo(compose.path("services")
                        .path("grafana")
                        .path("environment")
                        .path("GREENAUDIT_GRAFANA_DB_NAME"));
    }

    @Test
    void nothingIsReachableFromOtherMachines() {
        int ports = 0;
        for (JsonNode service : compose.path("services")) {
            for (JsonNode port : service.path("ports")) {
                assertThat(port.stringValue()).startsWith("127.0.0.1:");
                ports++;
            }
        }
        assertThat(ports).isPositive();
    }

    @Test
    void imagesAreOfAStatedVersion() {
        for (JsonNode service : compose.path("services")) {
            if (service.has("image")) {
                assertThat(service.path("image").stringValue()).matches("[a-z/]+:v?\\d+\\.\\d+(\\.\\d+)?");
            }
        }
    }

    @Test
    void secretsAreFilesAndDeclared() {
        for (JsonNode service : compose.path("services")) {
            for (JsonNode secret : service.path("secrets")) {
                assertThat(compose.path("secrets")
                                .path(secret.stringValue())
                                .path("file")
                                .stringValue(""))
                        .isEqualTo("./secrets/" + secret.stringValue());
            }
        }
    }

    @Test
    void theCommentsMakeEverySecretAndLetTheContainersReadIt() throws IOException {
        assertThat(commentsMake(BASE, base))
                .contains("#   mkdir -p jobs/secrets && chmod 700 jobs/secrets\n")
                .contains("#   chmod 644 jobs/secrets/"
                        + String.join(" jobs/secrets/", base.path("secrets").propertyNames()) + "\n");
    }

    @Test
    void everyAddressNamesAServiceOfTheseFiles() {
        JsonNode environment = compose.path("services").path("grafana").path("environment");
        List<String> addresses = new ArrayList<>(List.of(
                compose.path("services")
                        .path("greenaudit")
                        .path("environment")
                        .path("GREENAUDIT_METRICS_PUSHGATEWAY_URL")
                        .stringValue(""),
                environment.path("GREENAUDIT_PROMETHEUS_URL").stringValue(""),
                environment.path("GREENAUDIT_GRAFANA_DB_HOST").stringValue("")));
        PromRule.yaml(PromRule.FOLDER.resolve("prometheus.yml"))
                .path("scrape_configs")
                .path(0)
                .path("static_configs")
                .path(0)
                .path("targets")
                .forEach(target -> addresses.add(target.stringValue("")));
        assertThat(addresses).hasSize(4).allSatisfy(address -> assertThat(services())
                .contains(address.replaceFirst("http://", "").replaceFirst(":\\d+$", "")));
    }

    @Test
    void theLinksToTheReportsBeginWithThePortThatIsPublished() {
        JsonNode reports =
                compose.path("services").path("reports").path("ports").path(0);
        JsonNode units = PromRule.yaml(MONITORING.resolve(Path.of("grafana", "dashboards", "units.json")));
        List<String> addresses = new ArrayList<>();
        for (JsonNode variable : units.path("templating").path("list")) {
            if (variable.path("name").stringValue("").equals("reports")) {
                addresses.add(variable.path("query").stringValue(""));
            }
        }
        assertThat(addresses)
                .containsExactly("http://" + reports.stringValue("").replaceFirst(":\\d+$", ""));
    }

    @Test
    void grafanaHasADataSourceForEachKindAndEveryVariableThatItsFilesName() throws IOException {
        Path file = MONITORING.resolve(Path.of("grafana", "provisioning", "datasources", "greenaudit.yaml"));
        List<String> kinds = new ArrayList<>();
        PromRule.yaml(file)
                .path("datasources")
                .forEach(source -> kinds.add(source.path("type").stringValue("")));
        assertThat(kinds).containsExactly("prometheus", "mysql");
        JsonNode environment = compose.path("services").path("grafana").path("environment");
        var variable = Pattern.compile("\\$([A-Z][A-Z_]+)").matcher(Files.readString(file, StandardCharsets.UTF_8));
        int variables = 0;
        while (variable.find()) {
            assertThat(environment.has(variable.group(1))).as(variable.group(1)).isTrue();
            variables++;
        }
        assertThat(variables).isEqualTo(4);
    }

    @Test
    void grafanaReadsTheDashboardsFromWhereTheyAreMounted() {
        JsonNode grafana = compose.path("services").path("grafana");
        String folder = PromRule.yaml(
                        MONITORING.resolve(Path.of("grafana", "provisioning", "dashboards", "greenaudit.yaml")))
                .path("providers")
                .path(0)
                .path("options")
                .path("path")
                .stringValue("");
        assertThat(grafana.path("volumes").toString()).contains("./monitoring/grafana/dashboards:" + folder + ":ro");
        assertThat(grafana.path("environment")
                        .path("GF_DASHBOARDS_DEFAULT_HOME_DASHBOARD_PATH")
                        .stringValue(""))
                .isEqualTo(folder + "/compliance.json");
    }

    @Test
    @Tag("database")
    void theReaderMayReadAndNothingElse(@TempDir Path dir) throws Exception {
        String password = "it's a \\ \"secret\" $HOME";
        Path secret = Files.writeString(dir.resolve("secret"), password + "\n");
        DatabaseServer.Schema schema = DatabaseServer.shared().schema();
        DatabaseServer.shared().execute("CREATE TABLE " + schema.name() + ".t (n INT)");
        String sql = script(Map.of("MYSQL_DATABASE", schema.name(), "GREENAUDIT_READER_PASSWORD_FILE", secret + ""));
        try {
            for (String statement : sql.split(";\n")) {
                DatabaseServer.shared().execute(statement);
            }
            try (Connection reader = DriverManager.getConnection(
                            schema.url() + "?allowPublicKeyRetrieval=true", "greenaudit_reader", password);
                    var statement = reader.createStatement()) {
                assertThat(statement.executeQuery("SELECT COUNT(*) FROM t").next())
                        .isTrue();
                assertThatThrownBy(() -> statement.execute("INSERT INTO t VALUES (1)"))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("denied");
            }
        } finally {
            DatabaseServer.shared().execute("DROP USER IF EXISTS 'greenaudit_reader'@'%'");
        }
    }

    @Test
    void theReaderIsMadeByHandWithTheFunctionsOfTheImage(@TempDir Path dir) throws Exception {
        Path secret = Files.writeString(dir.resolve("secret"), "abc\n");
        Files.writeString(
                dir.resolve("docker-entrypoint.sh"),
                """
                docker_setup_env() { MYSQL_DATABASE="of $1"; }
                docker_process_sql() { cat; }
                """);
        String path = dir + ":" + System.getenv("PATH");
        String said = Shell.run(
                List.of("bash", READER.toString()),
                Map.of("PATH", path, "GREENAUDIT_READER_PASSWORD_FILE", secret + ""));
        assertThat(said).contains("IDENTIFIED BY 'abc'").contains("GRANT SELECT ON `of mysqld`.*");
    }

    /** The commands in the comment on top of a compose file, after a check that they make each of its secrets. */
    private static String commentsMake(Path file, JsonNode content) throws IOException {
        String comments = Files.readString(file, StandardCharsets.UTF_8).replaceFirst("(?s)\nservices:.*", "\n");
        assertThat(content.path("secrets").propertyNames()).isNotEmpty().allSatisfy(name -> {
            assertThat(comments).contains("#   openssl rand -hex 16 > jobs/secrets/" + name + "\n");
            assertThat(content.path("secrets").path(name).path("file").stringValue(""))
                    .isEqualTo("./secrets/" + name);
        });
        return comments;
    }

    private List<String> services() {
        List<String> names = new ArrayList<>(base.path("services").propertyNames());
        names.addAll(compose.path("services").propertyNames());
        return names;
    }

    /** What the script hands to the function of the MySQL image. */
    private static String script(Map<String, String> environment) throws Exception {
        return Shell.run(
                List.of("bash", "-euc", "docker_process_sql() { cat; }; . \"$0\"", READER.toString()), environment);
    }
}
