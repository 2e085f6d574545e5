package org.greenaudit.catalog;

import java.util.List;

/** Catalogs that cannot be used, with every problem found in them. */
public final class CatalogException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<CatalogProblem> problems;
    private final transient List<CatalogProblem> warnings;
    private final long count;

    /**
     * Catalogs with these problems.
     *
     * @param problems at least one
     */
    public CatalogException(List<CatalogProblem> problems) {
        this(problems, problems.size(), List.of());
    }

    /**
     * Catalogs with more problems than are listed.
     *
     * @param problems at least one; of many alike the first, and the number of the others
     * @param count how many there are, listed or not
     * @param warnings what alone would not keep the catalogs from being used
     */
    public CatalogException(List<CatalogProblem> problems, long count, List<CatalogProblem> warnings) {
        super(count + " problem(s) in the catalogs, the first: " + problems.get(0));
        this.problems = List.copyOf(problems);
        this.warnings = List.copyOf(warnings);
        this.count = count;
    }

    /** The problems, grouped by what was read: of many alike the first, and the number of the others. */
    public List<CatalogProblem> problems() {
        return problems;
    }

    /** What alone would not keep the catalogs from being used. */
    public List<CatalogProblem> warnings() {
        return warnings;
    }

    /** How many problems there are, listed or not. */
    public long count() {
        return count;
    }
}
