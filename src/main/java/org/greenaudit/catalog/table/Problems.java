package org.greenaudit.catalog.table;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.greenaudit.catalog.CatalogException;
import org.greenaudit.catalog.CatalogProblem;
import org.greenaudit.message.Text;

/**
 * Gathers what is found wrong in a load, so that all is reported at once: problems, which end it, and warnings, which do
 * not. What a table lacks is reported where it is missed first, with how often it is missed after that.
 */
public final class Problems implements Consumer<CatalogProblem> {

    /** How many of the same problem in the same column of a file are listed. */
    public static final int LISTED = 100;

    /** The same for warnings. */
    static final int WARNINGS_LISTED = 10;

    private static final String UNKNOWN = "catalog-problem.unknown";

    private record Missed(String value, List<String> table) {}

    private final ProblemLog found = new ProblemLog(LISTED);
    private final ProblemLog warnings = new ProblemLog(WARNINGS_LISTED);
    private final Map<Missed, Integer> missed = new HashMap<>();

    @Override
    public void accept(CatalogProblem problem) {
        if (!problem.text().key().equals(UNKNOWN) || missed.merge(missed(problem), 1, Integer::sum) == 1) {
            found.add(problem);
        }
    }

    /** Reports a problem of a file as a whole. */
    public void file(String file, Text text) {
        accept(new CatalogProblem(file, 0, "", "", text));
    }

    /** Reports what hinders no audit, but will leave lines open or data without use. */
    public void warn(CatalogProblem warning) {
        warnings.add(warning);
    }

    /** The warnings so far. */
    public List<CatalogProblem> warnings() {
        return warnings.list();
    }

    /**
     * Ends the load when a problem was reported.
     *
     * @throws CatalogException with every problem and warning
     */
    public void throwIfAny() {
        if (found.total() > 0) {
            List<CatalogProblem> problems =
                    found.list().stream().map(this::withFurther).toList();
            throw new CatalogException(problems, found.total(), warnings());
        }
    }

    private CatalogProblem withFurther(CatalogProblem problem) {
        int further = missed.getOrDefault(missed(problem), 1) - 1;
        if (!problem.text().key().equals(UNKNOWN) || further == 0) {
            return problem;
        }
        Text text =
                Text.of("catalog-problem.unknown-often", problem.text().args().get(0), further);
        return new CatalogProblem(problem.file(), problem.line(), problem.column(), problem.value(), text);
    }

    private static Missed missed(CatalogProblem problem) {
        return new Missed(problem.value(), problem.text().args());
    }
}
