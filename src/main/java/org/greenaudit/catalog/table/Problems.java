package org.greenaudit.catalog.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.greenaudit.catalog.CatalogException;
import org.greenaudit.catalog.CatalogProblem;
import org.greenaudit.message.Text;

/**
 * Collects what is wrong in the catalogs, so that everything is reported at once: problems, which end the load, and
 * warnings, which do not. A value that another table lacks is reported where it is first needed, with the number of
 * further places.
 */
public final class Problems implements Consumer<CatalogProblem> {

    /** How many of the same problem in the same column of a file are listed. */
    public static final int LISTED = 100;

    /** The same for warnings. */
    static final int WARNINGS_LISTED = 10;

    private static final String UNKNOWN = "catalog-problem.unknown";

    private record Missed(String value, List<String> table) {}

    private final Log found = new Log(LISTED);
    private final Log warnings = new Log(WARNINGS_LISTED);
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

    /** Reports something that stops no audit, but leaves lines undecided or data unused. */
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

    /**
     * Problems in the order they come. A file of a million rows can be wrong a million times in the same way, so of the
     * same problem in the same column of a file only the first are kept and the rest are counted: a flood of one hides no
     * other.
     */
    private static final class Log {

        private record Kind(String file, String column, String key) {}

        private final int listed;
        private final Map<Kind, Long> counts = new HashMap<>();
        private final List<CatalogProblem> kept = new ArrayList<>();
        private long total;

        /**
         * Nothing noted yet.
         *
         * @param listed how many of the same problem are kept
         */
        private Log(int listed) {
            this.listed = listed;
        }

        void add(CatalogProblem problem) {
            total++;
            Kind kind =
                    new Kind(problem.file(), problem.column(), problem.text().key());
            if (counts.merge(kind, 1L, Long::sum) <= listed) {
                kept.add(problem);
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
            for (CatalogProblem problem : kept) {
                list.add(problem);
                Kind kind = new Kind(
                        problem.file(), problem.column(), problem.text().key());
                long more = counts.getOrDefault(kind, 0L) - listed;
                if (seen.merge(kind, 1, Integer::sum) == listed && more > 0) {
                    Text text = Text.of("catalog-problem.more", more);
                    list.add(new CatalogProblem(problem.file(), 0, problem.column(), "", text));
                }
            }
            return list;
        }
    }
}
