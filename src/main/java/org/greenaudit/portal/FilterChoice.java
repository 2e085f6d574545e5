package org.greenaudit.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.greenaudit.portal.desk.Visit;

/**
 * A filter of a list, with what can be chosen.
 *
 * @param name its parameter
 * @param title in words
 * @param options what can be chosen; the first asks for all
 */
public record FilterChoice(String name, String title, List<Pick> options) {

    /** One of the choices of a form. */
    public record Pick(String value, String text, boolean chosen) {}

    /**
     * A filter.
     *
     * @param given what is chosen; empty for all
     * @param values what there is to choose
     * @param word a value in words
     */
    public static FilterChoice of(
            Visit visit, String name, String title, String given, List<String> values, UnaryOperator<String> word) {
        List<Pick> options = new ArrayList<>();
        options.add(new Pick("", visit.say("portal.filter.all"), given.isEmpty()));
        if (!given.isEmpty() && !values.contains(given)) {
            // a region that is the beginning of others, or what this run does not have
            options.add(new Pick(given, given, true));
        }
        values.forEach(value -> options.add(new Pick(value, word.apply(value), value.equals(given))));
        return new FilterChoice(name, title, options);
    }
}
