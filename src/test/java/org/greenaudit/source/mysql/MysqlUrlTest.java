package org.greenaudit.source.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import org.greenaudit.source.mysql.MysqlUrl.Flaw;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MysqlUrlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:mysql://db.example:3306/procurement",
                "jdbc:mysql://[::1]:3306/procurement?sslMode=VERIFY_IDENTITY",
                "jdbc:mysql:replication://a,b/procurement",
                "jdbc:mysql://db.example/采购?trustCertificateKeyStorePassword=x&sslMode=VERIFY_CA"
            })
    void serversWithADatabaseAreUnderstood(String url) {
        assertThat(MysqlUrl.flaw(url)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:mysql://reader:secret@db.example/procurement",
                "jdbc:mysql://reader@db.example/procurement",
                "jdbc:mysql://db.example/procurement?password=secret",
                "jdbc:mysql://db.example/procurement?sslMode=REQUIRED&PASSWORD=secret",
                "jdbc:mysql://db.example/procurement?pass%77ord=secret",
                "jdbc:mysql://db.example/procurement?password2=secret",
                "jdbc:mysql://db.example/procurement?user=reader",
                "jdbc:mysql://(host=db.example,port=3306,password=secret)/procurement",
                "jdbc:mysql://address=(host=db.example)(password=secret)/procurement"
            })
    void aLoginInTheAddressIsRefused(String url) {
        assertThat(MysqlUrl.flaw(url)).contains(Flaw.HOLDS_LOGIN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "jdbc:h2:mem:x", "jdbc:postgresql://db/x", "db.example:3306/x", "mysql://db.example/x"})
    void anotherAddressIsRefused(String url) {
        assertThat(MysqlUrl.flaw(url)).contains(Flaw.NOT_MYSQL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"jdbc:mysql://db.example", "jdbc:mysql://db.example/", "jdbc:mysql://db.example/?sslMode=x"})
    void anAddressWithoutADatabaseIsRefused(String url) {
        assertThat(MysqlUrl.flaw(url)).contains(Flaw.NO_DATABASE);
    }

    @Test
    void thePlaceShownToPeopleIsServerAndDatabaseOnly() {
        assertThat(MysqlUrl.place("jdbc:mysql://db.example:3306/procurement?trustCertificateKeyStorePassword=x"))
                .isEqualTo("db.example:3306/procurement");
        assertThat(new MysqlServer("jdbc:mysql://db.example/x", "reader", "secret"))
                .hasToString("reader@db.example/x");
    }
}
