package org.greenaudit.source.csv;

import org.greenaudit.purchase.FeedRow;

/** The scanner's record as a feed row: a cell is decoded when it is asked for, and the others never. */
final class CsvRow implements FeedRow {

    private final RecordScanner scanner;
    private final CellDecoder decoder;
    private int brokenCell = -1;

    /** The row of whatever record the scanner is at. */
    CsvRow(RecordScanner scanner, CellDecoder decoder) {
        this.scanner = scanner;
        this.decoder = decoder;
    }

    /** Forgets the record before. */
    void reset() {
        brokenCell = -1;
    }

    /** The first cell asked for that holds bytes that are no character, or -1. */
    int brokenCell() {
        return brokenCell;
    }

    @Override
    public int cells() {
        return scanner.cells().count();
    }

    @Override
    public String cell(int index) {
        CellBounds cells = scanner.cells();
        if (index >= cells.count()) {
            return "";
        }
        int start = scanner.start();
        String text = decoder.text(
                scanner.bytes(), start + cells.from(index), start + cells.to(index), cells.hasDoubledQuotes(index));
        if (decoder.malformed() && brokenCell < 0) {
            brokenCell = index;
        }
        return text;
    }

    /** The record as it stands in the file, for rows that cannot be taken apart. */
    String asFound() {
        byte[] head = scanner.head();
        return decoder.text(head, 0, head.length, false).stripTrailing();
    }
}
