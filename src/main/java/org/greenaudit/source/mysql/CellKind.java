package org.greenaudit.source.mysql;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;

/**
 * How the value of a column becomes the text of a cell. Floating-point numbers are the shortest decimal numbers that stand
 * for them, as whoever stored 12345678.9 wrote it; the server and the driver would write 1.23456789E7, and a FLOAT with
 * six digits only.
 */
enum CellKind {
    /** As the server or the driver writes it. */
    TEXT {
        @Override
        String text(ResultSet rows, int at) throws SQLException {
            String text = rows.getString(at);
            return text == null ? "" : text;
        }
    },
    /** Double precision: every amount of a purchase to the fen. */
    DOUBLE {
        @Override
        String text(ResultSet rows, int at) throws SQLException {
            double value = rows.getDouble(at);
            return rows.wasNull() ? "" : plain(Double.toString(value));
        }
    },
    /** Single precision, read as the double that it is. */
    FLOAT {
        @Override
        String text(ResultSet rows, int at) throws SQLException {
            float value = (float) rows.getDouble(at);
            return rows.wasNull() ? "" : plain(Float.toString(value));
        }

        @Override
        String sql(String column) {
            return "(" + column + " + 0e0)";
        }
    };

    /** The kind of a column by its JDBC type. */
    static CellKind of(int type) {
        return switch (type) {
            case Types.DOUBLE -> DOUBLE;
            case Types.REAL, Types.FLOAT -> FLOAT;
            default -> TEXT;
        };
    }

    /** The text of a result's column in its row; NULL is the empty text. */
    abstract String text(ResultSet rows, int at) throws SQLException;

    /** What to select so that nothing of the column is lost. */
    String sql(String column) {
        return column;
    }

    private static String plain(String number) {
        return new BigDecimal(number).stripTrailingZeros().toPlainString();
    }
}
