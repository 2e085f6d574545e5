package org.greenaudit.sample;

import java.io.IOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.greenaudit.purchase.Column;
import org.greenaudit.purchase.CsvText;
import org.greenaudit.purchase.FeedColumn;
import org.greenaudit.sample.scenario.CellForms.AmountForm;
import org.greenaudit.sample.scenario.CellForms.Shape;
import org.greenaudit.sample.scenario.RowTemplate;
import org.greenaudit.sample.scenario.SplitMix;

/** Writes generated lines: fixed cells are copied, the others are written digit by digit. Not safe for several threads. */
final class LineWriter {

    private static final int MISSING = 2;

    /** What tells lines apart in a feed of distinct names. A model stays what its certificate covers. */
    private static final Set<FeedColumn> NUMBERED = EnumSet.of(FeedColumn.ITEM_NAME, FeedColumn.SPEC);

    private static final List<String> SUPPLIERS =
            List.of("示例科技有限公司", "虚构办公设备有限公司（示例）", "示例商贸有限公司", "虚构电器销售有限公司（示例）", "示例家具有限公司", "虚构信息系统有限公司（示例）");

    private final ByteSink sink;
    private final FeedStyle style;
    private final Column[] columns;
    private final boolean[] numbered;
    private final byte[] articleNumber;
    private final byte[][] suppliers;
    private final byte[] idStart;
    private final byte[] lineEnd;
    private final byte[] extraCells;
    private final byte[] wanBefore;
    private final byte[] wanAfter;
    private final byte[] partOfAFen;
    private final byte[] yuanAfter;

    LineWriter(ByteSink sink, FeedSettings settings) {
        this.sink = sink;
        this.style = settings.style();
        this.columns = style.columns().stream()
                .map(c -> c.column().orElse(FeedColumn.RECORD_ID))
                .toArray(Column[]::new);
        this.numbered = new boolean[columns.length];
        for (int i = 0; i < columns.length; i++) {
            numbered[i] =
                    settings.distinctNames() && columns[i] instanceof FeedColumn column && NUMBERED.contains(column);
        }
        this.articleNumber = bytes(" 货号");
        this.suppliers = SUPPLIERS.stream()
                .map(s -> CsvText.cell(s).getBytes(style.charset()))
                .toArray(byte[][]::new);
        String tag = settings.cities().size() == 1 ? settings.cities().get(0).tag() : "GA";
        this.idStart = bytes(tag + settings.seed() + "-");
        this.lineEnd = bytes(style.lineEnd());
        this.extraCells = bytes(",多出的一格,又一格");
        this.wanBefore = bytes("￥");
        this.wanAfter = bytes("00 万元（人民币）");
        this.partOfAFen = bytes(style.wan() ? "004" : "4");
        this.yuanAfter = bytes(style.wan() ? "元\"" : "\"");
    }

    void header() throws IOException {
        List<String> headers =
                style.columns().stream().map(FeedStyle.FileColumn::header).toList();
        sink.put(bytes(String.join(",", headers)));
        sink.put(lineEnd);
    }

    /**
     * Writes a line.
     *
     * @param record the number in the record id
     * @param line the number of the line, for the contract
     * @param date the contract date's cell
     */
    void line(CompiledRow compiled, long record, long line, byte[] date, BuyerCells.Cell buyer, SplitMix random)
            throws IOException {
        RowTemplate row = compiled.row();
        byte[] supplier = suppliers[random.below(suppliers.length)];
        boolean free = row.amount() == AmountForm.FREE;
        long quantity = 1L + random.below(row.maxQuantity());
        long price = free ? 0 : row.minYuan() + random.below(row.maxYuan() - row.minYuan() + 1);
        int cells = columns.length - (row.shape() == Shape.CELLS_MISSING ? MISSING : 0);
        for (int i = 0; i < cells; i++) {
            if (i > 0) {
                sink.put(',');
            }
            if (numbered[i]) {
                numbered(compiled.fixed()[i], line);
                continue;
            }
            if (!compiled.drawn()[i]) {
                sink.put(compiled.fixed()[i]);
                continue;
            }
            switch ((FeedColumn) columns[i]) {
                case RECORD_ID -> id(record);
                case CONTRACT_NO -> contract(line);
                case CONTRACT_DATE -> sink.put(date);
                case REGION_CODE -> sink.put(buyer.regionCode());
                case REGION_NAME -> sink.put(buyer.regionName());
                case BUYER_CODE -> sink.put(buyer.code());
                case BUYER_NAME -> sink.put(buyer.name());
                case BUYER_TYPE -> sink.put(buyer.type());
                case SUPPLIER_NAME -> sink.put(supplier);
                case QUANTITY -> {
                    sink.number(quantity, 1);
                    sink.put(compiled.quantityTail());
                }
                case UNIT_PRICE -> sink.yuan(price);
                default -> amount(row.amount(), quantity * price);
            }
        }
        if (row.shape() == Shape.EXTRA_CELLS) {
            sink.put(extraCells);
        }
        sink.put(lineEnd);
    }

    /** An empty cell stays empty; a number within quotes stays within them. */
    private void numbered(byte[] cell, long line) throws IOException {
        if (cell.length == 0) {
            return;
        }
        boolean quoted = cell[cell.length - 1] == '"';
        sink.put(quoted ? Arrays.copyOf(cell, cell.length - 1) : cell);
        sink.put(articleNumber);
        sink.number(line, 7);
        if (quoted) {
            sink.put('"');
        }
    }

    private void id(long record) throws IOException {
        sink.put(idStart);
        sink.number(record, 7);
    }

    /** Three lines in a row share a contract. */
    private void contract(long line) throws IOException {
        sink.put('H');
        sink.put('T');
        sink.number((line + 2) / 3, 7);
    }

    private void amount(AmountForm form, long yuan) throws IOException {
        switch (form) {
            case THOUSANDS -> {
                sink.put('"');
                for (int i = 0; i < 6; i++) {
                    sink.put(' ');
                }
                sink.separated(yuan);
                sink.put(yuanAfter);
            }
            case WAN_IN_CELL -> {
                sink.put(wanBefore);
                sink.wan(yuan);
                sink.put(wanAfter);
            }
            case FOURFOLD -> plain(4 * yuan);
            case PART_OF_A_FEN -> {
                plain(yuan);
                sink.put(partOfAFen);
            }
            case YUAN_UNDER_WAN -> sink.yuan(yuan);
            default -> plain(yuan);
        }
    }

    private void plain(long yuan) throws IOException {
        if (style.wan()) {
            sink.wan(yuan);
        } else {
            sink.yuan(yuan);
        }
    }

    private byte[] bytes(String text) {
        return text.getBytes(style.charset());
    }
}
