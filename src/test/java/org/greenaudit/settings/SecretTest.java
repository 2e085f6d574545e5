package org.greenaudit.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.greenaudit.message.Text;
import org.greenaudit.testing.OddPlaces;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretTest {

    private static final Text TWICE = Text.of("twice");

    @TempDir
    private Path dir;

    @Test
    void theLineEndOfAFileIsNoPartOfThePassword() throws IOException {
        Path file = Files.writeString(dir.resolve("pw"), "p w\n");
        Secret secret = secret(Optional.empty(), Optional.of(file.toString()));
        assertThat(secret.value()).isEqualTo("p w");
        assertThat(secret.problem()).isEmpty();
        assertThat(secret.toString()).doesNotContain("p w");
    }

    @Test
    void aFileBesideAPasswordIsAProblemAndIsNotRead() {
        Secret secret = secret(Optional.of("p"), Optional.of("no-such-file"));
        assertThat(secret.problem()).contains(TWICE);
        assertThat(secret.isMissing()).isFalse();
    }

    @Test
    void aFileThatCannotBeReadIsNamedWithTheReason() {
        String file = dir.resolve("none").toString();
        Secret secret = secret(Optional.empty(), Optional.of(file));
        assertThat(secret.problem()).contains(Text.of("unreadable", file, "@file.missing"));
        assertThat(secret.isMissing()).isFalse();
    }

    @Test
    void aMarkAtTheBeginningIsNoPartOfThePassword() throws IOException {
        Path file = Files.writeString(dir.resolve("pw"), "\ufeffp w\r\n");
        assertThat(secret(Optional.empty(), Optional.of(file.toString())).value())
                .isEqualTo("p w");
    }

    @Test
    void whatIsNoFileOfAPasswordIsRefusedWithTheReason() throws IOException {
        assertThat(reason("p w\nsecond\n".getBytes(StandardCharsets.UTF_8))).isEqualTo("@file.several-lines");
        assertThat(reason("p w\r\n".getBytes(StandardCharsets.UTF_16LE))).isEqualTo("@file.no-utf-8");
        assertThat(reason("\ufeffp w\r\n".getBytes(StandardCharsets.UTF_16LE))).isEqualTo("@file.no-utf-8");
        assertThat(reason(new byte[5_000])).isEqualTo("@file.too-long");
    }

    private String reason(byte[] content) throws IOException {
        String file = Files.write(dir.resolve("pw"), content).toString();
        return secret(Optional.empty(), Optional.of(file))
                .problem()
                .orElseThrow()
                .args()
                .get(1);
    }

    @Test
    void aPipeIsRefusedWithoutWaitingForWhoWritesIntoIt() {
        String pipe = OddPlaces.pipe(dir.resolve("pipe")).toString();
        assertThat(secret(Optional.empty(), Optional.of(pipe)).problem())
                .contains(Text.of("unreadable", pipe, "@file.no-file"));
    }

    @Test
    void aPasswordInThePlaceOfItsFileIsNotShown() {
        for (String path : List.of("hunter2", "hun/ter2", "hunter\0")) {
            assertThat(secret(Optional.empty(), Optional.of(path))
                            .problem()
                            .orElseThrow()
                            .args())
                    .first()
                    .isEqualTo("…");
        }
    }

    @Test
    void withoutEitherSettingItIsMissing() {
        Secret secret = secret(Optional.empty(), Optional.empty());
        assertThat(secret.isMissing()).isTrue();
        assertThat(secret.value()).isEmpty();
    }

    private static Secret secret(Optional<String> direct, Optional<String> file) {
        return Secret.of(direct, file, TWICE, (path, reason) -> Text.of("unreadable", path, reason));
    }
}
