package org.greenaudit.source.mysql;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Optional;
import java.util.OptionalLong;

/** What the keys of a table are. */
enum KeyKind {
    /** Whole numbers; a row's number in reports is its key. */
    NUMBER,
    /** Texts, in the order of the column's collation; a row's number in reports is its place in that order, from 1. */
    TEXT;

    /** The kind of a column by its JDBC type and the server's name for the type, if its values can be keys. */
    static Optional<KeyKind> of(int type, String typeName, int scale) {
        return switch (type) {
            case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT -> Optional.of(NUMBER);
            case Types.DECIMAL, Types.NUMERIC -> scale == 0 ? Optional.of(NUMBER) : Optional.empty();
            // ENUM and SET are sorted by number and compared as texts
            case Types.CHAR, Types.VARCHAR, Types.LONGVARCHAR, Types.NCHAR, Types.NVARCHAR ->
                typeName.startsWith("ENUM") || typeName.startsWith("SET") || typeName.startsWith("JSON")
                        ? Optional.empty()
                        : Optional.of(TEXT);
            default -> Optional.empty();
        };
    }

    /** A row's number in reports, by its key and its place in key order; empty where the key is beyond 64 bits. */
    OptionalLong line(String key, long place) {
        if (this == TEXT) {
            return OptionalLong.of(place);
        }
        BigDecimal number = new BigDecimal(key);
        boolean fits = number.compareTo(BigDecimal.valueOf(Long.MIN_VALUE)) >= 0
                && number.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0;
        return fits ? OptionalLong.of(number.longValueExact()) : OptionalLong.empty();
    }

    /** Puts a key into a statement. */
    void set(PreparedStatement statement, int index, String key) throws SQLException {
        if (this == NUMBER) {
            // as a text it would be compared as a floating-point number
            statement.setBigDecimal(index, new BigDecimal(key));
        } else {
            statement.setString(index, key);
        }
    }
}
