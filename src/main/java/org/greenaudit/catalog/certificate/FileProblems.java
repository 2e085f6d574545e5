package org.greenaudit.catalog.certificate;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.greenaudit.catalog.CatalogProblem;
import org.greenaudit.message.Text;

/** The problems and warnings of one certificate file. */
final class FileProblems {

    private final String file;
    private final Consumer<CatalogProblem> problems;
    private final Consumer<CatalogProblem> warnings;
    private long count;

    FileProblems(Path file, Consumer<CatalogProblem> problems, Consumer<CatalogProblem> warnings) {
        this(file.toString(), problems, warnings);
    }

    private FileProblems(String file, Consumer<CatalogProblem> problems, Consumer<CatalogProblem> warnings) {
        this.file = file;
        this.problems = problems;
        this.warnings = warnings;
    }

    /** Problems of the same file that nobody hears of. */
    FileProblems unheard() {
        return new FileProblems(file, problem -> {}, warning -> {});
    }

    void add(long line, String column, String value, Text text) {
        count++;
        problems.accept(new CatalogProblem(file, line, column, value, text));
    }

    void warn(long line, String column, String value, Text text) {
        warnings.accept(new CatalogProblem(file, line, column, value, text));
    }

    /** How many problems there are so far; warnings do not count. */
    long count() {
        return count;
    }
}
