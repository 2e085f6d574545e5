package org.greenaudit.source.csv;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.greenaudit.message.FileTrouble;
import org.greenaudit.message.Text;
import org.greenaudit.purchase.FeedColumn;
import org.greenaudit.purchase.FeedLayout;
import org.greenaudit.purchase.HeaderReader;
import org.greenaudit.purchase.InputException;
import org.greenaudit.purchase.TableHead;
import org.greenaudit.source.BlockReader;
import org.greenaudit.source.DuplicateFilter;
import org.greenaudit.source.InputFiles;
import org.greenaudit.source.Partition;
import org.greenaudit.source.PurchaseSource;
import org.greenaudit.source.RepeatCandidates;
import org.greenaudit.source.SourceContent;
import org.greenaudit.source.SourceNames;
import org.greenaudit.source.SourcePlan;
import org.greenaudit.source.sheet.SheetSpool;
import org.greenaudit.source.sheet.SheetTable;
import org.greenaudit.source.sheet.SpooledWorkbook;

/**
 * CSV files and workbooks as a source of purchases: {@link #plan()} goes through them once and cuts them into partitions, {@link
 * #open} reads one partition, on whatever worker has the same settings and files. Safe for several threads.
 */
public final class CsvSource implements PurchaseSource {

    private final CsvSettings settings;
    private final HeaderReader headers;
    private final long partitionBytes;
    private final Path folder;
    private final SheetSpool spool;

    /**
     * The source that a job's settings describe.
     *
     * @param headers understands the header rows
     * @param partitionBytes the wanted size of a partition, at least 1
     * @param folder where sheets of workbooks lie while the source is in use, and what a plan cannot keep in memory
     */
    public CsvSource(CsvSettings settings, HeaderReader headers, long partitionBytes, Path folder) {
        this.settings = settings;
        this.headers = headers.fillingDown(settings.fillDown());
        this.partitionBytes = partitionBytes;
        this.folder = folder;
        this.spool = new SheetSpool(folder, this::table, settings.sheet(), settings.headerRow());
    }

    /**
     * Goes through all files, each byte once (and once more where record ids repeat).
     *
     * @throws InputException when a file cannot be read at all, in words for the user
     */
    @Override
    public SourcePlan plan() {
        try (RepeatCandidates ids = new RepeatCandidates(folder)) {
            List<Path> files = InputFiles.of(settings.files());
            List<String> names = SourceNames.of(files);
            FilePlanner planner = new FilePlanner(settings, headers, partitionBytes, ids);
            List<FilePlanner.Planned> planned = new ArrayList<>();
            for (int i = 0; i < files.size(); i++) {
                Path file = files.get(i);
                FileHead head = FileHead.of(file);
                if (!head.isWorkbook()) {
                    planned.add(planner.plan(planned.size(), names.get(i), file, head));
                    continue;
                }
                SpooledWorkbook workbook = spool.spool(file, names.get(i), head.bytes());
                for (SpooledWorkbook.Sheet sheet : workbook.sheets()) {
                    planned.add(planner.plan(planned.size(), names.get(i), file, workbook, sheet));
                }
            }
            List<Partition> partitions = new ArrayList<>();
            for (FilePlanner.Planned file : planned) {
                for (Partition cut : file.cuts()) {
                    partitions.add(cut.numbered(partitions.size()));
                }
            }
            return new SourcePlan(
                    planned.stream().map(FilePlanner.Planned::source).toList(),
                    partitions,
                    DuplicateRows.find(planned, ids));
        } catch (IOException e) {
            throw failed(e);
        } catch (UncheckedIOException e) {
            throw failed(Objects.requireNonNull(e.getCause()));
        }
    }

    private static InputException failed(IOException failure) {
        return new InputException(Text.of("source.read-failed", FileTrouble.file(failure), FileTrouble.of(failure)));
    }

    @Override
    public boolean holds(List<SourceContent> contents) {
        try {
            return InputFiles.hold(settings.files(), contents);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    @Override
    public SourcePlan here(SourcePlan plan) {
        try {
            List<Path> files = InputFiles.of(settings.files());
            List<String> names = SourceNames.of(files);
            List<SourcePlan.SourceFile> here = new ArrayList<>();
            for (SourcePlan.SourceFile source : plan.files()) {
                String name = source.sheet()
                        .map(sheet -> withoutSheet(source.content().name(), sheet))
                        .orElse(source.content().name());
                int found = names.indexOf(name);
                if (found < 0) {
                    throw new InputException(Text.of("source.not-here", name, String.join(", ", names)));
                }
                here.add(source.at(files.get(found).toString()));
            }
            return new SourcePlan(here, plan.partitions(), plan.duplicates());
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private static String withoutSheet(String name, String sheet) {
        return name.substring(0, name.length() - InputFiles.SHEET.length() - sheet.length());
    }

    /**
     * Opens a partition of a plan.
     *
     * @param plan the plan, of the same settings
     * @param partition one of its partitions
     * @param blockLines rows in a block, at least 1
     * @throws InputException when the file is no longer what the plan describes
     */
    @Override
    public BlockReader open(SourcePlan plan, Partition partition, int blockLines) throws IOException {
        SourcePlan.SourceFile source = plan.files().get(partition.sourceNo());
        Path file = Path.of(source.location());
        FileHead head = FileHead.of(file);
        Path csv = source.sheet().isPresent() ? spooled(source, file, head) : file;
        CsvCharset charset = CsvCharset.named(source.content().charset());
        CsvFormat format =
                source.sheet().isPresent() ? CsvFormat.SPOOLED : new CsvFormat(charset, source.delimiter(), head.bom());
        FeedLayout layout;
        try (RowCursor cursor = RowCursor.whole(csv, format, ByteObserver.NONE)) {
            FeedHead first = FeedHead.of(cursor, source.location(), settings.headerRow());
            if (Files.size(file) != source.content().bytes() || first.isEmpty()) {
                throw changed(source);
            }
            layout = first.table(
                            headers,
                            source.content().sourceNo(),
                            source.content().name(),
                            settings.headerRow())
                    .layout();
        }
        if (!layout.columns().equals(source.columns())
                || layout.headerCells() != source.header().cells().size()) {
            throw changed(source);
        }
        return new CsvBlockReader(
                RowCursor.part(csv, format, partition),
                layout,
                partition,
                () -> changed(source),
                blockLines,
                DuplicateFilter.of(plan, partition));
    }

    /** The file of a sheet, which a worker that did not plan makes for itself. */
    private Path spooled(SourcePlan.SourceFile source, Path file, FileHead head) throws IOException {
        if (!head.isWorkbook()) {
            throw changed(source);
        }
        SpooledWorkbook workbook = spool.spool(file, source.content().name(), head.bytes());
        return workbook.sheets().stream()
                .filter(sheet -> source.sheet().equals(Optional.of(sheet.name())))
                .filter(sheet -> workbook.sha256().equals(source.content().sha256()))
                .map(SpooledWorkbook.Sheet::csv)
                .findFirst()
                .orElseThrow(() -> changed(source));
    }

    /** Merged amounts are worth all their rows together. */
    private SheetTable table(String sheet, List<List<String>> rows, List<Integer> numbers, Optional<Integer> header) {
        TableHead head = headers.find(0, sheet, rows, numbers::get, header);
        return new SheetTable(head.first(), head.rows(), Set.of(head.layout().indexOf(FeedColumn.AMOUNT)));
    }

    @Override
    public void close() {
        spool.close();
    }

    private static InputException changed(SourcePlan.SourceFile source) {
        return new InputException(Text.of("source.changed", source.location()));
    }
}
