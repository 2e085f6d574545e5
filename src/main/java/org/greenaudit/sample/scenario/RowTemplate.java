package org.greenaudit.sample.scenario;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
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
        Map<FeedColumn, String> cells,
        int minYuan,
        int maxYuan,
        int maxQuantity,
        DateForm date,
        AmountForm amount,
        QuantityForm quantity,
        Shape shape) {

    public RowTemplate {
        Map<FeedColumn, String> copy = new EnumMap<>(FeedColumn.class);
        copy.putAll(cells);
        cells = Collections.unmodifiableMap(copy);
    }

    /** A row of listed goods with code, category name, scheme, specification and unit. */
    static RowTemplate of(Goods goods) {
        return of(goods.code(), goods.categoryName(), goods.name(), goods.unit())
                .with(FeedColumn.SPEC, goods.spec())
                .priced(goods.minYuan(), goods.maxYuan(), goods.maxQuantity());
    }

    /** A row of anything else. */
    static RowTemplate of(String code, String categoryName, String itemName, String unit) {
        Map<FeedColumn, String> cells = new EnumMap<>(FeedColumn.class);
        cells.put(FeedColumn.CATEGORY_CODE, code);
        cells.put(FeedColumn.CATEGORY_NAME, categoryName);
        cells.put(FeedColumn.CATEGORY_SCHEME, "2022");
        cells.put(FeedColumn.ITEM_NAME, itemName);
        cells.put(FeedColumn.UNIT, unit);
        return new RowTemplate(cells, 100, 5000, 20, DateForm.PLAIN, AmountForm.PLAIN, QuantityForm.PLAIN, Shape.WHOLE);
    }

    RowTemplate with(FeedColumn column, String value) {
        Map<FeedColumn, String> changed = new EnumMap<>(FeedColumn.class);
        changed.putAll(cells);
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
