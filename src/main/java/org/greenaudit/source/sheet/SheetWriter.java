package org.greenaudit.source.sheet;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.greenaudit.message.Text;
import org.greenaudit.purchase.CsvText;
import org.greenaudit.purchase.FeedNote;

/** Writes the rows of a sheet as lines of a CSV file, and counts what should be said of them. */
final class SheetWriter implements Workbook.RowSink, Closeable {

    private final BufferedWriter out;
    private final Expansion expansion;
    private final SheetLayout layout;
    private final MergeFiller filler;
    private int line = 1;
    private long rows;
    private long chars;
    private int hidden;
    private int firstHidden;
    private int beside;
    private int firstBeside;
    private String textBeside = "";

    /**
     * A writer of a sheet.
     *
     * @param layout where the table is: what stands to its right has no name and is not read
     */
    SheetWriter(Path csv, Expansion expansion, SheetLayout layout, MergeFiller filler) throws IOException {
        this.out = Files.newBufferedWriter(csv, StandardCharsets.UTF_8);
        this.expansion = expansion;
        this.layout = layout;
        this.filler = filler;
    }

    @Override
    public boolean row(int number, boolean isHidden, List<String> cells) {
        if (Thread.currentThread().isInterrupted()) {
            throw new UncheckedIOException(new InterruptedIOException());
        }
        if (SheetReading.hasContent(cells)) {
            filler.fill(number, cells);
            try {
                write(number, cells);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            if (number > layout.headerRow()) {
                count(number, isHidden, cells);
            }
        }
        return true;
    }

    private void write(int number, List<String> cells) throws IOException {
        for (; line < number; line++) {
            out.write('\n');
        }
        for (int i = 0; i < layout.width(); i++) {
            String cell = i < cells.size() ? oneLine(cells.get(i)) : "";
            out.write(i == 0 ? "" : ",");
            out.write(CsvText.cell(cell));
            chars += cell.length();
        }
        expansion.check(chars);
    }

    private void count(int number, boolean isHidden, List<String> cells) {
        rows++;
        if (isHidden && hidden++ == 0) {
            firstHidden = number;
        }
        for (int i = layout.width(); i < cells.size(); i++) {
            if (!cells.get(i).isBlank() && beside++ == 0) {
                firstBeside = number;
                textBeside = cells.get(i);
            }
        }
    }

    /** A line break within a cell is a blank, so that lines stay rows. */
    private static String oneLine(String cell) {
        return cell.indexOf('\n') < 0 && cell.indexOf('\r') < 0
                ? cell
                : cell.replace("\r\n", " ").replace('\n', ' ').replace('\r', ' ');
    }

    /** The rows below the header. */
    long rows() {
        return rows;
    }

    /** What should be said of them. */
    List<FeedNote> notes(String sheet) {
        List<FeedNote> notes = new ArrayList<>();
        if (hidden > 0) {
            notes.add(new FeedNote(false, Text.of("source.note.hidden-rows", sheet, hidden, firstHidden)));
        }
        if (beside > 0) {
            notes.add(new FeedNote(false, Text.of("source.note.cells-beside", sheet, beside, firstBeside, textBeside)));
        }
        return notes;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
