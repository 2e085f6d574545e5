package org.greenaudit.source.sheet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;

/** Gives the value of a merged cell to each row that it covers. Takes the rows of a sheet in order. */
final class MergeFiller {

    private final List<Workbook.MergedCell> waiting;
    private final List<Begun> begun = new ArrayList<>();
    private int next;

    /**
     * Fills these cells.
     *
     * @param merged what is merged in the sheet
     * @param layout where the table is: what begins in its header or above it is no value
     */
    MergeFiller(List<Workbook.MergedCell> merged, SheetLayout layout) {
        waiting = merged.stream()
                .filter(cell ->
                        cell.firstRow() > layout.headerRow() && !layout.whole().contains(cell.column()))
                .sorted(Comparator.comparingInt(Workbook.MergedCell::firstRow))
                .toList();
    }

    /** Whether there is nothing to fill. */
    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** Fills the cells of a row that stand under one that it shares. */
    void fill(int row, List<String> cells) {
        for (; next < waiting.size() && waiting.get(next).firstRow() <= row; next++) {
            Workbook.MergedCell cell = waiting.get(next);
            boolean here = cell.firstRow() == row && cell.column() < cells.size();
            begun.add(new Begun(cell, here ? cells.get(cell.column()) : ""));
        }
        for (Iterator<Begun> all = begun.iterator(); all.hasNext(); ) {
            Begun each = all.next();
            if (each.cell().lastRow() < row) {
                all.remove();
            } else if (!each.value().isEmpty()) {
                each.fill(cells);
            }
        }
    }

    /** A merged cell within whose rows the sheet is being read. */
    private record Begun(Workbook.MergedCell cell, String value) {

        void fill(List<String> cells) {
            while (cells.size() <= cell.column()) {
                cells.add("");
            }
            cells.set(cell.column(), value);
        }
    }
}
