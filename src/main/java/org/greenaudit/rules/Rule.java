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
 * @param code the code in reports: the list's letter and the defect's number, or that of an integrity rule
 * @param list the list it belongs to; empty for integrity rules
 * @param duty what it enforces
 * @param clauses the clauses it carries out, most specific first
 * @param title its name
 * @param condition when it reports, in a sentence
 * @param why why it matters
 * @param decision how it is decided
 * @param limits what it leaves out and assumes
 */
public record Rule(
        String code,
        Optional<ProductList> list,
        Duty duty,
        List<Clause> clauses,
        Text title,
        Text condition,
        List<Text> why,
        Text decision,
        Text limits) {

    public Rule {
        clauses = List.copyOf(clauses);
        why = List.copyOf(why);
    }
}
