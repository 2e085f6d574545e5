package org.greenaudit.rules;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.greenaudit.purchase.BuyerType;
import org.greenaudit.purchase.CitationCells;
import org.greenaudit.purchase.DataWarning;
import org.greenaudit.purchase.KnownColumns;
import org.greenaudit.purchase.Measure;
import org.greenaudit.purchase.PurchaseLine;
import org.greenaudit.purchase.SourceRef;

/** A purchase line for the tests: a desktop computer 示例甲 M100 bought by an office on 2026-03-01. All fictional. */
public final class LineBuilder {

    private LocalDate date = LocalDate.of(2026, 3, 1);
    private BuyerType buyer = BuyerType.ADMINISTRATION;
    private String region = "361002";
    private String code = "A02010104";
    private String categoryName = "";
    private String scheme = "2013";
    private String item = "台式计算机";
    private String brand = "示例甲";
    private String model = "M100";
    private String spec = "";
    private String quantity = "";
    private String unitPrice = "";
    private String energy = "";
    private String eco = "";
    private boolean certificateColumns = true;
    private String reason = "";
    private String approval = "";
    private Set<DataWarning> warnings = EnumSet.noneOf(DataWarning.class);

    public static LineBuilder line() {
        return new LineBuilder();
    }

    public LineBuilder on(String contractDate) {
        date = LocalDate.parse(contractDate);
        return this;
    }

    public LineBuilder buyer(BuyerType type) {
        buyer = type;
        return this;
    }

    public LineBuilder region(String regionCode) {
        region = regionCode;
        return this;
    }

    public LineBuilder category(String categoryCode, String name, String categoryScheme) {
        code = categoryCode;
        categoryName = name;
        scheme = categoryScheme;
        return this;
    }

    public LineBuilder item(String name) {
        item = name;
        return this;
    }

    public LineBuilder brand(String value) {
        brand = value;
        return this;
    }

    public LineBuilder model(String value) {
        model = value;
        return this;
    }

    public LineBuilder spec(String value) {
        spec = value;
        return this;
    }

    public LineBuilder price(String count, String each) {
        quantity = count;
        unitPrice = each;
        return this;
    }

    public LineBuilder energy(String numbers) {
        energy = numbers;
        certificateColumns = true;
        return this;
    }

    public LineBuilder eco(String numbers) {
        eco = numbers;
        certificateColumns = true;
        return this;
    }

    public LineBuilder withoutCertificateColumns() {
        certificateColumns = false;
        return this;
    }

    public LineBuilder exemption(String why, String approvalNo) {
        reason = why;
        approval = approvalNo;
        return this;
    }

    public LineBuilder warning(DataWarning warning) {
        warnings.add(warning);
        return this;
    }

    public PurchaseLine build() {
        return new PurchaseLine(
                new SourceRef(0, "test.csv", 2),
                "R1",
                "C1",
                date,
                region,
                "",
                "",
                "示例单位",
                buyer,
                "",
                code,
                categoryName,
                scheme,
                item,
                brand,
                model,
                spec,
                measure(quantity),
                "台",
                measure(unitPrice),
                500_000L,
                certificateColumns
                        ? new CitationCells(KnownColumns.ALL.citations(), List.of(energy, eco))
                        : CitationCells.NONE,
                reason,
                approval,
                warnings);
    }

    private static Measure measure(String text) {
        return text.isEmpty() ? Measure.UNKNOWN : Measure.of(new java.math.BigDecimal(text));
    }
}
