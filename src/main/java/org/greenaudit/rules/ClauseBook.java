package org.greenaudit.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.catalog.Clause;
import org.greenaudit.catalog.Duty;
import org.greenaudit.catalog.ProductList;

/**
 * Which national clauses a verdict carries out, most specific first: the list's own document, 财库〔2019〕9号, for a
 * mandatory duty 国办发〔2007〕51号, and for defect 6 first of all the directory of certification bodies.
 */
final class ClauseBook {

    private static final String ITEM_LISTS = "caiku-2019-9";
    private static final String MANDATORY_SYSTEM = "guobanfa-2007-51";
    private static final String BODY_DIRECTORY = "samr-2019-16";
    private static final int BODY_DEFECT = 6;

    private final Map<String, String> ofDocument = new LinkedHashMap<>();

    ClauseBook(CatalogSnapshot catalog) {
        for (ProductList list : catalog.lists()) {
            for (Clause clause : new TreeMap<>(catalog.clauses()).values()) {
                if (!list.document().isBlank() && clause.citationZh().contains(list.document())) {
                    ofDocument.putIfAbsent(list.document(), clause.id());
                }
            }
        }
    }

    /**
     * The clause ids.
     *
     * @param defect the primary defect's number, 0 when there is none
     */
    List<String> clauses(ProductList list, Duty duty, int defect) {
        List<String> ids = new ArrayList<>(4);
        if (defect == BODY_DEFECT) {
            ids.add(BODY_DIRECTORY);
        }
        String own = ofDocument.get(list.document());
        if (own != null) {
            ids.add(own);
        }
        ids.add(ITEM_LISTS);
        if (duty == Duty.MANDATORY) {
            ids.add(MANDATORY_SYSTEM);
        }
        return ids;
    }
}
