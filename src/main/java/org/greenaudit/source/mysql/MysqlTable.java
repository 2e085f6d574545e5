package org.greenaudit.source.mysql;

import org.greenaudit.source.SourceContext;

/**
 * A job's table as one audit reads it.
 *
 * @param settings what the job says of it
 * @param server where it is
 * @param context the audit
 */
record MysqlTable(MysqlSettings settings, MysqlServer server, SourceContext context) {

    /** What it is called in reports. */
    String name() {
        return settings.name();
    }

    /** The column that orders the rows. */
    String key() {
        return settings.key();
    }

    /** What is read. */
    SqlSource relation() {
        return settings.relation();
    }

    /** Where the rows are, for people. */
    String place() {
        return server.place() + " " + name();
    }
}
