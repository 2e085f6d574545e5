package org.greenaudit.matching;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.catalog.CategoryCode;
import org.greenaudit.catalog.CategoryScheme;
import org.greenaudit.catalog.NameTerm;
import org.greenaudit.text.NormalizedText;

/**
 * Goods at large: what the category catalogue names outside every list becomes a term for other goods, so that a listed
 * word before it (空调救护车) is read as the modifier that it is.
 */
final class CatalogueGoods {

    /** Buildings and land: their names are places, which a name may end in (空调 办公楼). */
    private static final String PLACES = "A01";

    private CatalogueGoods() {}

    /** The catalog's terms and those of the category catalogue. */
    static List<NameTerm> added(CatalogSnapshot catalog, List<ListIndex> lists) {
        List<NameTerm> terms = new ArrayList<>(catalog.terms());
        NameReader reader = new NameReader(terms, catalog.kinds(), catalog.brands());
        Set<String> known = new HashSet<>();
        terms.forEach(term -> known.add(term.text()));
        catalog.categories().goods().forEach((code, names) -> {
            if (!code.value().startsWith(PLACES) && !leadsToAList(code, lists)) {
                for (String name : names) {
                    if (reader.mentions(NormalizedText.of(name)).isEmpty() && known.add(name)) {
                        terms.add(new NameTerm(name, NameTerm.Role.OTHER_GOODS, ""));
                    }
                }
            }
        });
        return terms;
    }

    private static boolean leadsToAList(CategoryCode code, List<ListIndex> lists) {
        return lists.stream()
                .anyMatch(list -> !list.related(CategoryScheme.GPC2022, code).isEmpty());
    }
}
