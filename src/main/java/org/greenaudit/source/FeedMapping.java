package org.greenaudit.source;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.greenaudit.purchase.Column;
import org.greenaudit.purchase.FeedColumns;
import org.greenaudit.purchase.HeaderReader;
import org.greenaudit.purchase.MoneyUnit;

/**
 * What a job says about the columns of its source, in its order.
 *
 * @param columns the source's own headers by the column's canonical header; columns with known headers need none
 * @param constants values where a column is absent or a cell empty, by the column's canonical header
 * @param amountUnit what amounts are in; empty = as the header says
 */
public record FeedMapping(Map<String, String> columns, Map<String, String> constants, Optional<MoneyUnit> amountUnit) {

    /** Everything as the headers say. */
    public static final FeedMapping NONE = new FeedMapping(Map.of(), Map.of(), Optional.empty());

    public FeedMapping {
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
        constants = Collections.unmodifiableMap(new LinkedHashMap<>(constants));
    }

    /** Understands the headers of the source, which may have these columns. */
    public HeaderReader headers(FeedColumns known) {
        return new HeaderReader(known, byColumn(columns, known), byColumn(constants, known), amountUnit);
    }

    private static Map<Column, String> byColumn(Map<String, String> byHeader, FeedColumns known) {
        Map<Column, String> byColumn = new HashMap<>();
        byHeader.forEach((header, text) -> known.ofHeader(header).ifPresent(column -> byColumn.put(column, text)));
        return byColumn;
    }
}
