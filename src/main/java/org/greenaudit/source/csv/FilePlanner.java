package org.greenaudit.source.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.greenaudit.message.Text;
import org.greenaudit.purchase.FeedLayout;
import org.greenaudit.purchase.FeedNote;
import org.greenaudit.purchase.HeaderReader;
import org.greenaudit.purchase.InputException;
import org.greenaudit.purchase.TableHead;
import org.greenaudit.purchase.UnusedColumns;
import org.greenaudit.source.BytePartitioner;
import org.greenaudit.source.InputFiles;
import org.greenaudit.source.Legibility;
import org.greenaudit.source.Partition;
import org.greenaudit.source.RepeatCandidates;
import org.greenaudit.source.SourceContent;
import org.greenaudit.source.SourcePlan;
import org.greenaudit.source.sheet.SpooledWorkbook;
import org.greenaudit.text.Sha256;

/**
 * Goes through one file once: its charset, header, rows, record ids, SHA-256, and the places where it can be cut. Where
 * strict UTF-8 turns out wrong on the way, it begins again: with GB18030, which in Chinese files shows in the header, or
 * with UTF-8 where nearly all of the file is in it, so that only the broken rows are rejected.
 */
final class FilePlanner {

    /**
     * A file after the first pass: what planning found out.
     *
     * @param path where it is
     * @param format how it is written
     * @param layout how its rows are laid out
     * @param source what the plan keeps of it
     * @param cuts its parts; the numbers are not yet those of the run
     */
    record Planned(
            Path path, CsvFormat format, FeedLayout layout, SourcePlan.SourceFile source, List<Partition> cuts) {}

    private final CsvSettings settings;
    private final HeaderReader headers;
    private final long partitionBytes;
    private final RepeatCandidates ids;

    /**
     * A planner.
     *
     * @param settings the job's settings
     * @param headers understands the header row
     * @param partitionBytes the wanted size of a partition, at least 1
     * @param ids takes every record id
     */
    FilePlanner(CsvSettings settings, HeaderReader headers, long partitionBytes, RepeatCandidates ids) {
        this.settings = settings;
        this.headers = headers;
        this.partitionBytes = partitionBytes;
        this.ids = ids;
    }

    /**
     * Goes through a sheet of a workbook, which the spool holds.
     *
     * @throws InputException when it has no rows, or they are garbled
     */
    Planned plan(int sourceNo, String name, Path file, SpooledWorkbook workbook, SpooledWorkbook.Sheet sheet)
            throws IOException {
        String called = name + InputFiles.SHEET + sheet.name();
        Planned csv = pass(
                        sourceNo,
                        called,
                        sheet.csv(),
                        file + InputFiles.SHEET + sheet.name(),
                        CsvFormat.SPOOLED,
                        Optional.empty())
                .orElseThrow();
        List<FeedNote> notes = new ArrayList<>(csv.source().notes());
        notes.addAll(sheet.notes());
        SourceContent spooled = csv.source().content();
        SourceContent content = new SourceContent(
                sourceNo, called, Files.size(file), workbook.sha256(), spooled.charset(), spooled.rows());
        SourcePlan.SourceFile source = new SourcePlan.SourceFile(
                content,
                file.toString(),
                Optional.of(sheet.name()),
                csv.format().delimiter(),
                csv.layout().columns(),
                csv.source().header(),
                notes);
        return new Planned(csv.path(), csv.format(), csv.layout(), source, csv.cuts());
    }

    /**
     * Goes through a file.
     *
     * @throws InputException when it is no CSV with a readable header and at least one row
     */
    Planned plan(int sourceNo, String name, Path file, FileHead head) throws IOException {
        if (!settings.charset().equals(CsvSettings.AUTO)) {
            CsvCharset charset = CsvCharset.named(settings.charset());
            return pass(sourceNo, name, file, head, charset, Optional.empty()).orElseThrow();
        }
        if (head.bom() > 0) {
            return pass(sourceNo, name, file, head, CsvCharset.UTF_8, Optional.empty())
                    .orElseThrow();
        }
        CharsetCheck utf8 = CsvCharset.UTF_8.check();
        Optional<Planned> planned = pass(sourceNo, name, file, head, CsvCharset.UTF_8, Optional.of(utf8));
        if (planned.isPresent()) {
            return planned.get();
        }
        Utf8Share share = Utf8Share.of(file);
        if (share.nearlyAll()) {
            return pass(sourceNo, name, file, head, CsvCharset.UTF_8, Optional.empty())
                    .orElseThrow();
        }
        if (share.most()) {
            throw new InputException(Text.of("source.charset-mixed", file, lineAt(file, utf8.badAt())));
        }
        CharsetCheck gb = CsvCharset.GB18030.check();
        return pass(sourceNo, name, file, head, CsvCharset.GB18030, Optional.of(gb))
                .orElseThrow(() -> new InputException(
                        Text.of("source.charset-unknown", file, lineAt(file, utf8.badAt()), lineAt(file, gb.badAt()))));
    }

    private Optional<Planned> pass(
            int sourceNo, String name, Path file, FileHead head, CsvCharset charset, Optional<CharsetCheck> check)
            throws IOException {
        CsvFormat format = new CsvFormat(charset, Delimiters.of(settings, head, charset), head.bom());
        return pass(sourceNo, name, file, file.toString(), format, check);
    }

    /** One pass; empty when the check finds that the file is not in that charset. */
    private Optional<Planned> pass(
            int sourceNo, String name, Path file, String shown, CsvFormat format, Optional<CharsetCheck> check)
            throws IOException {
        Sha256 sha = new Sha256();
        ByteObserver observer = (bytes, from, count) -> {
            sha.add(bytes, from, count);
            check.ifPresent(c -> c.accept(bytes, from, count));
        };
        try (RowCursor cursor = RowCursor.whole(file, format, observer)) {
            FeedHead first = FeedHead.of(cursor, shown, settings.headerRow());
            if (check.isPresent() && check.get().badAt() >= 0) {
                return Optional.empty();
            }
            if (first.isEmpty()) {
                throw new InputException(Text.of("source.empty", shown));
            }
            TableHead table = first.table(headers, sourceNo, name, settings.headerRow());
            FeedLayout layout = table.layout();
            UnusedColumns unused = new UnusedColumns(table, headers);
            BytePartitioner cuts = new BytePartitioner(sourceNo, layout.fillsDown() ? Long.MAX_VALUE : partitionBytes);
            Legibility legibility = new Legibility(layout);
            for (FeedHead.Row row : first.below(table)) {
                cuts.row(row.position(), row.line(), row.sumBefore());
                if (row.flaw() == RecordFlaw.NONE) {
                    ids.add(layout.recordId(row));
                    legibility.look(row.line(), row);
                    unused.look(row);
                }
            }
            RecordScanner record = cursor.record();
            while (cursor.next()) {
                cuts.row(record.position(), record.line(), record.sum());
                if (record.flaw() == RecordFlaw.NONE) {
                    ids.add(layout.recordId(cursor));
                    if (cuts.rows() <= Legibility.ROWS) {
                        legibility.look(record.line(), cursor);
                        unused.look(cursor);
                    }
                }
                if (check.isPresent() && check.get().badAt() >= 0) {
                    return Optional.empty();
                }
            }
            check.ifPresent(CharsetCheck::end);
            if (check.isPresent() && check.get().badAt() >= 0) {
                return Optional.empty();
            }
            if (cuts.rows() == 0) {
                throw new InputException(Text.of("source.header-only", shown));
            }
            legibility.verify("source.garbled", shown);
            List<FeedNote> notes = new ArrayList<>(first.notes(table, name));
            notes.addAll(unused.notes());
            SourcePlan.Header header = new SourcePlan.Header(first.line(table), table.header());
            long bytes = cursor.fileEnd();
            String hash = sha.hex();
            return Optional.of(new Planned(
                    file,
                    format,
                    layout,
                    source(name, file, format, layout, header, bytes, hash, cuts.rows(), notes),
                    cuts.end(bytes, record.sum())));
        }
    }

    private static SourcePlan.SourceFile source(
            String name,
            Path file,
            CsvFormat format,
            FeedLayout layout,
            SourcePlan.Header header,
            long bytes,
            String hash,
            long rows,
            List<FeedNote> notes) {
        return new SourcePlan.SourceFile(
                new SourceContent(
                        layout.sourceNo(),
                        name,
                        bytes,
                        hash,
                        format.charset().charset().name(),
                        rows),
                file.toString(),
                format.delimiter(),
                layout.columns(),
                header,
                notes);
    }

    private static long lineAt(Path file, long position) {
        long line = 1;
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[64 * 1024];
            long at = 0;
            byte before = 0;
            for (int read = in.read(buffer); read > 0 && at < position; read = in.read(buffer)) {
                for (int i = 0; i < read && at < position; i++, at++) {
                    boolean second = buffer[i] == '\n' && before == '\r';
                    line += (buffer[i] == '\n' || buffer[i] == '\r') && !second ? 1 : 0;
                    before = buffer[i];
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return line;
    }
}
