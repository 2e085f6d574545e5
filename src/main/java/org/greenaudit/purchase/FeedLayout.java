package org.greenaudit.purchase;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.greenaudit.text.Blanks;
import org.greenaudit.text.EmptyWords;

/**
 * How the rows of one source are laid out: which cell holds which column, what the money columns are worth, and what
 * the job says where the feed is silent. Immutable.
 */
public final class FeedLayout {

    private static final int ABSENT = -1;

    private final int sourceNo;
    private final String source;
    private final int headerCells;
    private final MoneyUnit amountUnit;
    private final MoneyUnit priceUnit;
    private final int[] index;
    private final String[] constants;

    /**
     * A layout.
     *
     * @param sourceNo the source's number
     * @param source the source's name
     * @param headerCells number of cells in the header row
     * @param columns cell index of each column the feed has
     * @param amountUnit what 金额 is in where a cell does not say
     * @param priceUnit what 单价 is in where a cell does not say
     * @param constants values that stand in where a column is absent or a cell empty
     */
    public FeedLayout(
            int sourceNo,
            String source,
            int headerCells,
            Map<FeedColumn, Integer> columns,
            MoneyUnit amountUnit,
            MoneyUnit priceUnit,
            Map<FeedColumn, String> constants) {
        this.sourceNo = sourceNo;
        this.source = source;
        this.headerCells = headerCells;
        this.amountUnit = amountUnit;
        this.priceUnit = priceUnit;
        FeedColumn[] all = FeedColumn.values();
        this.index = new int[all.length];
        this.constants = new String[all.length];
        Arrays.fill(index, ABSENT);
        for (FeedColumn column : all) {
            index[column.ordinal()] = columns.getOrDefault(column, ABSENT);
            this.constants[column.ordinal()] = Blanks.trim(constants.getOrDefault(column, ""));
        }
    }

    /** The source's number. */
    public int sourceNo() {
        return sourceNo;
    }

    /** The source's name. */
    public String source() {
        return source;
    }

    /** The number of cells in the header row. */
    public int headerCells() {
        return headerCells;
    }

    /** What 金额 is in where a cell does not say. */
    public MoneyUnit amountUnit() {
        return amountUnit;
    }

    /** What 单价 is in where a cell does not say. */
    public MoneyUnit priceUnit() {
        return priceUnit;
    }

    /** Whether the feed or the job gives this column. */
    public boolean has(FeedColumn column) {
        return index[column.ordinal()] != ABSENT || !constants[column.ordinal()].isEmpty();
    }

    /** The cell index of each column that the feed has, by canonical header, in column order. */
    public Map<String, Integer> columns() {
        Map<String, Integer> columns = new LinkedHashMap<>();
        for (FeedColumn column : FeedColumn.values()) {
            if (index[column.ordinal()] != ABSENT) {
                columns.put(column.header(), index[column.ordinal()]);
            }
        }
        return columns;
    }

    /** The column's cell index, or -1 when the feed has no such column. */
    public int indexOf(FeedColumn column) {
        return index[column.ordinal()];
    }

    /** The column's value in a row: trimmed; where the cell says nothing, the job's constant or the empty text. */
    public String value(FeedRow row, FeedColumn column) {
        int at = index[column.ordinal()];
        if (at == ABSENT) {
            return constants[column.ordinal()];
        }
        String cell = Blanks.trim(row.cell(at));
        return EmptyWords.isNothing(cell) ? constants[column.ordinal()] : cell;
    }

    /** The layout of a feed that has every column in canonical order, with money in yuan. */
    public static FeedLayout canonical(int sourceNo, String source) {
        Map<FeedColumn, Integer> columns = new EnumMap<>(FeedColumn.class);
        for (FeedColumn column : FeedColumn.values()) {
            columns.put(column, column.ordinal());
        }
        int cells = columns.size();
        return new FeedLayout(sourceNo, source, cells, columns, MoneyUnit.YUAN, MoneyUnit.YUAN, Map.of());
    }
}
