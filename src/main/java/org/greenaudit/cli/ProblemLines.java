package org.greenaudit.cli;

import java.util.List;
import org.greenaudit.catalog.CatalogProblem;
import org.greenaudit.message.Text;
import org.greenaudit.text.ShownText;

/** Prints what is wrong in catalog files, each as {@code file:line column "value": text} on one line. */
final class ProblemLines {

    /** The most characters of a value that are shown: enough to find it in the file. */
    private static final int SHOWN = 80;

    private final CliSession session;

    ProblemLines(CliSession session) {
        this.session = session;
    }

    /** Prints a problem. */
    void print(CatalogProblem problem) {
        session.output().err().println(line(problem));
    }

    /** Prints a warning, marked as one. */
    void printWarning(CatalogProblem warning) {
        session.complain("cli.catalogs.warning", line(warning));
    }

    private String line(CatalogProblem problem) {
        StringBuilder line = new StringBuilder(ShownText.of(problem.file(), Integer.MAX_VALUE));
        if (problem.line() > 0) {
            line.append(':').append(problem.line());
        }
        if (!problem.column().isEmpty()) {
            line.append(' ').append(ShownText.of(problem.column(), SHOWN));
        }
        if (!problem.value().isEmpty()) {
            line.append(" \"").append(ShownText.of(problem.value(), SHOWN)).append('"');
        }
        Text text = problem.text();
        List<String> args =
                text.args().stream().map(arg -> ShownText.of(arg, 10 * SHOWN)).toList();
        String said = session.messages().render(new Text(text.key(), args));
        return session.messages().get("cli.catalogs.problem", line, said);
    }
}
