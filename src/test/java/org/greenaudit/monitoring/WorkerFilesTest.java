package org.greenaudit.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.activemq.artemis.api.core.client.ActiveMQClient;
import org.greenaudit.testing.Markdown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The examples of a night on workers, for compose and for Kubernetes, as far as they can be held without an engine. */
class WorkerFilesTest {

    private static final Path JOBS = Path.of("jobs");
    private static final Path WORKERS = JOBS.resolve("workers");
    private static final Path COMPOSE = WORKERS.resolve("compose.workers.yaml");
    private static final Path KUBERNETES = JOBS.resolve(Path.of("schedule", "kubernetes", "workers.yaml"));
    private static final Path USER = WORKERS.resolve("worker-user.sh");

    private static final String[] SERVICES = {"mysql", "worker-user", "broker", "greenaudit", "worker"};

    private final JsonNode base = PromRule.yaml(JOBS.resolve("compose.yaml"));
    private final JsonNode compose = PromRule.yaml(COMPOSE);

    @Test
    void theComposeFileHasNoServiceThatTheseTestsDoNotKnow() {
        Set<String> all = new TreeSet<>(base.path("services").propertyNames());
        all.addAll(compose.path("services").propertyNames());
        assertThat(all).containsExactlyInAnyOrder(SERVICES);
    }

    @Test
    void nothingIsReachedFromOutsideAndNothingReachesOutside() {
        assertThat(compose.path("networks").propertyNames()).hasSize(2);
        compose.path("networks")
                .forEach(network ->
                        assertThat(network.path("internal").booleanValue(false)).isTrue());
        for (String name : SERVICES) {
            assertThat(both(name, "ports")).as(name).isEmpty();
            assertThat(both(name, "networks"))
                    .as(name)
                    .isNotEmpty()
                    .isSubsetOf(compose.path("networks").propertyNames());
            assertThat(compose.path("services").path(name).has("network_mode")).isFalse();
        }
        assertThat(both("mysql", "networks")).containsExactly("database");
        assertThat(both("broker", "networks")).containsExactly("broker");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mysql", "worker-user", "broker", "greenaudit", "worker"})
    void everyServiceHasTheLeastPrivileges(String name) {
        assertThat(both(name, "cap_drop")).containsExactly("ALL");
        assertThat(both(name, "cap_add")).isEmpty();
        assertThat(both(name, "security_opt")).containsExactly("no-new-privileges:true");
        assertThat(Stream.of(base, compose).anyMatch(file -> file.path("services")
                        .path(name)
                        .path("read_only")
                        .booleanValue(false)))
                .isTrue();
        assertThat(both(name, "privileged")).isEmpty();
        assertThat(both(name, "environment").toString()).doesNotContain("PASSWORD=");
    }

    @Test
    void everyMountedFileIsThereAndCannotBeWritten() {
        for (String name : compose.path("services").propertyNames()) {
            for (JsonNode volume : compose.path("services").path(name).path("volumes")) {
                String source = volume.stringValue().replaceFirst(":.*", "");
                if (source.startsWith(".")) {
                    assertThat(volume.stringValue()).endsWith(":ro");
                    if (!source.equals("./workers/feeds")) {
                        assertThat(JOBS.resolve(source)).isRegularFile();
                    }
                } else {
                    assertThat(compose.path("volumes").has(source)).as(source).isTrue();
                }
            }
        }
    }

    @Test
    void everySecretIsAFileThatTheCommentsMakeAndTheContainersCanRead() throws IOException {
        String comments = Files.readString(COMPOSE).replaceFirst("(?s)\nservices:.*", "\n");
        Set<String> declared = new TreeSet<>(base.path("secrets").propertyNames());
        declared.addAll(compose.path("secrets").propertyNames());
        assertThat(declared).allSatisfy(name -> assertThat(comments)
                .containsPattern("#   (openssl|printf) .* > jobs/secrets/" + name + "\n")
                .containsPattern("#   chmod 644 .*jobs/secrets/" + name + "\\b"));
        for (String name : SERVICES) {
            assertThat(both(name, "secrets").stream().map(one -> one.replaceFirst(".*\"source\":\"(\\w+)\".*", "$1")))
                    .isSubsetOf(declared);
        }
        compose.path("secrets").propertyNames().forEach(name -> assertThat(
                        compose.path("secrets").path(name).path("file").stringValue(""))
                .isEqualTo("./secrets/" + name));
    }

    /** A worker knows neither the manager's passwords nor root's. */
    @Test
    void aWorkerHasItsOwnLoginsAlone() {
        assertThat(both("worker", "secrets")).containsExactlyInAnyOrder("worker_db_password", "broker_worker_password");
        JsonNode environment = compose.path("services").path("worker").path("environment");
        assertThat(environment.path("GREENAUDIT_DB_USER").stringValue("")).isEqualTo("greenaudit_worker");
        assertThat(environment.path("GREENAUDIT_BROKER_USER").stringValue("")).isEqualTo("worker");
    }

    @Test
    void theStepThatMakesTheWorkersUserGivesTheRightsOfTheHandbookAndNoOthers(@TempDir Path dir) throws Exception {
        Path secret = Files.writeString(dir.resolve("secret"), "abc123\n");
        Files.writeString(dir.resolve("mysql"), "#!/bin/sh\ncat\n");
        assertThat(dir.resolve("mysql").toFile().setExecutable(true)).isTrue();
        Map<String, String> environment = new HashMap<>(Map.of(
                "PATH",
                dir + ":" + System.getenv("PATH"),
                "MYSQL_ROOT_PASSWORD_FILE",
                secret.toString(),
                "GREENAUDIT_WORKER_PASSWORD_FILE",
                secret.toString()));
        List<String> said =
                Shell.run(List.of("sh", USER.toString()), environment).lines().toList();
        assertThat(said.subList(0, 2)).allSatisfy(line -> assertThat(line)
                .matches("(CREATE|ALTER) USER .*'greenaudit_worker'@'%' IDENTIFIED BY 'abc123'.*;"));
        List<String> handbook = Markdown.read(Path.of("src", "docs", "workers.md")).blocks().stream()
                .filter(block -> block.language().equals("sql"))
                .flatMap(block -> block.lines().stream())
                .filter(line -> line.startsWith("GRANT "))
                .toList();
        assertThat(said.subList(2, said.size())).isEqualTo(handbook).isNotEmpty();
        Files.writeString(secret, "a'; DROP DATABASE greenaudit; --");
        assertThatThrownBy(() -> Shell.run(List.of("sh", USER.toString()), environment))
                .hasMessageContaining("letters and digits");
    }

    @Test
    void theBrokerHasTheVersionOfTheClient() throws IOException {
        String image = compose.path("services").path("broker").path("image").stringValue("");
        assertThat(image).matches("apache/activemq-artemis:\\d+\\.\\d+\\.\\d+");
        assertThat(pod("StatefulSet").path("containers").path(0).path("image").stringValue(""))
                .isEqualTo(image);
        assertThat(ActiveMQClient.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toString())
                .contains("-" + image.replaceFirst(".*:", "") + ".jar");
    }

    @Test
    void theBrokerOfTheJobFileIsTheServiceInBoth() throws IOException {
        String address = PromRule.yaml(WORKERS.resolve("night.yaml"))
                .path("run")
                .path("broker")
                .stringValue("");
        assertThat(address).isEqualTo("tcp://broker:61616");
        assertThat(compose.path("services").has("broker")).isTrue();
        assertThat(only("Service").at("/metadata/name").stringValue("")).isEqualTo("broker");
        assertThat(Files.readString(WORKERS.resolve("broker.xml"))).contains("tcp://0.0.0.0:61616");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CronJob", "Deployment", "StatefulSet"})
    void everyPodHasTheLeastPrivileges(String kind) throws IOException {
        JsonNode pod = pod(kind);
        assertThat(pod.path("automountServiceAccountToken").booleanValue(true)).isFalse();
        assertThat(pod.path("enableServiceLinks").booleanValue(true)).isFalse();
        assertThat(pod.path("terminationGracePeriodSeconds").isInt()).isTrue();
        assertThat(pod.path("securityContext").path("runAsNonRoot").booleanValue(false))
                .isTrue();
        assertThat(pod.at("/securityContext/seccompProfile/type").stringValue(""))
                .isEqualTo("RuntimeDefault");
        assertThat(pod.path("containers")).hasSize(1);
        JsonNode container = pod.path("containers").path(0);
        assertThat(container.path("securityContext"))
                .hasToString("{\"allowPrivilegeEscalation\":false,\"readOnlyRootFilesystem\":true,"
                        + "\"capabilities\":{\"drop\":[\"ALL\"]}}");
        assertThat(container.at("/resources/limits").has("memory")).isTrue();
        assertThat(container.at("/resources/requests").propertyNames()).contains("cpu", "memory");
        assertThat(container.path("env").toString()).doesNotContain("PASSWORD\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CronJob", "Deployment", "StatefulSet"})
    void everyMountHasAVolumeAndWhatIsInItIsMadeByTheSetUp(String kind) throws IOException {
        JsonNode pod = pod(kind);
        Set<String> volumes = new TreeSet<>();
        pod.path("volumes").forEach(volume -> volumes.add(volume.path("name").stringValue("")));
        only(kind)
                .at("/spec/volumeClaimTemplates")
                .forEach(claim -> volumes.add(claim.at("/metadata/name").stringValue("")));
        Set<String> mounts = new TreeSet<>();
        pod.path("containers")
                .path(0)
                .path("volumeMounts")
                .forEach(mount -> mounts.add(mount.path("name").stringValue("")));
        assertThat(mounts).isEqualTo(volumes);
        String text = Files.readString(KUBERNETES);
        for (JsonNode volume : pod.path("volumes")) {
            named(volume, "(?:secretName|secret\":\\{\"name)\":\"([\\w-]+)")
                    .forEach(secret -> assertThat(text).contains("kubectl create secret generic " + secret + " "));
            named(volume, "configMap\":\\{\"name\":\"([\\w-]+)")
                    .forEach(map -> assertThat(text).contains("kubectl create configmap " + map + " "));
            named(volume, "claimName\":\"([\\w-]+)").forEach(claim -> assertThat(text)
                    .contains("kind: PersistentVolumeClaim\nmetadata:\n  name: " + claim + "\n"));
        }
        Pattern.compile("--from-file=(jobs/\\S+)").matcher(text).results().forEach(file -> assertThat(
                        Path.of(file.group(1)))
                .isRegularFile());
    }

    @Test
    void workersReadTheFeedAndHaveNoLoginOfTheManager() throws IOException {
        JsonNode pod = pod("Deployment");
        assertThat(only("Deployment").at("/spec/replicas").intValue()).isEqualTo(4);
        assertThat(pod.toString()).contains("greenaudit-worker").doesNotContain("greenaudit-manager");
        for (String kind : new String[] {"CronJob", "Deployment"}) {
            assertThat(pod(kind).path("containers").path(0).path("volumeMounts").path(0))
                    .hasToString("{\"name\":\"feeds\",\"mountPath\":\"/opt/greenaudit/jobs/workers/feeds\","
                            + "\"readOnly\":true}");
        }
        assertThat(documents("PersistentVolumeClaim").get(0).toString())
                .contains("greenaudit-feeds", "[\"ReadOnlyMany\"]");
    }

    /** Whoever is not named may neither come in nor go out. */
    @Test
    void theNetworkIsClosedButForWhatIsNeeded() throws IOException {
        Map<String, JsonNode> policies = new HashMap<>();
        documents("NetworkPolicy")
                .forEach(one -> policies.put(one.at("/metadata/name").stringValue(""), one.path("spec")));
        assertThat(policies).containsOnlyKeys("greenaudit-nothing", "greenaudit-program", "greenaudit-broker");
        assertThat(policies.get("greenaudit-nothing"))
                .hasToString("{\"podSelector\":{},\"policyTypes\":[\"Ingress\",\"Egress\"]}");
        JsonNode program = policies.get("greenaudit-program");
        assertThat(program.has("ingress")).isFalse();
        assertThat(ports(program.path("egress"))).containsExactly("TCP 61616", "TCP 3306", "UDP 53", "TCP 53");
        assertThat(program.path("egress"))
                .allSatisfy(way -> assertThat(way.path("to")).isNotEmpty());
        JsonNode broker = policies.get("greenaudit-broker");
        assertThat(broker.has("egress")).isFalse();
        assertThat(ports(broker.path("ingress"))).containsExactly("TCP 61616");
        assertThat(broker.at("/ingress/0/from/0/podSelector")).isEqualTo(program.path("podSelector"));
        for (String part : new String[] {"manager", "worker"}) {
            assertThat(program.path("podSelector").toString()).contains("\"" + part + "\"");
        }
        assertThat(broker.at("/podSelector/matchLabels"))
                .isEqualTo(only("StatefulSet").at("/spec/template/metadata/labels"))
                .isEqualTo(only("Service").at("/spec/selector"))
                .isEqualTo(program.at("/egress/0/to/0/podSelector/matchLabels"));
    }

    private static List<String> ports(JsonNode ways) {
        List<String> ports = new ArrayList<>();
        ways.forEach(way -> way.path("ports")
                .forEach(port -> ports.add(port.path("protocol").stringValue("") + " "
                        + port.path("port").intValue())));
        return ports;
    }

    private static List<String> named(JsonNode node, String pattern) {
        return Pattern.compile(pattern)
                .matcher(node.toString())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    /** The entries of a service in both files, as compose lays one over the other. */
    private List<String> both(String service, String key) {
        List<String> all = new ArrayList<>();
        for (JsonNode file : List.of(base, compose)) {
            JsonNode found = file.path("services").path(service).path(key);
            if (found.isObject()) {
                found.properties().forEach(one -> all.add(one.getKey() + "=" + one.getValue()));
            } else {
                found.forEach(one -> all.add(one.isString() ? one.stringValue() : one.toString()));
            }
        }
        return all;
    }

    private static JsonNode pod(String kind) throws IOException {
        return only(kind).at((kind.equals("CronJob") ? "/spec/jobTemplate" : "") + "/spec/template/spec");
    }

    private static JsonNode only(String kind) throws IOException {
        List<JsonNode> all = documents(kind);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private static List<JsonNode> documents(String kind) throws IOException {
        try (MappingIterator<JsonNode> documents =
                YAMLMapper.builder().build().readerFor(JsonNode.class).readValues(KUBERNETES.toFile())) {
            return documents.readAll().stream()
                    .filter(document -> document.path("kind").stringValue("").equals(kind))
                    .toList();
        }
    }
}
