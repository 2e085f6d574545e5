package org.greenaudit.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The command that makes the passwords and starts both compose files, with a program in the place of Docker. */
class UpScriptTest {

    private static final Path JOBS = Path.of("jobs");
    private static final Path UP = JOBS.resolve(Path.of("monitoring", "up.sh"));
    private static final Path BASE = JOBS.resolve("compose.yaml");
    private static final Path ADDED = JOBS.resolve(Path.of("monitoring", "compose.monitoring.yaml"));

    private final JsonNode base = PromRule.yaml(BASE);
    private final JsonNode compose = PromRule.yaml(ADDED);

    @Test
    void oneCommandMakesTheSecretsThatAreMissingAndStartsBothFiles(@TempDir Path dir) throws Exception {
        Path up = projectWithoutDocker(dir);
        Map<String, String> path = Map.of("PATH", dir + ":" + System.getenv("PATH"));
        String said = Shell.run(List.of("sh", up.toString(), "--detach"), path);
        assertThat(said)
                .isEqualTo(dir.toRealPath() + " docker compose -f " + BASE + " -f " + ADDED + " up --build --detach\n");
        Map<String, String> secrets = secrets(dir);
        List<String> names = new ArrayList<>(base.path("secrets").propertyNames());
        names.addAll(compose.path("secrets").propertyNames());
        assertThat(secrets).containsOnlyKeys(names);
        assertThat(secrets.values()).doesNotHaveDuplicates().allMatch(secret -> secret.matches("[0-9a-f]{32}"));

        Shell.run(List.of("sh", up.toString()), path);
        assertThat(secrets(dir)).as("made once").isEqualTo(secrets);
    }

    @Test
    void aFolderOfSecretsThatIsThereIsShutAndOtherSecretsInItStayShut(@TempDir Path dir) throws Exception {
        Path up = projectWithoutDocker(dir);
        Path folder = Files.createDirectories(dir.resolve(JOBS).resolve("secrets"));
        Path ours = Files.writeString(folder.resolve("greenaudit_db_password"), "ours");
        Path foreign = Files.writeString(folder.resolve("source_password"), "foreign");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(ours, PosixFilePermissions.fromString("rw-------"));
        Files.setPosixFilePermissions(foreign, PosixFilePermissions.fromString("rw-------"));

        Shell.run(List.of("sh", up.toString()), Map.of("PATH", dir + ":" + System.getenv("PATH")));
        assertThat(permissions(folder)).isEqualTo("rwx------");
        assertThat(permissions(foreign)).isEqualTo("rw-------");
        assertThat(permissions(ours)).isEqualTo("rw-r--r--");
        assertThat(ours).hasContent("ours");
        assertThat(foreign).hasContent("foreign");
    }

    /** A project's folder with the script, and a program named docker that only says how it was called. */
    private static Path projectWithoutDocker(Path dir) throws IOException {
        Path up = dir.resolve(UP);
        Files.createDirectories(up.getParent());
        Files.copy(UP, up);
        Path docker = Files.writeString(dir.resolve("docker"), "#!/bin/sh\necho \"$PWD docker $*\"\n");
        Files.setPosixFilePermissions(docker, PosixFilePermissions.fromString("rwx------"));
        return up;
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    /** The passwords in a project's folder, after a check that only their owner gets at them, and any container. */
    private static Map<String, String> secrets(Path project) throws IOException {
        Path folder = project.resolve(JOBS).resolve("secrets");
        assertThat(permissions(folder)).isEqualTo("rwx------");
        Map<String, String> secrets = new TreeMap<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                assertThat(permissions(file)).isEqualTo("rw-r--r--");
                secrets.put(file.getFileName().toString(), Files.readString(file, StandardCharsets.UTF_8));
            }
        }
        return secrets;
    }
}
