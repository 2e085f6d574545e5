package org.greenaudit.store;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

/** What a column holds, and how it stands in a row of the database and in a file. */
enum CellType {
    TEXT(String.class) {
        @Override
        void write(Object cell, ByteBuffer to) {
            byte[] bytes = ((String) cell).getBytes(StandardCharsets.UTF_8);
            to.putInt(bytes.length).put(bytes);
        }

        @Override
        Object read(ByteBuffer from) {
            int length = from.getInt();
            int at = from.position();
            from.position(at + length);
            return new String(from.array(), from.arrayOffset() + at, length, StandardCharsets.UTF_8);
        }
    },
    INT(Integer.class) {
        @Override
        void write(Object cell, ByteBuffer to) {
            to.putInt((int) cell);
        }

        @Override
        Object read(ByteBuffer from) {
            return from.getInt();
        }
    },
    LONG(Long.class) {
        @Override
        void write(Object cell, ByteBuffer to) {
            to.putLong((long) cell);
        }

        @Override
        Object read(ByteBuffer from) {
            return from.getLong();
        }
    },
    YUAN(BigDecimal.class) {
        @Override
        void write(Object cell, ByteBuffer to) {
            TEXT.write(((BigDecimal) cell).toPlainString(), to);
        }

        @Override
        Object read(ByteBuffer from) {
            return new BigDecimal((String) TEXT.read(from));
        }
    },
    DATE(LocalDate.class) {
        @Override
        void write(Object cell, ByteBuffer to) {
            to.putLong(((LocalDate) cell).toEpochDay());
        }

        @Override
        Object read(ByteBuffer from) {
            return LocalDate.ofEpochDay(from.getLong());
        }
    },
    FLAG(Boolean.class) {
        @Override
        void write(Object cell, ByteBuffer to) {
            to.put((byte) ((boolean) cell ? 1 : 0));
        }

        @Override
        Object read(ByteBuffer from) {
            return from.get() != 0;
        }
    };

    private final Class<?> type;

    CellType(Class<?> type) {
        this.type = type;
    }

    /** The cell of a result's current row. */
    Object of(ResultSet row, int column) throws SQLException {
        return row.getObject(column, type);
    }

    /** Writes a cell for a file. */
    abstract void write(Object cell, ByteBuffer to);

    /** Reads a cell from bytes of a file, which stand in an array. */
    abstract Object read(ByteBuffer from);
}
