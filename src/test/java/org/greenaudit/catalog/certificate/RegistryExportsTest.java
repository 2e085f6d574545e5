package org.greenaudit.catalog.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.greenaudit.catalog.CatalogProblem;
import org.greenaudit.catalog.Certificate;
import org.greenaudit.catalog.CertificateRegistry;
import org.greenaudit.catalog.CertificateStatus;
import org.greenaudit.catalog.load.CatalogFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Registry exports as they come: what is loaded in spite of its form, and what is refused with its line and reason. */
class RegistryExportsTest {

    private static final String NUMBER = "CQC24701000001";
    private static final String HEADER = "证书编号,认证类别,发证机构,品牌,产品名称,产品类别,规格型号,认证依据,颁证日期,到期日期,证书状态,状态日期\n";
    private static final String ROW = NUMBER + ",节能产品,甲认证,甲牌,台式机,E1,M1,GB 1,2025-01-01,2027-12-31,有效,\n";

    @TempDir
    private Path root;

    private CatalogFolder file(String content) {
        return CatalogFolder.copyOfBase(root)
                .replace("certificates/registry.yaml", "energy-saving: none", "energy-saving: complete")
                .write("certificates/a.csv", content);
    }

    private CatalogFolder rows(String rows) {
        return file(HEADER + rows);
    }

    private static void withShippedWords(CatalogFolder folder) {
        try {
            folder.write("certificate-words.csv", Files.readAllBytes(Path.of("catalogs", "certificate-words.csv")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CertificateRegistry loaded(CatalogFolder folder) {
        return folder.load().certificates();
    }

    private static Certificate only(CatalogFolder folder) {
        CertificateRegistry registry = loaded(folder);
        assertThat(registry.size()).isEqualTo(1);
        return registry.byNumber(NUMBER).orElseThrow();
    }

    private static List<String> warned(CatalogFolder folder) {
        return folder.warnings().stream()
                .filter(warning -> warning.file().equals(folder.name("certificates/a.csv")))
                .map(warning -> warning.line() + " " + warning.text().key())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "证书编号：CQC24701000001",
                "No. CQC24701000001",
                "第CQC24701000001号",
                "CQC24701000001（换证）",
                "'CQC24701000001",
                "\"=\"\"CQC24701000001\"\"\"",
                "CQC2470\u200c1000001",
                "CQC24701\u00ad000001",
                "CQC24701000001.pdf",
                "节能产品认证证书 CQC24701000001",
                "【CQC24701000001】",
                "ＣＱＣ２４７０１０００００１",
                "cqc 24701-000001",
                "证书号:CQC24701000001",
                "CQC24701000001（有效期至2028-12-31）",
                "CQC24701000001 / —",
                "注册号：CQC24701000001。",
                "CQC24701000001&nbsp;",
                "CQC24701000001（台式计算机）"
            })
    void whatStandsAroundANumberIsNoPartOfIt(String cell) {
        CatalogFolder folder = rows(ROW.replace(NUMBER, cell));
        assertThat(only(folder).models()).isEqualTo("M1");
        assertThat(warned(folder)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CQC24701000001/CQC19701000009",
                "CQC24701000001；CQC19701000009",
                "\"CQC24701000001,CQC19701000009\"",
                "\"CQC24701000001\nCQC19701000009\"",
                "CQC24701000001（原CQC19701000009）",
                "CQC24701000001 CQC19701000009",
                "新证书CQC24701000001、旧证书CQC19701000009"
            })
    void anOldAndANewNumberInOneCellBothFindTheCertificate(String cell) {
        CertificateRegistry registry = loaded(rows(ROW.replace(NUMBER, cell)));
        assertThat(registry.size()).isEqualTo(1);
        assertThat(registry.byNumber(NUMBER)).isEqualTo(registry.byNumber("cqc19701000009"));
        assertThat(registry.byNumber(NUMBER).orElseThrow().number()).isEqualTo("CQC24701000001 / CQC19701000009");
        assertThat(registry.byNumber("CQC19701000008")).isEmpty();
    }

    @Test
    void aCertificateOfItsOwnCountsBeforeAnOldNumberOfAnother() {
        CertificateRegistry registry = loaded(rows(ROW.replace(NUMBER, "CQC24701000001/CQC19701000009")
                + ROW.replace(NUMBER, "CQC19701000009").replace("M1", "M9")));
        assertThat(registry.byNumber("CQC19701000009").orElseThrow().models()).isEqualTo("M9");
    }

    @ParameterizedTest
    @CsvSource({
        "CQC24701000001, CQC24701000001（换证）",
        "CQC24701000001（旧）, CQC24701000001",
        "CQC24701000001(1), CQC24701000001(2)",
        "证书编号：CQC24701000001, CQC24701000001",
        "CQC24701000001, CQC24701000001.pdf"
    })
    void twoVersionsOfACertificateBothCount(String one, String other) {
        CertificateRegistry registry = loaded(rows(ROW.replace(NUMBER, one)
                + ROW.replace(NUMBER, other).replace("M1", "M2").replace("2027", "2029")));
        assertThat(registry.size()).isEqualTo(2);
        assertThat(registry.byNumber(NUMBER).orElseThrow().models()).isEqualTo("M1");
        assertThat(registry.covering("节能产品", "甲牌", "M2")).hasSize(1);
    }

    @Test
    void rowsOfACertificateMayWriteItsNumberInSeveralWays() {
        assertThat(only(rows(ROW + ROW.replace(NUMBER, "No. " + NUMBER).replace("M1", "M2")))
                        .models())
                .isEqualTo("M1；M2");
    }

    @Test
    void serialNumbersOfTwoBodiesAreTwoCertificates() {
        CertificateRegistry registry = loaded(rows(ROW.replace(NUMBER, "甲认字第700001号")
                + ROW.replace(NUMBER, "乙认字第700001号").replace("甲牌", "乙牌")));
        assertThat(registry.size()).isEqualTo(2);
        assertThat(registry.byNumber("乙认字第700001号").orElseThrow().brand()).isEqualTo("乙牌");
        assertThat(registry.byNumber("700001")).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "2.4701E+13, CQC24701000001, true",
        "2.4701E+13, 24700999999999, true",
        "2.4701E+13, CQC24801000001, false",
        "2.47E13, CQC24701000001, true",
        "'2,4701E+13', CQC24701000001, true",
        "CQC2.4701E+13, CQC24701000001, true",
        "2.4701×10^13, CQC24799000001, false",
        "2.47010E+013, CQC24701000001, true",
        "2E+13, CQC24701000001, true",
        "#VALUE!, 24701000001, true",
        "#REF!, CQC19701000009, true",
        "########, CQC19701000009, true",
        "CQC24701***, CQC24701000001, true",
        "CQC24701***, cqc-24701000001, true",
        "CQC24701***, 24701000001, true",
        "CQC24701***, CEC24701000001, false",
        "CQC24701***, CQC24801000001, false",
        "QAA01-2024-*****, QAA0120240001, true",
        "QAA01-2024-*****, ZZ0120240001, false",
        "CQC******, CQC19701000009, true",
        "CQC******, CEC19701000009, false",
        "****2024, CQC24701002024, true",
        "CQC24701···, CQC24701000001, true",
        "CQC24701。。。, CQC24701000001, true",
        "CQC24701~~~, CQC24701000001, true",
        "CQC24701∗∗∗, CQC24701000001, true",
        "CQC24701███, CQC24801000001, false",
        "XXX2024, CQC24701002024, true"
    })
    void aDestroyedNumberMayHaveBeenTheCitedOne(String cell, String cited, boolean may) {
        CatalogFolder folder = rows(ROW.replace(NUMBER, '"' + cell + '"'));
        assertThat(warned(folder)).containsExactly("2 registry.warning.number-lost");
        CertificateRegistry registry = loaded(folder);
        assertThat(registry.lostNumbers()).isEqualTo(1);
        assertThat(registry.mayHaveLost(cited)).isEqualTo(may);
        assertThat(registry.byNumber(cited)).isEmpty();
        assertThat(registry.covering("节能产品", "甲牌", "M1")).hasSize(1);
    }

    @Test
    void certificatesWhoseDestroyedNumbersLookTheSameStayApart() {
        String lost = ROW.replace(NUMBER, "2.4701E+13");
        CertificateRegistry registry = loaded(rows(lost + lost.replace("甲牌,", "乙牌,") + lost.replace("甲牌,", ",")));
        assertThat(registry.size()).isEqualTo(3);
        assertThat(registry.covering("节能产品", "丙牌", "M1")).hasSize(1);
    }

    @Test
    void withoutDestroyedNumbersNoneIsLost() {
        assertThat(loaded(rows(ROW)).mayHaveLost(NUMBER)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"无", "/", "待定", "—", "''", "n/a"})
    void aPlaceholderIsNoNumber(String cell) {
        assertThat(rows(ROW.replace(NUMBER, cell.equals("''") ? "" : cell)).problems())
                .extracting(CatalogProblem::line, problem -> problem.text().key())
                .containsExactly(tuple(2L, "registry.problem.number"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "自愿性产品认证", "产品认证", "绿色产品认证", "其他"})
    void aCertificateOfUnknownCategoryMayCoverAndNeverSurelyDoes(String category) {
        CatalogFolder folder = rows(ROW.replace("节能产品", category).replace("E1", ""));
        assertThat(warned(folder)).containsExactly("2 registry.warning.category-unknown");
        CertificateRegistry registry = loaded(folder);
        assertThat(registry.covering("节能产品", "甲牌", "M1")).isEmpty();
        assertThat(registry.perhapsCovering("节能产品", "甲牌", "M1")).hasSize(1);
        assertThat(registry.perhapsCovering("节能产品", "甲牌", "M2")).isEmpty();
        assertThat(registry.mightCover("节能产品", "台式计算机", "甲牌", LocalDate.of(2026, 1, 1)))
                .isTrue();
        assertThat(registry.mightCover("节能产品", "台式计算机", "甲牌", LocalDate.of(2028, 1, 1)))
                .isFalse();
    }

    @Test
    void anEntryIdTellsTheCategoryOfABlankCell() {
        assertThat(only(rows(ROW.replace("节能产品", ""))).category()).isEqualTo("节能产品");
    }

    @ParameterizedTest
    @ValueSource(strings = {"强制性产品认证", "强制性产品认证（CCC）", "质量管理体系认证", "环境管理体系", "能源管理体系认证"})
    void aCategoryThatIsKnownToConcernNoListCoversNothing(String category) {
        CatalogFolder folder = rows(ROW.replace("节能产品", category));
        assertThat(warned(folder)).containsExactly("2 registry.warning.set-aside");
        CertificateRegistry registry = loaded(folder);
        assertThat(registry.size()).isZero();
        assertThat(registry.isSetAside(NUMBER)).isTrue();
        assertThat(registry.perhapsCovering("节能产品", "甲牌", "M1")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 9})
    void equalRowsAreLoadedOnceAndCounted(int times) {
        CatalogFolder folder = rows(ROW + ROW.repeat(times));
        assertThat(only(folder).models()).isEqualTo("M1");
        assertThat(warned(folder)).hasSize(times).allMatch(warning -> warning.endsWith("registry.warning.duplicate"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ",,,,,,M2,,,,,\n",
                NUMBER + ",,,,,,M2,,,,,\n",
                ",节能产品,甲认证,甲牌,台式机,E1,M2,GB 1,2025-01-01,2027-12-31,有效,\n",
                ",,,甲牌,,,M2,,,,,\n",
                NUMBER + ",,,甲牌,台式机,,M2,,,,有效,\n"
            })
    void aRowThatContinuesTheOneAboveAddsItsModels(String row) {
        assertThat(only(rows(ROW + row + row.replace("M2", "M3"))).models()).isEqualTo("M1；M2；M3");
    }

    @ParameterizedTest
    @ValueSource(strings = {",,,乙牌,,,M2,,,,,\n", ",,,,,,M2,,,2030-12-31,,\n", ",环境标志产品,,,,,M2,,,,,\n"})
    void aRowWithoutANumberThatSaysSomethingElseIsRefused(String row) {
        assertThat(rows(ROW + row).problems())
                .extracting(CatalogProblem::line, problem -> problem.text().key())
                .contains(tuple(3L, "registry.problem.number"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "节能产品认证证书清单\n",
                "节能产品认证证书清单,,,,,,,,,,,\n导出日期：2026-06-30,,,,,,,,,,,\n",
                "\n\n证书库\n",
                "sep=,\n",
                "单位：甲局,,,,2026年6月\n\n",
                ",,,,,,,,,,,\n",
                "\"一、说明\n第二行\",,\n"
            })
    void titlesMayStandAboveTheHeader(String title) {
        assertThat(only(file(title + HEADER + ROW)).models()).isEqualTo("M1");
    }

    @Test
    void aProblemBelowATitleIsNamedByItsLine() {
        assertThat(file("证书库\n导出\n" + HEADER + ROW.replace("有效", "?")).problems())
                .extracting(CatalogProblem::line)
                .containsExactly(4L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\t", ";", "|", ","})
    void cellsMayBePartedByOtherSigns(String delimiter) {
        assertThat(only(file("证书清单\n" + (HEADER + ROW).replace(",", delimiter))).models())
                .isEqualTo("M1");
    }

    @ParameterizedTest
    @CsvSource({
        "吊销, REVOKED",
        "换证, VALID",
        "变更, VALID",
        "保持, VALID",
        "恢复, VALID",
        "终止, CANCELLED",
        "到期, VALID",
        "失效, CANCELLED",
        "撤消, REVOKED",
        "有效（换证）, VALID",
        "有效(变更), VALID",
        "有效/保持, VALID",
        "暂停（企业申请）, SUSPENDED",
        "in force, VALID"
    })
    void theWordsOfExportsForAStatusAreKnown(String word, CertificateStatus status) {
        CatalogFolder folder = rows(ROW.replace("有效,", word + ","));
        withShippedWords(folder);
        assertThat(only(folder).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "暂停（2025-03-01）",
                "暂停 2025年3月1日起",
                "2025/3/1暂停",
                "暂停：2025.03.01",
                "自2025-03-01起暂停",
                "暂停[20250301]",
                "暂停，2025-3-1起",
                "\"暂停\n2025-03-01\""
            })
    void theDayOfAStatusMayStandBesideIt(String cell) {
        Certificate certificate = only(rows(ROW.replace("有效", cell)));
        assertThat(certificate.status()).isEqualTo(CertificateStatus.SUSPENDED);
        assertThat(certificate.statusDate()).contains(LocalDate.of(2025, 3, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"有效（暂停中止）", "有效/暂停", "暂停（撤销）", "有效（监督未通过）", "待议", "（2025-03-01）"})
    void wordsThatContradictEachOtherAreRefused(String cell) {
        assertThat(rows(ROW.replace("有效", cell)).problems())
                .extracting(CatalogProblem::line, CatalogProblem::value, problem -> problem.text()
                        .key())
                .containsExactly(tuple(2L, cell, "registry.problem.status"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"暂停", "注销", "撤销", "失效", "暂停（2025-03-01至2025-06-01）"})
    void aWithdrawalIsLoadedThoughTheFileHasNoColumnForItsDay(String status) {
        CatalogFolder folder = file(HEADER.replace(",状态日期", "") + ROW.replace("有效,", status));
        assertThat(only(folder).statusDate()).isEmpty();
        assertThat(warned(folder)).containsExactly("2 registry.warning.date");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "45717",
                "45717.5",
                "2025-03-01 00:00:00",
                "2025.3.1",
                "2025年3月1日起",
                "自2025-03-01起",
                "2025/03/01止",
                "有效期至2025年3月1日",
                "２０２５年３月１日",
                "颁证日期：2025-03-01",
                "20250301",
                "2025-03-01T00:00:00",
                "2025年3月1日（起）",
                "2025-3-1起",
                "生效日期 2025/3/1",
                "45717.0"
            })
    void theDayInADateCellIsRead(String cell) {
        assertThat(only(rows(ROW.replace("2025-01-01", cell))).issued())
                .isEqualTo(Optional.of(LocalDate.of(2025, 3, 1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025年3月1日前", "2025-03-01或2025-04-01", "1234", "2025-13-01", "长期", "2025-03-01（补发）"})
    void aDateThatIsNotPlainIsRefused(String cell) {
        assertThat(rows(ROW.replace("2025-01-01", cell)).problems())
                .extracting(CatalogProblem::line, CatalogProblem::value, problem -> problem.text()
                        .key())
                .containsExactly(tuple(2L, cell, "registry.problem.date"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A02010104 台式计算机",
                "A02010104-台式计算机",
                "A02010104台式机",
                "台式计算机（E1）",
                "台式计算机（A02010104）",
                "E1 台式机",
                "台式计算机 [A02010104]",
                "Ａ０２０１０１０４　台式计算机",
                "A02010104",
                "A0201010400",
                "【E1】台式计算机"
            })
    void aProductClassMayHaveACodeOrAnEntryIdBesideIt(String cell) {
        CatalogFolder folder = rows(ROW.replace("E1", cell));
        assertThat(only(folder).kind()).isEqualTo("台式计算机");
        assertThat(warned(folder)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"A02052305, 多联机, 多联机", "A02052305, 单元机, 单元机", "A02999999, 台式机, 台式计算机", "A02052305, 整机, ''"})
    void whereACodeLeavesItOpenTheProductNameTells(String code, String name, String kind) {
        assertThat(only(rows(ROW.replace("E1", code).replace("台式机", name))).kind())
                .isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"微波炉", "电磁炉、电饭锅", "家用和类似用途微波炉", "光伏组件", "微波炉（家用）"})
    void aProductClassOfGoodsThatNoListKnowsIsLoadedAndWarnedOf(String cell) {
        CatalogFolder folder = rows(ROW.replace("E1", cell).replace("台式机", "整机"));
        assertThat(only(folder).kind()).isEmpty();
        assertThat(warned(folder)).containsExactly("2 registry.warning.class");
    }

    @ParameterizedTest
    @ValueSource(strings = {"多联机（E1）", "E1、E2", "台式计算机、多联机", "E9 微波炉"})
    void aProductClassThatContradictsItselfIsRefused(String cell) {
        assertThat(rows(ROW.replace("E1", cell)).problems())
                .extracting(CatalogProblem::line, CatalogProblem::value, problem -> problem.text()
                        .key())
                .containsExactly(tuple(2L, cell, "registry.problem.class"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Certificate No.,Certification Type,Certification Body,Brand Name,Product,Product Category,Model No.,Standards,Issue Date,Expiry Date,Status,Status Date",
                "certificate_number,category,issuer,trademark,product_name,product_class,model,standard,issued,expires,status,status_date",
                "Cert. No,Certificate Type,Issued by,Brand,Product Name,Product Type,Models,Standard No.,Date of Issue,Date of Expiry,Certificate Status,Status since",
                "CERTIFICATE ID,Category,Issuing Body,Trade Mark,Product Name,Product Class,Model/Specification,Applicable Standard,Valid From,Valid Until,Current Status,Status Change Date",
                "*证书编号,认证类型,发证机构,品牌/商标,产品名称,产品类别,规格型号,认证依据,发证日期,有效期至,证书状态,状态变更日期"
            })
    void headersOfExportsAreKnown(String header) {
        CatalogFolder folder = file(header + "\n" + ROW);
        withShippedWords(folder);
        Certificate certificate = only(folder);
        assertThat(certificate.models()).isEqualTo("M1");
        assertThat(certificate.issued()).contains(LocalDate.of(2025, 1, 1));
        assertThat(certificate.expires()).contains(LocalDate.of(2027, 12, 31));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "合计,,,,,,,,,,,",
                "共1条,,,,,,,,,,,",
                "制表人：示例,,,审核人：示例,,,,打印日期：2026-11-28,,,,",
                "打印日期：2026-11-28",
                "注：本表仅供查询",
                ",,,总计：1张,,,,,,,,",
                "第1页"
            })
    void whatStandsBelowTheTableIsPassedOver(String row) {
        CatalogFolder folder = rows(ROW + row + "\n");
        withShippedWords(folder);
        assertThat(only(folder).models()).isEqualTo("M1");
        assertThat(warned(folder)).containsExactly("3 registry.warning.note");
    }

    @ParameterizedTest
    @ValueSource(strings = {HEADER, "证书编号,认证类别,证书状态,到期日期\n"})
    void aHeaderBelowTheFirstTellsOfTwoExportsInOneFile(String second) {
        CatalogFolder folder = rows(ROW + second + ROW);
        withShippedWords(folder);
        assertThat(folder.problems())
                .extracting(problem -> problem.line() + " " + problem.text().key())
                .containsExactly("3 registry.problem.header-again");
    }

    @ParameterizedTest
    @ValueSource(strings = {"示例,,,,,,,,,,,", "M2", "CQC24701000002,,,,,,,,,,,"})
    void aRowThatIsNoNoteIsRefused(String row) {
        CatalogFolder folder = rows(ROW + row + "\n");
        withShippedWords(folder);
        assertThat(folder.problems()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"长期", "长期有效", "永久有效", "无固定期限", "长期有效（监督合格）"})
    void aCertificateWithoutALastDayIsInForce(String cell) {
        CatalogFolder folder = rows(ROW.replace("2027-12-31", cell));
        withShippedWords(folder);
        assertThat(only(folder).expires()).contains(LocalDate.of(9999, 12, 31));
        assertThat(warned(folder)).containsExactly("2 registry.warning.endless");
    }

    @ParameterizedTest
    @ValueSource(strings = {"有效（监督合格）", "有效(变更)", "正常", "有效（年度监督通过）", "有效/换证", "保持有效"})
    void aStatusWithAKnownRemarkIsRead(String cell) {
        CatalogFolder folder = rows(ROW.replace(",有效,", "," + cell + ","));
        withShippedWords(folder);
        assertThat(only(folder).status()).isEqualTo(CertificateStatus.VALID);
    }

    @ParameterizedTest
    @CsvSource({
        "CQC24701000001~CQC24701000005, CQC24701000003, true",
        "CQC24701000001~CQC24701000005, CQC24701000005, true",
        "CQC24701000001至CQC24701000005, CQC24701000006, false",
        "CQC24701000001~CQC24701009999, CQC24701005000, true",
        "CQC24701000001~005, CQC24701000004, true",
        "CQC24701000001/2, CQC24701000002, true",
        "CQC24701000001~CQC24701000005, CEC24701000003, false"
    })
    void aRangeOfNumbersAccusesNobodyWhoseNumberItMayHold(String cell, String cited, boolean mayBe) {
        CatalogFolder folder = rows(ROW.replace(NUMBER, cell));
        assertThat(warned(folder)).containsExactly("2 registry.warning.number-range");
        CertificateRegistry registry = loaded(folder);
        assertThat(registry.byNumber(cited)).isEmpty();
        assertThat(registry.mayHaveLost(cited)).isEqualTo(mayBe);
        assertThat(registry.covering("节能产品", "甲牌", "M1")).hasSize(1);
    }
}
