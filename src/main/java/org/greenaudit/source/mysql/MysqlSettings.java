package org.greenaudit.source.mysql;

import java.util.List;
import org.greenaudit.source.FeedMapping;
import org.greenaudit.source.PurchaseSource;
import org.greenaudit.source.SourceContext;
import org.greenaudit.source.SourceSettings;

/**
 * The table, view or query of a job on a MySQL or MariaDB server.
 *
 * @param url the server's JDBC address with the database; empty = from the environment
 * @param user the user; empty = from the environment
 * @param passwordVariable the environment variable that holds the password; with {@code _FILE} after it, the one that
 *     names the file that does
 * @param relation what is read
 * @param name what it is called in reports
 * @param key the column that orders the rows and tells them apart
 * @param mapping how the columns are understood
 */
public record MysqlSettings(
        String url,
        String user,
        String passwordVariable,
        SqlSource relation,
        String name,
        String key,
        FeedMapping mapping)
        implements SourceSettings {

    @Override
    public List<Object> decisive() {
        return List.of(relation, name, key);
    }

    @Override
    public PurchaseSource open(SourceContext context) {
        return new MysqlSource(new MysqlTable(this, MysqlServer.of(this, context), context));
    }
}
