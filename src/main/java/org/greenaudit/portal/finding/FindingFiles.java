package org.greenaudit.portal.finding;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.BitSet;
import java.util.List;
import org.greenaudit.file.PrivateFiles;
import org.greenaudit.message.Messages;
import org.greenaudit.report.data.ReportContext;
import org.greenaudit.report.data.RunData;
import org.greenaudit.report.table.CsvFile;
import org.greenaudit.report.table.FindingSheet;
import org.greenaudit.report.table.ReportTable;
import org.greenaudit.report.table.VerdictTable;
import org.greenaudit.report.table.WorkbookFile;
import org.greenaudit.rules.Outcome;
import org.greenaudit.store.StoredVerdict;
import org.springframework.util.FileSystemUtils;

/**
 * Files of selected findings, as the report's files show them and in its order. A file is handed out when it is complete; it
 * has no name any more, and is gone when it is closed.
 */
public final class FindingFiles {

    /** Fills a file. */
    private interface Content {
        void write(Path file) throws IOException;
    }

    private final Path folder;

    /** Files that are written in this folder, which is made where it is missing. */
    public FindingFiles(Path folder) {
        this.folder = folder;
    }

    /**
     * The selected findings as a CSV file: of all violations of a run it is {@code violations.csv}.
     *
     * @param data the selection's run
     * @param messages the language
     * @throws org.greenaudit.message.ExplainedException when a finding refers to what the run's catalogs do not have
     */
    public FileChannel csv(Selection selection, RunData data, Messages messages) throws IOException {
        ReportTable<StoredVerdict> table = VerdictTable.of(new ReportContext(data, messages));
        BitSet places = selection.places();
        return complete(path -> {
            try (CsvFile<StoredVerdict> file = new CsvFile<>(path, table, rows -> {})) {
                selection.index().read(places::get, file::write);
            }
        });
    }

    /**
     * The selected findings as a workbook, with the columns to fill in of the report's workbook: a sheet for violations, and one
     * for questions.
     *
     * @param data the selection's run
     * @param messages the language
     * @throws org.greenaudit.message.ExplainedException as {@link #csv} does
     */
    public FileChannel workbook(Selection selection, RunData data, Messages messages) throws IOException {
        ReportContext context = new ReportContext(data, messages);
        ReportTable<StoredVerdict> table = VerdictTable.of(context);
        FindingIndex index = selection.index();
        BitSet places = selection.places();
        return complete(path -> {
            try (WorkbookFile file = new WorkbookFile(path)) {
                for (Outcome outcome : List.of(Outcome.VIOLATION, Outcome.UNDETERMINED)) {
                    try (WorkbookFile.Rows<StoredVerdict> rows = FindingSheet.begun(file, context, outcome, table)) {
                        index.read(place -> places.get(place) && index.outcome(place) == outcome, rows);
                    }
                }
            }
        });
    }

    private FileChannel complete(Content content) throws IOException {
        PrivateFiles.createFolders(folder);
        Path own = Files.createTempDirectory(folder, "findings-");
        try {
            Path written = own.resolve("file");
            content.write(written);
            Path done = Files.move(written, folder.resolve(own.getFileName() + ".complete"));
            return FileChannel.open(done, StandardOpenOption.READ, StandardOpenOption.DELETE_ON_CLOSE);
        } finally {
            FileSystemUtils.deleteRecursively(own);
        }
    }
}
