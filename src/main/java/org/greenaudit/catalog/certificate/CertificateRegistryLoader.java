package org.greenaudit.catalog.certificate;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import org.greenaudit.catalog.BrandAliases;
import org.greenaudit.catalog.CatalogProblem;
import org.greenaudit.catalog.Certificate;
import org.greenaudit.catalog.CertificateRegistry;
import org.greenaudit.catalog.RegistryContents;
import org.greenaudit.catalog.name.CoveredModels;
import org.greenaudit.message.Text;
import org.greenaudit.text.CellText;
import org.greenaudit.text.Sha256;

/**
 * Loads the certificate registry from {@code certificates/*.csv}, streaming: a million certificates need far less
 * memory than their rows as objects would. What a row says by itself is read on every processor, and the registry takes the
 * rows and their problems in the order of the files.
 */
public final class CertificateRegistryLoader {

    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

    /** The characters of a block of rows: enough that handing it over costs next to nothing. */
    private static final int BLOCK = 1 << 16;

    private final CompactRegistry.Builder registry;
    private final CertificateParser parser;
    private final Sha256 digest;
    private final Consumer<CatalogProblem> problems;
    private final Consumer<CatalogProblem> warnings;
    private final ExecutorService readers;
    /** Of each certificate the hash of its number cell: CQC1 and CQC1（换证） may be two versions of one certificate. */
    private final IntColumn written = new IntColumn();

    private Optional<CertificateRow> above = Optional.empty();
    private long rows;

    private CertificateRegistryLoader(
            BrandAliases brands,
            CertificateParser parser,
            Sha256 digest,
            Consumer<CatalogProblem> problems,
            Consumer<CatalogProblem> warnings,
            ExecutorService readers) {
        this.registry = new CompactRegistry.Builder(brands);
        this.parser = parser;
        this.digest = digest;
        this.problems = problems;
        this.warnings = warnings;
        this.readers = readers;
    }

    /**
     * Loads certificates. A row with a problem is left out; whether a registry with problems may be used is the
     * caller's to decide.
     *
     * @param csvFiles the files, read in the order of their names
     * @param parser makes certificates of rows, on several threads
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
        ExecutorService readers = Executors.newFixedThreadPool(
                PROCESSORS, work -> new Thread(null, work, "certificates", CellText.STACK_BYTES));
        try {
            CertificateRegistryLoader loader =
                    new CertificateRegistryLoader(brands, parser, digest, problems, warnings, readers);
            List<Path> ordered = csvFiles.stream()
                    .sorted(Comparator.comparing(file -> file.getFileName().toString()))
                    .toList();
            for (int i = 0; i < ordered.size(); i++) {
                loader.read(ordered, i);
            }
            return loader.registry.build(manifest);
        } finally {
            readers.shutdown();
        }
    }

    private void read(List<Path> csvFiles, int file) {
        Path path = csvFiles.get(file);
        digest.add(path.getFileName().toString() + '\u001d');
        above = Optional.empty();
        rows = 0;
        Blocks blocks = new Blocks(path, row -> take(row, csvFiles, file));
        // what is wrong with a row's shape is told behind the problems of the rows above it
        FileProblems ofShape = new FileProblems(
                path, problem -> blocks.behind(problems, problem), warning -> blocks.behind(warnings, warning));
        new CertificateFile(path, parser.words(), ofShape).forEachRow(written -> {
            CertificateRow whole = above.map(written::continuing).orElse(written);
            above = Optional.of(whole);
            rows++;
            blocks.add(new Row(written, whole));
        });
        blocks.finish();
        registry.read(new RegistryContents.Source(path.getFileName().toString(), rows));
    }

    /** A row as it was written, and as it reads below the one above it. */
    private record Row(CertificateRow written, CertificateRow whole) {}

    /**
     * What a row says, whatever the other rows say.
     *
     * @param content what the digest takes of it
     * @param entry its certificate; empty where a problem was found, or where it is set aside
     * @param wrong whether a problem was found
     * @param told gives every problem and warning, in their order
     */
    private record ReadRow(
            CertificateRow row,
            String content,
            NumberCell number,
            Optional<CompactRegistry.Entry> entry,
            boolean wrong,
            List<Runnable> told) {}

    private List<ReadRow> read(List<Row> rows, Path file) {
        // a product often has a certificate of each category, one below the other
        Map<String, CoveredModels> models = new HashMap<>();
        List<ReadRow> read = new ArrayList<>(rows.size());
        for (Row row : rows) {
            String cell = row.whole().get(CertificateColumn.MODELS);
            read.add(read(row, models.computeIfAbsent(cell, CoveredModels::parse), file));
        }
        return read;
    }

    private ReadRow read(Row row, CoveredModels models, Path file) {
        List<Runnable> told = new ArrayList<>(0);
        FileProblems found = new FileProblems(
                file,
                problem -> told.add(() -> problems.accept(problem)),
                warning -> told.add(() -> warnings.accept(warning)));
        NumberCell number = NumberCell.of(row.whole().get(CertificateColumn.NUMBER));
        Optional<CompactRegistry.Entry> entry = parser.parse(row.whole(), number, models, found);
        return new ReadRow(row.whole(), content(row.written()), number, entry, found.count() > 0, told);
    }

    /** The rows of a file that are being read, in blocks of which few are under way at a time. */
    private final class Blocks {

        private final Path file;
        private final Consumer<ReadRow> taker;
        private final Deque<CompletableFuture<List<ReadRow>>> underWay = new ArrayDeque<>();
        private List<Row> block = new ArrayList<>();
        private int characters;

        Blocks(Path file, Consumer<ReadRow> taker) {
            this.file = file;
            this.taker = taker;
        }

        void add(Row row) {
            block.add(row);
            characters += row.written().length();
            if (characters >= BLOCK) {
                submit();
            }
        }

        private void submit() {
            List<Row> rows = block;
            block = new ArrayList<>();
            characters = 0;
            if (underWay.size() > PROCESSORS) {
                takeFirst();
            }
            underWay.add(CompletableFuture.supplyAsync(() -> read(rows, file), readers));
        }

        private void takeFirst() {
            underWay.remove().join().forEach(taker);
        }

        /** Takes every row that was added. */
        void finish() {
            if (!block.isEmpty()) {
                submit();
            }
            while (!underWay.isEmpty()) {
                takeFirst();
            }
        }

        /** Tells a problem behind those of the rows that were added. */
        void behind(Consumer<CatalogProblem> to, CatalogProblem problem) {
            finish();
            to.accept(problem);
        }
    }

    private void take(ReadRow read, List<Path> csvFiles, int file) {
        CertificateRow row = read.row();
        NumberCell number = read.number();
        digest.add(read.content());
        registry.lose(number);
        read.told().forEach(Runnable::run);
        Optional<CompactRegistry.Entry> entry = read.entry();
        if (entry.isEmpty()) {
            if (!read.wrong()) {
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
            registry.add(key, entry.get(), at(file, row));
            written.add(row.get(CertificateColumn.NUMBER).hashCode());
        } else {
            merge(place, entry.get(), row, csvFiles, file);
        }
    }

    private static CertificateColumns.Place at(int file, CertificateRow row) {
        return new CertificateColumns.Place(file, Math.toIntExact(row.line()));
    }

    /** A further row of a certificate adds its models, if it has any of its own; it is refused where anything else differs. */
    private void merge(int place, CompactRegistry.Entry further, CertificateRow row, List<Path> csvFiles, int file) {
        FileProblems fileProblems = new FileProblems(csvFiles.get(file), problems, warnings);
        CertificateColumns.Place first = registry.at(place);
        Path firstFile = csvFiles.get(first.file());
        Certificate known = registry.get(place);
        String differs = difference(known, further.certificate());
        String number = row.get(CertificateColumn.NUMBER);
        if (!differs.isEmpty()) {
            Text text = Text.of("registry.problem.row-differs", firstFile, first.line(), differs);
            fileProblems.add(row.line(), CertificateColumn.NUMBER.label(), number, text);
        } else if (List.of(known.models().split("；"))
                .contains(further.certificate().models())) {
            Text text = Text.of("registry.warning.duplicate", firstFile, first.line());
            fileProblems.warn(row.line(), CertificateColumn.NUMBER.label(), number, text);
        } else {
            registry.addModels(place, further, at(file, row));
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

    private static String content(CertificateRow row) {
        StringBuilder content = new StringBuilder(512);
        row.forEachFilled((column, value) ->
                content.append(column.english()).append('=').append(value).append('\u001f'));
        return content.append('\u001e').toString();
    }
}
