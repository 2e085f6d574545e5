package org.greenaudit.rules;

import java.util.List;
import java.util.Optional;
import org.greenaudit.catalog.Clause;
import org.greenaudit.catalog.Duty;
import org.greenaudit.catalog.ProductList;
import org.greenaudit.message.Text;

/**
 * One rule of the rule book.
 *
 * @param code the code in reports: the list's letter and the defect's number, or C01, C02
 * @param list the list it belongs to; empty for integrity rules
 * @param duty what it enforces
 * @param clauses the clauses it carries out, most specific first
 * @param title its name
 * @param test when it reports
 * @param example a line that it reports, with numbers
 * @param limits what it does not cover
 */
public record Rule(
        String code,
        Optional<ProductList> list,
        Duty duty,
        List<Clause> clauses,
        Text title,
        Text test,
        Text example,
        Text limits) {

    public Rule {
        clauses = List.copyOf(clauses);
    }
}
