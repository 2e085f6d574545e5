package org.greenaudit.feedback;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.greenaudit.message.FileTrouble;
import org.greenaudit.message.Text;
import org.greenaudit.purchase.InputException;
import org.greenaudit.source.sheet.SheetSpool;
import org.greenaudit.source.sheet.SheetTable;
import org.greenaudit.source.sheet.SpooledWorkbook;
import org.greenaudit.text.CellText;

/** Reads the rows of a workbook, or of a CSV file, in which somebody filled in a decision. */
final class FeedbackFile {

    private static final int HEAD = 64 * 1024;
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();
    private static final List<Character> DELIMITERS = List.of(',', ';', '\t');

    private final Path file;
    private final String name;
    private Optional<Text> incomplete = Optional.empty();

    private FeedbackFile(Path file) {
        this.file = file;
        this.name = String.valueOf(file.getFileName());
    }

    /**
     * The rows of a file.
     *
     * @param work a folder for what a workbook is unpacked into
     * @throws InputException when it cannot be read, or has no column for decisions, in words for the user
     */
    static List<FeedbackRow> read(Path file, Path work) throws IOException {
        try {
            FileTrouble.requireFile(file);
        } catch (NoSuchFileException e) {
            throw new InputException(Text.of("source.not-found", file));
        } catch (IOException e) {
            throw new InputException(Text.of("decision.file.no-file", file, FileTrouble.of(e)));
        }
        return new FeedbackFile(file).rows(work);
    }

    private List<FeedbackRow> rows(Path work) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        byte[] head = Arrays.copyOf(bytes, Math.min(HEAD, bytes.length));
        List<FeedbackRow> rows = new ArrayList<>();
        if (!SheetSpool.isWorkbook(head)) {
            String text = text(bytes);
            for (char delimiter : DELIMITERS) {
                if (rows(name, text, delimiter, rows)) {
                    return rows;
                }
            }
            throw noColumn(name);
        }
        try (SheetSpool spool = new SheetSpool(work, this::table, "", Optional.empty())) {
            for (SpooledWorkbook.Sheet sheet : spool.spool(file, name, head).sheets()) {
                rows(name + "#" + sheet.name(), Files.readString(sheet.csv()), ',', rows);
            }
        } catch (InputException e) {
            // where no sheet has a table, the one that lost its column says more than the first of them
            throw incomplete.map(InputException::new).orElse(e);
        }
        if (incomplete.isPresent()) {
            throw new InputException(incomplete.get());
        }
        return rows;
    }

    private SheetTable table(String sheet, List<List<String>> first, List<Integer> numbers, Optional<Integer> header) {
        for (int i = 0; i < first.size(); i++) {
            if (isHeader(first.get(i))) {
                return new SheetTable(i, 1, Set.of());
            }
            String problem = lost(first.get(i));
            if (!problem.isEmpty() && incomplete.isEmpty()) {
                incomplete = Optional.of(Text.of("decision.file." + problem, name + "#" + sheet));
            }
        }
        throw noColumn(name);
    }

    private static boolean isHeader(List<String> cells) {
        Map<FeedbackColumn, Integer> places = FeedbackColumn.in(cells);
        return places.containsKey(FeedbackColumn.CONCLUSION)
                && places.containsKey(FeedbackColumn.RECORD)
                && !FeedbackColumn.tellsOfDecisions(cells);
    }

    /** Which column a header to fill in has lost: that of the records or that of the conclusions; empty for others. */
    private static String lost(List<String> cells) {
        Map<FeedbackColumn, Integer> places = FeedbackColumn.in(cells);
        if (FeedbackColumn.tellsOfDecisions(cells) || !places.containsKey(FeedbackColumn.BY)) {
            return "";
        }
        if (places.containsKey(FeedbackColumn.CONCLUSION)) {
            return places.containsKey(FeedbackColumn.RECORD) ? "" : "no-record";
        }
        return places.containsKey(FeedbackColumn.RECORD) && places.containsKey(FeedbackColumn.APPROVAL)
                ? "no-conclusion"
                : "";
    }

    private static InputException noColumn(String source) {
        return new InputException(Text.of("decision.file.no-column", source));
    }

    private static String text(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            return new String(bytes, GB18030);
        }
    }

    /** Adds the rows of a text; false when it has no header with this delimiter. */
    private static boolean rows(String source, String text, char delimiter, List<FeedbackRow> rows) throws IOException {
        try (CSVParser parser =
                CSVParser.parse(text, FORMAT.builder().setDelimiter(delimiter).get())) {
            Map<FeedbackColumn, Integer> places = Map.of();
            long line = 1;
            for (CSVRecord row : parser) {
                if (!places.isEmpty()) {
                    FeedbackRow read = new FeedbackRow(source, line, places.keySet(), cells(row, places));
                    if (read.filledIn()) {
                        rows.add(read);
                    }
                } else if (isHeader(row.toList())) {
                    places = FeedbackColumn.in(row.toList());
                }
                line = parser.getCurrentLineNumber() + 1;
            }
            return !places.isEmpty();
        } catch (CSVException | UncheckedIOException e) {
            // quotation marks that a CSV file cannot have
            return false;
        }
    }

    private static Map<FeedbackColumn, String> cells(CSVRecord row, Map<FeedbackColumn, Integer> places) {
        Map<FeedbackColumn, String> cells = new EnumMap<>(FeedbackColumn.class);
        places.forEach((column, place) -> {
            String cell = place < row.size() ? CellText.of(row.get(place)) : "";
            if (!cell.isEmpty()) {
                cells.put(column, cell);
            }
        });
        return cells;
    }
}
