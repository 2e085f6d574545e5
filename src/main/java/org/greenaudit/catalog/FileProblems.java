package org.greenaudit.catalog;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.greenaudit.message.Text;

/**
 * The problems of one certificate file. A file of a million rows can be wrong a million times in the same way: after
 * {@value #LISTED} problems only their number is told.
 */
final class FileProblems {

    static final int LISTED = 1000;

    private final String file;
    private final Consumer<CatalogProblem> problems;
    private long count;

    FileProblems(Path file, Consumer<CatalogProblem> problems) {
        this.file = file.toString();
        this.problems = problems;
    }

    void add(long line, String column, String value, Text text) {
        count++;
        if (count <= LISTED) {
            problems.accept(new CatalogProblem(file, line, column, value, text));
        }
    }

    /** How many there are so far. */
    long count() {
        return count;
    }

    /** Tells how many problems were not listed. */
    void close() {
        if (count > LISTED) {
            Text text = Text.of("registry.problem.more", count - LISTED);
            problems.accept(new CatalogProblem(file, 0, "", "", text));
        }
    }
}
