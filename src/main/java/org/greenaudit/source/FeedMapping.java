package org.greenaudit.source;

import java.util.Map;
import java.util.Optional;
import org.greenaudit.purchase.FeedColumn;
import org.greenaudit.purchase.HeaderReader;
import org.greenaudit.purchase.MoneyUnit;

/**
 * What a job says about the columns of its source.
 *
 * @param columns the source's own headers by column; columns with known headers need none
 * @param constants values where a column is absent or a cell empty
 * @param amountUnit what amounts are in; empty = as the header says
 */
public record FeedMapping(
        Map<FeedColumn, String> columns, Map<FeedColumn, String> constants, Optional<MoneyUnit> amountUnit) {

    /** Everything as the headers say. */
    public static final FeedMapping NONE = new FeedMapping(Map.of(), Map.of(), Optional.empty());

    public FeedMapping {
        columns = Map.copyOf(columns);
        constants = Map.copyOf(constants);
    }

    /**
     * Understands the headers of the source.
     *
     * @param aliases known headers to column names, from the catalogs
     */
    public HeaderReader headers(Map<String, String> aliases) {
        return new HeaderReader(aliases, columns, constants, amountUnit);
    }
}
