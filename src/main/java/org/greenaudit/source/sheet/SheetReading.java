package org.greenaudit.source.sheet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.greenaudit.message.Text;
import org.greenaudit.purchase.InputException;
import org.greenaudit.text.Blanks;

/** Reads the sheets of one workbook that hold a table, and gathers what is to be said of them. */
final class SheetReading {

    private final Path file;
    private final String name;
    private final SheetTable.Finder finder;
    private final String wanted;
    private final int headerRow;
    private final List<SpooledWorkbook.Sheet> sheets = new ArrayList<>();
    private final List<String> unused = new ArrayList<>();
    private final List<Text> notes = new ArrayList<>();

    SheetReading(Path file, String name, SheetTable.Finder finder, String wanted, int headerRow) {
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
            String label = name + "#" + sheet.name();
            List<Integer> numbers = new ArrayList<>();
            List<List<String>> first = new ArrayList<>();
            workbook.rows(index, (number, hidden, cells) -> {
                if (hasContent(cells) && (headerRow == 0 || number == headerRow)) {
                    numbers.add(number);
                    first.add(List.copyOf(cells));
                }
                return headerRow == 0 ? first.size() < SheetTable.Finder.ROWS : number < headerRow;
            });
            if (first.isEmpty()) {
                if (headerRow > 0) {
                    problems.add(new InputException(Text.of("source.header-row-absent", label, headerRow)));
                }
                continue;
            }
            SheetTable table;
            try {
                table = finder.find(label, first);
            } catch (InputException e) {
                problems.add(e);
                unused.add(sheet.name());
                continue;
            }
            List<String> header = first.get(table.header());
            long rows = write(
                    workbook,
                    index,
                    label,
                    new Layout(numbers.get(table.header()), width(header), table.whole()),
                    files.apply(index));
            sheets.add(new SpooledWorkbook.Sheet(sheet.name(), files.apply(index), rows));
            if (sheet.hidden()) {
                notes.add(Text.of("source.note.hidden-sheet", label));
            }
        }
        if (sheets.isEmpty()) {
            throw problems.isEmpty() ? new InputException(Text.of("source.empty", file)) : problems.get(0);
        }
    }

    /** Where the table is in a sheet. */
    private record Layout(int headerRow, int width, Set<Integer> whole) {}

    private long write(Workbook workbook, int index, String label, Layout layout, Path csv) throws IOException {
        List<Workbook.MergedCell> merged = List.of();
        while (true) {
            MergeFiller filler = new MergeFiller(merged, layout.headerRow(), layout.whole());
            SheetWriter writer = new SheetWriter(
                    csv, Expansion.of(file, Files.size(file)), layout.headerRow(), layout.width(), filler);
            List<Workbook.MergedCell> found;
            try (writer) {
                found = workbook.rows(index, writer);
            }
            // what is merged stands behind the rows, and hardly any sheet has such cells
            if (!merged.isEmpty() || new MergeFiller(found, layout.headerRow(), layout.whole()).isEmpty()) {
                notes.addAll(writer.notes(label));
                notesOfWhole(label, found, layout);
                return writer.rows();
            }
            merged = found;
        }
    }

    private void notesOfWhole(String label, List<Workbook.MergedCell> merged, Layout layout) {
        merged.stream()
                .filter(cell -> cell.firstRow() > layout.headerRow())
                .filter(cell -> layout.whole().contains(cell.column()))
                .findFirst()
                .ifPresent(cell ->
                        notes.add(Text.of("source.note.merged-amount", label, cell.firstRow(), cell.lastRow())));
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
        boolean any = sheets.stream().anyMatch(sheet -> sheet.rows() > 0);
        for (SpooledWorkbook.Sheet sheet : any ? List.copyOf(sheets) : List.<SpooledWorkbook.Sheet>of()) {
            if (sheet.rows() == 0) {
                sheets.remove(sheet);
                unused.add(sheet.name());
            }
        }
        if (!unused.isEmpty()) {
            notes.add(Text.of("source.note.sheets-unused", name, String.join(", ", unused)));
        }
        return new SpooledWorkbook(sha256, sheets, notes);
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

    private static int width(List<String> header) {
        int width = header.size();
        while (width > 0 && Blanks.trim(header.get(width - 1)).isEmpty()) {
            width--;
        }
        return width;
    }
}
