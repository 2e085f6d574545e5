package org.greenaudit.purchase;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.greenaudit.message.Text;
import org.greenaudit.text.Blanks;
import org.greenaudit.text.CellText;

/**
 * The columns of a table that nothing is read from, each with an example of what it holds. One that seems to hold what the
 * feed lacks (category codes, certificates, a status) is a grave matter. Used by one thread.
 */
public final class UnusedColumns {

    private static final int LONGEST_EXAMPLE = 30;
    private static final Pattern CERTIFICATE = Pattern.compile("[A-Z]{2,5}[-0-9A-Z]{0,8}[0-9]{6,}");
    private static final Pattern CATEGORY = Pattern.compile("[ABC][0-9]{2}(?:[0-9]{2}){1,4}.*");

    private final FeedLayout layout;
    private final List<Unused> columns = new ArrayList<>();

    /** Of a table with that header. */
    public UnusedColumns(TableHead head, HeaderReader headers) {
        this.layout = head.layout();
        for (int i = 0; i < head.header().size(); i++) {
            String header = Blanks.trim(head.header().get(i));
            if (!header.isEmpty() && !layout.cells().containsValue(i)) {
                columns.add(new Unused(i, header, headers.near(header, layout)));
            }
        }
    }

    /** Takes a row for examples; those set apart and the broken ones too. */
    public void look(FeedRow row) {
        for (Unused column : columns) {
            column.look(CellText.of(row.cell(column.cell)), layout.setApart());
        }
    }

    /** What there is to say of them: of each that matters by itself, of the others together. */
    public List<FeedNote> notes() {
        List<FeedNote> notes = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (Unused column : columns) {
            Optional<String> lacking = lacking(column);
            if (lacking.isPresent()) {
                notes.add(new FeedNote(
                        true, Text.of("feed.unused." + lacking.get(), layout.source(), column.header, column.example)));
            } else if (column.near.isPresent() && !isNoCode(column)) {
                Column near = column.near.get();
                notes.add(new FeedNote(
                        true,
                        Text.of(
                                "feed.unused.near",
                                layout.source(),
                                column.header,
                                column.example,
                                near.header(),
                                near.chinese())));
            } else {
                others.add(column.header + (column.example.isEmpty() ? "" : " (" + column.example + ")"));
            }
        }
        if (!others.isEmpty()) {
            notes.add(new FeedNote(false, Text.of("feed.unused", layout.source(), String.join(", ", others))));
        }
        return notes;
    }

    /** Whether a header is near that of category codes, and what stands below has no code's shape: 项目编号. */
    private static boolean isNoCode(Unused column) {
        return column.near.equals(Optional.of(FeedColumn.CATEGORY_CODE))
                && column.codes == 0
                && !column.example.isEmpty();
    }

    /** What the feed lacks and the column seems to hold. */
    private Optional<String> lacking(Unused column) {
        if (column.codes > 0 && layout.indexOf(FeedColumn.CATEGORY_CODE) < 0) {
            return Optional.of("code");
        }
        boolean cites = layout.cells().keySet().stream().anyMatch(CitationColumn.class::isInstance);
        if (column.certificates > 0 && !cites) {
            return Optional.of("certificate");
        }
        return column.statuses > 0 && layout.indexOf(FeedColumn.LINE_STATUS) < 0
                ? Optional.of("status")
                : Optional.empty();
    }

    private static final class Unused {

        private final int cell;
        private final String header;
        private final Optional<Column> near;
        private String example = "";
        private int codes;
        private int certificates;
        private int statuses;

        Unused(int cell, String header, Optional<Column> near) {
            this.cell = cell;
            this.header = header;
            this.near = near;
        }

        void look(String text, SetApartRows setApart) {
            if (text.isEmpty()) {
                return;
            }
            if (example.isEmpty()) {
                example = text.length() > LONGEST_EXAMPLE ? text.substring(0, LONGEST_EXAMPLE) + '…' : text;
            }
            codes += CATEGORY.matcher(text).matches() ? 1 : 0;
            certificates += CERTIFICATE.matcher(text).matches() && named("证") ? 1 : 0;
            statuses += setApart.isStatus(text) ? 1 : 0;
        }

        private boolean named(String word) {
            return header.contains(word)
                    || header.toLowerCase(java.util.Locale.ROOT).contains("cert");
        }
    }
}
