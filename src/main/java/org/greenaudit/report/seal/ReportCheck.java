package org.greenaudit.report.seal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.greenaudit.message.FileTrouble;
import org.greenaudit.message.Text;
import org.greenaudit.message.UsageException;
import org.greenaudit.text.Sha256;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Holds the folder of a report against its manifest, and the manifest against its signature, with nothing but the folder: what
 * is missing, was added or changed since the run wrote it.
 */
public final class ReportCheck {

    /** The manifest of a report. */
    public static final String MANIFEST = "manifest.json";

    /** Whether the manifest is signed, in the manifest itself. */
    public static final String SIGNED = "signed";

    private static final String TABLE = ".csv";

    /** More than the manifest of any report: one of every county of the country has a tenth. */
    private static final long MOST_BYTES = 64L << 20;

    /** More than any signature and any certificate. */
    private static final long MOST_SEAL_BYTES = 1L << 20;

    private final Path folder;
    private final List<Text> facts = new ArrayList<>();
    private final List<Text> faults = new ArrayList<>();

    /**
     * Checks a folder.
     *
     * @param folder that of a run: with {@code manifest.json} in it
     * @param certificate that of the one who is to have signed, where it is known otherwise than from the folder
     * @throws UsageException when the folder holds no report, or the certificate cannot be read
     * @throws IOException when a file cannot be read
     */
    public ReportCheck(Path folder, Optional<Path> certificate) throws IOException {
        this.folder = folder;
        Optional<X509Certificate> expected = certificate.map(file ->
                certificate(file).orElseThrow(() -> new UsageException(Text.of("report.verify.certificate", file))));
        JsonNode manifest = manifest();
        files(manifest);
        signature(manifest, expected);
    }

    /** What was found and holds. */
    public List<Text> facts() {
        return List.copyOf(facts);
    }

    /** What does not hold; none when the report is as the run wrote it. */
    public List<Text> faults() {
        return List.copyOf(faults);
    }

    private JsonNode manifest() {
        Path file = folder.resolve(MANIFEST);
        try {
            FileTrouble.requireFile(file);
            if (Files.size(file) > MOST_BYTES) {
                throw new UsageException(Text.of("report.verify.no-manifest", file, "@report.verify.too-large"));
            }
            JsonNode manifest = JsonMapper.shared().readTree(Files.readString(file));
            if (manifest.path("run_id").isString() && manifest.path("files").isArray()) {
                return manifest;
            }
        } catch (IOException e) {
            throw new UsageException(Text.of("report.verify.no-manifest", file, FileTrouble.of(e)));
        } catch (JacksonException e) {
            // said below
        }
        throw new UsageException(Text.of("report.verify.no-manifest", file, "@report.verify.no-json"));
    }

    private void files(JsonNode manifest) throws IOException {
        Set<String> named = new TreeSet<>();
        long bytes = 0;
        for (JsonNode file : manifest.path("files")) {
            String name = file.path("name").stringValue("");
            Path path = folder.resolve(name).normalize();
            if (!path.startsWith(folder.normalize()) || !named.add(name)) {
                faults.add(Text.of("report.verify.name", name));
            } else if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
                faults.add(Text.of("report.verify.missing", name));
            } else if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
                    || Files.size(path) != file.path("bytes").asLong(-1)
                    || !Sha256.ofFile(path).equals(file.path("sha256").stringValue(""))) {
                faults.add(Text.of("report.verify.changed", name));
            } else {
                bytes += Files.size(path);
                rows(file, name, path);
            }
        }
        for (String name : present()) {
            if (!named.contains(name)) {
                faults.add(Text.of(name.endsWith("/") ? "report.verify.folder" : "report.verify.added", name));
            }
        }
        facts.add(Text.of(
                "report.verify.run",
                manifest.path("run_id").stringValue(),
                manifest.path("audit_date").stringValue(""),
                named.size(),
                bytes));
        facts.add(Text.of("report.verify.manifest", Sha256.ofFile(folder.resolve(MANIFEST))));
    }

    /** Holds the rows of a table against the manifest, which itself may have been changed. */
    private void rows(JsonNode file, String name, Path path) throws IOException {
        if (name.endsWith(TABLE) || file.has("rows")) {
            long rows = rows(path);
            if (rows != file.path("rows").asLong(-1)) {
                faults.add(Text.of(
                        "report.verify.rows", name, rows, file.path("rows").asString("-")));
            }
        }
    }

    /** The data rows of a CSV file of this program: lines that end outside quotes, less the header. */
    private static long rows(Path path) throws IOException {
        long ends = 0;
        boolean quoted = false;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path), 1 << 16)) {
            for (int b = in.read(); b >= 0; b = in.read()) {
                quoted ^= b == '"';
                ends += b == '\n' && !quoted ? 1 : 0;
            }
        }
        return ends - 1;
    }

    /** The files in the folder, and the folders with nothing in them, which end in a slash. */
    private Set<String> present() throws IOException {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path path : (Iterable<Path>) files::iterator) {
                String name = folder.relativize(path).toString().replace('\\', '/');
                if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                    names.add(name);
                } else if (isEmpty(path)) {
                    names.add(name + "/");
                }
            }
        }
        names.removeAll(Set.of(MANIFEST, ReportSigner.SIGNATURE, ReportSigner.CERTIFICATE));
        return names;
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.findAny().isEmpty();
        }
    }

    private void signature(JsonNode manifest, Optional<X509Certificate> expected) throws IOException {
        Path signature = folder.resolve(ReportSigner.SIGNATURE);
        Path own = folder.resolve(ReportSigner.CERTIFICATE);
        boolean signed = isFile(signature);
        if (!signed && !isFile(own) && !signed(manifest)) {
            (expected.isPresent() ? faults : facts).add(Text.of("report.verify.unsigned"));
            return;
        }
        if (!signed) {
            faults.add(Text.of("report.verify.missing", ReportSigner.SIGNATURE));
            return;
        }
        if (!isFile(own)) {
            faults.add(Text.of("report.verify.missing", ReportSigner.CERTIFICATE));
        }
        Optional<X509Certificate> inside = certificate(own);
        if (expected.isPresent() && inside.isPresent() && !inside.equals(expected)) {
            faults.add(Text.of("report.verify.changed", ReportSigner.CERTIFICATE));
        }
        Optional<X509Certificate> signer = expected.or(() -> inside);
        if (signer.isEmpty()) {
            if (isFile(own)) {
                faults.add(Text.of("report.verify.certificate", ReportSigner.CERTIFICATE));
            }
            return;
        }
        try {
            byte[] bytes = Files.readAllBytes(folder.resolve(MANIFEST));
            if (!ReportSigner.fits(signer.get(), bytes, Files.readAllBytes(signature))) {
                faults.add(Text.of("report.verify.signature", name(signer.get())));
                return;
            }
            Optional<Text> weakness = SigningCertificate.weakness(signer.get());
            if (weakness.isPresent()) {
                faults.add(Text.of("report.verify.weak", weakness.get()));
                return;
            }
            facts.add(Text.of(
                    expected.isPresent() ? "report.verify.signed" : "report.verify.signed-by-itself",
                    name(signer.get()),
                    SigningCertificate.day(signer.get().getNotBefore()),
                    SigningCertificate.day(signer.get().getNotAfter()),
                    new Sha256().add(signer.get().getEncoded()).hex()));
        } catch (GeneralSecurityException e) {
            faults.add(Text.of("report.verify.signature", name(signer.get())));
        }
    }

    private static boolean signed(JsonNode manifest) {
        return manifest.path(SIGNED).asBoolean(false);
    }

    /** Whether it is a file that can hold a signature or a certificate. */
    private static boolean isFile(Path file) throws IOException {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && Files.size(file) <= MOST_SEAL_BYTES;
    }

    private static String name(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().getName();
    }

    private static Optional<X509Certificate> certificate(Path file) {
        try {
            FileTrouble.requireFile(file);
            if (Files.size(file) > MOST_SEAL_BYTES) {
                return Optional.empty();
            }
            try (InputStream in = Files.newInputStream(file)) {
                return Optional.of((X509Certificate)
                        CertificateFactory.getInstance("X.509").generateCertificate(in));
            }
        } catch (IOException | GeneralSecurityException e) {
            return Optional.empty();
        }
    }
}
