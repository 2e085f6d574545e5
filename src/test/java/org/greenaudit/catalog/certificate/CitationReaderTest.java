package org.greenaudit.catalog.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CitationReaderTest {

    private static final CitationReader READER = new CitationReader("虚构认字第7号"::equals);

    private static Citations read(String cell) {
        return READER.read(Optional.of(cell));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CQC24701000001；CQC24701000002",
                "CQC24701000001;CQC24701000002",
                "CQC24701000001，CQC24701000002",
                "CQC24701000001、CQC24701000002",
                "CQC24701000001\r\nCQC24701000002",
                "CQC24701000001 CQC24701000002",
                "CQC24701000001\u3000CQC24701000002",
                "CQC24701000001/CQC24701000002",
                "CQC24701000001 / CQC24701000002",
                "CQC24701000001|CQC24701000002",
                "CQC24701000001+CQC24701000002",
                "CQC24701000001和CQC24701000002",
                "CQC24701000001CQC24701000002",
                "1）CQC24701000001 2）CQC24701000002",
                "1.CQC24701000001；2.CQC24701000002",
                "①CQC24701000001②CQC24701000002",
                "CQC24701000001（台式计算机），CQC24701000002（显示器）",
                "CQC24701000001.pdf、CQC24701000002.JPG"
            })
    void everySeparatorParts(String cell) {
        assertThat(read(cell).numbers()).containsExactly("CQC24701000001", "CQC24701000002");
        assertThat(read(cell).texts()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "证书编号：CQC24701000001",
                "证书号CQC24701000001",
                "编号:CQC24701000001",
                "No.CQC24701000001",
                "NO：CQC24701000001",
                "№ CQC24701000001",
                "Certificate No. CQC24701000001",
                "“CQC24701000001”",
                "【CQC24701000001】",
                "CQC24701000001。",
                "CQC24701000001（有效期2024-01-01至2028-12-31）",
                "节能产品认证证书CQC24701000001",
                "Lenovo CQC24701000001",
                "ＣＱＣ２４７０１０００００１"
            })
    void whatStandsAroundANumberIsTakenOff(String cell) {
        assertThat(read(cell).numbers()).containsExactly("CQC24701000001");
    }

    /** One number is read without a look at anything else; a separator behind it asks for that look. */
    @Property(tries = 5_000)
    void aPlainNumberIsReadAsAnyOther(@ForAll("likeNumbers") String cell) {
        assertThat(read(cell)).isEqualTo(read(cell + ";"));
    }

    @Provide
    Arbitrary<String> likeNumbers() {
        Arbitrary<String> letters = Arbitraries.oneOf(
                Arbitraries.of("CQC", "CEC", "ELP", "X", "XX", "XXX", "no", "id", "E"),
                Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(5));
        Arbitrary<String> digits = Arbitraries.oneOf(
                Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(12),
                Arbitraries.of("2024", "00000", "9999"));
        return Combinators.combine(letters, digits)
                .as((word, number) -> word + number)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(parts -> String.join("", parts));
    }

    @Test
    void blanksInsideANumberAreNoPartOfIt() {
        assertThat(read(" CQC 26\u00a0701\u3000 ; ").numbers()).containsExactly("CQC26701");
        assertThat(read("CQC24701 000001").numbers()).containsExactly("CQC24701000001");
    }

    @Test
    void theSameNumberCountsOnce() {
        assertThat(read("CQC-12345;cqc 12345").numbers()).containsExactly("CQC-12345");
    }

    @Test
    void aTextThatIsKnownStaysAsItIs() {
        assertThat(read("虚构认字第 7 号").numbers()).containsExactly("虚构认字第7号");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2.4701E+13",
                "CQC2.4701E+10",
                "2.4701E 13",
                "2.47010E+0013",
                "2.4701×10^13",
                "2.47E13",
                "2.4701e+13",
                "2E+13",
                "（2.4701E+13）",
                "2,4701E+13",
                "#REF!",
                "#######",
                "#VALUE!"
            })
    void whatASpreadsheetDestroyedCitesNothing(String cell) {
        assertThat(read(cell).numbers()).isEmpty();
        assertThat(read(cell).texts()).isEmpty();
        assertThat(read(cell).destroyed()).hasSize(1);
    }

    @Test
    void whatIsLeftBesideADestroyedNumberIsRead() {
        Citations citations = read("2.4701E+13；CQC24701000002");
        assertThat(citations.numbers()).containsExactly("CQC24701000002");
        assertThat(citations.destroyed()).containsExactly("2.4701E+13");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "13800138000",
                "138-0013-8000",
                "86-13800138000",
                "0794-8221234",
                "（0794）8221234",
                "0371-63212345-802",
                "400-800-1234",
                "8008201234",
                "电话：8221234",
                "联系人张某（虚构）13800138000",
                "Tel.8221234567",
                "20260305",
                "2026-03-01",
                "2026/3/5",
                "2026.3.5",
                "2024.01.01-2028.12.31",
                "2024-01-01至2028-12-31",
                "20240101-20281231",
                "有效期至2028年12月31日",
                "发证日期:2026/3/5",
                "GB28380-2012",
                "GB/T9813.1-2016",
                "HJ2512-2016"
            })
    void datesTelephonesAndStandardsAreNoNumbers(String cell) {
        assertThat(read(cell).numbers()).isEmpty();
        assertThat(read(cell).texts()).hasSize(1);
    }

    @Test
    void aTimeOfDayIsNoNumber() {
        assertThat(read("2026/3/5 10:20").numbers()).isEmpty();
        assertThat(read("2026-03-05 10:20:30").numbers()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CQC24701000001 2026-03-05",
                "CQC24701000001（20260305）",
                "CQC24701000001 13800138000",
                "CQC24701000001 电话0794-8221234",
                "CQC24701000001（GB 28380-2012）",
                "2024.01.01-2028.12.31 CQC24701000001"
            })
    void aNumberBesideThemIsRead(String cell) {
        assertThat(read(cell).numbers()).containsExactly("CQC24701000001");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CQC9999",
                "CQC2026-03-05-001",
                "CQC20260305001",
                "CQC-2026-0305",
                "2024-0305-001188",
                "CEC13800138000",
                "123456789012"
            })
    void aNumberThatResemblesADateOrATelephoneIsOne(String cell) {
        assertThat(read(cell).numbers()).containsExactly(cell);
    }

    @Test
    void aTelephoneThatTheRegistryKnowsIsANumber() {
        Citations citations = new CitationReader("13800138000"::equals).read(Optional.of("13800138000"));
        assertThat(citations.numbers()).containsExactly("13800138000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"正在办理", "详见附件", "¥500000", "2026-03-01", "2026年3月", "已提供"})
    void aTextIsNoNumber(String cell) {
        assertThat(read(cell))
                .isEqualTo(new Citations(List.of(), List.of(cell), List.of(), List.of(), List.of(), true));
    }

    @Property
    void noNumberIsBlank(@ForAll String cell) {
        assertThat(read(cell).numbers()).noneMatch(String::isBlank);
    }

    @ParameterizedTest
    @ValueSource(strings = {"A/", "A ", "no. ", "1;", "证", "CQC24701000001/"})
    void aCellOfAnyLengthIsRead(String part) {
        assertThat(read(part.repeat(20_000)).numbers().size()).isLessThan(2);
    }

    @ParameterizedTest
    @CsvSource({
        // both known: two numbers
        "CQC24701000101—CQC24701000102, CQC24701000101 CQC24701000102, ''",
        "CQC24701000101~103, CQC24701000101 CQC24701000102 CQC24701000103, ''",
        "CQC24701000101～CQC24701000103, CQC24701000101 CQC24701000102 CQC24701000103, ''",
        "CQC24701000101至103, CQC24701000101 CQC24701000102 CQC24701000103, ''",
        "CQC24701000101/2, CQC24701000101 CQC24701000102, ''",
        "CQC24701000101/102/103, CQC24701000101 CQC24701000102 CQC24701000103, ''",
        "证书编号：CQC24701000101—102, CQC24701000101 CQC24701000102, ''",
        "CQC24701000101-CQC24701000102, CQC24701000101 CQC24701000102, ''",
        "CQC24701000102~105, CQC24701000102 CQC24701000103, CQC24701000102~105",
        "CQC24701000103/4, CQC24701000103, CQC24701000103/4",
        // nothing is known: what is written out, and a question
        "CQC24709000001—CQC24709000002, CQC24709000001 CQC24709000002, CQC24709000001—CQC24709000002",
        "CQC24709000001/2, CQC24709000001, CQC24709000001/2",
        "CQC24709000001~003, CQC24709000001, CQC24709000001~003",
        "CQC24709000001~999, CQC24709000001, CQC24709000001~999",
        "CQC24709000009~001, CQC24709000009, CQC24709000009~001",
        "CQC24709000001/3/5, CQC24709000001, CQC24709000001/3/5",
        // no ranges
        "CQC24701000101, CQC24701000101, ''",
        "CQC-2024-701-101, CQC-2024-701-101, ''",
        "CQC24701000101/CEC24701000102, CQC24701000101 CEC24701000102, ''"
    })
    void rangesAreExpandedOnlyWhereEveryNumberIsKnown(String cell, String numbers, String unclear) {
        CitationReader reader =
                new CitationReader(List.of("CQC24701000101", "CQC24701000102", "CQC24701000103")::contains);
        Citations read = reader.read(Optional.of(cell));
        assertThat(String.join(" ", read.numbers())).isEqualTo(numbers);
        assertThat(String.join(" ", read.unclear())).isEqualTo(unclear);
        assertThat(read.texts()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CQC2470\u200c1000001",
                "CQC\u200d24701000001",
                "CQC247\u200b01000001",
                "\u202aCQC24701\u2060000001\u202c",
                "CQC24701\ufeff000001",
                "CQC24701\u00ad000001",
                "CQC24701\ufe0f000001"
            })
    void joinersInsideANumberAreNoPartOfIt(String cell) {
        assertThat(read(cell).numbers()).containsExactly("CQC24701000001");
    }
}
