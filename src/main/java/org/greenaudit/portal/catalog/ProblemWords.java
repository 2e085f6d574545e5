package org.greenaudit.portal.catalog;

import java.nio.file.Path;
import org.greenaudit.catalog.CatalogProblem;
import org.greenaudit.message.Messages;

/** A problem of a catalog file in words. What the files hold is cut where it is long; pages show it as text alone. */
final class ProblemWords {

    private static final int SHOWN = 80;

    private ProblemWords() {}

    /** File, line, column and value: a file by its name, for where it is concerns nobody at the pages. */
    static String place(CatalogProblem problem) {
        StringBuilder place = new StringBuilder();
        Path file = Path.of(problem.file()).getFileName();
        place.append(file == null ? problem.file() : file);
        if (problem.line() > 0) {
            place.append(':').append(problem.line());
        }
        if (!problem.column().isEmpty()) {
            place.append(' ').append(shown(problem.column()));
        }
        if (!problem.value().isEmpty()) {
            place.append(" “").append(shown(problem.value())).append('”');
        }
        return place.toString();
    }

    /** What is wrong, and what was expected. */
    static String text(Messages messages, CatalogProblem problem) {
        return messages.render(problem.text());
    }

    /** A text on one line without what moves the cursor or turns the direction, cut where it is long. */
    static String shown(String text) {
        String plain = text.replaceAll("\\s+", " ").replaceAll("\\p{C}", "\ufffd");
        int end = plain.offsetByCodePoints(0, Math.min(SHOWN, plain.codePointCount(0, plain.length())));
        return end < plain.length() ? plain.substring(0, end) + "…" : plain;
    }
}
