package org.greenaudit.monitoring;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names in a PromQL expression: those of the program's metrics, and those of recording rules, which hold a colon. */
final class MetricNames {

    private static final Pattern NAME = Pattern.compile("[a-z_]*:?greenaudit_[a-z0-9_:]+");
    private static final Pattern TEXTS = Pattern.compile("\"[^\"]*\"");

    private MetricNames() {}

    static Set<String> exported(String expression) {
        return names(expression, false);
    }

    static Set<String> recorded(String expression) {
        return names(expression, true);
    }

    private static Set<String> names(String expression, boolean recorded) {
        Set<String> names = new TreeSet<>();
        Matcher matcher = NAME.matcher(TEXTS.matcher(expression).replaceAll("\"\""));
        while (matcher.find()) {
            if (matcher.group().contains(":") == recorded) {
                names.add(matcher.group());
            }
        }
        return names;
    }
}
