package org.greenaudit.catalog.table;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.greenaudit.catalog.CatalogProblem;
import org.greenaudit.catalog.CategoryCode;
import org.greenaudit.catalog.CategoryScheme;
import org.greenaudit.message.Text;
import org.greenaudit.text.DateParser;
import org.greenaudit.text.NameKeys;

/**
 * A row of a catalog file. The readers answer empty for a cell that they cannot read, after reporting it.
 *
 * @param file the file's name in problems
 * @param line the line where the row begins
 * @param cells column to trimmed cell
 * @param problems where problems are reported
 */
public record CatalogRow(String file, long line, Map<String, String> cells, Consumer<CatalogProblem> problems) {

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");
    private static final Pattern CODE_2013 = Pattern.compile("[ABC]([0-9]{2}){1,5}");
    private static final Pattern CODE_2022 = Pattern.compile("[ABC][0-9]{8}");

    public CatalogRow {
        cells = Map.copyOf(cells);
    }

    /** The cell, empty when it is blank or its optional column is left out. */
    public String text(String column) {
        return cells.getOrDefault(column, "");
    }

    /** The cell, which must not be blank. */
    public Optional<String> required(String column) {
        String text = text(column);
        if (text.isEmpty()) {
            report(column, Text.of("catalog-problem.cell-empty"));
            return Optional.empty();
        }
        return Optional.of(text);
    }

    /** The cell as names compare, which must not be blank. */
    public Optional<String> name(String column) {
        return required(column).map(NameKeys::normalise);
    }

    /** The ISO date in the cell; a blank cell is empty without a report. */
    public Optional<LocalDate> date(String column) {
        if (text(column).isEmpty()) {
            return Optional.empty();
        }
        Optional<LocalDate> date = DateParser.iso(text(column));
        if (date.isEmpty()) {
            report(column, Text.of("catalog-problem.date"));
        }
        return date;
    }

    /** The whole number from 1 in the cell, which must not be blank. */
    public Optional<Integer> number(String column) {
        return required(column).flatMap(text -> {
            if (NUMBER.matcher(text).matches()) {
                return Optional.of(Integer.valueOf(text));
            }
            report(column, Text.of("catalog-problem.number"));
            return Optional.empty();
        });
    }

    /** What the cell stands for; a cell that is none of the choices is reported with the choices in their order. */
    public <T> Optional<T> choice(String column, Map<String, T> choices) {
        T chosen = choices.get(text(column));
        if (chosen == null) {
            report(column, Text.of("catalog-problem.choice", String.join(", ", choices.keySet())));
        }
        return Optional.ofNullable(chosen);
    }

    /** The category code in the cell, which must not be blank. */
    public Optional<CategoryCode> code(String column, CategoryScheme scheme) {
        return required(column).flatMap(text -> {
            Pattern shape = scheme == CategoryScheme.GPC2022 ? CODE_2022 : CODE_2013;
            Optional<CategoryCode> code = shape.matcher(text).matches() ? CategoryCode.parse(text) : Optional.empty();
            if (code.isEmpty()) {
                report(column, Text.of("catalog-problem.code-" + scheme.year()));
            }
            return code;
        });
    }

    /** Reports a first day that lies after the last. */
    public void checkPeriod(String fromColumn, Optional<LocalDate> from, String toColumn, LocalDate to) {
        if (from.isPresent() && from.get().isAfter(to)) {
            report(fromColumn, Text.of("catalog-problem.from-after-to", toColumn, to));
        }
    }

    /** Reports what is wrong with a cell. */
    public void report(String column, Text text) {
        problems.accept(new CatalogProblem(file, line, column, text(column), text));
    }
}
