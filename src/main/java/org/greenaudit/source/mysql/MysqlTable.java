package org.greenaudit.source.mysql;

import java.time.LocalDate;
import org.greenaudit.purchase.HeaderReader;

/**
 * A job's table as one audit reads it.
 *
 * @param settings what the job says of it
 * @param server where it is
 * @param headers understands the names of its columns
 * @param from first contract date of the window
 * @param to last contract date of the window
 * @param partitionRows the wanted rows of a partition, at least 1
 */
record MysqlTable(
        MysqlSettings settings,
        MysqlServer server,
        HeaderReader headers,
        LocalDate from,
        LocalDate to,
        int partitionRows) {

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
