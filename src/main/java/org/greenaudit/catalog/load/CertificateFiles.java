package org.greenaudit.catalog.load;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.greenaudit.catalog.BrandAliases;
import org.greenaudit.catalog.CatalogProblem;
import org.greenaudit.catalog.CertificateRegistry;
import org.greenaudit.catalog.RegistryCompleteness;
import org.greenaudit.catalog.certificate.CertificateParser;
import org.greenaudit.catalog.certificate.CertificateRegistryLoader;
import org.greenaudit.catalog.certificate.CertificateWords;
import org.greenaudit.catalog.certificate.ProductClasses;
import org.greenaudit.catalog.certificate.RegistryManifest;
import org.greenaudit.catalog.table.CatalogFiles;
import org.greenaudit.catalog.table.Fingerprint;
import org.greenaudit.catalog.table.Problems;
import org.greenaudit.message.Text;
import org.greenaudit.text.Sha256;

/** Reads the {@code certificates} folder: its manifest and the certificate files that it describes. */
final class CertificateFiles {

    private static final String MANIFEST = CatalogFiles.CERTIFICATES + "/" + RegistryFolder.MANIFEST;
    private static final String CERTIFICATES = "certificates/*.csv";

    private final CatalogFiles files;
    private final Fingerprint fingerprint;
    private final Problems problems;

    CertificateFiles(CatalogFiles files, Fingerprint fingerprint, Problems problems) {
        this.files = files;
        this.fingerprint = fingerprint;
        this.problems = problems;
    }

    /** The manifest, added to the fingerprint by what it says. */
    RegistryManifest manifest(ProductLists lists) {
        Path path = files.locate(MANIFEST);
        if (!Files.exists(path)) {
            problems.file(path.toString(), Text.of("catalog-problem.manifest-missing"));
            return RegistryManifest.of(Map.of());
        }
        RegistryManifest manifest = RegistryManifestReader.read(path, lists, problems);
        Sha256 digest = new Sha256();
        new TreeMap<>(manifest.lists()).forEach((list, word) -> Fingerprint.addRow(digest, List.of(list, word.name())));
        String asOf = manifest.asOf().map(String::valueOf).orElse("");
        Fingerprint.addRow(digest, List.of(asOf, manifest.note()));
        fingerprint.addFile(MANIFEST, digest);
        if (files.certificateFiles(manifest.part(), problems).isEmpty()) {
            manifest.lists().forEach((list, word) -> {
                if (word != RegistryCompleteness.NONE) {
                    Text text = Text.of("catalog-problem.registry-empty");
                    problems.accept(new CatalogProblem(
                            path.toString(), 0, "lists." + list, word.name().toLowerCase(Locale.ROOT), text));
                }
            });
        }
        return manifest;
    }

    /** The certificates, their product classes read as entry ids, kinds or exact terms. */
    CertificateRegistry registry(
            RegistryManifest manifest,
            ProductLists lists,
            ProductClasses classes,
            BrandAliases brands,
            CertificateWords words) {
        Sha256 digest = new Sha256();
        CertificateRegistry registry = CertificateRegistryLoader.load(
                files.certificateFiles(manifest.part(), problems),
                new CertificateParser(lists.certificateCategories(), lists.idsWhole(), classes, words),
                manifest,
                brands,
                digest,
                problems,
                problems::warn);
        fingerprint.addFile(CERTIFICATES, digest);
        return registry;
    }
}
