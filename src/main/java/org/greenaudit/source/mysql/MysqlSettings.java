package org.greenaudit.source.mysql;

import java.time.LocalDate;
import org.greenaudit.purchase.HeaderReader;

/**
 * What a job says about its table.
 *
 * @param server where it is
 * @param relation the table, view or query
 * @param name what it is called in reports
 * @param key the column that orders the rows and tells them apart
 * @param headers understands the names of the SQL columns as the job says
 * @param from first contract date of the window
 * @param to last contract date of the window
 * @param partitionRows the wanted rows of a partition, at least 1
 */
public record MysqlSettings(
        MysqlServer server,
        SqlSource relation,
        String name,
        String key,
        HeaderReader headers,
        LocalDate from,
        LocalDate to,
        int partitionRows) {

    /** Where the rows are, for people. */
    String place() {
        return server.place() + " " + name;
    }
}
