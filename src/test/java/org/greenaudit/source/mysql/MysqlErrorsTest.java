package org.greenaudit.source.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Locale;
import java.util.Map;
import org.greenaudit.message.Messages;
import org.greenaudit.purchase.InputException;
import org.greenaudit.source.SourceException;
import org.greenaudit.testing.DatabaseServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a user is told of a table that cannot be read, before the first line is. */
@Tag("database")
class MysqlErrorsTest {

    private static final String PASSWORD = "k7-Wrong-Secret";
    private static final SqlSource PURCHASES = new SqlSource.Named("purchases");

    private static DatabaseServer.Schema schema;
    private static PurchaseTable tables;

    @BeforeAll
    static void schema() {
        schema = DatabaseServer.shared().schema();
        tables = new PurchaseTable(schema);
        tables.create("purchases", 5);
        tables.create("empty_one", 0);
        tables.execute(
                "CREATE TABLE odd AS SELECT *, id DIV 4 AS half, 1.5 * id AS broken, NULLIF(id, 4) AS gap,"
                        + " UNHEX('FF00') AS bytes, CAST(id + 18446744073709551600 AS UNSIGNED) AS huge,"
                        + " REPEAT('x', 800 + id) AS wide, ELT(1 + id MOD 2, 'a', 'A') AS letter FROM purchases",
                "ALTER TABLE odd MODIFY letter CHAR(1) CHARSET utf8mb4 COLLATE utf8mb4_general_ci");
    }

    @Test
    void aColumnThatIsMappedAndDoesNotExistIsNamedWithThoseThatDo() {
        assertThat(problem(settings(PURCHASES, "id", Map.of("brand", "brannd"))))
                .contains("brannd", "source.columns.brand", "contract_date", "amount");
    }

    @Test
    void aRequiredColumnThatNothingNamesIsAnError() {
        assertThat(problem(new SqlSource.Query("SELECT id, contract_date, item_name, amount FROM purchases"), "id"))
                .contains("buyer_name", "source:\n", "columns:\n", "buyer_name: ");
    }

    @Test
    void aKeyThatDoesNotExistIsNamedWithTheColumns() {
        assertThat(problem(PURCHASES, "purchase_id")).contains("purchase_id", "source.key", "record_id, contract_date");
    }

    @ParameterizedTest
    @CsvSource({
        "half, source.key must be a column in which every row has a value of its own",
        "gap, no value in the key column gap",
        "letter, as that column's collation compares",
        "broken, expected whole numbers or text",
        "bytes, expected whole numbers or text",
        "contract_date, expected whole numbers or text",
        "huge, beyond 64 bits",
        "wide, at most 768",
    })
    void aColumnThatCannotBeAKeyIsAnError(String key, String said) {
        assertThat(problem(new SqlSource.Named("odd"), key)).contains(key, said);
    }

    @Test
    void aMappedColumnOfBytesIsAnError() {
        assertThat(problem(settings(new SqlSource.Named("odd"), "id", Map.of("brand", "bytes"))))
                .contains("bytes", "neither text nor a number nor a date");
    }

    @Test
    void aTableThatDoesNotExistIsNamedWithThoseThatDo() {
        assertThat(problem(new SqlSource.Named("purchase"), "id"))
                .contains(schema.name(), "no table or view purchase", "empty_one, odd, purchases");
    }

    @Test
    void aTableWithoutAnyRowIsAnError() {
        assertThat(problem(new SqlSource.Named("empty_one"), "id")).contains("has no rows at all");
    }

    @Test
    void aQueryThatTheServerDoesNotUnderstandIsAnErrorWithItsWords() {
        assertThat(problem(new SqlSource.Query("SELECT no_such FROM purchases"), "id"))
                .contains("source.query", "no_such");
        assertThat(problem(new SqlSource.Query("SELECT * FROM purchases WHERE"), "id"))
                .contains("source.query");
        assertThat(problem(new SqlSource.Query("SELECT *, id FROM purchases"), "id"))
                .contains("source.query", "id");
    }

    @Test
    void aWrongPasswordNamesTheUserAndTheServerAndNotThePassword() {
        tables.grant("locked_out", "SELECT", "purchases");
        String problem = problem(tables.settings("locked_out", PASSWORD, PURCHASES, "id", 10, Map.of()));
        assertThat(problem)
                .contains("locked_out", DatabaseServer.shared().hostAndPort())
                .doesNotContain(PASSWORD);
    }

    @Test
    void aRightThatIsMissingIsAnErrorThatSaysWhich() {
        tables.grant("cannot_read", "INSERT", "purchases");
        assertThat(problem(tables.settings("cannot_read", "pw", PURCHASES, "id", 10, Map.of())))
                .contains("cannot_read", "SELECT");
    }

    @Test
    void aDatabaseThatIsNotThereOrNotAllowedIsAnError() {
        String url = schema.url().replace(schema.name(), "nowhere_at_all");
        MysqlTable elsewhere =
                with(settings(PURCHASES, "id", Map.of()), new MysqlServer(url, schema.user(), schema.password()));
        assertThat(problem(elsewhere)).contains("nowhere_at_all");
    }

    @Test
    void aServerThatIsNotThereIsNamed() {
        MysqlServer nobody = new MysqlServer("jdbc:mysql://127.0.0.1:1/purchases", "u", PASSWORD);
        MysqlSource unreachable = new MysqlSource(with(settings(PURCHASES, "id", Map.of()), nobody));
        SourceException e = catchThrowableOfType(SourceException.class, unreachable::plan);
        assertThat(Messages.in(Locale.ENGLISH).render(e.text()))
                .contains("127.0.0.1:1/purchases", "cannot be reached", "refused")
                .doesNotContain(PASSWORD);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "serverTimezone=Beijing | serverTimezone",
                "connectionTimeZone=Asia/Beijing | connectionTimeZone",
                "sessionVariables=no_such=1 | sessionVariables",
                "sessionVariables=sql_mode='WHATEVER' | sessionVariables",
                "socketFactory=no.such.Factory | socketFactory",
                "queryInterceptors=no.such.Interceptor | queryInterceptors",
                "defaultAuthenticationPlugin=mysql_clear | defaultAuthenticationPlugin",
                "sslMode=VERIFY_CA&trustCertificateKeyStoreUrl=file:/nowhere.p12 | trustCertificateKeyStoreUrl",
                "sslMode=REQUIRED&tlsVersions=TLSv9 | tlsVersions",
                "localSocketAddress=203.0.113.7 | localSocketAddress",
            })
    void whatTheAddressAsksForInVainIsAnErrorThatNamesTheProperty(String properties, String property) {
        MysqlServer server = new MysqlServer(schema.url() + "?" + properties, schema.user(), schema.password());
        assertThat(problem(with(settings(PURCHASES, "id", Map.of()), server)))
                .contains(property, schema.name(), "source.url");
    }

    @ParameterizedTest
    @CsvSource({
        "FLOAT, 1234567.89, '', 1234567.9",
        "FLOAT, 16777217, '', 16777216",
        "FLOAT, 131072, '', 131072",
        "FLOAT, -250000.01, '', -250000.02",
        "'FLOAT(12, 2)', 12345678.9, '', 12345679",
        "FLOAT UNSIGNED, 7E9, '', 7000000000",
        "FLOAT, 16.5, （万元）, 16.5",
    })
    void anAmountWhoseFenAFloatHasLostIsRefusedWithTheRemedy(String type, String value, String unit, String said) {
        String column = unit.isEmpty() ? "amount" : "`金额" + unit + "`";
        tables.execute(
                "DROP TABLE IF EXISTS floats",
                "CREATE TABLE floats AS SELECT id, contract_date, buyer_name, item_name, 1.5 AS amount FROM purchases",
                "ALTER TABLE floats CHANGE amount " + column + " " + type,
                "UPDATE floats SET " + column + " = " + value + " WHERE id = 7");
        assertThat(problem(new SqlSource.Named("floats"), "id")).contains("FLOAT", said, "id = 7", "DECIMAL(16,2)");
    }

    @ParameterizedTest
    @CsvSource({
        "latin1, gbk, latin1",
        "latin1, utf8mb4, latin1",
        "latin1, gb2312, latin1",
        "utf8mb4, gbk, latin1",
        "utf8mb4, utf8mb4, latin1",
        "utf8mb4, utf8mb4, gbk",
        "gbk, utf8mb4, gbk",
        "utf8mb4, gbk, cp1251",
        "utf8mb4, utf8mb4, cp1250",
        "utf8mb4, utf8mb4, ascii",
    })
    void aTableOfGarbledTextIsRefusedAndReadByTheQueryThatTheMessageNames(String column, String written, String read) {
        String garbled = "CONVERT(CAST(CONVERT(%s USING " + written + ") AS BINARY) USING " + read + ")";
        tables.execute(
                "DROP TABLE IF EXISTS garbled",
                "CREATE TABLE garbled (id INT PRIMARY KEY, contract_date DATE, buyer_name VARCHAR(90),"
                        + " item_name VARCHAR(90), amount DECIMAL(14, 2)) CHARSET " + column);
        tables.executeLoosely("INSERT INTO garbled SELECT id, contract_date, " + garbled.formatted("'抚州市甲中学虚'") + ", "
                + garbled.formatted("'台式计算机'") + ", amount FROM purchases");
        assertThat(problem(new SqlSource.Named("garbled"), "id"))
                .contains("garbled in 5 of the first 5 rows", "buyer_name", "CONVERT(");
        if (read.equals("latin1")) {
            String repaired = "CONVERT(CAST(CONVERT(%s USING latin1) AS BINARY) USING " + written + ")";
            SqlSource query = new SqlSource.Query("SELECT id, contract_date, amount, "
                    + repaired.formatted("buyer_name") + " AS buyer_name, " + repaired.formatted("item_name")
                    + " AS item_name FROM garbled");
            assertThat(PurchaseTable.read(tables.settings(query, "id", 10)).lines())
                    .hasSize(5)
                    .allSatisfy(line -> assertThat(line.itemName()).isEqualTo("台式计算机"));
        }
    }

    @Test
    void aPortThatCannotBeIsAnErrorAndOneWhereNobodyListensIsNot() {
        MysqlServer server = new MysqlServer("jdbc:mysql://127.0.0.1:99999/purchases", "u", PASSWORD);
        assertThat(problem(with(settings(PURCHASES, "id", Map.of()), server))).contains("99999");
        MysqlServer again = new MysqlServer(
                "jdbc:mysql://127.0.0.1:1/purchases?autoReconnect=true&maxReconnects=1&initialTimeout=1",
                "u",
                PASSWORD);
        MysqlSource unreachable = new MysqlSource(with(settings(PURCHASES, "id", Map.of()), again));
        assertThat(catchThrowableOfType(SourceException.class, unreachable::plan)
                        .text()
                        .key())
                .isEqualTo("source.mysql.unreachable");
    }

    @Test
    void noRightToWriteIsEverUsed() {
        assertThat(problem(new SqlSource.Query("SELECT 1 AS id INTO @x"), "id")).isNotEmpty();
        assertThat(PurchaseTable.read(tables.settings(PURCHASES, "id", 10)).lines())
                .hasSize(5);
    }

    private static MysqlTable with(MysqlTable table, MysqlServer server) {
        return new MysqlTable(table.settings(), server, table.context());
    }

    private static MysqlTable settings(SqlSource relation, String key, Map<String, String> columns) {
        return tables.settings(schema.user(), schema.password(), relation, key, 10, columns);
    }

    private static String problem(SqlSource relation, String key) {
        return problem(settings(relation, key, Map.of()));
    }

    /** The one message that a user sees, in English; the Chinese one must be there too. */
    private static String problem(MysqlTable settings) {
        InputException e = catchThrowableOfType(InputException.class, () -> new MysqlSource(settings).plan());
        assertThat(e).as("an input error").isNotNull();
        assertThat(Messages.in(Locale.SIMPLIFIED_CHINESE).render(e.text())).isNotBlank();
        assertThat(e.getMessage()).doesNotContain(PASSWORD);
        return Messages.in(Locale.ENGLISH).render(e.text());
    }
}
