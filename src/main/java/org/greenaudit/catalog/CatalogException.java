package org.greenaudit.catalog;

import java.util.List;

/** Catalogs that cannot be used, with every problem found in them. */
public final class CatalogException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<CatalogProblem> problems;

    /**
     * Catalogs with these problems.
     *
     * @param problems at least one, in the order of the files and their rows
     */
    public CatalogException(List<CatalogProblem> problems) {
        super(problems.size() + " problem(s) in the catalogs, the first: " + problems.get(0));
        this.problems = List.copyOf(problems);
    }

    /** Every problem, in the order of the files and their rows. */
    public List<CatalogProblem> problems() {
        return problems;
    }
}
