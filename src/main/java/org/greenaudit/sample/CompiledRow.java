package org.greenaudit.sample;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.greenaudit.purchase.Column;
import org.greenaudit.purchase.CsvText;
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

    private static final Set<FeedColumn> DRAWN = EnumSet.of(
            FeedColumn.RECORD_ID,
            FeedColumn.CONTRACT_NO,
            FeedColumn.CONTRACT_DATE,
            FeedColumn.REGION_CODE,
            FeedColumn.REGION_NAME,
            FeedColumn.BUYER_CODE,
            FeedColumn.BUYER_NAME,
            FeedColumn.BUYER_TYPE,
            FeedColumn.SUPPLIER_NAME,
            FeedColumn.QUANTITY,
            FeedColumn.UNIT_PRICE,
            FeedColumn.AMOUNT);

    static CompiledRow of(RowTemplate row, FeedStyle style) {
        List<FeedStyle.FileColumn> columns = style.columns();
        byte[][] fixed = new byte[columns.size()][];
        boolean[] drawn = new boolean[columns.size()];
        for (int i = 0; i < fixed.length; i++) {
            Optional<Column> column = columns.get(i).column();
            drawn[i] = column.filter(c -> DRAWN.contains(c) && !row.cells().containsKey(c))
                    .isPresent();
            String cell = column.map(c -> fixedCell(row, c)).orElse("");
            boolean bare = row.shape() == Shape.BARE_QUOTES
                    && column.filter(c -> c == FeedColumn.SPEC).isPresent();
            fixed[i] =
                    bare ? cell.getBytes(style.charset()) : CsvText.cell(cell).getBytes(style.charset());
        }
        return new CompiledRow(row, fixed, drawn, quantityTail(row).getBytes(style.charset()));
    }

    private static String fixedCell(RowTemplate row, Column column) {
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
}
