package org.greenaudit.source.mysql;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.greenaudit.purchase.Column;
import org.greenaudit.purchase.FeedColumns;
import org.greenaudit.purchase.MoneyUnit;

/**
 * What a job says about its table.
 *
 * @param server where it is
 * @param relation the table, view or query
 * @param name what it is called in reports
 * @param key the column that orders the rows and tells them apart
 * @param columns the job's own SQL column by feed column; columns with known names need none
 * @param constants values where a column is absent or a cell empty
 * @param amountUnit what 金额 is in; empty = as the column's name says, else yuan
 * @param feedColumns the columns that a feed may have, with those of the catalogs
 * @param from first contract date of the window
 * @param to last contract date of the window
 * @param partitionRows the wanted rows of a partition, at least 1
 */
public record MysqlSettings(
        MysqlServer server,
        SqlSource relation,
        String name,
        String key,
        Map<Column, String> columns,
        Map<Column, String> constants,
        Optional<MoneyUnit> amountUnit,
        FeedColumns feedColumns,
        LocalDate from,
        LocalDate to,
        int partitionRows) {

    public MysqlSettings {
        columns = Map.copyOf(columns);
        constants = Map.copyOf(constants);
    }

    /** Where the rows are, for people. */
    String place() {
        return server.place() + " " + name;
    }
}
