package org.greenaudit.purchase;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A readable row in canonical order, to be spoilt by a test. */
final class RowBuilder {

    private final List<String> cells =
            new ArrayList<>(Collections.nCopies(KnownColumns.ALL.all().size(), ""));

    RowBuilder() {
        with(FeedColumn.RECORD_ID, "R-1");
        with(FeedColumn.CONTRACT_DATE, "2026-03-05");
        with(FeedColumn.REGION_CODE, "361002");
        with(FeedColumn.BUYER_NAME, "虚构第一中学（示例）");
        with(FeedColumn.BUYER_TYPE, "事业单位");
        with(FeedColumn.CATEGORY_CODE, "A02010105");
        with(FeedColumn.CATEGORY_NAME, "台式计算机");
        with(FeedColumn.CATEGORY_SCHEME, "2022");
        with(FeedColumn.ITEM_NAME, "示例台式计算机");
        with(FeedColumn.BRAND, "示例甲");
        with(FeedColumn.MODEL, "JIA-100");
        with(FeedColumn.QUANTITY, "2");
        with(FeedColumn.UNIT_PRICE, "4000");
        with(FeedColumn.AMOUNT, "8000");
    }

    RowBuilder with(Column column, String cell) {
        cells.set(KnownColumns.ALL.all().indexOf(column), cell);
        return this;
    }

    List<String> cells() {
        return new ArrayList<>(cells);
    }

    FeedRow row() {
        return FeedRow.of(cells);
    }
}
