package org.greenaudit.source.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.greenaudit.message.Messages;
import org.greenaudit.purchase.FeedNote;
import org.greenaudit.purchase.PurchaseLine;
import org.greenaudit.purchase.RejectReason;
import org.greenaudit.purchase.Rejection;
import org.greenaudit.source.Block;
import org.greenaudit.source.BlockReader;
import org.greenaudit.source.SourceException;
import org.greenaudit.source.SourcePlan;
import org.greenaudit.testing.DatabaseServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows of a real server, whatever their keys, types and content. */
@Tag("database")
class MysqlSourceTest {

    private static final SqlSource PURCHASES = new SqlSource.Named("purchases");

    private static PurchaseTable tables;

    @BeforeAll
    static void schema() {
        tables = new PurchaseTable(DatabaseServer.shared().schema());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 99, 100, 101, 1000})
    void everyRowIsReadOnceWhateverThePartitions(int partitionRows) {
        tables.create("purchases", 100);
        PurchaseTable.Read read = PurchaseTable.read(tables.settings(PURCHASES, "id", partitionRows));
        assertThat(read.plan().partitions()).hasSize((100 + partitionRows - 1) / partitionRows);
        assertThat(read.plan().files().get(0).content().rows()).isEqualTo(100);
        assertThat(read.ids())
                .isEqualTo(IntStream.range(0, 100).mapToObj(i -> "R" + i).toList());
        assertThat(read.numbers())
                .isEqualTo(LongStream.range(0, 100).map(i -> i * 3 + 1).boxed().toList());
    }

    @Test
    void keysOfTextFollowTheCollationOfTheirColumn() {
        for (String collation : List.of("utf8mb4_bin", "utf8mb4_general_ci", "utf8mb4_unicode_ci")) {
            tables.create("purchases", 0);
            tables.execute("ALTER TABLE purchases MODIFY id VARCHAR(40) COLLATE " + collation + " NOT NULL");
            List<String> keys = List.of("b", "A", "C", "阿", "吉", "z 1", "z1", "0010", "9", "x'y\\", "é");
            for (String key : keys) {
                tables.execute("INSERT INTO purchases VALUES ('"
                        + key.replace("'", "''").replace("\\", "\\\\") + "', NULL, '2026-03-01', '虚构单位', '椅子', 5)");
            }
            PurchaseTable.Read one = PurchaseTable.read(tables.settings(PURCHASES, "id", 100));
            PurchaseTable.Read many = PurchaseTable.read(tables.settings(PURCHASES, "id", 2));
            assertThat(many.plan().partitions()).hasSize(6);
            assertThat(many.ids())
                    .as(collation)
                    .containsExactlyInAnyOrderElementsOf(
                            keys.stream().map(key -> "purchases:" + key).toList());
            assertThat(many.ids()).isEqualTo(one.ids());
            assertThat(many.numbers())
                    .isEqualTo(LongStream.rangeClosed(1, keys.size()).boxed().toList());
        }
    }

    @Test
    void rowsWithoutARecordIdAreKnownByTheirKey() {
        tables.create("purchases", 3);
        tables.execute("ALTER TABLE purchases DROP COLUMN record_id");
        assertThat(PurchaseTable.read(tables.settings(PURCHASES, "id", 2)).ids())
                .containsExactly("1", "4", "7");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "entered_by VARCHAR(20)                         | feed.unused entered_by",
                "录入人 VARCHAR(20), 录入时间 DATETIME          | feed.unused 录入人, 录入时间",
                "contract_nos VARCHAR(20)                       | feed.unused.near contract_nos contract_no",
                "采购单位编吗 VARCHAR(20)                       | feed.unused.near 采购单位编吗 buyer_code",
                "`entered at` TEXT, supplier_nam TEXT      | feed.unused.near supplier_nam supplier_name; feed.unused entered at",
                "category_codes INT, x BLOB, 序号 BIGINT        | feed.unused.near category_codes category_code; feed.unused x, 序号",
                "brand VARCHAR(20), model VARCHAR(20)           | ''"
            })
    void columnsOfNoUseAreNamed(String columns, String expected) {
        tables.create("purchases", 3);
        for (String column : columns.split(", ")) {
            tables.execute("ALTER TABLE purchases ADD COLUMN " + column.strip());
        }
        PurchaseTable.Read read = PurchaseTable.read(tables.settings(PURCHASES, "id", 2));
        assertThat(read.plan().files().get(0).notes().stream()
                        .map(note -> note.text().key() + " " + String.join(" ", named(note)))
                        .toList())
                .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected.split("; ")));
        assertThat(read.ids()).containsExactly("R0", "R1", "R2");
    }

    /** The columns that a note names, and what one of them perhaps means. */
    private static List<String> named(FeedNote note) {
        List<String> args = note.text().args();
        assertThat(args.get(0)).isEqualTo("purchases");
        return note.text().key().endsWith("near") ? List.of(args.get(1), args.get(3)) : List.of(args.get(1));
    }

    @Test
    void wholeNumbersOfAnyTypeAreKeysUpToSixtyFourBits() {
        for (String type : List.of("BIGINT UNSIGNED", "DECIMAL(20, 0)", "INT", "INT UNSIGNED ZEROFILL")) {
            tables.create("purchases", 5);
            tables.execute("ALTER TABLE purchases MODIFY id " + type);
            assertThat(PurchaseTable.read(tables.settings(PURCHASES, "id", 2)).numbers())
                    .as(type)
                    .containsExactly(1L, 4L, 7L, 10L, 13L);
        }
        tables.create("purchases", 2);
        tables.execute(
                "UPDATE purchases SET id = 9007199254740993 WHERE id = 1",
                "UPDATE purchases SET id = 9007199254740992 WHERE id = 4");
        assertThat(PurchaseTable.read(tables.settings(PURCHASES, "id", 1)).numbers())
                .as("beyond what a floating-point number tells apart")
                .containsExactly(9007199254740992L, 9007199254740993L);
    }

    @Test
    void contractsOutsideTheWindowAreNotReadAndUnreadableDatesAre() {
        tables.create("purchases", 0);
        tables.execute("ALTER TABLE purchases MODIFY contract_date DATETIME NULL");
        String row = "INSERT INTO purchases SELECT %d, 'R%1$d', %s, '虚构单位', '椅子', 5";
        int key = 0;
        for (String date : List.of(
                "'2025-12-31 23:59:59'",
                "'2026-01-01 00:00:00'",
                "'2026-06-30 23:59:59'",
                "'2026-07-01 00:00:00'",
                "NULL",
                "'0000-00-00'",
                "'1980-05-05'",
                "'2026-00-15'",
                "'2026-00-00'",
                "'2027-00-00'",
                "'2025-03-00'")) {
            tables.executeLoosely(row.formatted(++key, date));
        }
        PurchaseTable.Read read = PurchaseTable.read(tables.settings(PURCHASES, "id", 2));
        assertThat(read.ids()).containsExactly("R2", "R3");
        assertThat(read.rejections()).extracting(r -> r.ref().line()).containsExactly(5L, 6L, 7L, 8L, 9L, 10L, 11L);
        assertThat(read.rejections().get(1).value()).startsWith("0000-00-00");
        assertThat(read.plan().files().get(0).content().rows()).isEqualTo(9);
    }

    @Test
    void datesOfTextAreLeftToTheJudge() {
        tables.create("purchases", 3);
        tables.execute(
                "ALTER TABLE purchases MODIFY contract_date VARCHAR(40)",
                "UPDATE purchases SET contract_date = '2019年5月1日' WHERE id = 4");
        PurchaseTable.Read read = PurchaseTable.read(tables.settings(PURCHASES, "id", 100));
        assertThat(read.lines().get(1).contractDate()).hasToString("2019-05-01");
    }

    @Test
    void valuesOfAllTypesAreReadAsAFileWouldHoldThem() {
        tables.execute(
                "DROP TABLE IF EXISTS typed",
                "CREATE TABLE typed (`编号` INT PRIMARY KEY, `合同签订日期` TIMESTAMP NULL, `采购单位` LONGTEXT, `品目版本` YEAR,"
                        + " `货物名称` VARCHAR(100), `数量` TINYINT(1), `单价` DOUBLE, `金额（万元）` DECIMAL(20, 6),"
                        + " `单位性质` ENUM('国有企业', '企业')) CHARSET utf8mb4",
                "SET SESSION time_zone = '+00:00'",
                "INSERT INTO typed VALUES (7, '2026-03-01 00:00:00', '𠮷田商店😀', 2022, '椅子', 1, 12.5, 0.123456, '国有企业')");
        PurchaseLine line = PurchaseTable.read(tables.settings(new SqlSource.Named("typed"), "编号", 10))
                .lines()
                .get(0);
        assertThat(line.buyerName()).isEqualTo("𠮷田商店😀");
        assertThat(line.categoryScheme()).isEqualTo("2022");
        assertThat(line.quantity()).hasToString("1");
        assertThat(line.unitPrice()).hasToString("12.5");
        assertThat(line.amountFen()).isEqualTo(123456);
        assertThat(line.buyerType().label()).isEqualTo("国有企业");
        assertThat(line.contractDate()).hasToString("2026-03-01");
    }

    @ParameterizedTest
    @CsvSource({
        "DOUBLE, 12345678.9, 1234567890",
        "DOUBLE, 9999999.5, 999999950",
        "DOUBLE, 123456789.125, 12345678913",
        "DOUBLE, 10000000, 1000000000",
        "DOUBLE, 2E7, 2000000000",
        "DOUBLE, 999999999999.99, 99999999999999",
        "DOUBLE, 0.1, 10",
        "DOUBLE, 1E-7, 0",
        "'DOUBLE(16, 2)', 12345678.9, 1234567890",
        "DOUBLE UNSIGNED, 45678901.23, 4567890123",
        "REAL, 12345678.9, 1234567890",
        "FLOAT(53), 87654321.09, 8765432109",
        "FLOAT, 131071.99, 13107199",
        "FLOAT, 99999.97, 9999997",
        "FLOAT, 0.07, 7",
        "'FLOAT(10, 2)', 12345.67, 1234567",
        "'DECIMAL(30, 10)', 12345678.9, 1234567890",
        "BIGINT, 12345679, 1234567900",
        "VARCHAR(40), 12345678.9, 1234567890",
    })
    void anAmountOfAnyTypeIsReadToTheFen(String type, String value, long fen) {
        tables.create("purchases", 1);
        tables.execute(
                "ALTER TABLE purchases MODIFY amount " + type + ", ADD unit_price " + type,
                "UPDATE purchases SET amount = " + value + ", unit_price = amount");
        PurchaseTable.Read read = PurchaseTable.read(tables.settings(PURCHASES, "id", 10));
        assertThat(read.rejections()).isEmpty();
        assertThat(read.lines().get(0).amountFen()).isEqualTo(fen);
        assertThat(read.lines().get(0).unitPrice().value().movePointRight(2).setScale(0, RoundingMode.HALF_UP))
                .hasToString(String.valueOf(fen));
    }

    @ParameterizedTest
    @CsvSource({
        "DOUBLE, 2E7, 20000000",
        "DOUBLE, 1200, 1200",
        "DOUBLE, 12345678, 12345678",
        "DOUBLE, 2.5, 2.5",
        "DOUBLE, 0.001, 0.001",
        "DOUBLE, 1E-5, 0.00001",
        "FLOAT, 2E7, 20000000",
        "FLOAT, 1234567, 1234567",
        "FLOAT, 0.1, 0.1",
    })
    void aQuantityOfFloatingPointIsTheNumberThatWasStored(String type, String value, String quantity) {
        tables.create("purchases", 1);
        tables.execute("ALTER TABLE purchases ADD quantity " + type, "UPDATE purchases SET quantity = " + value);
        PurchaseLine line =
                PurchaseTable.read(tables.settings(PURCHASES, "id", 10)).lines().get(0);
        assertThat(line.quantity()).hasToString(quantity);
    }

    @Test
    void recordIdsOfFloatingPointAreReadWholeAndFoundTwice() {
        tables.create("purchases", 4);
        tables.execute(
                "UPDATE purchases SET record_id = CASE id WHEN 4 THEN 20260000001 ELSE 20260000002 END",
                "UPDATE purchases SET record_id = NULL WHERE id = 10",
                "ALTER TABLE purchases MODIFY record_id DOUBLE NULL");
        PurchaseTable.Read read = PurchaseTable.read(tables.settings(PURCHASES, "id", 1));
        assertThat(read.ids()).containsExactly("20260000002", "20260000001", "purchases:10");
        assertThat(read.rejections()).extracting(Rejection::reason).containsExactly(RejectReason.DUPLICATE_RECORD);
    }

    @Test
    void aSurrogatePairAndAnEmojiSurviveAsKeysAndTexts() {
        tables.create("purchases", 0);
        tables.execute(
                "ALTER TABLE purchases MODIFY id VARCHAR(40) COLLATE utf8mb4_bin NOT NULL",
                "INSERT INTO purchases VALUES ('𠮷', NULL, '2026-03-01', '𠮷田商店😀', '椅子😀', 5)",
                "INSERT INTO purchases VALUES ('😀', NULL, '2026-03-01', '𠮷田商店😀', '椅子😀', 5)");
        PurchaseTable.Read read = PurchaseTable.read(tables.settings(PURCHASES, "id", 1));
        assertThat(read.ids()).containsExactlyInAnyOrder("purchases:𠮷", "purchases:😀");
        assertThat(read.lines()).allSatisfy(line -> assertThat(line.buyerName()).isEqualTo("𠮷田商店😀"));
    }

    @Test
    void aViewAndAQueryReadTheSameRowsAsTheirTable() {
        tables.create("purchases", 20);
        tables.execute("CREATE OR REPLACE VIEW purchase_view AS SELECT * FROM purchases WHERE id < 40");
        PurchaseTable.Read view = PurchaseTable.read(tables.settings(new SqlSource.Named("purchase_view"), "id", 4));
        PurchaseTable.Read query = PurchaseTable.read(tables.settings(
                new SqlSource.Query("SELECT * FROM purchases WHERE id < 40 -- those of the view"), "id", 4));
        assertThat(view.ids()).hasSize(13);
        assertThat(query.lines()).isEqualTo(view.lines());
        assertThat(query.plan()).isEqualTo(view.plan());
    }

    @Test
    void theRightToReadTheViewSuffices() {
        tables.create("purchases", 5);
        tables.execute("CREATE OR REPLACE VIEW audit_view AS SELECT * FROM purchases");
        String user = "viewer_" + System.nanoTime() % 1_000_000;
        tables.grant(user, "SELECT", "audit_view");
        assertThat(PurchaseTable.read(tables.settings(user, "pw", new SqlSource.Named("audit_view"), "id", 2, Map.of()))
                        .lines())
                .hasSize(5);
    }

    @Test
    void mappedColumnsAndColumnRightsSuffice() {
        tables.create("purchases", 3);
        tables.execute("ALTER TABLE purchases ADD secret VARCHAR(20) DEFAULT 'x', RENAME COLUMN item_name TO 项目");
        String user = "reader_" + System.nanoTime() % 1_000_000;
        tables.grant(user, "SELECT (id, contract_date, buyer_name, `项目`, amount)", "purchases");
        PurchaseTable.Read read =
                PurchaseTable.read(tables.settings(user, "pw", PURCHASES, "id", 2, Map.of("item_name", "项目")));
        assertThat(read.ids()).containsExactly("1", "4", "7");
    }

    @Test
    void theLaterOfTwoRowsWithOneRecordIdIsRejectedAcrossPartitions() {
        tables.create("purchases", 10);
        tables.execute(
                "UPDATE purchases SET record_id = ' R1 ' WHERE id = 19",
                "UPDATE purchases SET record_id = 'r1' WHERE id = 22");
        for (int partitionRows : List.of(1, 3, 100)) {
            PurchaseTable.Read read = PurchaseTable.read(tables.settings(PURCHASES, "id", partitionRows));
            assertThat(read.lines()).hasSize(9);
            Rejection rejection = read.rejections().get(0);
            assertThat(read.rejections()).hasSize(1);
            assertThat(rejection.reason()).isEqualTo(RejectReason.DUPLICATE_RECORD);
            assertThat(rejection.ref().line()).isEqualTo(19);
            assertThat(rejection.detail().args()).containsExactly("R1", "purchases", "4");
        }
    }

    @Test
    void aCellBeyondAnyRealOneAndANulAreRejected() {
        tables.create("purchases", 4);
        tables.execute(
                "ALTER TABLE purchases MODIFY item_name LONGTEXT",
                "UPDATE purchases SET item_name = REPEAT('椅', 3000000) WHERE id = 4",
                "UPDATE purchases SET item_name = CONCAT('椅', CHAR(0), '子') WHERE id = 7");
        PurchaseTable.Read read = PurchaseTable.read(tables.settings(PURCHASES, "id", 2));
        assertThat(read.ids()).containsExactly("R0", "R3");
        assertThat(read.rejections())
                .extracting(Rejection::reason)
                .containsExactly(RejectReason.CELL_TOO_LONG, RejectReason.BAD_CHARACTERS);
    }

    @Test
    void aGarbledRowAmongOthersIsRejected() {
        tables.create("purchases", 9);
        tables.execute(
                "UPDATE purchases SET buyer_name = 'æ±Ÿè¥¿' WHERE id = 4",
                "UPDATE purchases SET item_name = 'Ì¨Ê½¼ÆËã»ú' WHERE id = 10",
                "UPDATE purchases SET item_name = '?????' WHERE id = 13");
        PurchaseTable.Read read = PurchaseTable.read(tables.settings(PURCHASES, "id", 2));
        assertThat(read.rejections()).extracting(r -> r.ref().line()).containsExactly(4L, 10L, 13L);
        assertThat(read.rejections()).extracting(Rejection::reason).containsOnly(RejectReason.BAD_CHARACTERS);
        assertThat(read.rejections()).extracting(Rejection::amountFen).containsExactly(10100L, 10300L, 10400L);
        assertThat(Messages.in(Locale.ENGLISH).render(read.rejections().get(1).detail()))
                .contains("台式计算机");
    }

    @Test
    void aWindowWithoutContractsIsNoError() {
        tables.create("purchases", 3);
        tables.execute("UPDATE purchases SET contract_date = '2020-01-01'");
        PurchaseTable.Read read = PurchaseTable.read(tables.settings(PURCHASES, "id", 2));
        assertThat(read.plan().partitions()).isEmpty();
        assertThat(read.plan().files().get(0).content().rows()).isZero();
    }

    @Test
    void namesThatLookLikeSqlAreOnlyNames() {
        String hostile = "x`; DROP TABLE purchases; -- ";
        String table = hostile.strip();
        tables.create("purchases", 2);
        tables.execute(
                "DROP TABLE IF EXISTS " + SqlName.quoted(table),
                "CREATE TABLE " + SqlName.quoted(table) + " AS SELECT id, id AS " + SqlName.quoted("`') OR 1=1 #")
                        + ", contract_date, buyer_name, item_name, amount FROM purchases");
        PurchaseTable.Read read = PurchaseTable.read(tables.settings(
                "root", "", new SqlSource.Named(table), "`') OR 1=1 #", 1, Map.of("buyer_code", "`') OR 1=1 #")));
        assertThat(read.lines()).extracting(PurchaseLine::buyerCode).containsExactly("1", "4");
        assertThat(PurchaseTable.read(tables.settings(PURCHASES, "id", 10)).lines())
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE purchases SET amount = amount + 0.01 WHERE id = 4",
                "UPDATE purchases SET item_name = NULL WHERE id = 4",
                "DELETE FROM purchases WHERE id = 4",
                "INSERT INTO purchases VALUES (5, 'new', '2026-02-02', '虚构单位', '椅子', 5)",
                "INSERT INTO purchases VALUES (-5, 'new', '2026-02-02', '虚构单位', '椅子', 5)",
                "INSERT INTO purchases VALUES (27, 'new', '2026-02-02', '虚构单位', '椅子', 5)"
            })
    void aChangeBetweenPlanAndReadingIsDetected(String change) {
        tables.create("purchases", 10);
        MysqlSource source = new MysqlSource(tables.settings(PURCHASES, "id", 4));
        SourcePlan plan = source.plan();
        tables.execute(change);
        SourceException drift = catchThrowableOfType(SourceException.class, () -> PurchaseTable.read(source, plan));
        assertThat(drift.text().key()).isEqualTo("source.mysql.drift");
        assertThat(Messages.in(Locale.ENGLISH).render(drift.text())).contains("changed during the audit");
        assertThat(source.plan().files().get(0).content().sha256())
                .as("the next start sees another source")
                .isNotEqualTo(plan.files().get(0).content().sha256());
    }

    @Test
    void rowsBehindTheLastKeyAreLeftToTheNextAudit() {
        tables.create("purchases", 10);
        MysqlSource source = new MysqlSource(tables.settings(PURCHASES, "id", 4));
        SourcePlan plan = source.plan();
        tables.execute("INSERT INTO purchases VALUES (29, 'new', '2026-02-02', '虚构单位', '椅子', 5)");
        assertThat(PurchaseTable.read(source, plan).lines()).hasSize(10);
    }

    @Test
    void aReaderThatIsClosedEarlyDoesNotReadTheRest() throws IOException {
        tables.create("purchases", 50);
        MysqlSource source = new MysqlSource(tables.settings(PURCHASES, "id", 100));
        SourcePlan plan = source.plan();
        BlockReader reader = source.open(plan, plan.partitions().get(0), 5);
        Optional<Block> first = reader.next();
        reader.close();
        assertThat(first.orElseThrow().lines()).hasSize(5);
    }
}
