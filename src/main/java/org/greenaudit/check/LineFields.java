package org.greenaudit.check;

import java.util.LinkedHashMap;
import java.util.Map;
import org.greenaudit.purchase.CitationCells;
import org.greenaudit.purchase.Column;
import org.greenaudit.purchase.FeedColumn;
import org.greenaudit.purchase.Money;
import org.greenaudit.purchase.PurchaseLine;

/** How each field of a line was read. */
public final class LineFields {

    private LineFields() {}

    /** What was read for each column that a line may have, certificates behind the amount; empty where nothing was. */
    public static Map<Column, String> of(PurchaseLine line) {
        Map<Column, String> fields = new LinkedHashMap<>();
        for (FeedColumn column : FeedColumn.values()) {
            fields.put(column, value(line, column));
            if (column == FeedColumn.AMOUNT) {
                CitationCells citations = line.citations();
                for (int i = 0; i < citations.columns().size(); i++) {
                    fields.put(citations.columns().get(i), citations.cells().get(i));
                }
            }
        }
        return fields;
    }

    private static String value(PurchaseLine line, FeedColumn column) {
        return switch (column) {
            case RECORD_ID -> line.recordId();
            case CONTRACT_NO -> line.contractNo();
            case CONTRACT_DATE -> line.contractDate().toString();
            case REGION_CODE -> line.regionCode();
            case REGION_NAME -> line.regionName();
            case BUYER_CODE -> line.buyerCode();
            case BUYER_NAME -> line.buyerName();
            case BUYER_TYPE -> line.buyerType().label();
            case SUPPLIER_NAME -> line.supplierName();
            case CATEGORY_CODE -> line.categoryCode();
            case CATEGORY_NAME -> line.categoryName();
            case CATEGORY_SCHEME -> line.categoryScheme();
            case ITEM_NAME -> line.itemName();
            case BRAND -> line.brand();
            case MODEL -> line.model();
            case SPEC -> line.spec();
            case QUANTITY -> line.quantity().toString();
            case UNIT -> line.unit();
            case UNIT_PRICE -> line.unitPrice().toString();
            case AMOUNT -> Money.yuan(line.amountFen()).toString();
            case EXEMPTION_REASON -> line.exemptionReason();
            case APPROVAL_NO -> line.approvalNo();
            case LINE_STATUS, BRAND_MODEL, REMARK -> "";
        };
    }
}
