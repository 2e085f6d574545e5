package org.greenaudit.catalog.load;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.greenaudit.catalog.CategoryCatalogue;
import org.greenaudit.catalog.CategoryCode;
import org.greenaudit.catalog.CategoryScheme;
import org.greenaudit.text.NameKeys;

/**
 * Category codes and names of both schemes in hash maps. A code whose name the source lacks (a few service groups of
 * 2022) is named by itself, so that no name is ever the empty text, which every text contains.
 */
final class CategoryTable implements CategoryCatalogue {

    private final Map<CategoryCode, String> names2013;
    private final Map<CategoryCode, String> names2022;
    private final Map<CategoryCode, List<String>> goods;

    CategoryTable(
            Map<CategoryCode, String> names2013,
            Map<CategoryCode, String> names2022,
            Map<CategoryCode, List<String>> goods) {
        this.names2013 = readable(names2013);
        this.names2022 = readable(names2022);
        this.goods = Map.copyOf(goods);
    }

    @Override
    public Optional<String> name(CategoryScheme scheme, CategoryCode code) {
        return Optional.ofNullable((scheme == CategoryScheme.GPC2022 ? names2022 : names2013).get(code));
    }

    @Override
    public Map<CategoryCode, List<String>> goods() {
        return goods;
    }

    private static Map<CategoryCode, String> readable(Map<CategoryCode, String> names) {
        Map<CategoryCode, String> out = new HashMap<>();
        names.forEach((code, name) -> out.put(code, name.isEmpty() ? code.value() : NameKeys.readable(name)));
        return Map.copyOf(out);
    }
}
