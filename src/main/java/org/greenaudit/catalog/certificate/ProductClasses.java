package org.greenaudit.catalog.certificate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.greenaudit.catalog.ListedItem;
import org.greenaudit.catalog.ProductKinds;
import org.greenaudit.catalog.ProductList;
import org.greenaudit.text.NameKeys;

/**
 * What the 产品类别 and 产品名称 of certificates stand for: an entry id, a kind's name, or a text that names a kind.
 */
public final class ProductClasses {

    private record Entry(String kind, String category) {}

    private final Map<String, Entry> entries = new HashMap<>();
    private final ProductKinds kinds;
    private final boolean whole;

    private ProductClasses(ProductKinds kinds, boolean whole) {
        this.kinds = kinds;
        this.whole = whole;
    }

    /**
     * The classes that the catalogs know.
     *
     * @param whole false when lists, kinds or terms could not be read whole, so that no class can be called unknown
     */
    public static ProductClasses of(List<ProductList> lists, ProductKinds kinds, boolean whole) {
        ProductClasses classes = new ProductClasses(kinds, whole);
        for (ProductList list : lists) {
            for (ListedItem item : list.items()) {
                classes.entries.put(
                        NameKeys.normalise(item.entryId()), new Entry(item.kind(), list.certificateCategory()));
            }
        }
        return classes;
    }

    /** The kind that a text stands for. */
    Optional<String> kind(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return entry(text).map(Entry::kind).or(() -> kinds.byTerm(text));
    }

    /** The 认证类别 of the list to which an entry id belongs; empty when the text is no entry id. */
    Optional<String> category(String text) {
        return entry(text).map(Entry::category);
    }

    /** Whether a class that stands for no kind can be called unknown. */
    boolean whole() {
        return whole;
    }

    private Optional<Entry> entry(String text) {
        return entries.isEmpty() ? Optional.empty() : Optional.ofNullable(entries.get(NameKeys.normalise(text)));
    }
}
