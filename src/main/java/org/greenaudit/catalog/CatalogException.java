package org.greenaudit.catalog;

import java.util.List;
import org.greenaudit.message.Text;
import org.greenaudit.message.UsageException;

/** Catalogs that cannot be used, with every problem found in them. */
public final class CatalogException extends UsageException {

    private static final long serialVersionUID = 1L;

    private final transient List<CatalogProblem> problems;
    private final transient List<CatalogProblem> warnings;

    /**
     * Catalogs with problems.
     *
     * @param problems at least one; of many alike the first, and the number of the others
     * @param count how many there are, listed or not
     * @param warnings what alone would not keep the catalogs from being used
     */
    public CatalogException(List<CatalogProblem> problems, long count, List<CatalogProblem> warnings) {
        super(Text.of("catalog.problems", count));
        this.problems = List.copyOf(problems);
        this.warnings = List.copyOf(warnings);
    }

    /** The first problem beside their number, for the log. */
    @Override
    public String getMessage() {
        return super.getMessage() + " " + problems.get(0);
    }

    /** The problems, grouped by what was read: of many alike the first, and the number of the others. */
    public List<CatalogProblem> problems() {
        return problems;
    }

    /** What alone would not keep the catalogs from being used. */
    public List<CatalogProblem> warnings() {
        return warnings;
    }
}
