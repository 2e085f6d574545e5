package org.greenaudit.sample.scenario;

import java.util.HashMap;
import java.util.Map;
import org.greenaudit.purchase.Column;
import org.greenaudit.purchase.FeedColumn;
import org.greenaudit.sample.scenario.CellForms.AmountForm;
import org.greenaudit.sample.scenario.CellForms.DateForm;
import org.greenaudit.sample.scenario.CellForms.QuantityForm;
import org.greenaudit.sample.scenario.CellForms.Shape;

/**
 * A template of a feed row: the fixed cells, and how those that differ from line to line are drawn and written. A fixed
 * cell takes precedence; columns with neither are empty.
 *
 * @param cells the fixed cells, unescaped
 * @param minYuan lowest unit price
 * @param maxYuan highest unit price
 * @param maxQuantity highest quantity
 */
public record RowTemplate(
        Map<Column, String> cells,
        int minYuan,
        int maxYuan,
        int maxQuantity,
        DateForm date,
        AmountForm amount,
        QuantityForm quantity,
        Shape shape) {

    public RowTemplate {
        cells = Map.copyOf(cells);
    }

    /** A row of listed goods with code, category name, scheme, specification and unit. */
    static RowTemplate of(Goods goods) {
        return of(goods.code(), goods.categoryName(), goods.name(), goods.unit())
                .with(FeedColumn.SPEC, goods.spec())
                .priced(goods.minYuan(), goods.maxYuan(), goods.maxQuantity());
    }

    /** A row of anything else. */
    static RowTemplate of(String code, String categoryName, String itemName, String unit) {
        Map<Column, String> cells = Map.of(
                FeedColumn.CATEGORY_CODE, code,
                FeedColumn.CATEGORY_NAME, categoryName,
                FeedColumn.CATEGORY_SCHEME, "2022",
                FeedColumn.ITEM_NAME, itemName,
                FeedColumn.UNIT, unit);
        return new RowTemplate(cells, 100, 5000, 20, DateForm.PLAIN, AmountForm.PLAIN, QuantityForm.PLAIN, Shape.WHOLE);
    }

    RowTemplate with(Column column, String value) {
        Map<Column, String> changed = new HashMap<>(cells);
        changed.put(column, value);
        return new RowTemplate(changed, minYuan, maxYuan, maxQuantity, date, amount, quantity, shape);
    }

    RowTemplate priced(int min, int max, int most) {
        return new RowTemplate(cells, min, max, most, date, amount, quantity, shape);
    }

    RowTemplate dated(DateForm form) {
        return new RowTemplate(cells, minYuan, maxYuan, maxQuantity, form, amount, quantity, shape);
    }

    RowTemplate paid(AmountForm form) {
        return new RowTemplate(cells, minYuan, maxYuan, maxQuantity, date, form, quantity, shape);
    }

    RowTemplate counted(QuantityForm form) {
        return new RowTemplate(cells, minYuan, maxYuan, maxQuantity, date, amount, form, shape);
    }

    RowTemplate shaped(Shape form) {
        return new RowTemplate(cells, minYuan, maxYuan, maxQuantity, date, amount, quantity, form);
    }
}
