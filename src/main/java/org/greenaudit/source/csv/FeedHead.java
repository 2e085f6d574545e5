package org.greenaudit.source.csv;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.greenaudit.message.Text;
import org.greenaudit.purchase.FeedNote;
import org.greenaudit.purchase.FeedRow;
import org.greenaudit.purchase.HeaderReader;
import org.greenaudit.purchase.InputException;
import org.greenaudit.purchase.TableHead;
import org.greenaudit.text.Blanks;

/** The first rows of a file, among which its header stands; the rows below it are the first rows of the table. */
final class FeedHead {

    private static final int SHOWN_ROWS = 5;
    private static final int SHOWN_CHARACTERS = 60;
    private static final String SEPARATOR_LINE = "sep=";

    /**
     * A row as it was read.
     *
     * @param texts its cells
     * @param position its first byte
     * @param line the line on which it starts
     * @param sumBefore the sum of the checksums of what stands before it
     * @param flaw what is wrong with it; it has no cells then
     * @param flawLine where that is
     * @param brokenCell the first cell that holds bytes which are no character, or -1
     */
    record Row(
            List<String> texts,
            long position,
            long line,
            long sumBefore,
            RecordFlaw flaw,
            long flawLine,
            int brokenCell)
            implements FeedRow {

        static Row of(RowCursor cursor) {
            RecordScanner record = cursor.record();
            List<String> texts = record.flaw() == RecordFlaw.NONE ? cursor.texts() : List.of();
            return new Row(
                    texts,
                    record.position(),
                    record.line(),
                    record.sum(),
                    record.flaw(),
                    record.flawLine(),
                    cursor.brokenCell());
        }

        @Override
        public int cells() {
            return texts.size();
        }

        @Override
        public String cell(int index) {
            return index < texts.size() ? texts.get(index) : "";
        }
    }

    private final String shown;
    private final List<Row> rows = new ArrayList<>();

    private FeedHead(String shown) {
        this.shown = shown;
    }

    /**
     * Reads the first rows.
     *
     * @param shown what people call the file
     * @param headerLine the line that the job names, if it does
     */
    static FeedHead of(RowCursor cursor, String shown, Optional<Integer> headerLine) throws IOException {
        FeedHead head = new FeedHead(shown);
        int most = headerLine.map(line -> line + 1).orElse(HeaderReader.SEARCHED + 1);
        while (head.rows.size() < most && cursor.next()) {
            head.rows.add(Row.of(cursor));
        }
        return head;
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /**
     * The header among them.
     *
     * @throws InputException when there is none, or it cannot be taken apart or decoded
     */
    TableHead table(HeaderReader headers, int sourceNo, String name, Optional<Integer> headerLine) {
        Row first = rows.get(0);
        if (first.flaw() != RecordFlaw.NONE) {
            throw new InputException(Text.of("source.header-flawed", shown, first.flawLine()));
        }
        Optional<Integer> given = headerLine.map(this::indexOf);
        TableHead head = headers.find(
                sourceNo,
                name,
                rows.stream().map(Row::texts).toList(),
                i -> rows.get(i).line(),
                given);
        for (Row row : rows.subList(head.first(), head.end())) {
            if (row.brokenCell() >= 0) {
                throw new InputException(Text.of("source.header-charset", shown, row.brokenCell() + 1, row.line()));
            }
        }
        return head;
    }

    private int indexOf(int line) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).line() == line) {
                return i;
            }
        }
        throw new InputException(Text.of("source.header-row-absent", shown, line));
    }

    /** The line on which the header starts. */
    long line(TableHead head) {
        return rows.get(head.first()).line();
    }

    /** The rows below the header that were read already. */
    List<Row> below(TableHead head) {
        return rows.subList(head.end(), rows.size());
    }

    /** What there is to say of the header: where it is, and what stands above it. */
    List<FeedNote> notes(TableHead head, String name) {
        List<FeedNote> notes = new ArrayList<>();
        long line = line(head);
        List<String> above = rows.subList(0, head.first()).stream()
                .map(row -> row.texts().stream()
                        .map(Blanks::trim)
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining(" ")))
                .filter(text -> !text.startsWith(SEPARATOR_LINE))
                .toList();
        if (!above.isEmpty()) {
            String shown = above.stream()
                    .limit(SHOWN_ROWS)
                    .map(text -> text.length() > SHOWN_CHARACTERS ? text.substring(0, SHOWN_CHARACTERS) + '…' : text)
                    .collect(Collectors.joining(" / "));
            notes.add(new FeedNote(false, Text.of("source.note.above-header", name, line, above.size(), shown)));
        }
        if (head.rows() > 1) {
            notes.add(new FeedNote(
                    false, Text.of("source.note.two-row-header", name, line, String.join(", ", head.header()))));
        }
        return notes;
    }
}
