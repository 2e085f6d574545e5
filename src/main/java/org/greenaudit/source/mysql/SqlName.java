package org.greenaudit.source.mysql;

/** Names of tables and columns in SQL. */
final class SqlName {

    /** What MySQL allows. */
    private static final int LONGEST = 64;

    private SqlName() {}

    /** Whether MySQL could know a table or column of that name. */
    static boolean isPossible(String name) {
        return !name.isEmpty()
                && name.length() <= LONGEST
                && !name.endsWith(" ")
                && name.chars().noneMatch(c -> c == 0 || Character.isSurrogate((char) c));
    }

    /** The name in backticks; whatever stands in it is part of the name. */
    static String quoted(String name) {
        return '`' + name.replace("`", "``") + '`';
    }
}
