package org.greenaudit.store;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

/** What a column holds, and how it stands in a row of the database and in a file. */
enum CellType {
    TEXT(String.class) {
        @Override
        void write(Object cell, DataOutput to) throws IOException {
            to.writeUTF((String) cell);
        }

        @Override
        Object read(DataInput from) throws IOException {
            return from.readUTF();
        }
    },
    INT(Integer.class) {
        @Override
        void write(Object cell, DataOutput to) throws IOException {
            to.writeInt((int) cell);
        }

        @Override
        Object read(DataInput from) throws IOException {
            return from.readInt();
        }
    },
    LONG(Long.class) {
        @Override
        void write(Object cell, DataOutput to) throws IOException {
            to.writeLong((long) cell);
        }

        @Override
        Object read(DataInput from) throws IOException {
            return from.readLong();
        }
    },
    YUAN(BigDecimal.class) {
        @Override
        void write(Object cell, DataOutput to) throws IOException {
            to.writeUTF(((BigDecimal) cell).toPlainString());
        }

        @Override
        Object read(DataInput from) throws IOException {
            return new BigDecimal(from.readUTF());
        }
    },
    DATE(LocalDate.class) {
        @Override
        void write(Object cell, DataOutput to) throws IOException {
            to.writeLong(((LocalDate) cell).toEpochDay());
        }

        @Override
        Object read(DataInput from) throws IOException {
            return LocalDate.ofEpochDay(from.readLong());
        }
    },
    FLAG(Boolean.class) {
        @Override
        void write(Object cell, DataOutput to) throws IOException {
            to.writeBoolean((boolean) cell);
        }

        @Override
        Object read(DataInput from) throws IOException {
            return from.readBoolean();
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

    /** Writes a cell to a file. */
    abstract void write(Object cell, DataOutput to) throws IOException;

    /** Reads a cell from a file. */
    abstract Object read(DataInput from) throws IOException;
}
