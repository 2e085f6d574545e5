package org.greenaudit.purchase;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.greenaudit.text.Blanks;
import org.greenaudit.text.CellText;
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
    private final FeedColumns columns;
    private final MoneyUnit amountUnit;
    private final MoneyUnit priceUnit;
    private final Map<Column, String> constants;
    private final Map<Column, Integer> cells = new LinkedHashMap<>();
    private final List<Column> filledDown;
    private final Slot[] slots;
    private final List<CitationColumn> citations;
    private final Slot[] citationSlots;
    private final CitationCells noneCited;

    /**
     * A layout.
     *
     * @param sourceNo the source's number
     * @param source the source's name
     * @param headerCells number of cells in the header row
     * @param columns the columns that a feed may have
     * @param cells cell index of each column the feed has; a {@link CitationColumn} may be one more of its list
     * @param amountUnit what 金额 is in where a cell does not say
     * @param priceUnit what 单价 is in where a cell does not say
     * @param constants values that stand in where a column is absent or a cell empty
     */
    public FeedLayout(
            int sourceNo,
            String source,
            int headerCells,
            FeedColumns columns,
            Map<Column, Integer> cells,
            MoneyUnit amountUnit,
            MoneyUnit priceUnit,
            Map<Column, String> constants) {
        this(sourceNo, source, headerCells, columns, cells, amountUnit, priceUnit, constants, List.of());
    }

    /**
     * The same, where blanks in some columns mean the value above.
     *
     * @param filledDown those columns
     */
    FeedLayout(
            int sourceNo,
            String source,
            int headerCells,
            FeedColumns columns,
            Map<Column, Integer> cells,
            MoneyUnit amountUnit,
            MoneyUnit priceUnit,
            Map<Column, String> constants,
            List<Column> filledDown) {
        this.filledDown = List.copyOf(filledDown);
        this.sourceNo = sourceNo;
        this.source = source;
        this.headerCells = headerCells;
        this.columns = columns;
        this.amountUnit = amountUnit;
        this.priceUnit = priceUnit;
        this.constants = Map.copyOf(constants);
        for (Column column : columns.all()) {
            if (cells.containsKey(column)) {
                this.cells.put(column, cells.get(column));
            }
        }
        List<CitationColumn> further = cells.entrySet().stream()
                .filter(entry -> !this.cells.containsKey(entry.getKey()))
                .sorted(Map.Entry.comparingByValue())
                .map(entry -> (CitationColumn) entry.getKey())
                .toList();
        further.forEach(column -> this.cells.put(column, cells.get(column)));
        slots = Arrays.stream(FeedColumn.values()).map(this::slot).toArray(Slot[]::new);
        citations = Stream.concat(columns.citations().stream(), further.stream())
                .filter(c -> slot(c).given())
                .toList();
        citationSlots = citations.stream().map(this::slot).toArray(Slot[]::new);
        List<String> blank = Collections.nCopies(citations.size(), "");
        noneCited = new CitationCells(citations, blank, blank);
    }

    private Slot slot(Column column) {
        return new Slot(cells.getOrDefault(column, ABSENT), Blanks.trim(constants.getOrDefault(column, "")));
    }

    /** The same layout for rows that hold these columns in other cells. */
    public FeedLayout withCells(int count, Map<Column, Integer> others) {
        return new FeedLayout(sourceNo, source, count, columns, others, amountUnit, priceUnit, constants, filledDown);
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

    /** The cell index of each column that the feed has, in column order. */
    public Map<Column, Integer> cells() {
        return Collections.unmodifiableMap(cells);
    }

    /** The same by canonical header. */
    public Map<String, Integer> columns() {
        Map<String, Integer> byHeader = new LinkedHashMap<>();
        cells.forEach((column, index) -> byHeader.putIfAbsent(column.header(), index));
        return byHeader;
    }

    /** Whether rows must be read one after the other, since blanks in some columns mean the value above. */
    public boolean fillsDown() {
        return !filledDown.isEmpty();
    }

    /** Fills those blanks, row after row. */
    FilledDown filler() {
        return new FilledDown(filledDown.stream()
                .filter(cells::containsKey)
                .mapToInt(cells::get)
                .toArray());
    }

    /** What tells the rows that are no purchases. */
    SetApartRows setApart() {
        return columns.setApart();
    }

    /** What is known of the regions that rows name. */
    RegionCodes.Naming regions() {
        return columns.regions();
    }

    /** The column's cell index, or -1 when the feed has no such column. */
    public int indexOf(FeedColumn column) {
        return slots[column.ordinal()].cell();
    }

    /** The column's value in a row: trimmed; where the cell says nothing, the job's constant or the empty text. */
    public String value(FeedRow row, FeedColumn column) {
        return slots[column.ordinal()].value(row);
    }

    /** What stands in the column's cell, whether it says something or not: also 无 or {@code #REF!}. */
    String found(FeedRow row, FeedColumn column) {
        return slots[column.ordinal()].text(row);
    }

    /** The record id (记录编号) in a row, or empty when it has none and its place stands in. */
    public String recordId(FeedRow row) {
        return indexOf(FeedColumn.RECORD_ID) == ABSENT ? "" : value(row, FeedColumn.RECORD_ID);
    }

    /** What a row says in the certificate columns that the feed or the job gives. */
    CitationCells citations(FeedRow row) {
        String[] cited = new String[citationSlots.length];
        boolean any = false;
        boolean words = false;
        for (int i = 0; i < cited.length; i++) {
            cited[i] = citationSlots[i].citation(row);
            boolean cites = !cited[i].isEmpty();
            any |= cites;
            words |= !cites && !citationSlots[i].word(row).isEmpty();
        }
        if (!any && !words) {
            return noneCited;
        }
        return new CitationCells(
                citations,
                List.of(cited),
                words ? Arrays.stream(citationSlots).map(slot -> slot.word(row)).toList() : noneCited.words());
    }

    /** Where the value of a column is found: the index of its cell, and the job's constant. */
    private record Slot(int cell, String constant) {

        boolean given() {
            return cell != ABSENT || !constant.isEmpty();
        }

        String value(FeedRow row) {
            String text = text(row);
            return EmptyWords.isNothing(text) ? constant : text;
        }

        /** An error of a spreadsheet stays: there was a number, and it is lost. */
        String citation(FeedRow row) {
            String text = text(row);
            return EmptyWords.isNothing(text) && !EmptyWords.isError(text) ? constant : text;
        }

        /** What stands there instead of a value, where no constant takes its place. */
        String word(FeedRow row) {
            String text = text(row);
            return constant.isEmpty() && EmptyWords.isNothing(text) && !EmptyWords.isError(text) ? text : "";
        }

        private String text(FeedRow row) {
            return cell == ABSENT ? constant : CellText.of(row.cell(cell));
        }
    }

    /** Rows in which blanks of some columns mean the value above, as merged cells leave them. Used by one thread. */
    static final class FilledDown implements FeedRow {

        private final int[] cells;
        private final String[] above;
        private FeedRow row = this;

        FilledDown(int[] cells) {
            this.cells = cells;
            this.above = new String[cells.length];
            Arrays.fill(above, "");
        }

        /** The row with its blanks filled; the row itself where no column is filled down. */
        FeedRow of(FeedRow next) {
            if (cells.length == 0) {
                return next;
            }
            row = next;
            for (int i = 0; i < cells.length; i++) {
                String found = next.cell(cells[i]);
                above[i] = Blanks.skip(found, 0) == found.length() ? above[i] : found;
            }
            return this;
        }

        @Override
        public int cells() {
            return row.cells();
        }

        @Override
        public String cell(int index) {
            for (int i = 0; i < cells.length; i++) {
                if (cells[i] == index) {
                    return above[i];
                }
            }
            return row.cell(index);
        }

        @Override
        public String raw() {
            return row.raw();
        }
    }
}
