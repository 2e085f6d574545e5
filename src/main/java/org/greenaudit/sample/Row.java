package org.greenaudit.sample;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.greenaudit.purchase.FeedColumn;
import org.greenaudit.sample.Forms.AmountForm;
import org.greenaudit.sample.Forms.DateForm;
import org.greenaudit.sample.Forms.QuantityForm;
import org.greenaudit.sample.Forms.Shape;

/**
 * A template of a feed row: fixed cells, and how the changing ones are drawn and written. A fixed cell beats a changing
 * one; columns with neither are empty.
 *
 * @param cells the fixed cells, unescaped
 * @param minYuan lowest unit price
 * @param maxYuan highest unit price
 * @param maxQuantity highest quantity
 */
record Row(
        Map<FeedColumn, String> cells,
        int minYuan,
        int maxYuan,
        int maxQuantity,
        DateForm date,
        AmountForm amount,
        QuantityForm quantity,
        Shape shape) {

    Row {
        Map<FeedColumn, String> copy = new EnumMap<>(FeedColumn.class);
        copy.putAll(cells);
        cells = Collections.unmodifiableMap(copy);
    }

    /** A row of listed goods with code, category name, scheme, specification and unit. */
    static Row of(Goods goods) {
        return of(goods.code(), goods.categoryName(), goods.name(), goods.unit())
                .with(FeedColumn.SPEC, goods.spec())
                .priced(goods.minYuan(), goods.maxYuan(), goods.maxQuantity());
    }

    /** A row of anything. */
    static Row of(String code, String categoryName, String itemName, String unit) {
        Map<FeedColumn, String> cells = new EnumMap<>(FeedColumn.class);
        cells.put(FeedColumn.CATEGORY_CODE, code);
        cells.put(FeedColumn.CATEGORY_NAME, categoryName);
        cells.put(FeedColumn.CATEGORY_SCHEME, "2022");
        cells.put(FeedColumn.ITEM_NAME, itemName);
        cells.put(FeedColumn.UNIT, unit);
        return new Row(cells, 100, 5000, 20, DateForm.PLAIN, AmountForm.PLAIN, QuantityForm.PLAIN, Shape.WHOLE);
    }

    Row with(FeedColumn column, String value) {
        Map<FeedColumn, String> changed = new EnumMap<>(FeedColumn.class);
        changed.putAll(cells);
        changed.put(column, value);
        return new Row(changed, minYuan, maxYuan, maxQuantity, date, amount, quantity, shape);
    }

    Row priced(int min, int max, int most) {
        return new Row(cells, min, max, most, date, amount, quantity, shape);
    }

    Row dated(DateForm form) {
        return new Row(cells, minYuan, maxYuan, maxQuantity, form, amount, quantity, shape);
    }

    Row paid(AmountForm form) {
        return new Row(cells, minYuan, maxYuan, maxQuantity, date, form, quantity, shape);
    }

    Row counted(QuantityForm form) {
        return new Row(cells, minYuan, maxYuan, maxQuantity, date, amount, form, shape);
    }

    Row shaped(Shape form) {
        return new Row(cells, minYuan, maxYuan, maxQuantity, date, amount, quantity, form);
    }
}
