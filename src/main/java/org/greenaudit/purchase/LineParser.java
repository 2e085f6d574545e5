package org.greenaudit.purchase;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.greenaudit.message.Text;
import org.greenaudit.text.Blanks;
import org.greenaudit.text.CellText;
import org.greenaudit.text.DateParser;
import org.greenaudit.text.DecimalScan;
import org.greenaudit.text.EmptyWords;
import org.greenaudit.text.FullWidth;
import org.greenaudit.text.Garbled;
import org.greenaudit.text.GluedCode;
import org.greenaudit.text.ModelLabels;
import org.greenaudit.text.ParsedDate;
import org.greenaudit.text.Remembered;
import org.greenaudit.text.UnitCodes;

/**
 * Turns the rows of one source into purchase lines. A row is rejected only when a required field cannot be read (what
 * was bought, the buyer, the contract date, the amount), when its words are garbled or when it has more cells than the header; a row that is no
 * purchase is set apart; everything else that is odd becomes a {@link DataWarning}. Used by one thread.
 */
public final class LineParser {

    private static final long FEN_PER_YUAN = 100;

    /** What is written in words. */
    private static final List<FeedColumn> NAMES = List.of(
            FeedColumn.BUYER_NAME,
            FeedColumn.ITEM_NAME,
            FeedColumn.CATEGORY_NAME,
            FeedColumn.CATEGORY_CODE,
            FeedColumn.BRAND,
            FeedColumn.MODEL,
            FeedColumn.SPEC,
            FeedColumn.SUPPLIER_NAME,
            FeedColumn.REGION_NAME);

    /** What a contract with several lines names once, in cells that were merged. */
    private static final List<FeedColumn> MERGED = List.of(
            FeedColumn.CONTRACT_NO,
            FeedColumn.CONTRACT_DATE,
            FeedColumn.BUYER_CODE,
            FeedColumn.BUYER_NAME,
            FeedColumn.REGION_CODE,
            FeedColumn.REGION_NAME,
            FeedColumn.SUPPLIER_NAME);

    /** Tells all columns of a contract that are blank together. */
    private static final String BLANK_TOGETHER = "reject.detail.required-merged";

    /** A number of ten digits is rather one of a certificate than an amount. */
    private static final BigDecimal NO_AMOUNT = BigDecimal.valueOf(1_000_000_000L);

    private final FeedLayout layout;
    private final FeedLayout.FilledDown filled;
    private final WarningSets warnings = new WarningSets();
    private final List<Fault> faults = new ArrayList<>();
    private final Remembered<Optional<ParsedDate>> dates = new Remembered<>(DateParser::parse);
    private final Remembered<GluedCode> codes = new Remembered<>(GluedCode::split);
    private final Remembered<Optional<String>> garbled = new Remembered<>(Garbled::before);
    private final Remembered<Boolean> nameless = new Remembered<>(EmptyWords::namesNone);
    private String lastRegionCode = "";
    private String lastRegionName = "";
    private RegionCodes.OfRow lastRegion;

    /** A parser of that source's rows. */
    public LineParser(FeedLayout layout) {
        this.layout = layout;
        this.lastRegion = RegionCodes.OfRow.of("", "", layout.regions());
        this.filled = layout.filler();
    }

    /** Reads the row that starts on that line (for a table: the row of that number). */
    public Parsed parse(long line, FeedRow row) {
        SourceRef ref = new SourceRef(layout.sourceNo(), layout.source(), line);
        warnings.clear();
        faults.clear();
        OrderWords.State order = layout.setApart().order(layout, row);
        order.warning().ifPresent(warnings::add);
        Optional<SetApart.Reason> apart =
                order.reason().or(() -> layout.setApart().byWords(layout, row));
        if (apart.isEmpty()) {
            return purchase(ref, filled.of(row));
        }
        SetApart.Span span =
                apart.get() == SetApart.Reason.TOTAL ? SetApartRows.total(layout, row) : SetApart.Span.NOTHING;
        return new SetApart(ref, recordId(ref, row), region(row), apart.get(), span, readableAmount(row));
    }

    /** The region code of a row, whatever else of it can be read; empty for none. */
    private String region(FeedRow row) {
        return rowRegion(row).code();
    }

    /** Rows of one region mostly stand together. */
    private RegionCodes.OfRow rowRegion(FeedRow row) {
        String code = layout.value(row, FeedColumn.REGION_CODE);
        String name = layout.value(row, FeedColumn.REGION_NAME);
        if (!code.equals(lastRegionCode) || !name.equals(lastRegionName)) {
            lastRegionCode = code;
            lastRegionName = name;
            lastRegion = RegionCodes.OfRow.of(code, name, layout.regions());
        }
        return lastRegion;
    }

    private Parsed purchase(SourceRef ref, FeedRow row) {
        String amountCell = layout.value(row, FeedColumn.AMOUNT);
        String quantityCell = layout.value(row, FeedColumn.QUANTITY);
        Quantity quantity = quantityCell.isEmpty() ? Quantity.UNREADABLE : Quantity.parse(quantityCell);
        Optional<Money> amount = MoneyParser.amount(amountCell)
                .filter(read -> !tooLarge(read) && !ofOneOfSeveral(amountCell, quantity, row));
        Optional<Rejection> surplus = surplus(ref, row);
        if (surplus.isPresent()) {
            return surplus.get();
        }
        boolean goneBack =
                quantity.measure().known() && quantity.measure().value().signum() < 0;
        if (amount.isPresent() && (goneBack || amount.get().fen(layout.amountUnit()) < 0)) {
            return new SetApart(
                    ref,
                    recordId(ref, row),
                    region(row),
                    SetApart.Reason.REFUND,
                    amount.get().fen(layout.amountUnit()));
        }
        boolean nothingBought = quantity.measure().known()
                && quantity.measure().value().signum() == 0
                && amount.filter(read -> read.fen(layout.amountUnit()) == 0).isPresent();
        if (nothingBought) {
            return new SetApart(ref, recordId(ref, row), region(row), SetApart.Reason.CANCELLED, 0);
        }
        warnings.addIf(row.cells() < layout.headerCells(), DataWarning.CELLS_MISSING);

        String dateCell = layout.value(row, FeedColumn.CONTRACT_DATE);
        Optional<ParsedDate> date = dates.of(dateCell);
        if (date.isEmpty()) {
            fault(row, FeedColumn.CONTRACT_DATE, dateCell, RejectReason.DATE_UNREADABLE, "date");
        }
        String buyer = layout.value(row, FeedColumn.BUYER_NAME);
        if (buyer.isEmpty()) {
            fault(row, FeedColumn.BUYER_NAME, buyer, RejectReason.REQUIRED_EMPTY, "");
        }
        Category category = category(row);
        String item = layout.value(row, FeedColumn.ITEM_NAME);
        if (item.isEmpty() && category.name().isEmpty() && category.code().isEmpty()) {
            String code = Rejection.shortened(layout.value(row, FeedColumn.CATEGORY_CODE));
            String name = layout.found(row, FeedColumn.ITEM_NAME);
            String found = name.isEmpty() ? code : name;
            Text detail = Text.of("reject.detail.item-empty", code);
            faults.add(new Fault(RejectReason.REQUIRED_EMPTY, FeedColumn.ITEM_NAME, found, detail));
        }
        if (amount.isEmpty()) {
            fault(row, FeedColumn.AMOUNT, amountCell, RejectReason.AMOUNT_UNREADABLE, "amount");
        }
        if (date.isEmpty() || amount.isEmpty() || !faults.isEmpty()) {
            addGarbled(row);
            return rejection(ref, row, readableAmount(row));
        }
        warnings.addIf(date.get().monthOnly(), DataWarning.DATE_MONTH_ONLY);
        warnings.addIf(!quantityCell.isEmpty() && !quantity.measure().known(), DataWarning.QUANTITY_UNREADABLE);
        String named = item.isEmpty() ? category.name() : item;
        PurchaseLine purchase = line(ref, row, date.get(), buyer, amount.get(), quantity, category, named);
        if (isLegible(purchase)) {
            return purchase;
        }
        addGarbled(row);
        return faults.isEmpty() ? purchase : rejection(ref, row, purchase.amountFen());
    }

    /** The row with all its faults, by the first of them. */
    private Rejection rejection(SourceRef ref, FeedRow row, long amountFen) {
        Fault first = faults.get(0);
        Text details = Text.joined(faults.stream().map(Fault::detail).toList());
        return new Rejection(
                ref,
                region(row),
                first.reason(),
                first.column().header(),
                first.value(),
                details,
                row.raw(),
                amountFen);
    }

    private boolean isLegible(PurchaseLine line) {
        return garbled.of(line.buyerName()).isEmpty()
                && garbled.of(line.itemName()).isEmpty()
                && garbled.of(line.categoryName()).isEmpty()
                && garbled.of(line.brand()).isEmpty()
                && garbled.of(line.model()).isEmpty()
                && garbled.of(line.spec()).isEmpty()
                && garbled.of(line.supplierName()).isEmpty()
                && garbled.of(line.regionName()).isEmpty();
    }

    /** The first of its names that is garbled; the others mostly are too. */
    private void addGarbled(FeedRow row) {
        for (FeedColumn column : NAMES) {
            String cell = Rejection.shortened(layout.found(row, column));
            Optional<String> before = garbled.of(cell);
            if (before.isPresent()) {
                Text detail = before.get().isEmpty()
                        ? Text.of("reject.detail.characters-lost", cell)
                        : Text.of("reject.detail.garbled", cell, before.get());
                faults.add(new Fault(RejectReason.BAD_CHARACTERS, column, cell, detail));
                return;
            }
        }
    }

    /**
     * A row with more cells than the header is rejected when a surplus cell holds something, or when its numbers stand
     * where none belong: a cell that came apart has moved those behind it. Surplus cells that are empty do no harm.
     */
    private Optional<Rejection> surplus(SourceRef ref, FeedRow row) {
        for (int i = layout.headerCells(); i < row.cells(); i++) {
            String surplus = Blanks.trim(row.cell(i));
            if (!surplus.isEmpty()) {
                Text detail = Text.of("reject.detail.too-many-cells", row.cells(), layout.headerCells(), surplus);
                return Optional.of(
                        new Rejection(ref, "", RejectReason.TOO_MANY_CELLS, "", surplus, detail, row.raw(), 0));
            }
        }
        return row.cells() <= layout.headerCells()
                ? Optional.empty()
                : layout.cells().entrySet().stream()
                        .filter(each -> each.getKey() == FeedColumn.UNIT || each.getKey() instanceof CitationColumn)
                        .filter(each -> isBareNumber(CellText.of(row.cell(each.getValue()))))
                        .findFirst()
                        .map(each -> {
                            Column column = each.getKey();
                            String found = CellText.of(row.cell(each.getValue()));
                            Text detail = Text.of(
                                    "reject.detail.cells-moved",
                                    row.cells(),
                                    layout.headerCells(),
                                    column.header(),
                                    column.chinese(),
                                    found);
                            return new Rejection(
                                    ref, "", RejectReason.TOO_MANY_CELLS, column.header(), found, detail, row.raw(), 0);
                        });
    }

    /** Whether it is a number as quantities and amounts are; certificates may have numbers of many digits. */
    private static boolean isBareNumber(String cell) {
        DecimalScan scan = DecimalScan.at(cell, 0);
        return scan.found() && scan.end() == cell.length() && scan.value().compareTo(NO_AMOUNT) < 0;
    }

    /** 10000元/批, where several 批 were bought, or nobody knows of what, may be the price of one. */
    private boolean ofOneOfSeveral(String amountCell, Quantity quantity, FeedRow row) {
        int slash = Math.max(amountCell.lastIndexOf('/'), amountCell.lastIndexOf('／'));
        boolean several =
                quantity.measure().known() && quantity.measure().value().compareTo(BigDecimal.ONE) != 0;
        if (slash < 0 || !several) {
            return false;
        }
        String unit = layout.value(row, FeedColumn.UNIT);
        return amountCell.startsWith(unit.isEmpty() ? quantity.unit() : unit, slash + 1);
    }

    private PurchaseLine line(
            SourceRef ref,
            FeedRow row,
            ParsedDate date,
            String buyer,
            Money amount,
            Quantity quantity,
            Category category,
            String item) {
        Measure unitPrice = unitPrice(row);
        long amountFen = amountFen(amount, quantity.measure(), unitPrice);
        String unit = layout.value(row, FeedColumn.UNIT);
        RegionCodes.OfRow region = rowRegion(row);
        region.warning().ifPresent(warnings::add);
        String brand = named(layout.value(row, FeedColumn.BRAND));
        warnings.addIf(brand.isEmpty(), DataWarning.BRAND_MISSING);
        BuyerType buyerType = buyerType(row);
        String scheme = scheme(row);
        String model = model(row);
        CitationCells citations = layout.citations(row);
        warnings.addIf(citations.differ(), DataWarning.CERTIFICATES_DIFFER);
        return new PurchaseLine(
                ref,
                recordId(ref, row),
                layout.value(row, FeedColumn.CONTRACT_NO),
                date.date(),
                region.code(),
                region.name(),
                buyerCode(row),
                buyer,
                buyerType,
                layout.value(row, FeedColumn.SUPPLIER_NAME),
                category.code(),
                category.name(),
                scheme,
                item,
                brand,
                model,
                layout.value(row, FeedColumn.SPEC),
                quantity.measure(),
                unit.isEmpty() ? quantity.unit() : unit,
                unitPrice,
                amountFen,
                citations,
                layout.value(row, FeedColumn.EXEMPTION_REASON),
                layout.value(row, FeedColumn.APPROVAL_NO),
                warnings.get());
    }

    private String recordId(SourceRef ref, FeedRow row) {
        String given = layout.recordId(row);
        return given.isEmpty() ? ref.recordId() : given;
    }

    private Measure unitPrice(FeedRow row) {
        String cell = layout.value(row, FeedColumn.UNIT_PRICE);
        if (cell.isEmpty()) {
            return Measure.UNKNOWN;
        }
        Optional<Money> price = MoneyParser.unitPrice(cell);
        warnings.addIf(price.isEmpty(), DataWarning.UNIT_PRICE_UNREADABLE);
        return price.isEmpty() ? Measure.UNKNOWN : Measure.of(price.get().yuan(layout.priceUnit()));
    }

    private long amountFen(Money amount, Measure quantity, Measure unitPrice) {
        long fen = amount.fen(layout.amountUnit());
        warnings.addIf(amount.isFinerThanFen(layout.amountUnit()), DataWarning.AMOUNT_ROUNDED);
        if (amount.unit().isEmpty() && layout.amountUnit() != MoneyUnit.YUAN) {
            long asYuan = amount.fen(MoneyUnit.YUAN);
            if (!agree(quantity, unitPrice, fen) && agree(quantity, unitPrice, asYuan)) {
                fen = asYuan;
                warnings.add(DataWarning.AMOUNT_UNIT_SUSPECT);
            }
        }
        warnings.addIf(fen <= 0, DataWarning.AMOUNT_NOT_POSITIVE);
        boolean known = quantity.known() && unitPrice.known();
        warnings.addIf(known && !agree(quantity, unitPrice, fen), DataWarning.AMOUNT_MISMATCH);
        return fen;
    }

    /** Whether quantity × unit price agrees with an amount: within 1 % of it or 1 yuan, whichever is more. */
    private static boolean agree(Measure quantity, Measure unitPrice, long amountFen) {
        if (!quantity.known() || !unitPrice.known()) {
            return false;
        }
        BigDecimal fen = quantity.value().multiply(unitPrice.value()).movePointRight(2);
        BigDecimal difference = fen.subtract(BigDecimal.valueOf(amountFen)).abs();
        // 1 % of the amount, compared a hundredfold so that nothing is rounded.
        long tolerance = Math.max(FEN_PER_YUAN * 100, Math.abs(amountFen));
        return difference.movePointRight(2).compareTo(BigDecimal.valueOf(tolerance)) <= 0;
    }

    private Category category(FeedRow row) {
        String codeCell = layout.value(row, FeedColumn.CATEGORY_CODE);
        String nameCell = layout.value(row, FeedColumn.CATEGORY_NAME);
        GluedCode inCode = codes.of(codeCell);
        GluedCode inName = codes.of(nameCell);
        boolean nameHoldsCode = !inName.code().isEmpty();
        String code = inCode.code().isEmpty() ? inName.code() : inCode.code();
        String name = nameHoldsCode ? inName.name() : nameCell;
        warnings.addIf(inCode.glued() || inName.glued(), DataWarning.CODE_GLUED);
        boolean unread =
                !codeCell.isEmpty() && inCode.code().isEmpty() && inCode.name().isEmpty();
        warnings.addIf(unread, DataWarning.CODE_UNREADABLE);
        return new Category(code, name.isEmpty() ? inCode.name() : name);
    }

    private BuyerType buyerType(FeedRow row) {
        String cell = layout.value(row, FeedColumn.BUYER_TYPE);
        BuyerType type = cell.isEmpty() ? BuyerType.UNKNOWN : BuyerType.of(cell);
        warnings.addIf(!cell.isEmpty() && type == BuyerType.UNKNOWN, DataWarning.BUYER_TYPE_UNREADABLE);
        return type;
    }

    private String buyerCode(FeedRow row) {
        String code = layout.value(row, FeedColumn.BUYER_CODE);
        boolean destroyed = UnitCodes.isDestroyed(code);
        warnings.addIf(destroyed, DataWarning.BUYER_CODE_DESTROYED);
        return destroyed ? "" : code;
    }

    private String scheme(FeedRow row) {
        String found = layout.value(row, FeedColumn.CATEGORY_SCHEME);
        String cell = found.contains("20") ? found : FullWidth.compact(found);
        boolean old = cell.contains("2013");
        boolean current = cell.contains("2022");
        warnings.addIf(!cell.isEmpty() && old == current, DataWarning.SCHEME_UNREADABLE);
        return old == current ? "" : old ? "2013" : "2022";
    }

    private String model(FeedRow row) {
        String cell = layout.value(row, FeedColumn.MODEL);
        String model = named(ModelLabels.strip(cell.isEmpty() ? layout.value(row, FeedColumn.BRAND_MODEL) : cell));
        warnings.addIf(model.isEmpty(), DataWarning.MODEL_MISSING);
        return model;
    }

    private String named(String cell) {
        return nameless.of(cell) ? "" : cell;
    }

    private boolean tooLarge(Money amount) {
        return MoneyParser.isTooLarge(amount.yuan(layout.amountUnit()));
    }

    private long readableAmount(FeedRow row) {
        return MoneyParser.amount(layout.value(row, FeedColumn.AMOUNT))
                .filter(read -> !tooLarge(read))
                .map(read -> read.fen(layout.amountUnit()))
                .orElse(0L);
    }

    /** The columns of a contract that are blank together in a row that has goods, as merged cells leave them. */
    private List<String> perhapsMerged(FeedRow row, FeedColumn column) {
        List<String> blank = MERGED.stream()
                .filter(one ->
                        layout.indexOf(one) >= 0 && layout.value(row, one).isEmpty())
                .map(FeedColumn::header)
                .toList();
        boolean goods = !layout.value(row, FeedColumn.ITEM_NAME).isEmpty()
                && !layout.value(row, FeedColumn.AMOUNT).isEmpty();
        boolean several = blank.size() > 1 || column == FeedColumn.CONTRACT_DATE;
        return goods && several && blank.contains(column.header()) ? blank : List.of();
    }

    private void fault(FeedRow row, FeedColumn column, String cell, RejectReason reason, String expected) {
        if (!cell.isEmpty()) {
            String shown = Rejection.shortened(cell);
            faults.add(new Fault(reason, column, cell, Text.of("reject.detail." + expected, shown)));
            return;
        }
        String found = Rejection.shortened(layout.found(row, column));
        List<String> merged = found.isEmpty() ? perhapsMerged(row, column) : List.of();
        Text detail;
        if (found.equals(EmptyWords.NO_RESULT)) {
            detail = Text.of("reject.detail.no-result", column.header(), column.chinese());
        } else if (!found.isEmpty()) {
            detail = Text.of("reject.detail.required-no-value", column.header(), column.chinese(), found);
        } else if (merged.isEmpty()) {
            detail = Text.of("reject.detail.required-empty", column.header(), column.chinese());
        } else if (faults.stream().anyMatch(told -> told.detail().key().equals(BLANK_TOGETHER))) {
            return;
        } else {
            detail = Text.of(BLANK_TOGETHER, column.header(), column.chinese(), String.join(", ", merged));
        }
        faults.add(new Fault(RejectReason.REQUIRED_EMPTY, column, found, detail));
    }

    /** What keeps a row from being read. */
    private record Fault(RejectReason reason, FeedColumn column, String value, Text detail) {}

    /** Code and name of the category, from whichever cells hold them. */
    private record Category(String code, String name) {}
}
