package org.greenaudit.catalog.certificate;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.greenaudit.catalog.BrandAliases;
import org.greenaudit.catalog.CatalogProblem;
import org.greenaudit.catalog.Certificate;
import org.greenaudit.catalog.CertificateRegistry;
import org.greenaudit.message.Text;
import org.greenaudit.text.Sha256;

/**
 * Loads the certificate registry from {@code certificates/*.csv}, streaming: a million certificates need far less
 * memory than their rows as objects would.
 */
public final class CertificateRegistryLoader {

    private final CompactRegistry.Builder registry;
    private final CertificateParser parser;
    private final Sha256 digest;
    private final Consumer<CatalogProblem> problems;
    private final Consumer<CatalogProblem> warnings;
    private final IntColumn lines = new IntColumn();
    private final IntColumn files = new IntColumn();
    /** Of each certificate the hash of its number cell: CQC1 and CQC1（换证） may be two versions of one certificate. */
    private final IntColumn written = new IntColumn();

    private Optional<CertificateRow> above = Optional.empty();

    private CertificateRegistryLoader(
            BrandAliases brands,
            CertificateParser parser,
            Sha256 digest,
            Consumer<CatalogProblem> problems,
            Consumer<CatalogProblem> warnings) {
        this.registry = new CompactRegistry.Builder(brands);
        this.parser = parser;
        this.digest = digest;
        this.problems = problems;
        this.warnings = warnings;
    }

    /**
     * Loads certificates. A row with a problem is left out; whether a registry with problems may be used is the
     * caller's to decide.
     *
     * @param csvFiles the files, read in the order of their names
     * @param parser makes certificates of rows
     * @param manifest how far the registry is whole, by list id, and when it was exported; a list that is not named
     *     has {@code NONE}
     * @param brands names of the same brand
     * @param digest takes the content, independent of charset, header language, column order and quoting
     * @param problems takes every problem: missing columns, unreadable cells, rows of a certificate that differ
     * @param warnings takes what does not stop the load
     */
    public static CertificateRegistry load(
            List<Path> csvFiles,
            CertificateParser parser,
            RegistryManifest manifest,
            BrandAliases brands,
            Sha256 digest,
            Consumer<CatalogProblem> problems,
            Consumer<CatalogProblem> warnings) {
        CertificateRegistryLoader loader = new CertificateRegistryLoader(brands, parser, digest, problems, warnings);
        List<Path> ordered = csvFiles.stream()
                .sorted(Comparator.comparing(file -> file.getFileName().toString()))
                .toList();
        for (int i = 0; i < ordered.size(); i++) {
            loader.read(ordered, i);
        }
        return loader.registry.build(manifest);
    }

    private void read(List<Path> csvFiles, int file) {
        FileProblems fileProblems = new FileProblems(csvFiles.get(file), problems, warnings);
        digest.add(csvFiles.get(file).getFileName().toString() + '\u001d');
        above = Optional.empty();
        new CertificateFile(csvFiles.get(file), parser.words(), fileProblems).forEachRow(written -> {
            feed(written);
            CertificateRow row = above.map(written::continuing).orElse(written);
            above = Optional.of(row);
            take(row, csvFiles, file, fileProblems);
        });
    }

    private void take(CertificateRow row, List<Path> csvFiles, int file, FileProblems fileProblems) {
        NumberCell number = NumberCell.of(row.get(CertificateColumn.NUMBER));
        registry.lose(number);
        long before = fileProblems.count();
        Optional<CompactRegistry.Entry> entry = parser.parse(row, number, fileProblems);
        if (entry.isEmpty()) {
            if (fileProblems.count() == before) {
                registry.setAside(number);
            }
            return;
        }
        int place = number.isLost() ? TextPool.ABSENT : registry.placeOf(number.shown());
        boolean otherVersion = place != TextPool.ABSENT
                && row.get(CertificateColumn.NUMBER).hashCode() != written.get(place)
                && !difference(registry.get(place), entry.get().certificate()).isEmpty();
        if (place == TextPool.ABSENT || otherVersion) {
            // two numbers that are lost may look the same
            boolean own = !number.isLost() && !otherVersion;
            String key = own ? number.shown() : csvFiles.get(file) + ":" + row.line();
            registry.add(key, entry.get());
            lines.add(Math.toIntExact(row.line()));
            files.add(file);
            written.add(row.get(CertificateColumn.NUMBER).hashCode());
        } else {
            String first = csvFiles.get(files.get(place)).toString();
            merge(place, entry.get(), row, first, fileProblems);
        }
    }

    /** A further row of a certificate adds its models, if it has any of its own; it is refused where anything else differs. */
    private void merge(
            int place, CompactRegistry.Entry further, CertificateRow row, String firstFile, FileProblems fileProblems) {
        Certificate known = registry.get(place);
        String differs = difference(known, further.certificate());
        String number = row.get(CertificateColumn.NUMBER);
        if (!differs.isEmpty()) {
            Text text = Text.of("registry.problem.row-differs", firstFile, lines.get(place), differs);
            fileProblems.add(row.line(), CertificateColumn.NUMBER.label(), number, text);
        } else if (List.of(known.models().split("；"))
                .contains(further.certificate().models())) {
            Text text = Text.of("registry.warning.duplicate", firstFile, lines.get(place));
            fileProblems.warn(row.line(), CertificateColumn.NUMBER.label(), number, text);
        } else {
            registry.addModels(place, further);
        }
    }

    /** The first column but the models in which two rows of a certificate differ; empty when they agree. */
    private static String difference(Certificate one, Certificate other) {
        Map<CertificateColumn, Function<Certificate, Object>> cells = new EnumMap<>(CertificateColumn.class);
        cells.put(CertificateColumn.CATEGORY, Certificate::category);
        cells.put(CertificateColumn.BODY, Certificate::body);
        cells.put(CertificateColumn.HOLDER, Certificate::holder);
        cells.put(CertificateColumn.MAKER, Certificate::maker);
        cells.put(CertificateColumn.BRAND, Certificate::brand);
        cells.put(CertificateColumn.PRODUCT_NAME, Certificate::productName);
        cells.put(CertificateColumn.PRODUCT_CLASS, Certificate::kind);
        cells.put(CertificateColumn.STANDARD, Certificate::standard);
        cells.put(CertificateColumn.ISSUED, Certificate::issued);
        cells.put(CertificateColumn.EXPIRES, Certificate::expires);
        cells.put(CertificateColumn.STATUS, Certificate::status);
        cells.put(CertificateColumn.STATUS_DATE, Certificate::statusDate);
        return cells.entrySet().stream()
                .filter(cell ->
                        !cell.getValue().apply(one).equals(cell.getValue().apply(other)))
                .map(cell -> cell.getKey().label())
                .findFirst()
                .orElse("");
    }

    private void feed(CertificateRow row) {
        StringBuilder content = new StringBuilder(256);
        row.forEachFilled((column, value) ->
                content.append(column.english()).append('=').append(value).append('\u001f'));
        digest.add(content.append('\u001e').toString());
    }
}
