package org.greenaudit.catalog.load;

import java.util.HashMap;
import java.util.Map;
import org.greenaudit.catalog.table.CatalogRow;
import org.greenaudit.message.Text;

/** The letters of the lists' rule codes: each stands for one list and one duty, and C is the integrity rules'. */
final class RuleLetters {

    private final Map<String, String> owners = new HashMap<>();

    /** Reports letters that are malformed, reserved or taken. */
    void check(CatalogRow row) {
        if (!row.text("mandatory_letter").isEmpty()) {
            check(row, "mandatory_letter");
        }
        if (row.required("priority_letter").isPresent()) {
            check(row, "priority_letter");
        }
    }

    private void check(CatalogRow row, String column) {
        String letter = row.text(column);
        if (!letter.matches("[A-BD-Z]")) {
            row.report(column, Text.of("catalog-problem.letter"));
            return;
        }
        String owner = row.text("list_id") + " " + column;
        String holder = owners.putIfAbsent(letter, owner);
        if (holder != null && !holder.equals(owner)) {
            row.report(column, Text.of("catalog-problem.letter-twice", holder));
        }
    }
}
