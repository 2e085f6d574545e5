package org.greenaudit.source.mysql;

/** What a MySQL source reads: a table or view of the connection's database, or a query. */
public sealed interface SqlSource {

    /** The SQL that stands after FROM. */
    String from();

    /**
     * A table or view.
     *
     * @param name its name, as it is: quoted when it is used
     */
    record Named(String name) implements SqlSource {
        @Override
        public String from() {
            return SqlName.quoted(name);
        }
    }

    /**
     * A query, read as a derived table.
     *
     * @param sql one SELECT, without a semicolon
     */
    record Query(String sql) implements SqlSource {
        @Override
        public String from() {
            // the line end keeps a comment at the end of the query from reaching further
            return "(" + sql + "\n) AS source_rows";
        }
    }
}
