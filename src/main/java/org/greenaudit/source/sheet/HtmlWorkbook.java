package org.greenaudit.source.sheet;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.greenaudit.text.DateParser;
import org.greenaudit.text.DecimalScan;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;

/** The tables of a web page, as web systems give them out under the name of an .xls file. Streamed row by row. */
final class HtmlWorkbook implements Workbook {

    private static final int MOST_COLUMNS = 1 << 14;

    private final Path file;
    private final Charset charset;
    private final List<Sheet> sheets = new ArrayList<>();

    private HtmlWorkbook(Path file) throws IOException {
        this.file = file;
        this.charset = charset(file);
        go((table, row) -> {
            while (sheets.size() <= table) {
                sheets.add(new Sheet("table" + (sheets.size() + 1), false));
            }
            return true;
        });
    }

    /** Opens a file. */
    static HtmlWorkbook open(Path file) throws IOException {
        return new HtmlWorkbook(file);
    }

    @Override
    public List<Sheet> sheets() {
        return List.copyOf(sheets);
    }

    @Override
    public List<MergedCell> rows(int index, RowSink sink) throws IOException {
        TableRows rows = new TableRows();
        boolean whole = go((table, row) -> {
            if (table != index) {
                return true;
            }
            List<String> cells = rows.next(row);
            return sink.row(rows.number, isHidden(row), cells);
        });
        return whole ? rows.merged : List.of();
    }

    /** Gives every row with the number of its table, counted from 0 by first rows; whether all were taken. */
    private boolean go(RowTaker taker) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file));
                Reader reader = new InputStreamReader(in, charset);
                StreamParser parser = new StreamParser(Parser.htmlParser()).parse(reader, "")) {
            Map<Element, Integer> tables = new HashMap<>();
            for (Element row = parser.selectNext("tr"); row != null; row = parser.selectNext("tr")) {
                Element table = row.closest("table");
                if (table != null) {
                    int number = tables.computeIfAbsent(table, t -> tables.size());
                    if (!taker.row(number, row)) {
                        return false;
                    }
                }
                row.empty();
            }
            return true;
        }
    }

    private static boolean isHidden(Element row) {
        String style = row.attr("style").replace(" ", "").toLowerCase(Locale.ROOT);
        return style.contains("display:none") || row.hasAttr("hidden");
    }

    /** As of CSV files: what the file begins with; else UTF-8 where all of it is; else GB18030, whatever it declares. */
    private static Charset charset(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(2);
            if (head.length == 2 && (head[0] & head[1] & 0xff) == 0xfe && head[0] != head[1]) {
                return StandardCharsets.UTF_16;
            }
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer bytes = ByteBuffer.allocate(64 * 1024);
        CharBuffer chars = CharBuffer.allocate(64 * 1024);
        try (InputStream in = Files.newInputStream(file)) {
            for (boolean ended = false; !ended; bytes.compact()) {
                int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
                ended = read < 0;
                bytes.position(bytes.position() + Math.max(read, 0)).flip();
                CoderResult result = decoder.decode(bytes, chars.clear(), ended);
                if (result.isError()) {
                    return Charset.forName("GB18030");
                }
            }
        }
        return StandardCharsets.UTF_8;
    }

    @Override
    public void close() {
        // nothing is open between two goings through
    }

    /** Takes the rows of all tables. */
    private interface RowTaker {

        boolean row(int table, Element row);
    }

    /** The rows of one table, laid out as a grid. */
    private static final class TableRows {

        private final List<MergedCell> merged = new ArrayList<>();
        private final List<Integer> takenUpTo = new ArrayList<>();
        private int number;

        /** The cells of the next row; cells that reach into it from above are empty. */
        List<String> next(Element row) {
            number++;
            List<String> cells = new ArrayList<>();
            for (Element cell : row.children()) {
                if ((cell.normalName().equals("td") || cell.normalName().equals("th")) && cells.size() < MOST_COLUMNS) {
                    while (cells.size() < takenUpTo.size() && takenUpTo.get(cells.size()) >= number) {
                        cells.add("");
                    }
                    int last = number + span(cell, "rowspan") - 1;
                    if (last > number) {
                        merged.add(new MergedCell(number, last, cells.size()));
                    }
                    String text = value(cell);
                    for (int i = span(cell, "colspan"); i > 0; i--) {
                        while (takenUpTo.size() <= cells.size()) {
                            takenUpTo.add(0);
                        }
                        takenUpTo.set(cells.size(), last);
                        cells.add(text);
                        text = "";
                    }
                }
            }
            return cells;
        }

        private static int span(Element cell, String attribute) {
            String value = cell.attr(attribute).trim();
            boolean number = value.length() <= 4 && value.chars().allMatch(Character::isDigit) && !value.isEmpty();
            return number ? Math.max(1, Integer.parseInt(value)) : 1;
        }

        /** What a cell says: the number that Excel notes beside what it shows, except where it shows a date. */
        private static String value(Element cell) {
            String shown = cell.text();
            String number = cell.attr("x:num");
            return number.isEmpty() || DateParser.parse(shown).isPresent()
                    ? shown
                    : new CellValues(false).text(number, format(number, shown));
        }

        /** A unit behind the number counts where the number stands before it as it is, and not in another unit. */
        private static NumberFormat format(String number, String shown) {
            DecimalScan scan = DecimalScan.at(shown, 0);
            String unit = scan.found() ? NumberFormat.unitAt(shown.substring(scan.end())) : "";
            if (unit.isEmpty()) {
                return NumberFormat.PLAIN;
            }
            BigDecimal rounded =
                    DecimalScan.at(number, 0).value().setScale(scan.value().scale(), RoundingMode.HALF_UP);
            return rounded.compareTo(scan.value()) == 0 ? new NumberFormat(false, unit) : NumberFormat.PLAIN;
        }
    }
}
