package org.greenaudit.matching;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.greenaudit.catalog.CategoryCode;
import org.greenaudit.catalog.CategoryScheme;
import org.greenaudit.catalog.CodeScope;
import org.greenaudit.catalog.ListedItem;
import org.greenaudit.catalog.ProductKinds;
import org.greenaudit.catalog.ProductList;

/** One edition of a list, found by code and by kind. Immutable and safe for several threads. */
final class ListIndex {

    /** How a purchase's code stands to a row, the closest first. */
    enum Relation {
        /** The row is all that its code names, and the purchase's code is that code or one below it. */
        WHOLE,
        /** The row is only a kind of what its code names, or shares the code. */
        PART,
        /** The purchase's code is coarser and stands above the row's. */
        COARSER
    }

    private record Scoped(ListedItem item, boolean whole) {}

    private final ProductList list;
    private final ProductKinds kinds;
    private final Map<CategoryScheme, Map<String, List<Scoped>>> at = new EnumMap<>(CategoryScheme.class);
    private final Map<CategoryScheme, Map<String, List<ListedItem>>> under = new EnumMap<>(CategoryScheme.class);
    private final Map<String, List<ListedItem>> ofKind = new HashMap<>();
    private final Map<String, List<ListedItem>> belowKind = new HashMap<>();

    ListIndex(ProductList list, ProductKinds kinds) {
        this.list = list;
        this.kinds = kinds;
        list.items().forEach(this::add);
    }

    private void add(ListedItem item) {
        for (CodeScope scope : item.codes()) {
            String code = scope.code().value();
            listAt(of(at, scope.scheme()), code).add(new Scoped(item, scope.whole()));
            for (int end = code.length() - 2; end >= 3; end -= 2) {
                List<ListedItem> rows = listAt(of(under, scope.scheme()), code.substring(0, end));
                if (!rows.contains(item)) {
                    rows.add(item);
                }
            }
        }
        listAt(ofKind, item.kind()).add(item);
        Optional<String> above = kinds.parent(item.kind());
        while (above.isPresent()) {
            listAt(belowKind, above.get()).add(item);
            above = kinds.parent(above.get());
        }
    }

    private static <T> Map<String, List<T>> of(Map<CategoryScheme, Map<String, List<T>>> map, CategoryScheme scheme) {
        return map.computeIfAbsent(scheme, s -> new HashMap<>());
    }

    private static <T> List<T> listAt(Map<String, List<T>> map, String key) {
        return map.computeIfAbsent(key, k -> new ArrayList<>());
    }

    ProductList list() {
        return list;
    }

    /** The rows that a code leads to, each with its closest relation, in the list's order within a relation. */
    Map<ListedItem, Relation> related(CategoryScheme scheme, CategoryCode code) {
        Map<ListedItem, Relation> found = new LinkedHashMap<>();
        String value = code.value();
        for (int end = value.length(); end >= 3; end -= 2) {
            for (Scoped scoped : at.getOrDefault(scheme, Map.of()).getOrDefault(value.substring(0, end), List.of())) {
                found.putIfAbsent(scoped.item(), scoped.whole() ? Relation.WHOLE : Relation.PART);
            }
        }
        for (ListedItem item : under.getOrDefault(scheme, Map.of()).getOrDefault(value, List.of())) {
            found.putIfAbsent(item, Relation.COARSER);
        }
        return found;
    }

    /** The rows that cover a kind: of its own name or, failing that, of the nearest wider kind that has a row. */
    List<ListedItem> covering(String kind) {
        Optional<String> at = Optional.of(kind);
        while (at.isPresent()) {
            List<ListedItem> rows = ofKind.get(at.get());
            if (rows != null) {
                return List.copyOf(rows);
            }
            at = kinds.parent(at.get());
        }
        return List.of();
    }

    /** The rows whose kinds lie below a wider kind, in the list's order. */
    List<ListedItem> below(String kind) {
        return List.copyOf(belowKind.getOrDefault(kind, List.of()));
    }

    /** Whether every sort of a wider kind is on the list. */
    boolean holdsAllOf(String kind) {
        if (!covering(kind).isEmpty()) {
            return true;
        }
        List<String> children = kinds.children(kind);
        return !children.isEmpty() && children.stream().allMatch(this::holdsAllOf);
    }
}
