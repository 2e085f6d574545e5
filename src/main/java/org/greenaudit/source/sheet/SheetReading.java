package org.greenaudit.source.sheet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.greenaudit.message.Text;
import org.greenaudit.purchase.FeedNote;
import org.greenaudit.purchase.InputException;
import org.greenaudit.source.InputFiles;
import org.greenaudit.text.Blanks;

/** Reads the sheets of one workbook that hold a table, and gathers what is to be said of them. */
final class SheetReading {

    private final Path file;
    private final String name;
    private final SheetTable.Finder finder;
    private final String wanted;
    private final Optional<Integer> headerRow;
    private final List<SpooledWorkbook.Sheet> sheets = new ArrayList<>();
    private final List<String> unused = new ArrayList<>();

    SheetReading(Path file, String name, SheetTable.Finder finder, String wanted, Optional<Integer> headerRow) {
        this.file = file;
        this.name = name;
        this.finder = finder;
        this.wanted = wanted;
        this.headerRow = headerRow;
    }

    /** Writes the sheets to the files of their numbers. */
    void read(Workbook workbook, IntFunction<Path> files) throws IOException {
        List<InputException> problems = new ArrayList<>();
        for (int index : indexes(workbook.sheets())) {
            Workbook.Sheet sheet = workbook.sheets().get(index);
            try {
                Optional<SheetLayout> layout = layout(workbook, index, label(sheet));
                if (layout.isPresent()) {
                    sheets.add(write(workbook, index, layout.get(), files.apply(index)));
                }
            } catch (InputException e) {
                problems.add(e);
                unused.add(sheet.name());
            }
        }
        if (sheets.isEmpty()) {
            throw problems.isEmpty() ? new InputException(Text.of("source.empty", file)) : problems.get(0);
        }
    }

    private String label(Workbook.Sheet sheet) {
        return name + InputFiles.SHEET + sheet.name();
    }

    /** Where the table is; empty for a sheet without content. */
    private Optional<SheetLayout> layout(Workbook workbook, int index, String label) throws IOException {
        List<Integer> numbers = new ArrayList<>();
        List<List<String>> first = new ArrayList<>();
        workbook.rows(index, (number, hidden, cells) -> {
            if (hasContent(cells)) {
                numbers.add(number);
                first.add(List.copyOf(cells));
            }
            return headerRow.map(row -> number <= row).orElse(first.size() < SheetTable.Finder.ROWS);
        });
        if (first.isEmpty()) {
            return Optional.empty();
        }
        Optional<Integer> given = headerRow.map(numbers::indexOf);
        if (given.isPresent() && given.get() < 0) {
            throw new InputException(Text.of("source.header-row-absent", label, headerRow.orElseThrow()));
        }
        return Optional.of(SheetLayout.of(finder.find(label, first, numbers, given), numbers, first));
    }

    private SpooledWorkbook.Sheet write(Workbook workbook, int index, SheetLayout layout, Path csv) throws IOException {
        Expansion expansion = Expansion.of(file, Files.size(file));
        List<Workbook.MergedCell> merged = List.of();
        while (true) {
            SheetWriter writer = new SheetWriter(csv, expansion, layout, new MergeFiller(merged, layout));
            List<Workbook.MergedCell> found;
            try (writer) {
                found = workbook.rows(index, writer);
            }
            // what is merged stands behind the rows, and hardly any sheet has such cells
            if (!merged.isEmpty() || new MergeFiller(found, layout).isEmpty()) {
                Workbook.Sheet sheet = workbook.sheets().get(index);
                List<FeedNote> notes = new ArrayList<>(writer.notes(label(sheet)));
                mergedAmount(label(sheet), found, layout).ifPresent(notes::add);
                if (sheet.hidden()) {
                    notes.add(new FeedNote(false, Text.of("source.note.hidden-sheet", label(sheet))));
                }
                return new SpooledWorkbook.Sheet(sheet.name(), csv, writer.rows(), notes);
            }
            merged = found;
        }
    }

    private static Optional<FeedNote> mergedAmount(String label, List<Workbook.MergedCell> merged, SheetLayout layout) {
        return merged.stream()
                .filter(cell -> cell.firstRow() > layout.headerRow())
                .filter(cell -> layout.whole().contains(cell.column()))
                .findFirst()
                .map(cell -> new FeedNote(
                        true, Text.of("source.note.merged-amount", label, cell.firstRow(), cell.lastRow())));
    }

    /** The sheets to read: the one that the job names, or all. */
    private List<Integer> indexes(List<Workbook.Sheet> all) {
        if (wanted.isEmpty()) {
            return IntStream.range(0, all.size()).boxed().toList();
        }
        Optional<Integer> named = IntStream.range(0, all.size())
                .boxed()
                .filter(i -> key(all.get(i).name()).equals(key(wanted)))
                .findFirst();
        Optional<Integer> counted = IntStream.range(0, all.size())
                .boxed()
                .filter(i -> String.valueOf(i + 1).equals(wanted))
                .findFirst();
        return List.of(named.or(() -> counted).orElseThrow(() -> {
            String names = all.stream().map(Workbook.Sheet::name).collect(Collectors.joining(", "));
            return new InputException(Text.of("source.sheet-absent", file, wanted, names));
        }));
    }

    private static String key(String name) {
        return Blanks.trim(name).toLowerCase(Locale.ROOT);
    }

    /** What was read. A sheet of a header alone is no source where another has rows. */
    SpooledWorkbook spooled(String sha256) {
        if (sheets.stream().anyMatch(sheet -> sheet.rows() > 0)) {
            sheets.stream().filter(sheet -> sheet.rows() == 0).forEach(sheet -> unused.add(sheet.name()));
            sheets.removeIf(sheet -> sheet.rows() == 0);
        }
        if (!unused.isEmpty()) {
            SpooledWorkbook.Sheet last = sheets.remove(sheets.size() - 1);
            List<FeedNote> notes = new ArrayList<>(last.notes());
            notes.add(new FeedNote(false, Text.of("source.note.sheets-unused", name, String.join(", ", unused))));
            sheets.add(new SpooledWorkbook.Sheet(last.name(), last.csv(), last.rows(), notes));
        }
        return new SpooledWorkbook(sha256, sheets);
    }

    /** Whether a row holds anything. */
    static boolean hasContent(List<String> cells) {
        for (String cell : cells) {
            if (!Blanks.trim(cell).isEmpty()) {
                return true;
            }
        }
        return false;
    }
}
