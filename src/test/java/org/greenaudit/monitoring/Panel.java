package org.greenaudit.monitoring;

import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * A panel of a dashboard.
 *
 * @param dashboard the dashboard's uid
 * @param json the panel as its file says
 */
record Panel(String dashboard, JsonNode json) {

    /**
     * A query of a panel.
     *
     * @param panel the panel
     * @param json the target as its file says
     */
    record Query(Panel panel, JsonNode json) {

        /** PromQL or SQL. */
        String text() {
            return json.path("expr").stringValue(json.path("rawSql").stringValue(""));
        }

        boolean overTime() {
            return json.path("range").booleanValue(false);
        }

        String refId() {
            return json.path("refId").stringValue("");
        }

        @Override
        public String toString() {
            return panel + " " + refId() + ": " + text();
        }
    }

    String title() {
        return json.path("title").stringValue("");
    }

    String type() {
        return json.path("type").stringValue("");
    }

    boolean isRow() {
        return type().equals("row");
    }

    String unit() {
        return json.path("fieldConfig").path("defaults").path("unit").stringValue("");
    }

    List<Query> queries() {
        return StreamSupport.stream(json.path("targets").spliterator(), false)
                .map(target -> new Query(this, target))
                .toList();
    }

    @Override
    public String toString() {
        return dashboard + " / " + title();
    }
}
