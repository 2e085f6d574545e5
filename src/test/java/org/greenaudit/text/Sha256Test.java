package org.greenaudit.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Expected values as {@code sha256sum} prints them. */
class Sha256Test {

    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    private static final String NOTHING = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    @Test
    void theDigestIsThatOfTheWholeHoweverItIsFed(@TempDir Path dir) throws IOException {
        byte[] bytes = "xabcx".getBytes(StandardCharsets.UTF_8);
        assertThat(new Sha256().add("a").add(bytes, 2, 2).hex()).isEqualTo(ABC);
        assertThat(Sha256.ofText("abc")).isEqualTo(ABC);
        assertThat(Sha256.ofFile(Files.writeString(dir.resolve("abc"), "abc"))).isEqualTo(ABC);
    }

    @Test
    void aTextIsFedInUtf8() {
        assertThat(Sha256.ofText("强"))
                .isEqualTo(new Sha256()
                        .add(new byte[] {(byte) 0xe5, (byte) 0xbc, (byte) 0xba})
                        .hex());
    }

    @Test
    void afterTheResultItBeginsAnew(@TempDir Path dir) throws IOException {
        Sha256 sha = new Sha256().add("abc");
        assertThat(sha.bytes()).hasSize(32);
        assertThat(sha.hex()).isEqualTo(NOTHING);
        assertThat(Sha256.ofFile(Files.createFile(dir.resolve("empty")))).isEqualTo(NOTHING);
    }
}
