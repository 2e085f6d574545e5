package org.greenaudit.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.greenaudit.message.Messages;
import org.greenaudit.message.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of the properties of an address before any server is asked. */
class MysqlAddressTest {

    private static final String DATABASE = "jdbc:mysql://db.example:3306/procurement";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "characterEncoding=utf8mb4 | characterEncoding | encoding",
                "characterEncoding=utf-8mb4 | characterEncoding | encoding",
                "characterEncoding=GB2312x | characterEncoding | encoding",
                "sslMode=DISABLED&characterEncoding=UTF8MB4 | characterEncoding | encoding",
                "charac%74erEncoding=utf8mb3 | characterEncoding | encoding",
                "connectTimeout=ten | connectTimeout | connectTimeout",
                "connectTimeout=10s | connectTimeout | connectTimeout",
                "socketTimeout= | socketTimeout | integer",
                "maxRows=-5 | maxRows | maxRows",
                "useSSL=maybe | useSSL | TRUE",
                "sslMode=ON | sslMode | VERIFY_IDENTITY",
                "sslMode=hun%20ter%27s | sslMode | VERIFY_IDENTITY",
                "zeroDateTimeBehavior=null | zeroDateTimeBehavior | CONVERT_TO_NULL",
                "useConfigs=fastest | useConfigs | template",
                "characterEncodng=UTF-8 | characterEncodng | characterEncoding",
                "ssl-mode=REQUIRED | ssl-mode | sslMode",
                "use_ssl=true | use_ssl | useSSL",
                "conectTimeout=5000 | conectTimeout | connectTimeout",
            })
    void aPropertyThatTheDriverDoesNotTakeIsNamedWithoutItsValue(String properties, String property, String said) {
        Text problem = new MysqlAddress(DATABASE + "?" + properties)
                .problem("job.yaml", "source.url")
                .orElseThrow();
        String value = properties.substring(properties.lastIndexOf('=') + 1);
        for (Locale locale : List.of(Messages.CHINESE, Locale.ENGLISH)) {
            String told = Messages.in(locale).render(problem);
            assertThat(told).contains("job.yaml", "source.url", property, said);
            assertThat(value.isEmpty() ? "" : told).doesNotContainPattern("'" + value + "'|hun|ter's");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:mysql://root:hunter2#@db.example/d",
                "jdbc:mysql://root:hunter2/d",
                "jdbc:mysql://root:hunter2%27/d",
                "jdbc:mysql://db.example:hunter2/d",
                "jdbc:mysql:hunter2://db.example/d",
                "jdbc:mysql://(host=db.example,port=hunter2)/d",
                "jdbc:mysql://db.example/d?x=hunter2&y=%ZZ",
            })
    void nothingOfAnAddressThatCannotBeReadIsShown(String url) {
        assertThat(new MysqlAddress(url).problem("job.yaml", "source.url"))
                .hasValueSatisfying(problem ->
                        assertThat(Messages.in(Locale.ENGLISH).render(problem)).doesNotContain("hunter2"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:mysql://u:p@db.example/d",
                "jdbc:mysql://u@db.example/d",
                "jdbc:mysql://u%40x:p@db.example/d",
                "jdbc:mysql://db1.example,u:p@db2.example/d",
                "jdbc:mysql://u:p@[db1.example,db2.example]/d",
                "jdbc:mysql:loadbalance://address=(host=db.example)(user=u)(password=p)/d",
                "jdbc:mysql://[(host=a,user = u),(host=b,PassWord=p)]/d",
                "jdbc:mysql+srv://u:p@db.example/d",
                "jdbc:mysql://db.example/d?sslMode=REQUIRED&%70assword=p",
                "jdbc:mysql://db.example?password1=p",
                "jdbc:mysql://db.example/d? user=u",
                "jdbc:h2:file:./data;USER=u;PASSWORD=p"
            })
    void aLoginIsSeenInEverySyntaxOfTheDriver(String url) {
        assertThat(MysqlAddress.holdsLogin(url)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                DATABASE,
                "jdbc:mysql://db.example/users?passwordCharacterEncoding=UTF-8",
                "jdbc:mysql://db.example/d?connectionAttributes=by:a@b",
                "jdbc:mysql:replication://a,b/user=x",
                "jdbc:h2:file:./password=p;DB_CLOSE_ON_EXIT=FALSE",
                "embedded"
            })
    void anAddressWithoutALoginIsNone(String url) {
        assertThat(MysqlAddress.holdsLogin(url)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:mysql://db.example:abc/procurement",
                "jdbc:mysql://db.example:/procurement?sslMode=DISABLED&x=%ZZ",
                "jdbc:mysql://(host=db.example,port=x)/procurement",
                "jdbc:mysql:loadbalanc://db.example/procurement",
                "jdbc:mysql:replica://db.example/procurement",
                "jdbc:h2:mem:procurement",
            })
    void anAddressThatTheDriverDoesNotTakeIsRefused(String url) {
        assertThat(new MysqlAddress(url).problem("job.yaml", "source.url")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?",
                "?characterEncoding=UTF-8",
                "?characterEncoding=utf8&useUnicode=true&useSSL=false",
                "?characterEncoding=GBK",
                "?serverTimezone=Asia/Shanghai&zeroDateTimeBehavior=convertToNull",
                "?useUnicode=true&useJDBCCompliantTimezoneShift=true&useLegacyDatetimeCode=false&serverTimezone=UTC",
                "?SSLMODE=verify_identity&trustCertificateKeyStoreUrl=file:/etc/ca.p12",
                "?nullCatalogMeansCurrent=true&autoReconnect=true&failOverReadOnly=false",
                "?connectTimeout=5000&socketTimeout=0&tcpKeepAlive=yes",
            })
    void whatAddressesHoldElsewhereIsLeftAlone(String properties) {
        assertThat(new MysqlAddress(DATABASE + properties).problem("job.yaml", "source.url"))
                .isEmpty();
    }

    @Test
    void whatTheAddressSetsIsNotSetOtherwise() {
        assertThat(new MysqlAddress(DATABASE + "?CONNECTTIMEOUT=5")
                        .leftOpen(Map.of("connectTimeout", "10000", "socketTimeout", "1")))
                .containsOnlyKeys("socketTimeout");
    }

    @Test
    void aFailureIsLaidToThePropertiesThatItSpeaksOf() {
        MysqlAddress address = new MysqlAddress(
                DATABASE + "?serverTimezone=Beijing&sslMode=DISABLED&trustCertificateKeyStorePassword=k7");
        assertThat(address.spokenOf("Unknown time-zone ID: Beijing")).isEqualTo("serverTimezone");
        assertThat(address.spokenOf("no reason"))
                .isEqualTo("serverTimezone, sslMode, trustCertificateKeyStorePassword");
        assertThat(address).asString().doesNotContain("k7");
    }
}
