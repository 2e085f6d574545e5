package org.greenaudit.sample.scenario;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.greenaudit.purchase.DataWarning;
import org.greenaudit.purchase.FeedColumn;
import org.greenaudit.sample.scenario.CellForms.AmountForm;
import org.greenaudit.sample.scenario.CellForms.DateForm;
import org.greenaudit.sample.scenario.CellForms.QuantityForm;
import org.greenaudit.sample.scenario.CellForms.Shape;
import org.greenaudit.sample.scenario.Scenario.Needs;

/** Untidy data as it arrives in practice: certified desktops in rows with one flaw each. All of them are compliant. */
final class UntidyScenarios {

    private final CertificateBook book;
    private final Product product;
    private final List<Scenario> scenarios = new ArrayList<>();

    private UntidyScenarios(CertificateBook book) {
        this.book = book;
        this.product = Product.certified(Market.DESKTOP, book, "示例甲", "SLDT-580");
    }

    static List<Scenario> scenarios(CertificateBook book) {
        UntidyScenarios untidy = new UntidyScenarios(book);
        untidy.cells();
        untidy.codes();
        untidy.money();
        untidy.dates();
        return untidy.scenarios;
    }

    private void cells() {
        add("quotes-and-line-breaks", row().with(FeedColumn.SPEC, "处理器:\"八核\"\n内存:16GB,\t硬盘:512GB"));
        add("no-break-space-after-the-brand", row().with(FeedColumn.BRAND, "示例甲\u00a0"));
        add("two-computers-as-one-batch", row().priced(3200, 6800, 2).with(FeedColumn.UNIT, "批"));
        add("brand-missing", row().with(FeedColumn.BRAND, ""), DataWarning.BRAND_MISSING);
        add("trailing-cells-missing", row().shaped(Shape.CELLS_MISSING), DataWarning.CELLS_MISSING);
        add(
                "region-missing",
                row().with(FeedColumn.REGION_CODE, "").with(FeedColumn.REGION_NAME, ""),
                DataWarning.REGION_MISSING);
        add("buyer-type-unknown", row().with(FeedColumn.BUYER_TYPE, "其他单位"), DataWarning.BUYER_TYPE_UNREADABLE);
        add("buyer-code-destroyed", row().with(FeedColumn.BUYER_CODE, "1.1361E+17"), DataWarning.BUYER_CODE_DESTROYED);
        add("quantity-with-unit", row().counted(QuantityForm.WITH_UNIT));
        add("unit-in-brackets", row().counted(QuantityForm.UNIT_IN_BRACKETS));
        add("quantity-is-a-batch", row().with(FeedColumn.QUANTITY, "一批"), DataWarning.QUANTITY_UNREADABLE);
    }

    private void codes() {
        add(
                "code-and-name-in-one-cell",
                row().with(FeedColumn.CATEGORY_CODE, "A02010105-台式计算机").with(FeedColumn.CATEGORY_NAME, ""),
                DataWarning.CODE_GLUED);
        add("code-unreadable", row().with(FeedColumn.CATEGORY_CODE, "02010105"), DataWarning.CODE_UNREADABLE);
        add("code-of-2013", row().with(FeedColumn.CATEGORY_CODE, "A02010104").with(FeedColumn.CATEGORY_SCHEME, "2013"));
        add("scheme-contradicts-the-name", row().with(FeedColumn.CATEGORY_CODE, "A02010104"));
        RowTemplate unreadable = row().with(FeedColumn.CATEGORY_SCHEME, "最新版");
        scenarios.add(scenario("scheme-unreadable", unreadable, DataWarning.SCHEME_UNREADABLE)
                .needing(Needs.SCHEME_COLUMN));
    }

    private void money() {
        add("amount-with-separators", row().paid(AmountForm.THOUSANDS));
        add("amount-in-wan", row().paid(AmountForm.WAN_IN_CELL));
        add("amount-is-four-times-the-product", row().paid(AmountForm.FOURFOLD), DataWarning.AMOUNT_MISMATCH);
        add("amount-with-a-part-of-a-fen", row().paid(AmountForm.PART_OF_A_FEN), DataWarning.AMOUNT_ROUNDED);
        add("gift", row().paid(AmountForm.FREE), DataWarning.AMOUNT_NOT_POSITIVE);
        add("unit-price-unreadable", row().with(FeedColumn.UNIT_PRICE, "面议"), DataWarning.UNIT_PRICE_UNREADABLE);
        scenarios.add(scenario(
                        "yuan-under-a-wan-header",
                        row().paid(AmountForm.YUAN_UNDER_WAN),
                        DataWarning.AMOUNT_UNIT_SUSPECT)
                .needing(Needs.WAN_HEADER));
    }

    private void dates() {
        add("date-with-time", row().dated(DateForm.CHINESE_WITH_TIME));
        add("date-with-slashes", row().dated(DateForm.SLASHES));
        add("date-without-separators", row().dated(DateForm.COMPACT));
        LocalDate from = book.period().from();
        LocalDate firstWholeMonth =
                from.getDayOfMonth() == 1 ? from : from.plusMonths(1).withDayOfMonth(1);
        scenarios.add(scenario("date-names-a-month", row().dated(DateForm.MONTH), DataWarning.DATE_MONTH_ONLY)
                .notBefore(firstWholeMonth));
    }

    private RowTemplate row() {
        return product.row();
    }

    private void add(String id, RowTemplate row, DataWarning... warnings) {
        scenarios.add(scenario(id, row, warnings));
    }

    private static Scenario scenario(String id, RowTemplate row, DataWarning... warnings) {
        return Scenario.of(
                "dirt-" + id, 2, ExpectedLine.compliant(Market.DESKTOP).warned(warnings), row);
    }
}
