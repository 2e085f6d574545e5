package org.greenaudit.hostile;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a table as CSV or one of its kin: any charset, delimiter, line ends and quotes. */
final class TextFile {

    private static final int BINARY_WITHIN = 8 * 1024;
    private static final int TOO_LONG = 66_000;

    private final Dice dice;
    private final Charset charset;
    private final char delimiter;
    private final List<String> ends;
    private String end = "";
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** A file; one in UTF-16 is the Unicode text of a spreadsheet. */
    TextFile(Dice dice, Charset charset, boolean mark) {
        this.dice = dice;
        this.charset = charset;
        delimiter = charset.equals(StandardCharsets.UTF_16LE) ? '\t' : dice.of(',', ',', ';', '\t', '|');
        ends = dice.of(List.of("\n"), List.of("\r\n"), List.of("\r"), List.of("\n", "\r\n", "\r"));
        if (mark) {
            out.writeBytes("\ufeff".getBytes(charset));
        }
    }

    byte[] bytes(Table table) {
        if (dice.onceIn(4)) {
            out.writeBytes(encoded(dice.of("某市2026年政府采购明细（虚构）", "\"虚构\n明细\"") + end()));
        }
        if (dice.onceIn(5)) {
            out.writeBytes(encoded(dice.of("", "  ", String.valueOf(delimiter).repeat(4)) + end()));
        }
        line(table.headers(), "");
        for (Table.Row row : table.rows()) {
            row(table, row);
            if (dice.onceIn(20)) {
                out.writeBytes(encoded(end()));
            }
        }
        byte[] all = out.toByteArray();
        int last = encoded(end).length;
        return dice.onceIn(3) ? Arrays.copyOf(all, all.length - last) : all;
    }

    private void row(Table table, Table.Row row) {
        int item = table.place("item_name");
        switch (row.flaw()) {
            case SURPLUS -> line(row.cells(), delimiter + "多出");
            case MALFORMED_QUOTE -> raw(row.cells(), item, encoded("\"台式\"计算机"));
            case UNCLOSED_QUOTE -> raw(row.cells(), item, encoded("\"台式计算机"));
            case TOO_LONG -> raw(row.cells(), item, encoded("x".repeat(TOO_LONG)));
            case BAD_BYTES -> raw(row.cells(), item, new byte[] {'a', (byte) 0xff, (byte) 0xc0, 'b'});
            case NUL -> {
                // one at the beginning would make the file a binary one
                int missing = Math.max(0, BINARY_WITHIN - out.size());
                raw(row.cells(), item, encoded("台" + "x".repeat(missing) + "\0机"));
            }
            default -> line(row.cells(), "");
        }
    }

    private void line(List<String> cells, String more) {
        String line = cells.stream().map(this::written).collect(Collectors.joining(String.valueOf(delimiter)));
        out.writeBytes(encoded(line + more + end()));
    }

    /** A row of plain cells on one line, and one that is written as it is. */
    private void raw(List<String> cells, int place, byte[] bytes) {
        for (int i = 0; i < cells.size(); i++) {
            out.writeBytes(encoded(i == 0 ? "" : String.valueOf(delimiter)));
            out.writeBytes(i == place ? bytes : encoded(cells.get(i).replaceAll("[\\s\"|;,\\x00]", "")));
        }
        out.writeBytes(encoded(end()));
    }

    private String written(String cell) {
        boolean must = cell.indexOf(delimiter) >= 0 || cell.matches("(?s).*[\"\r\n].*");
        return must || dice.onceIn(5) ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell;
    }

    private String end() {
        end = dice.of(ends);
        return end;
    }

    private byte[] encoded(String text) {
        return text.getBytes(charset);
    }
}
