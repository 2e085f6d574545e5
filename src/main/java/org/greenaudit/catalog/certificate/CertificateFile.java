package org.greenaudit.catalog.certificate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
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
        try (LimitedRecordReader reader = new LimitedRecordReader(CertificateFileOpener.open(file));
                CSVParser parser =
                        CSVParser.builder().setReader(reader).setFormat(FORMAT).get()) {
            read(parser, reader, consumer);
        } catch (UncheckedIOException e) {
            unreadable(Objects.requireNonNull(e.getCause()));
        } catch (IOException e) {
            unreadable(e);
        }
    }

    private void read(CSVParser parser, LimitedRecordReader reader, Consumer<CertificateRow> consumer) {
        Iterator<CSVRecord> records = parser.iterator();
        while (records.hasNext()) {
            CSVRecord first = records.next();
            if (!CertificateHeader.blank(first)) {
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
                header.row(cells, line, problems).ifPresent(consumer);
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
