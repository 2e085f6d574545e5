package org.greenaudit.testing;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Expectations of a test's table that name each product list by its id, all in one cell: {@code energy-saving: violation
 * M1 mandatory ES2019-01-01; eco-label: not-applicable}.
 */
public final class ByList {

    private ByList() {}

    /** What the cell says of each list, by list id, in the cell's order. */
    public static Map<String, String> of(String cell) {
        Map<String, String> byList = new LinkedHashMap<>();
        for (String part : cell.split("; ")) {
            String[] listAndText = part.split(": ", 2);
            if (listAndText.length < 2 || byList.put(listAndText[0], listAndText[1]) != null) {
                throw new IllegalArgumentException("each list once, as in \"eco-label: not-applicable\": " + cell);
            }
        }
        return byList;
    }
}
