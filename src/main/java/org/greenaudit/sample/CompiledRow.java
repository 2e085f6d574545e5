package org.greenaudit.sample;

import java.util.List;
import java.util.Optional;
import org.greenaudit.purchase.FeedColumn;
import org.greenaudit.sample.scenario.CellForms.QuantityForm;
import org.greenaudit.sample.scenario.CellForms.Shape;
import org.greenaudit.sample.scenario.RowTemplate;

/**
 * A row template prepared for one style: the bytes of the fixed cells by column, empty where the cell differs from line to
 * line.
 *
 * @param row the template
 * @param fixed a cell for each column of the style; a zero-length array is an empty cell
 * @param drawn whether the cell of a column is drawn at random for each line
 * @param quantityTail what follows the number of the quantity
 */
record CompiledRow(RowTemplate row, byte[][] fixed, boolean[] drawn, byte[] quantityTail) {

    static CompiledRow of(RowTemplate row, FeedStyle style) {
        List<FeedStyle.Column> columns = style.columns();
        byte[][] fixed = new byte[columns.size()][];
        boolean[] drawn = new boolean[columns.size()];
        for (int i = 0; i < fixed.length; i++) {
            Optional<FeedColumn> column = columns.get(i).column();
            drawn[i] = column.filter(c -> isDrawn(c) && !row.cells().containsKey(c))
                    .isPresent();
            String cell = column.map(c -> fixedCell(row, c)).orElse("");
            boolean bare = row.shape() == Shape.BARE_QUOTES
                    && column.filter(c -> c == FeedColumn.SPEC).isPresent();
            fixed[i] = bare ? cell.getBytes(style.charset()) : CsvCells.bytes(cell, style.charset());
        }
        return new CompiledRow(row, fixed, drawn, quantityTail(row).getBytes(style.charset()));
    }

    private static String fixedCell(RowTemplate row, FeedColumn column) {
        boolean unitWithQuantity = column == FeedColumn.UNIT && row.quantity() != QuantityForm.PLAIN;
        return unitWithQuantity ? "" : row.cells().getOrDefault(column, "");
    }

    private static String quantityTail(RowTemplate row) {
        String unit = row.cells().getOrDefault(FeedColumn.UNIT, "");
        return switch (row.quantity()) {
            case PLAIN -> "";
            case WITH_UNIT -> unit;
            case UNIT_IN_BRACKETS -> ".00(" + unit + ")";
        };
    }

    private static boolean isDrawn(FeedColumn column) {
        return switch (column) {
            case RECORD_ID,
                    CONTRACT_NO,
                    CONTRACT_DATE,
                    REGION_CODE,
                    REGION_NAME,
                    BUYER_CODE,
                    BUYER_NAME,
                    BUYER_TYPE,
                    SUPPLIER_NAME,
                    QUANTITY,
                    UNIT_PRICE,
                    AMOUNT -> true;
            default -> false;
        };
    }
}
