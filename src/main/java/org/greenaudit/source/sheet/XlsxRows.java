package org.greenaudit.source.sheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import org.greenaudit.text.EmptyWords;

/** Goes through the rows of one sheet of an .xlsx workbook, and then through its merged cells. */
final class XlsxRows {

    private static final int MOST_COLUMNS = 1 << 14;
    private static final int MOST_ROWS = 1 << 20;

    private final Xml xml;
    private final CellValues values;
    private final List<NumberFormat> formats;
    private final Optional<SharedStrings> strings;
    private final RichText inline;
    private final StringBuilder value = new StringBuilder();
    private final List<String> cells = new ArrayList<>();
    private final List<Workbook.MergedCell> merged = new ArrayList<>();
    private int row;
    private int column;
    private boolean hidden;
    private String type = "";
    private NumberFormat format = NumberFormat.PLAIN;
    private boolean computed;

    XlsxRows(Xml xml, CellValues values, List<NumberFormat> formats, Optional<SharedStrings> strings) {
        this.xml = xml;
        this.values = values;
        this.formats = formats;
        this.strings = strings;
        this.inline = new RichText(xml);
    }

    /** Gives every row to the sink; the cells merged downwards. */
    List<Workbook.MergedCell> read(Workbook.RowSink sink) throws IOException {
        while (xml.nextElement()) {
            if (xml.is("sheetData") && !data(sink)) {
                return List.of();
            }
            if (xml.is("mergeCell")) {
                merge(xml.attribute("ref"));
            }
        }
        return merged;
    }

    private boolean data(Workbook.RowSink sink) throws IOException {
        boolean within = false;
        for (int event = xml.next(); event != XMLStreamConstants.END_DOCUMENT; event = xml.next()) {
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> {
                    within = begin();
                    inline.accept(event);
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    within = false;
                    inline.accept(event);
                    if (xml.is("c")) {
                        endCell();
                    } else if (xml.is("row") && !cells.isEmpty() && !sink.row(row, hidden, cells)) {
                        return false;
                    } else if (xml.is("sheetData")) {
                        return true;
                    }
                }
                default -> {
                    if (within) {
                        xml.text(value);
                    } else {
                        inline.accept(event);
                    }
                }
            }
        }
        throw new IOException("no end of sheetData");
    }

    /** Begins an element; whether it is the value of a cell. */
    private boolean begin() throws IOException {
        switch (xml.name()) {
            case "row" -> beginRow();
            case "c" -> beginCell();
            case "f" -> computed = true;
            case "v" -> {
                return true;
            }
            default -> {}
        }
        return false;
    }

    private void beginRow() throws IOException {
        int number = xml.number("r");
        int next = number == 0 ? row + 1 : number;
        if (next <= row || next > MOST_ROWS) {
            throw new IOException("row " + next + " after row " + row);
        }
        row = next;
        column = -1;
        hidden = xml.flag("hidden");
        cells.clear();
    }

    private void beginCell() throws IOException {
        String place = xml.attribute("r");
        int next = place.isEmpty() ? column + 1 : column(place, 0, place.length());
        if (next <= column || next >= MOST_COLUMNS) {
            throw new IOException("cell " + place);
        }
        column = next;
        type = xml.attribute("t");
        int style = xml.number("s");
        format = style >= 0 && style < formats.size() ? formats.get(style) : NumberFormat.PLAIN;
        computed = false;
        value.setLength(0);
    }

    private void endCell() throws IOException {
        String text = text();
        if (!text.isEmpty()) {
            while (cells.size() < column) {
                cells.add("");
            }
            cells.add(text);
        }
    }

    private String text() throws IOException {
        String raw = value.toString();
        return switch (type) {
            case "inlineStr" -> inline.take();
            case "s" -> raw.isEmpty() ? raw : shared(index(raw.trim()));
            case "str" -> RichText.unescaped(raw);
            case "b" -> raw.trim().equals("1") ? "TRUE" : raw.isEmpty() ? "" : "FALSE";
            case "e" -> raw;
            case "d" -> CellValues.day(raw.trim());
            default -> computed && raw.isBlank() ? EmptyWords.NO_RESULT : values.text(raw.trim(), format);
        };
    }

    private String shared(int number) throws IOException {
        if (strings.isEmpty()) {
            throw new IOException("shared string " + number + " of none");
        }
        return strings.get().get(number);
    }

    private static int index(String raw) throws IOException {
        try {
            return Integer.parseInt(raw);
        } catch (NumberFormatException e) {
            throw new IOException("shared string " + raw, e);
        }
    }

    /** Notes a merged area that has more than one row: {@code B2:B5}. */
    private void merge(String area) {
        int colon = area.indexOf(':');
        if (colon > 0) {
            int first = row(area, 0, colon);
            int last = row(area, colon + 1, area.length());
            if (last > first) {
                merged.add(new Workbook.MergedCell(first, last, column(area, 0, colon)));
            }
        }
    }

    /** The column of a place, from 0: 27 for {@code AB12}. */
    private static int column(String place, int from, int to) {
        int column = 0;
        for (int i = from; i < to && Character.isLetter(place.charAt(i)) && column < MOST_COLUMNS; i++) {
            column = column * 26 + Character.toUpperCase(place.charAt(i)) - 'A' + 1;
        }
        return column - 1;
    }

    /** The row of a place: 12 for {@code AB12}. */
    private static int row(String place, int from, int to) {
        int row = 0;
        for (int i = from; i < to && row <= MOST_ROWS; i++) {
            int digit = place.charAt(i) - '0';
            row = digit >= 0 && digit <= 9 ? row * 10 + digit : row;
        }
        return row;
    }
}
