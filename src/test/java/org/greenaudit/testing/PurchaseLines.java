package org.greenaudit.testing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.greenaudit.purchase.BuyerType;
import org.greenaudit.purchase.CitationCells;
import org.greenaudit.purchase.CitationColumn;
import org.greenaudit.purchase.DataWarning;
import org.greenaudit.purchase.KnownColumns;
import org.greenaudit.purchase.Measure;
import org.greenaudit.purchase.PurchaseLine;
import org.greenaudit.purchase.SourceRef;
import org.greenaudit.text.EmptyWords;

/**
 * Builds a purchase line as the parser would hand it on; everything in it is fictional. A test names only what it is
 * about:
 *
 * <pre>{@code
 * PurchaseLine line = PurchaseLines.desktop().brand("示例乙").model("M200").energy("CQC1；CQC2").build();
 * }</pre>
 */
public final class PurchaseLines {

    private static final String ENERGY_COLUMN = "energy_certificate_no";
    private static final String ECO_COLUMN = "eco_certificate_no";

    private long number = 2;
    private String recordId = "R1";
    private LocalDate date = LocalDate.of(2026, 3, 1);
    private String regionCode = "";
    private String regionName = "";
    private String buyerName = "示例单位";
    private BuyerType buyerType = BuyerType.UNKNOWN;
    private String code = "";
    private String categoryName = "";
    private String scheme = "";
    private String item;
    private String brand = "";
    private String model = "";
    private String spec = "";
    private String quantity = "";
    private String unitPrice = "";
    private long fen = 500_000;
    private final Map<String, String> cited = new HashMap<>();
    private boolean certificateColumns = true;
    private String reason = "";
    private String approval = "";
    private final Set<DataWarning> warnings = EnumSet.noneOf(DataWarning.class);

    private PurchaseLines(String item) {
        this.item = item;
    }

    /** A line of 5000 yuan that says nothing of what was bought but its name. */
    public static PurchaseLines of(String itemName) {
        return new PurchaseLines(itemName);
    }

    /** A desktop computer 示例甲 M100 under its code of 2013, bought by an office in 361002 on 2026-03-01; no certificate. */
    public static PurchaseLines desktop() {
        return of("台式计算机")
                .buyer(BuyerType.ADMINISTRATION)
                .region("361002", "")
                .code("A02010104")
                .scheme("2013")
                .brand("示例甲")
                .model("M100");
    }

    /** The line of the file on which it stands, which gives it its record id: {@code R7} on line 7. */
    public PurchaseLines number(long line) {
        number = line;
        recordId = "R" + line;
        return this;
    }

    /** The contract date. */
    public PurchaseLines on(String contractDate) {
        return on(LocalDate.parse(contractDate));
    }

    /** The contract date. */
    public PurchaseLines on(LocalDate contractDate) {
        date = contractDate;
        return this;
    }

    public PurchaseLines region(String regionCode, String name) {
        this.regionCode = regionCode;
        this.regionName = name;
        return this;
    }

    public PurchaseLines buyer(BuyerType type) {
        buyerType = type;
        return this;
    }

    public PurchaseLines buyer(String name, BuyerType type) {
        buyerName = name;
        buyerType = type;
        return this;
    }

    /** The category code (品目编码). */
    public PurchaseLines code(String categoryCode) {
        code = categoryCode;
        return this;
    }

    /** The category's name (品目名称). */
    public PurchaseLines category(String name) {
        categoryName = name;
        return this;
    }

    /** The edition of the category code, {@code 2013} or {@code 2022}. */
    public PurchaseLines scheme(String edition) {
        scheme = edition;
        return this;
    }

    public PurchaseLines item(String name) {
        item = name;
        return this;
    }

    public PurchaseLines brand(String name) {
        brand = name;
        return this;
    }

    public PurchaseLines model(String name) {
        model = name;
        return this;
    }

    public PurchaseLines spec(String text) {
        spec = text;
        return this;
    }

    /** How many; empty when unknown. */
    public PurchaseLines quantity(String count) {
        quantity = count;
        return this;
    }

    /** What each cost, in yuan; empty when unknown. */
    public PurchaseLines unitPrice(String yuan) {
        unitPrice = yuan;
        return this;
    }

    /** What all of it cost, in fen. */
    public PurchaseLines amountFen(long amount) {
        fen = amount;
        return this;
    }

    /** The certificates cited in a list's column of the feed, such as {@code energy_certificate_no}, as written. */
    public PurchaseLines cites(String column, String numbers) {
        cited.put(column, numbers);
        certificateColumns = true;
        return this;
    }

    /** The energy-saving certificates cited, as written. */
    public PurchaseLines energy(String numbers) {
        return cites(ENERGY_COLUMN, numbers);
    }

    /** The eco-label certificates cited, as written. */
    public PurchaseLines eco(String numbers) {
        return cites(ECO_COLUMN, numbers);
    }

    /** The feed has no columns for certificates: it says nothing about them. */
    public PurchaseLines withoutCertificateColumns() {
        certificateColumns = false;
        return this;
    }

    /** The reason for an exemption and the number of its approval; either may be empty. */
    public PurchaseLines exemption(String why, String approvalNo) {
        reason = why;
        approval = approvalNo;
        return this;
    }

    /** What the parser found odd, besides what was named before. */
    public PurchaseLines warning(DataWarning warning) {
        warnings.add(warning);
        return this;
    }

    /** The line; later steps do not change it. */
    public PurchaseLine build() {
        return new PurchaseLine(
                new SourceRef(0, "feed.csv", number),
                recordId,
                "C1",
                date,
                regionCode,
                regionName,
                "",
                buyerName,
                buyerType,
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
                fen,
                citations(),
                reason,
                approval,
                Set.copyOf(warnings));
    }

    private CitationCells citations() {
        if (!certificateColumns) {
            return CitationCells.NONE;
        }
        List<CitationColumn> columns = KnownColumns.ALL.citations();
        return new CitationCells(
                columns,
                columns.stream()
                        .map(this::cited)
                        .map(cell -> isWord(cell) ? "" : cell)
                        .toList(),
                columns.stream()
                        .map(this::cited)
                        .map(cell -> isWord(cell) ? cell : "")
                        .toList());
    }

    private static boolean isWord(String cell) {
        return EmptyWords.isNothing(cell) && !EmptyWords.isError(cell);
    }

    private String cited(CitationColumn column) {
        return cited.getOrDefault(column.header(), "");
    }

    private static Measure measure(String text) {
        return text.isEmpty() ? Measure.UNKNOWN : Measure.of(new BigDecimal(text));
    }
}
