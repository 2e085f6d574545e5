package org.greenaudit.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.greenaudit.message.Text;

/**
 * Findings in the order they come. A file of a million rows can be wrong a million times in the same way, so of the same
 * finding in the same column of a file only the first are kept and the rest counted; a flood of one hides no other.
 */
final class Findings {

    private record Kind(String file, String column, String key) {}

    private final int listed;
    private final Map<Kind, Long> counts = new HashMap<>();
    private final List<CatalogProblem> kept = new ArrayList<>();
    private long total;

    /**
     * No findings yet.
     *
     * @param listed how many of the same finding are kept
     */
    Findings(int listed) {
        this.listed = listed;
    }

    void add(CatalogProblem finding) {
        total++;
        Kind kind = new Kind(finding.file(), finding.column(), finding.text().key());
        if (counts.merge(kind, 1L, Long::sum) <= listed) {
            kept.add(finding);
        }
    }

    /** How many came, kept or not. */
    long total() {
        return total;
    }

    /** Those that are kept, the last of a cut-off kind followed by the number of the others. */
    List<CatalogProblem> list() {
        Map<Kind, Integer> seen = new HashMap<>();
        List<CatalogProblem> list = new ArrayList<>(kept.size());
        for (CatalogProblem finding : kept) {
            list.add(finding);
            Kind kind =
                    new Kind(finding.file(), finding.column(), finding.text().key());
            long more = counts.getOrDefault(kind, 0L) - listed;
            if (seen.merge(kind, 1, Integer::sum) == listed && more > 0) {
                Text text = Text.of("catalog-problem.more", more);
                list.add(new CatalogProblem(finding.file(), 0, finding.column(), "", text));
            }
        }
        return list;
    }
}
