package org.greenaudit.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.greenaudit.message.Messages;
import org.greenaudit.message.Text;
import org.greenaudit.message.UsageException;
import org.greenaudit.report.seal.ReportCheck;
import org.greenaudit.report.seal.ReportSigner;
import org.greenaudit.testing.Keys;
import org.greenaudit.testing.OddPlaces;
import org.greenaudit.testing.Programs;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an audit office finds out about a report with nothing but its folder. */
class ReportCheckTest {

    private static final Messages CHINESE = Messages.in(Messages.CHINESE);

    @TempDir
    private static Path keys;

    @TempDir
    private Path dir;

    private Path report;

    @BeforeAll
    static void keysAndReports() throws IOException {
        write("");
        for (String algorithm : List.of("EC", "RSA", "Ed25519")) {
            keys().make(algorithm, "-keyalg", algorithm);
            write(algorithm);
        }
        exported("EC", keys.resolve("EC.cer"));
        exported("RSA", keys.resolve("RSA.pem"), "-rfc");
    }

    private static Keys keys() {
        return new Keys(keys);
    }

    private static void exported(String key, Path file, String... more) {
        List<String> words = new ArrayList<>(List.of("-exportcert", "-alias", "k", "-file", file.toString()));
        words.addAll(List.of("-keystore", keys().file(key).toString()));
        words.addAll(List.of(more));
        keys().run(words.toArray(String[]::new));
    }

    /** A report for each key, and one that is not signed. */
    private static void write(String key) throws IOException {
        Optional<ReportSigner> signer = Optional.empty();
        if (!key.isEmpty()) {
            signer = Optional.of(ReportSigner.open(keys().file(key), Keys.PASSWORD, Instant.now()));
        }
        new ReportWriter(FakeRuns.realistic(), CHINESE, signer, 2).write(keys.resolve("out" + key));
    }

    private Path copy(String key) throws IOException {
        Path original = keys.resolve("out" + key).resolve("2026-06-30/run-1");
        Path copy = dir.resolve("run" + key);
        try (Stream<Path> all = Files.walk(original)) {
            for (Path path : all.toList()) {
                Files.copy(path, copy.resolve(original.relativize(path).toString()));
            }
        }
        return copy;
    }

    @BeforeEach
    void aReport() throws IOException {
        report = copy("");
    }

    private ReportCheck check(String certificate) throws IOException {
        return new ReportCheck(
                report, Optional.of(certificate).filter(c -> !c.isEmpty()).map(keys::resolve));
    }

    @Test
    void aReportAsItWasWrittenHolds() throws IOException {
        ReportCheck check = check("");
        assertThat(check.faults()).isEmpty();
        assertThat(check.facts())
                .extracting(Text::key)
                .containsExactly("report.verify.run", "report.verify.manifest", "report.verify.unsigned");
        assertThat(Messages.in(Locale.ENGLISH).render(check.facts().get(0))).contains("sample-20260630-1-test");
    }

    @Test
    void whatIsMissingAddedOrChangedIsNamed() throws IOException {
        Files.delete(report.resolve("buyers.csv"));
        Files.writeString(report.resolve("by-region/361002/extra.csv"), "x");
        Path changed = report.resolve("violations.csv");
        byte[] bytes = Files.readAllBytes(changed);
        bytes[bytes.length / 2] ^= 1;
        Files.write(changed, bytes);
        Files.delete(report.resolve("index.html"));
        Files.createSymbolicLink(report.resolve("index.html"), report.resolve("summary.csv"));
        assertThat(check("").faults())
                .containsExactlyInAnyOrder(
                        Text.of("report.verify.missing", "buyers.csv"),
                        Text.of("report.verify.changed", "index.html"),
                        Text.of("report.verify.changed", "violations.csv"),
                        Text.of("report.verify.added", "by-region/361002/extra.csv"));
    }

    @Test
    void aManifestThatNamesFilesElsewhereIsNotFollowed() throws IOException {
        Path manifest = report.resolve("manifest.json");
        Files.writeString(manifest, Files.readString(manifest).replace("\"buyers.csv\"", "\"../../outside.csv\""));
        assertThat(check("").faults()).contains(Text.of("report.verify.name", "../../outside.csv"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"EC", "RSA", "Ed25519"})
    void aSignatureIsThatOfTheManifestAndItsKey(String key) throws IOException {
        report = copy(key);
        assertThat(check("").faults()).isEmpty();
        assertThat(check("").facts()).extracting(Text::key).contains("report.verify.signed-by-itself");
        Path manifest = report.resolve("manifest.json");
        Files.writeString(manifest, Files.readString(manifest).replace("\"run_no\" : 1", "\"run_no\" : 2"));
        assertThat(check("").faults()).extracting(Text::key).containsExactly("report.verify.signature");
    }

    @Test
    void aCertificateThatIsKnownOtherwiseDecides() throws IOException {
        report = copy("EC");
        assertThat(check("EC.cer").faults()).isEmpty();
        assertThat(check("EC.cer").facts()).extracting(Text::key).contains("report.verify.signed");
        assertThat(check("RSA.pem").faults())
                .extracting(Text::key)
                .containsExactly("report.verify.changed", "report.verify.signature");
        Path own = report.resolve("manifest.pem");
        String pem = Files.readString(own);
        Files.delete(own);
        assertThat(check("EC.cer").faults()).containsExactly(Text.of("report.verify.missing", "manifest.pem"));
        Files.writeString(own, Files.readString(keys.resolve("RSA.pem")));
        assertThat(check("EC.cer").faults()).containsExactly(Text.of("report.verify.changed", "manifest.pem"));
        Files.writeString(own, pem);
        Files.writeString(report.resolve("manifest.sig"), "no signature");
        assertThat(check("EC.cer").faults()).extracting(Text::key).containsExactly("report.verify.signature");
        Files.delete(report.resolve("manifest.sig"));
        assertThat(check("EC.cer").faults()).containsExactly(Text.of("report.verify.missing", "manifest.sig"));
        Files.delete(report.resolve("manifest.pem"));
        assertThat(check("").faults()).containsExactly(Text.of("report.verify.missing", "manifest.sig"));
        assertThatThrownBy(() -> check("EC.p12")).isInstanceOf(UsageException.class);
    }

    @Test
    void opensslReadsTheSignature() throws IOException {
        report = copy("RSA");
        Path key = dir.resolve("key.pem");
        Programs.Ended exported = Programs.run(
                "openssl",
                "",
                "x509",
                "-in",
                report.resolve("manifest.pem").toString(),
                "-noout",
                "-pubkey",
                "-out",
                key.toString());
        assertThat(exported.status()).as(exported.output()).isZero();
        Programs.Ended verified = Programs.run(
                "openssl",
                "",
                "dgst",
                "-sha256",
                "-verify",
                key.toString(),
                "-signature",
                report.resolve("manifest.sig").toString(),
                report.resolve("manifest.json").toString());
        assertThat(verified.output()).contains("Verified OK");
    }

    @Test
    void aFolderWithoutAReportIsTold() throws IOException {
        Path empty = Files.createDirectory(dir.resolve("empty"));
        assertThatThrownBy(() -> new ReportCheck(empty, Optional.empty())).isInstanceOf(UsageException.class);
        Path manifest = empty.resolve("manifest.json");
        Files.writeString(manifest, "[]");
        assertThatThrownBy(() -> new ReportCheck(empty, Optional.empty())).isInstanceOf(UsageException.class);
        Files.delete(manifest);
        OddPlaces.pipe(manifest);
        assertThatThrownBy(() -> new ReportCheck(empty, Optional.empty())).isInstanceOf(UsageException.class);
        Files.delete(manifest);
        Files.createSymbolicLink(manifest, Path.of("/dev/zero"));
        assertThatThrownBy(() -> new ReportCheck(empty, Optional.empty())).isInstanceOf(UsageException.class);
        Files.delete(manifest);
        try (FileChannel large = FileChannel.open(manifest, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            large.write(ByteBuffer.wrap(new byte[] {'x'}), 1L << 40);
        }
        assertThatThrownBy(() -> new ReportCheck(empty, Optional.empty())).isInstanceOf(UsageException.class);
    }

    @Test
    void aCertificateThatCouldBeForgedVouchesForNothing() throws IOException {
        report = copy("RSA");
        Path weak = dir.resolve("weak");
        Keys forged = new Keys(Files.createDirectory(weak));
        Path store = forged.make("key", "-keyalg", "RSA", "-keysize", "1024");
        Programs.Ended made = Programs.run(
                "sh",
                "",
                "-c",
                "openssl pkcs12 -in \"$0\" -passin pass:" + Keys.PASSWORD + " -nodes -out \"$1/key.pem\" && "
                        + "openssl x509 -in \"$1/key.pem\" -out \"$2/manifest.pem\" && "
                        + "openssl dgst -sha256 -sign \"$1/key.pem\" -out \"$2/manifest.sig\" \"$2/manifest.json\"",
                store.toString(),
                weak.toString(),
                report.toString());
        assertThat(made.status()).as(made.output()).isZero();
        assertThat(check("").faults()).extracting(Text::key).containsExactly("report.verify.weak");
    }

    @Test
    void emptyFoldersAndOtherNumbersOfRowsAreNamed() throws IOException {
        Files.createDirectories(report.resolve("by-region/999999/deep"));
        Path manifest = report.resolve("manifest.json");
        String text = Files.readString(manifest);
        String rows = "\"name\" : \"violations.csv\",\n      \"rows\" : ";
        assertThat(text).contains(rows);
        Files.writeString(manifest, text.replace(rows, rows + "9"));
        assertThat(check("").faults())
                .extracting(Text::key)
                .containsExactlyInAnyOrder("report.verify.folder", "report.verify.rows");
        assertThat(check("").faults()).contains(Text.of("report.verify.folder", "by-region/999999/deep/"));
    }
}
