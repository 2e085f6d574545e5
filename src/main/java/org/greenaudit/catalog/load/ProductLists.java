package org.greenaudit.catalog.load;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.greenaudit.catalog.ProductList;
import org.greenaudit.catalog.table.CatalogRow;
import org.greenaudit.message.Text;

/**
 * The lists while the other files are checked against them.
 *
 * @param lists every edition, in snapshot order
 * @param idsWhole false when a row of {@code lists.csv} could not be read, so that no list can be called unknown
 * @param itemsWhole false when a listed item could not be read, so that no entry or family can be called unknown
 */
public record ProductLists(List<ProductList> lists, boolean idsWhole, boolean itemsWhole) {

    public ProductLists {
        lists = List.copyOf(lists);
    }

    /** Whether the {@code list_id} cell names a list; reported when it does not. */
    boolean checkId(CatalogRow row) {
        String id = row.text("list_id");
        boolean known = !idsWhole || has(id);
        if (!known) {
            row.report("list_id", Text.of("catalog-problem.unknown", "lists.csv"));
        }
        return known;
    }

    /** Whether there is a list of this id. */
    boolean has(String id) {
        return lists.stream().anyMatch(l -> l.id().equals(id));
    }

    /** Whether the {@code product_class} cell is {@code *} or a family number of the row's list; reported when not. */
    boolean checkClass(CatalogRow row) {
        if (!checkId(row)) {
            return false;
        }
        String productClass = row.text("product_class");
        boolean known = !itemsWhole
                || productClass.equals(LoadedBodyDirectory.EVERY_CLASS)
                || lists.stream()
                        .filter(l -> l.id().equals(row.text("list_id")))
                        .flatMap(l -> l.items().stream())
                        .anyMatch(i -> String.valueOf(i.familyNo()).equals(productClass));
        if (!known) {
            row.report("product_class", Text.of("catalog-problem.class"));
        }
        return known;
    }

    /** The 认证类别 of certificates that satisfy some list. */
    Set<String> certificateCategories() {
        return lists.stream().map(ProductList::certificateCategory).collect(Collectors.toUnmodifiableSet());
    }
}
