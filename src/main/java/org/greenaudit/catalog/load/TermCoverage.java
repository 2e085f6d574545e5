package org.greenaudit.catalog.load;

import java.util.HashSet;
import java.util.Set;
import org.greenaudit.catalog.CatalogProblem;
import org.greenaudit.catalog.table.CatalogRow;
import org.greenaudit.catalog.table.Problems;
import org.greenaudit.message.Text;

/** Finds listed items that no text can name: neither their kind nor a kind below it has an include term. */
final class TermCoverage {

    private final KindTree kinds;
    private final Set<String> named;
    private final boolean whole;
    private final Problems problems;

    /**
     * A check against the terms.
     *
     * @param named the kinds that an include term names
     * @param whole false when terms could not be read, so that none can be called missing
     */
    TermCoverage(KindTree kinds, Set<String> named, boolean whole, Problems problems) {
        this.kinds = kinds;
        this.named = Set.copyOf(named);
        this.whole = whole;
        this.problems = problems;
    }

    /**
     * Warns when nothing names the row's kind.
     *
     * @param in2022 whether the row stands under a 2022 code, which finds purchases without a name
     */
    void check(CatalogRow row, boolean in2022) {
        String kind = row.text("kind");
        if (whole && kinds.known(kind) && !reached(kind, new HashSet<>())) {
            Text text = Text.of(in2022 ? "catalog-warning.no-term" : "catalog-warning.no-term-no-code");
            problems.warn(new CatalogProblem(row.file(), row.line(), "kind", kind, text));
        }
    }

    private boolean reached(String kind, Set<String> seen) {
        return seen.add(kind)
                && (named.contains(kind) || kinds.children(kind).stream().anyMatch(below -> reached(below, seen)));
    }
}
