package org.greenaudit.monitoring;

import java.util.Map;

/** Puts values into the variables of a PromQL query, as Grafana does when all regions and lists are chosen. */
final class PromVariables {

    private static final Map<String, String> VALUES =
            Map.of("$job", "sample", "$region", ".*", "$list", ".*", "$__range", "8d");

    private PromVariables() {}

    static String interpolated(String expression) {
        String text = expression;
        for (Map.Entry<String, String> value : VALUES.entrySet()) {
            text = text.replace(value.getKey(), value.getValue());
        }
        if (text.contains("$")) {
            throw new AssertionError("unknown variable in " + expression);
        }
        return text;
    }
}
