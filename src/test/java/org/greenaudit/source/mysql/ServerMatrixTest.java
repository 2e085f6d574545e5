package org.greenaudit.source.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.greenaudit.purchase.PurchaseLine;
import org.greenaudit.testing.DatabaseServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Types of columns, values and settings of the session against each other: every row in the window is read or rejected, the
 * same rows with the same amounts and texts whatever the settings.
 */
@Tag("database")
class ServerMatrixTest {

    private static final List<String> KEYS =
            List.of("INT", "BIGINT UNSIGNED", "DECIMAL(20, 0)", "VARCHAR(40)", "CHAR(20)");
    private static final List<String> DATES =
            List.of("DATE", "DATETIME", "DATETIME(6)", "TIMESTAMP NULL", "VARCHAR(40)", "CHAR(30)", "TEXT");
    private static final List<String> AMOUNTS = List.of(
            "DECIMAL(14, 2)", "DECIMAL(30, 10)", "DOUBLE", "FLOAT", "DOUBLE(16, 2)", "VARCHAR(40)", "CHAR(20)", "TEXT");
    private static final int TYPES_OF_DATES = 4;

    /** Dates as they are stored where nothing forbids it. */
    private static final List<String> STORED = List.of(
            "'2026-03-05'",
            "'2026-00-15'",
            "'2026-01-01'",
            "'2025-12-31'",
            "NULL",
            "'2026-06-30'",
            "'2026-07-01'",
            "'2026-00-00'",
            "'2027-00-00'",
            "'0000-00-00'");

    private static final Set<Integer> OUTSIDE = Set.of(3, 6);
    private static final Set<Integer> UNREADABLE = Set.of(1, 4, 7, 8, 9);
    private static final List<String> YUAN =
            List.of("0.01", "5", "99999.97", "131071.99", "12", "3", "100", "1234.5", "7.07", "1");
    private static final String NAME = "椅子𠮷😀";
    private static final String BUYER = "虚构单位";

    private static PurchaseTable tables;

    @BeforeAll
    static void rows() {
        tables = new PurchaseTable(DatabaseServer.shared().schema());
        List<String> columns = new ArrayList<>();
        for (int i = 0; i < KEYS.size(); i++) {
            columns.add("k" + i + " " + KEYS.get(i) + " NOT NULL UNIQUE");
        }
        for (int i = 0; i < DATES.size(); i++) {
            columns.add("d" + i + " " + DATES.get(i));
        }
        for (int i = 0; i < AMOUNTS.size(); i++) {
            columns.add("a" + i + " " + AMOUNTS.get(i));
        }
        tables.execute("CREATE TABLE matrix (" + String.join(", ", columns)
                + ", name VARCHAR(40) CHARSET utf8mb4, buyer CHAR(30) CHARSET gbk)");
        for (int row = 0; row < STORED.size(); row++) {
            tables.execute(
                    "SET SESSION sql_mode = '', time_zone = '+08:00'",
                    "INSERT INTO matrix VALUES (" + (row + ", ").repeat(KEYS.size())
                            + (STORED.get(row) + ", ").repeat(DATES.size())
                            + (YUAN.get(row) + ", ").repeat(AMOUNTS.size()) + "'" + NAME + "', '" + BUYER + "')");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "maxRows=1",
                "sessionVariables=sql_select_limit=1",
                "sessionVariables=max_join_size=1,sql_big_selects=0",
                "sessionVariables=sql_mode='ANSI,TRADITIONAL'",
                "sessionVariables=sql_mode='PAD_CHAR_TO_FULL_LENGTH,NO_BACKSLASH_ESCAPES'",
                "sessionVariables=sql_mode='ALLOW_INVALID_DATES'",
                "sessionVariables=time_zone='-11:00',character_set_results=latin1",
                "sessionVariables=sql_auto_is_null=1,autocommit=0",
                "characterEncoding=GBK",
                "characterEncoding=ISO-8859-1&characterSetResults=latin1",
                "zeroDateTimeBehavior=CONVERT_TO_NULL&connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true",
                "zeroDateTimeBehavior=ROUND&useServerPrepStmts=true",
                "useCursorFetch=true&defaultFetchSize=1&cachePrepStmts=true",
                "tinyInt1isBit=true&yearIsDateType=true&padCharsWithSpace=true",
            })
    void everyRowOfTheWindowIsReadOrRejected(String settings) {
        for (int i = 0; i < AMOUNTS.size(); i++) {
            String view =
                    "SELECT k%d AS id, d%d AS contract_date, a%d AS amount, name AS item_name, buyer AS buyer_name FROM matrix"
                            .formatted(i % KEYS.size(), i % DATES.size(), i);
            PurchaseTable.Read read = PurchaseTable.read(tables.settings(settings, new SqlSource.Query(view), "id", 3));
            assertThat(fen(read)).as(view).isEqualTo(expected(i % DATES.size() < TYPES_OF_DATES));
            assertThat(read.rejections()).as(view).hasSize(UNREADABLE.size());
        }
    }

    /** What was read by key; a key of text stands behind the table's name. */
    private static Map<Integer, Long> fen(PurchaseTable.Read read) {
        Map<Integer, Long> fen = new TreeMap<>();
        for (PurchaseLine line : read.lines()) {
            assertThat(line.itemName()).isEqualTo(NAME);
            assertThat(line.buyerName()).isEqualTo(BUYER);
            fen.put(Integer.valueOf(line.recordId().replace("purchases:", "")), line.amountFen());
        }
        return fen;
    }

    /** Dates of text are read whatever they say; the judge leaves contracts outside the window out. */
    private static Map<Integer, Long> expected(boolean dated) {
        Map<Integer, Long> fen = new TreeMap<>();
        for (int row = 0; row < STORED.size(); row++) {
            if (!UNREADABLE.contains(row) && !(dated && OUTSIDE.contains(row))) {
                fen.put(row, new BigDecimal(YUAN.get(row)).movePointRight(2).longValueExact());
            }
        }
        return fen;
    }
}
