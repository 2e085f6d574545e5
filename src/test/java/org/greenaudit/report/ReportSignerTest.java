package org.greenaudit.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.greenaudit.message.ExplainedException;
import org.greenaudit.message.Messages;
import org.greenaudit.message.Text;
import org.greenaudit.report.seal.ReportSigner;
import org.greenaudit.testing.Keys;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** With which files a report is not signed, and in which words that is said. */
@Tag("slow")
class ReportSignerTest {

    @TempDir
    private Path folder;

    private Keys keys;

    @BeforeEach
    void none() {
        keys = new Keys(folder);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-keyalg RSA -keysize 1024 | report.sign.short",
                "-keyalg RSA -keysize 2048 -sigalg SHA1withRSA | report.sign.digest",
                "-keyalg DSA | report.sign.algorithm",
                "-keyalg EC -startdate -400d -validity 100 | report.sign.expired",
                "-keyalg EC -startdate +10d | report.sign.not-yet",
            })
    void aKeyThatWouldProveNothingIsRefused(String arguments, String problem) {
        assertRefused(keys.make("key", arguments.split(" ")), Keys.PASSWORD, problem);
    }

    /** Such keys come from other programs: keytool makes none. */
    @ParameterizedTest
    @CsvSource({"secp224r1, report.sign.short", "secp256k1, report.sign.curve"})
    void aKeyOnAnotherCurveIsRefused(String curve, String problem) {
        assertRefused(Path.of("src/test/resources/report", curve + ".p12"), Keys.PASSWORD, problem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-keyalg RSA -keysize 2048", "-keyalg EC -groupname secp256r1", "-keyalg Ed25519"})
    void aKeyThatIsJustStrongEnoughSigns(String arguments) {
        Path file = keys.make("key", arguments.split(" "));
        assertThat(ReportSigner.open(file, Keys.PASSWORD, Instant.now())).hasToString("CN=示例财政局");
    }

    @Test
    void aFileWithoutOneKeyIsRefused() {
        Path file = keys.make("two", "-keyalg", "EC");
        assertRefused(file, "other", "report.sign.password");
        Path certificate = folder.resolve("own.cer");
        keys.run("-exportcert", "-alias", "k", "-keystore", file.toString(), "-file", certificate.toString());
        assertRefused(certificate, Keys.PASSWORD, "report.sign.no-pkcs12");
        Path trusted = keys.file("trusted");
        keys.run(
                "-importcert",
                "-noprompt",
                "-alias",
                "c",
                "-keystore",
                trusted.toString(),
                "-file",
                certificate.toString());
        assertRefused(trusted, Keys.PASSWORD, "report.sign.no-key");
        keys.make("two", "second", new String[] {"-keyalg", "EC"});
        assertRefused(file, Keys.PASSWORD, "report.sign.several-keys");
    }

    @Test
    void whatIsNoPkcs12IsCalledByItsName() throws IOException {
        assertRefused(folder.resolve("none.p12"), "", "report.sign.file");
        assertRefused(folder, "", "report.sign.file");
        assertRefused(Files.createFile(folder.resolve("empty.p12")), "", "report.sign.empty");
        Path pem = Files.writeString(folder.resolve("key.pem"), "Bag Attributes\n-----BEGIN PRIVATE KEY-----\nMIG\n");
        assertRefused(pem, "", "report.sign.pem");
        assertRefused(Files.writeString(folder.resolve("text"), "示例"), "", "report.sign.no-pkcs12");
        assertRefused(Files.write(folder.resolve("cut"), new byte[] {0x30, (byte) 0x82}), "", "report.sign.no-pkcs12");
    }

    @Test
    void aCertificateIsHeldAgainstTheDayOfTheSignature() {
        Path file = keys.make("key", "-keyalg", "EC", "-validity", "10");
        Instant now = Instant.now();
        assertThat(ReportSigner.open(file, Keys.PASSWORD, now)).hasToString("CN=示例财政局");
        assertThat(refusal(file, Keys.PASSWORD, now.plus(11, ChronoUnit.DAYS)).key())
                .isEqualTo("report.sign.expired");
        assertThat(refusal(file, Keys.PASSWORD, now.minus(1, ChronoUnit.DAYS)).key())
                .isEqualTo("report.sign.not-yet");
    }

    private static void assertRefused(Path file, String password, String problem) {
        Text refusal = refusal(file, password, Instant.now());
        assertThat(refusal.key()).isEqualTo(problem);
        for (Locale locale : List.of(Messages.CHINESE, Locale.ENGLISH)) {
            assertThat(Messages.in(locale).render(Text.of("config.sign", "job.yaml", "key.p12", refusal)))
                    .contains("job.yaml", "key.p12")
                    .doesNotContain("Exception", "java.", "DER", "{", "@");
        }
    }

    private static Text refusal(Path file, String password, Instant when) {
        return catchThrowableOfType(ExplainedException.class, () -> ReportSigner.open(file, password, when))
                .text();
    }
}
