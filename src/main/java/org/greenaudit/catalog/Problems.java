package org.greenaudit.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.greenaudit.message.Text;

/** Gathers the problems of a load, so that all are reported at once. */
final class Problems implements Consumer<CatalogProblem> {

    private final List<CatalogProblem> found = new ArrayList<>();

    @Override
    public void accept(CatalogProblem problem) {
        found.add(problem);
    }

    /** Reports a problem of a file as a whole. */
    void file(String file, Text text) {
        accept(new CatalogProblem(file, 0, "", "", text));
    }

    /**
     * Ends the load when anything was reported.
     *
     * @throws CatalogException with every problem
     */
    void throwIfAny() {
        if (!found.isEmpty()) {
            throw new CatalogException(found);
        }
    }
}
