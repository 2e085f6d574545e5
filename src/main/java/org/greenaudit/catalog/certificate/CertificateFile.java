package org.greenaudit.catalog.certificate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.greenaudit.message.Text;

/** Reads one certificate file row by row, keeping none; says what is wrong with its charset, header and rows' shape. */
final class CertificateFile {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();

    private static final char[] DELIMITERS = {',', '\t', ';', '|'};

    private static final int HEADER_WITHIN = 30;

    private final Path file;
    private final CertificateWords words;
    private final FileProblems problems;
    private long line = 1;

    CertificateFile(Path file, CertificateWords words, FileProblems problems) {
        this.file = file;
        this.words = words;
        this.problems = problems;
    }

    /** Gives every row that has the header's shape, in order; none when the header lacks a column. */
    void forEachRow(Consumer<CertificateRow> consumer) {
        try {
            Charset charset = CertificateFileOpener.charset(file);
            Form form = form(charset);
            try (LimitedRecordReader reader = new LimitedRecordReader(CertificateFileOpener.open(file, charset));
                    CSVParser parser = parser(reader, form.delimiter())) {
                read(parser, reader, form, consumer);
            }
        } catch (UncheckedIOException e) {
            unreadable(Objects.requireNonNull(e.getCause()));
        } catch (IOException e) {
            unreadable(e);
        }
    }

    /**
     * How a file is written.
     *
     * @param delimiter what parts its cells
     * @param above how many records stand above the header: titles, the day of the export
     */
    private record Form(char delimiter, int above) {}

    /** The first form in which a header is found; the plain one when there is none. */
    private Form form(Charset charset) throws IOException {
        for (char delimiter : DELIMITERS) {
            try (LimitedRecordReader reader = new LimitedRecordReader(CertificateFileOpener.open(file, charset));
                    CSVParser parser = parser(reader, delimiter)) {
                Iterator<CSVRecord> records = parser.iterator();
                for (int above = 0; above < HEADER_WITHIN && records.hasNext(); above++) {
                    if (CertificateHeader.isHeader(records.next(), words)) {
                        return new Form(delimiter, above);
                    }
                }
            } catch (UncheckedIOException noSuchForm) {
                // a quote that does not fit this delimiter
            }
        }
        return new Form(DELIMITERS[0], 0);
    }

    private static CSVParser parser(LimitedRecordReader reader, char delimiter) throws IOException {
        return CSVParser.builder()
                .setReader(reader)
                .setFormat(FORMAT.builder().setDelimiter(delimiter).get())
                .get();
    }

    private void read(CSVParser parser, LimitedRecordReader reader, Form form, Consumer<CertificateRow> consumer) {
        Iterator<CSVRecord> records = parser.iterator();
        for (int record = 0; records.hasNext(); record++) {
            CSVRecord first = records.next();
            if (record >= form.above() && !CertificateHeader.blank(first)) {
                CertificateHeader header = CertificateHeader.read(first, line, words, problems);
                line = parser.getCurrentLineNumber() + 1;
                if (problems.count() == 0) {
                    rows(parser, reader, records, header, consumer);
                }
                return;
            }
            line = parser.getCurrentLineNumber() + 1;
        }
        problems.add(0, "", "", Text.of("registry.problem.no-header"));
    }

    private void rows(
            CSVParser parser,
            LimitedRecordReader reader,
            Iterator<CSVRecord> records,
            CertificateHeader header,
            Consumer<CertificateRow> consumer) {
        while (records.hasNext()) {
            CSVRecord cells = records.next();
            reader.newRecord();
            if (reader.nul() && cells.stream().anyMatch(cell -> cell.indexOf('\0') >= 0)) {
                problems.add(line, "", "", Text.of("registry.problem.nul"));
            } else if (!CertificateHeader.blank(cells)) {
                header.row(cells, line, words, problems).ifPresent(consumer);
            }
            line = parser.getCurrentLineNumber() + 1;
        }
    }

    private void unreadable(IOException e) {
        if (e instanceof CharacterCodingException) {
            problems.add(0, "", "", Text.of("registry.problem.charset"));
        } else if (e instanceof LimitedRecordReader.RecordTooLong) {
            problems.add(line, "", "", Text.of("registry.problem.record-long", LimitedRecordReader.LONGEST));
        } else if (line == 1) {
            problems.add(0, "", "", Text.of("registry.problem.unreadable"));
        } else {
            problems.add(line, "", "", Text.of("registry.problem.csv"));
        }
    }
}
