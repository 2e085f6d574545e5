package org.greenaudit.decision;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.greenaudit.purchase.Column;
import org.greenaudit.purchase.FeedColumn;
import org.greenaudit.purchase.Money;
import org.greenaudit.purchase.PurchaseLine;

/**
 * The facts of a line on which a decision rests: category code, category name, item name, brand, model, specification and
 * amount, in this order.
 *
 * @param values as the line has them, the amount in yuan
 */
public record LineFacts(List<String> values) {

    /** The columns of these facts. */
    public static final List<FeedColumn> COLUMNS = List.of(
            FeedColumn.CATEGORY_CODE,
            FeedColumn.CATEGORY_NAME,
            FeedColumn.ITEM_NAME,
            FeedColumn.BRAND,
            FeedColumn.MODEL,
            FeedColumn.SPEC,
            FeedColumn.AMOUNT);

    public LineFacts {
        values = List.copyOf(values);
    }

    /** Those of a line. */
    public static LineFacts of(PurchaseLine line) {
        return new LineFacts(List.of(
                line.categoryCode(),
                line.categoryName(),
                line.itemName(),
                line.brand(),
                line.model(),
                line.spec(),
                Money.yuan(line.amountFen()).toPlainString()));
    }

    /** A fingerprint of each fact, 16 hex digits, by which a later line tells which of them changed. */
    public List<String> fingerprints() {
        List<String> fingerprints = new ArrayList<>(values.size());
        for (String value : values) {
            fingerprints.add(HexFormat.of().toHexDigits(fingerprint(value)));
        }
        return fingerprints;
    }

    /** FNV-1a of 64 bits: quick, since every finding has seven, and made against chance, not against forgery. */
    private static long fingerprint(String value) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < value.length(); i++) {
            hash = (hash ^ value.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }

    /** The columns whose facts are others than those of which these are the fingerprints. */
    public List<Column> changedSince(List<String> fingerprints) {
        List<String> now = fingerprints();
        List<Column> changed = new ArrayList<>(0);
        for (int i = 0; i < COLUMNS.size(); i++) {
            if (!now.get(i).equals(fingerprints.get(i))) {
                changed.add(COLUMNS.get(i));
            }
        }
        return changed;
    }
}
