package org.greenaudit.decision;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.greenaudit.purchase.Column;
import org.greenaudit.purchase.FeedColumn;
import org.greenaudit.purchase.Money;
import org.greenaudit.purchase.PurchaseLine;

/**
 * The facts of a line on which a decision rests: category code with the catalogue that the line says it is of, category
 * name, item name, brand, model, specification and amount, in this order.
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

    /** Stands between the code and its catalogue; a code alone is as it is. */
    private static final char OF_SCHEME = '\0';

    /** What lines say of the catalogue; of others it is only known that the code or its catalogue changed. */
    private static final List<String> SCHEMES = List.of("", "2013", "2022");

    public LineFacts {
        values = List.copyOf(values);
    }

    /** Those of a line. */
    public static LineFacts of(PurchaseLine line) {
        return new LineFacts(List.of(
                coded(line.categoryCode(), line.categoryScheme()),
                line.categoryName(),
                line.itemName(),
                line.brand(),
                line.model(),
                line.spec(),
                Money.yuan(line.amountFen()).toPlainString()));
    }

    private static String coded(String code, String scheme) {
        return scheme.isEmpty() ? code : code + OF_SCHEME + scheme;
    }

    /** A fingerprint of each fact, 16 hex digits, by which a later line tells which of them changed. */
    public List<String> fingerprints() {
        List<String> fingerprints = new ArrayList<>(values.size());
        for (String value : values) {
            fingerprints.add(fingerprint(value));
        }
        return fingerprints;
    }

    /** FNV-1a of 64 bits: quick, since every finding has seven, and made against chance, not against forgery. */
    private static String fingerprint(String value) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < value.length(); i++) {
            hash = (hash ^ value.charAt(i)) * 0x100000001b3L;
        }
        return HexFormat.of().toHexDigits(hash);
    }

    /** The columns whose facts are others than those of which these are the fingerprints. */
    public List<Column> changedSince(List<String> fingerprints) {
        List<String> now = fingerprints();
        List<Column> changed = new ArrayList<>(0);
        for (int i = 0; i < COLUMNS.size(); i++) {
            if (!now.get(i).equals(fingerprints.get(i))) {
                changed.add(i == 0 && isSameCode(fingerprints.get(0)) ? FeedColumn.CATEGORY_SCHEME : COLUMNS.get(i));
            }
        }
        return changed;
    }

    /** Whether a code was the same, and its catalogue alone another. */
    private boolean isSameCode(String fingerprint) {
        String code = values.get(0).split(String.valueOf(OF_SCHEME), 2)[0];
        return SCHEMES.stream()
                .anyMatch(scheme -> fingerprint(coded(code, scheme)).equals(fingerprint));
    }
}
