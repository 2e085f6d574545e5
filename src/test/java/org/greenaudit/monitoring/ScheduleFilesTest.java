package org.greenaudit.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The examples of schedules: what can be tried without the machine that they are for. */
class ScheduleFilesTest {

    private static final Path SCHEDULE = Path.of("jobs", "schedule");
    private static final Path SCRIPT = SCHEDULE.resolve("cron").resolve("run-audit.sh");

    @TempDir
    private Path dir;

    @Test
    void theScriptRunsTheJobWithTheSettingsOfTheEnvironmentFile() throws Exception {
        Path env = Files.writeString(dir.resolve("audit.env"), "# the database\nGREENAUDIT_DB_URL=jdbc:a?b=c d\n");
        Ended ended = runAudit(env.toString(), "0");
        assertThat(ended.said()).isEmpty();
        assertThat(ended.status()).isZero();
        assertThat(Files.readString(dir.resolve("data").resolve("night.out")))
                .contains("jdbc:a?b=c d", "audit --job night.yaml --out " + dir.resolve("data/reports/night"));
    }

    @Test
    void anEnvironmentFileThatIsNotThereIsAnError() throws Exception {
        Ended ended = runAudit(dir.resolve("missing.env").toString(), "0");
        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.said()).contains("missing.env cannot be read");
        assertThat(dir.resolve("data")).doesNotExist();
    }

    @Test
    void aFolderInPlaceOfTheEnvironmentFileIsAnError() throws Exception {
        Ended ended = runAudit(Files.createDirectory(dir.resolve("env")).toString(), "0");
        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.said()).contains("cannot be read");
    }

    @Test
    void aConfigurationErrorIsToldAndNotTriedAgain() throws Exception {
        Path env = Files.writeString(dir.resolve("audit.env"), "GREENAUDIT_TRIES=3\nGREENAUDIT_PAUSE_SECONDS=0\n");
        Ended ended = runAudit(env.toString(), "2");
        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.said()).contains("ended with status 2");
        assertThat(Files.readAllLines(dir.resolve("data").resolve("night.out")).stream()
                        .filter(line -> line.contains("== ") && line.contains("audit night.yaml")))
                .hasSize(1);
    }

    @Test
    void theServiceNeverPassesOverItsEnvironmentFile() throws IOException {
        List<String> unit = Files.readAllLines(SCHEDULE.resolve("systemd").resolve("greenaudit.service"));
        assertThat(unit).contains("EnvironmentFile=/etc/greenaudit/greenaudit.env");
        assertThat(unit).noneMatch(line -> line.startsWith("EnvironmentFile=-"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"systemd/greenaudit.service", "cron/greenaudit.cron"})
    void whatASetUpCopiesIsThereAndEveryFileThatTheExampleReadsIsMade(String file) throws IOException {
        String text = Files.readString(SCHEDULE.resolve(file));
        assertThat(text)
                .contains("useradd --system", "sh jobs/schedule/install.sh /opt/greenaudit", "openjdk-17-jre-headless");
        Pattern.compile("(?<![\\w/])(?:jobs|catalogs)(?:/[\\w.-]+)+")
                .matcher(text)
                .results()
                .forEach(named -> assertThat(Path.of(named.group())).exists());
        Pattern.compile("(?<=LoadCredential=|EnvironmentFile=)(?:[\\w-]+:)?(/etc/\\S+)")
                .matcher(text.replaceAll("(?m)^#.*(Load|Environment).*$", ""))
                .results()
                .forEach(read -> assertThat(text).containsPattern("install [^\n]*/dev/null " + read.group(1)));
    }

    @Test
    void everyMountOfTheCronJobHasAVolumeAndEveryFolderThatItNamesIsThere() throws IOException {
        JsonNode pod = cronJob().at("/spec/jobTemplate/spec/template/spec");
        JsonNode container = pod.path("containers").path(0);
        List<String> mounts = new ArrayList<>();
        List<String> mounted = new ArrayList<>();
        container.path("volumeMounts").forEach(mount -> {
            mounts.add(mount.path("name").stringValue(""));
            mounted.add(mount.path("mountPath").stringValue(""));
        });
        List<String> volumes = new ArrayList<>();
        pod.path("volumes").forEach(volume -> volumes.add(volume.path("name").stringValue("")));
        assertThat(mounts).containsExactlyInAnyOrderElementsOf(volumes).contains("certificates");
        List<String> paths = new ArrayList<>();
        container.path("args").forEach(argument -> paths.add(argument.stringValue("")));
        container
                .path("env")
                .forEach(variable -> paths.add(variable.path("value").stringValue("")));
        paths.removeIf(path -> !path.startsWith("/"));
        assertThat(paths)
                .contains("/etc/greenaudit/my-catalogs")
                .allMatch(path -> path.startsWith("/opt/greenaudit/")
                        || mounted.stream().anyMatch(place -> path.startsWith(place) || place.startsWith(path + "/")));
    }

    @Test
    void everyConfigMapAndSecretOfTheCronJobIsMadeByTheSetUp() throws IOException {
        String text = Files.readString(SCHEDULE.resolve("kubernetes").resolve("cronjob.yaml"));
        for (JsonNode volume : cronJob().at("/spec/jobTemplate/spec/template/spec/volumes")) {
            String map = volume.path("configMap").path("name").stringValue("");
            String secret = volume.path("secret").path("secretName").stringValue("");
            if (!map.isEmpty()) {
                assertThat(text).contains("kubectl create configmap " + map + " ");
            }
            if (!secret.isEmpty()) {
                assertThat(text).contains("kubectl create secret generic " + secret + " ");
            }
        }
    }

    private static JsonNode cronJob() throws IOException {
        YAMLMapper yaml = YAMLMapper.builder().build();
        try (MappingIterator<JsonNode> documents = yaml.readerFor(JsonNode.class)
                .readValues(
                        SCHEDULE.resolve("kubernetes").resolve("cronjob.yaml").toFile())) {
            return documents.readAll().stream()
                    .filter(document -> document.path("kind").stringValue("").equals("CronJob"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private record Ended(int status, String said) {}

    /** Runs the script with a program that prints what it is told and ends with that status. */
    private Ended runAudit(String env, String status) throws IOException, InterruptedException {
        Path home = Files.createDirectories(dir.resolve("home"));
        Path program = Files.writeString(
                home.resolve("greenaudit"), "#!/bin/sh\necho \"$GREENAUDIT_DB_URL\" \"$@\"\nexit " + status + "\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        ProcessBuilder shell = new ProcessBuilder("sh", SCRIPT.toString(), "night.yaml").redirectErrorStream(true);
        shell.environment()
                .putAll(Map.of(
                        "GREENAUDIT_HOME",
                        home.toString(),
                        "GREENAUDIT_ENV_FILE",
                        env,
                        "GREENAUDIT_DATA_DIR",
                        dir.resolve("data").toString()));
        shell.environment().keySet().removeIf(name -> name.equals("GREENAUDIT_DB_URL"));
        Process process = shell.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), said);
    }
}
