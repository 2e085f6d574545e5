package org.greenaudit.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.greenaudit.message.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which paths are taken for a textfile. {@link PushgatewayTest} has the gateway's settings. */
class MetricsSettingsTest {

    @TempDir
    private Path dir;

    @ParameterizedTest
    @ValueSource(strings = {"nightly-audit.yaml", "greenaudit.txt", "greenaudit.PROM", "prom", "greenaudit.prom.bak"})
    void aFileThatTheCollectorWouldNotReadIsNoTextfile(String name) throws IOException {
        assertThat(textfile(dir.resolve(name)).problems()).containsExactly(problem());
        Path present = Files.writeString(dir.resolve(name), "somebody's");
        assertThat(textfile(present).problems()).containsExactly(problem());
        assertThat(textfile(present).textfile()).isEmpty();
    }

    @Test
    void aPromFileAndAFolderAre() {
        Path file = dir.resolve("greenaudit.prom");
        assertThat(textfile(file)).isEqualTo(new MetricsSettings(Optional.empty(), Optional.of(file), List.of()));
        assertThat(textfile(dir)).isEqualTo(new MetricsSettings(Optional.empty(), Optional.of(dir), List.of()));
    }

    @Test
    void aPromFileInNoFolderIsNone() {
        assertThat(textfile(dir.resolve("none").resolve("a.prom")).problems()).containsExactly(problem());
    }

    private static Text problem() {
        return Text.of("metrics.config.wrong", "greenaudit.metrics.textfile", "@metrics.config.textfile");
    }

    private static MetricsSettings textfile(Path path) {
        return MetricsSettings.read(
                key -> key.equals("greenaudit.metrics.textfile") ? Optional.of(path.toString()) : Optional.empty());
    }
}
