package org.greenaudit.catalog.load;

import java.util.ArrayList;
import java.util.List;
import org.greenaudit.catalog.Duty;
import org.greenaudit.catalog.table.CatalogRow;
import org.greenaudit.message.Text;

/** Finds ★ rows of a list whose rule codes have no letter for them; one missing letter is reported once. */
final class DutyLetters {

    private final CatalogRow list;
    private final List<CatalogRow> unlettered = new ArrayList<>();

    /**
     * A check of one edition's rows.
     *
     * @param list the edition's row in {@code lists.csv}
     */
    DutyLetters(CatalogRow list) {
        this.list = list;
    }

    /** Whether the list has a letter for the duty. That the priority letter is missing was said of the list itself. */
    boolean has(Duty duty, CatalogRow row) {
        boolean lettered = !list.text(duty == Duty.MANDATORY ? "mandatory_letter" : "priority_letter")
                .isEmpty();
        if (!lettered && duty == Duty.MANDATORY) {
            unlettered.add(row);
        }
        return lettered;
    }

    /** Reports at the first such row how many there are. */
    void report() {
        if (!unlettered.isEmpty()) {
            Text text = Text.of("catalog-problem.duty-without-letter", unlettered.size());
            unlettered.get(0).report("duty", text);
        }
    }
}
