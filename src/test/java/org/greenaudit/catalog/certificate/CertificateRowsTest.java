package org.greenaudit.catalog.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.greenaudit.catalog.CatalogProblem;
import org.greenaudit.catalog.Certificate;
import org.greenaudit.catalog.CertificateRegistry;
import org.greenaudit.catalog.CertificateStatus;
import org.greenaudit.catalog.load.CatalogFolder;
import org.greenaudit.catalog.table.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Certificate rows against lists, kinds and terms: what is a problem, what a warning, and what is neither. */
class CertificateRowsTest {

    private static final String HEADER = "证书编号,认证类别,发证机构,品牌,产品名称,产品类别,规格型号,认证依据,颁证日期,到期日期,证书状态,状态日期\n";
    private static final String ROW = "虚构1,节能产品,甲认证,甲牌,台式机,E1,M1,GB 1,2025-01-01,2027-12-31,有效,\n";

    @TempDir
    private Path root;

    private CatalogFolder with(String rows) {
        return CatalogFolder.copyOfBase(root)
                .replace("certificates/registry.yaml", "energy-saving: none", "energy-saving: complete")
                .write("certificates/a.csv", HEADER + rows);
    }

    @ParameterizedTest
    @CsvSource({"E1", "e1", "台式计算机", "台 式机", "''"})
    void anEntryIdAKindAndATermAreProductClasses(String productClass) {
        CatalogFolder folder = with(ROW.replace("E1", productClass));
        assertThat(folder.warnings()).noneMatch(warning -> warning.file().equals(folder.name("certificates/a.csv")));
        assertThat(folder.load().certificates().byNumber("虚构1").orElseThrow().kind())
                .isEqualTo("台式计算机");
    }

    @ParameterizedTest
    @CsvSource({"E9, registry.problem.class", "L1, registry.problem.class-of-other-list"})
    void aProductClassThatContradictsTheListsIsAProblem(String productClass, String key) {
        CatalogFolder folder = with(ROW.replace("E1", productClass));
        assertThat(folder.problems())
                .extracting(
                        CatalogProblem::file,
                        CatalogProblem::line,
                        CatalogProblem::column,
                        CatalogProblem::value,
                        problem -> problem.text().key())
                .containsExactly(
                        tuple(folder.name("certificates/a.csv"), 2L, "产品类别 (product_class)", productClass, key));
    }

    @ParameterizedTest
    @CsvSource({
        "2025-01-01, 颁证日期, registry.warning.date",
        "2027-12-31, 到期日期, registry.warning.date",
        "'台式机,E1', 产品名称, registry.warning.kind-unknown"
    })
    void whatOnlyLeavesACheckOpenIsAWarning(String taken, String column, String key) {
        CatalogFolder folder = with(ROW.replace(taken, taken.replaceAll("[^,]", "")));
        assertThat(folder.warnings())
                .filteredOn(warning -> warning.file().equals(folder.name("certificates/a.csv")))
                .extracting(CatalogProblem::line, warning -> warning.text().key())
                .containsExactly(tuple(2L, key));
        assertThat(folder.warnings()).anyMatch(warning -> warning.column().startsWith(column + " ("));
        assertThat(folder.load().certificates().size()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"2025-01-01, 2025-01", "2027-12-31, 2027年12月", "2025-01-01, 2025/1", "2027-12-31, 2027.12"})
    void aMonthAloneLeavesTheDayOpen(String day, String month) {
        CatalogFolder folder = with(ROW.replace(day, month));
        assertThat(folder.warnings()).anyMatch(warning -> warning.text().key().equals("registry.warning.date"));
        assertThat(folder.load().certificates().size()).isEqualTo(1);
    }

    @Test
    void aWithdrawalWithoutItsDateIsAWarning() {
        CatalogFolder folder = with(ROW.replace("有效", "撤销"));
        assertThat(folder.warnings()).anyMatch(warning -> warning.column().startsWith("状态日期 ("));
    }

    @Test
    void whatFollowsFromAListThatCannotBeReadIsLeftOut() {
        CatalogFolder folder = with(ROW).replace("lists.csv", "2019-04-02,,M", "April,,M");
        assertThat(folder.problems())
                .extracting(CatalogProblem::file, CatalogProblem::value)
                .containsExactly(tuple(folder.name("lists.csv"), "April"));
    }

    @Test
    void whatFollowsFromAListedItemThatCannotBeReadIsLeftOut() {
        CatalogFolder folder = with(ROW).replace("lists/energy.csv", "E1,1,", "E1,one,");
        assertThat(folder.problems()).extracting(CatalogProblem::value).containsExactly("one");
    }

    @Test
    void whatFollowsFromAKindThatCannotBeReadIsLeftOut() {
        CatalogFolder folder =
                with(ROW.replace("E1", "多联机")).replace("product-kinds.csv", "多联机,空调,fictional,", "多联机,空调");
        assertThat(folder.problems())
                .extracting(CatalogProblem::file, CatalogProblem::line)
                .containsExactly(tuple(folder.name("product-kinds.csv"), 5L));
    }

    @Test
    void aFloodOfTheSameProblemHidesNoOther() {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 2000; i++) {
            rows.append(ROW.replace("虚构1", "虚构" + i).replace("有效", "待议"));
        }
        CatalogFolder folder = with(rows + ROW.replace("虚构1", "").replace("E1", "E9"));
        List<CatalogProblem> problems = folder.problems();
        assertThat(problems).hasSize(Problems.LISTED + 3);
        assertThat(problems)
                .extracting(problem -> problem.text().key())
                .contains("registry.problem.number", "registry.problem.class");
        assertThat(problems)
                .filteredOn(problem -> problem.text().key().equals("catalog-problem.more"))
                .extracting(CatalogProblem::column, problem -> problem.text().args())
                .containsExactly(tuple("证书状态 (status)", List.of("1900")));
    }

    private static Certificate only(CatalogFolder folder) {
        return folder.load().certificates().byNumber("虚构1").orElseThrow();
    }

    private CatalogFolder withHeader(String header, String rows) {
        return with("").write("certificates/a.csv", header + rows);
    }

    @ParameterizedTest
    @CsvSource({"正常, VALID", "过期, VALID", "失效, CANCELLED", "有效, VALID", "revoked, REVOKED"})
    void otherWordsForAStatusAreData(String word, CertificateStatus status) {
        assertThat(only(with(ROW.replace("有效", word))).status()).isEqualTo(status);
    }

    @Test
    void otherHeadersAreData() {
        String header = HEADER.replace("颁证日期", "发证日期").replace("发证机构", "发证机构,持证人,制造商");
        Certificate certificate = only(withHeader(header, ROW.replace("甲认证", "甲认证,甲公司,甲工厂")));
        assertThat(certificate.holder()).isEqualTo("甲公司");
        assertThat(certificate.maker()).isEqualTo("甲工厂");
        assertThat(certificate.issued()).contains(LocalDate.of(2025, 1, 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025-01-01至2027-12-31",
                "2025-01-01 ~ 2027-12-31",
                "2025年1月1日-2027年12月31日",
                "2025.01.01—2027.12.31",
                "自2025/1/1起至2027/12/31止",
                "20250101-20271231"
            })
    void validityMayStandInOneCell(String cell) {
        String header = HEADER.replace("颁证日期,到期日期", "有效期");
        Certificate certificate = only(withHeader(header, ROW.replace("2025-01-01,2027-12-31", cell)));
        assertThat(certificate.issued()).contains(LocalDate.of(2025, 1, 1));
        assertThat(certificate.expires()).contains(LocalDate.of(2027, 12, 31));
    }

    @Test
    void aValidityThatCannotBeReadIsAProblem() {
        String header = HEADER.replace("颁证日期,到期日期", "有效期");
        assertThat(withHeader(header, ROW.replace("2025-01-01,2027-12-31", "长期"))
                        .problems())
                .extracting(CatalogProblem::line, problem -> problem.text().key())
                .containsExactly(tuple(2L, "registry.problem.validity"));
    }

    @Test
    void aCertificateMayHaveARowForEachModel() {
        CertificateRegistry registry = with(ROW
                        + ROW.replace("M1", "M2")
                        + ROW.replace("虚构1", "虚构2")
                        + ROW.replace("M1", "M3"))
                .load()
                .certificates();
        assertThat(registry.size()).isEqualTo(2);
        assertThat(registry.byNumber("虚构1").orElseThrow().models()).isEqualTo("M1；M2；M3");
        for (String model : List.of("M1", "M2", "M3")) {
            assertThat(registry.covering("节能产品", "甲牌", model))
                    .extracting(Certificate::number)
                    .contains("虚构1");
        }
        assertThat(registry.covering("节能产品", "甲牌", "M4")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "甲认证, 乙认证, 发证机构 (body)",
        "甲牌, 乙牌, 品牌 (brand)",
        "2027-12-31, 2028-12-31, 到期日期 (expires)",
        "有效, 暂停, 证书状态 (status)",
        "GB 1, GB 2, 认证依据 (standard)"
    })
    void aRowThatDiffersInAnythingElseIsRefused(String cell, String other, String column) {
        CatalogFolder folder = with(ROW + ROW.replace("M1", "M2").replace(cell, other));
        assertThat(folder.problems())
                .extracting(CatalogProblem::line, problem -> problem.text().key(), problem -> problem.text()
                        .args()
                        .get(2))
                .containsExactly(tuple(3L, "registry.problem.row-differs", column));
    }

    @Test
    void certificatesThatConcernNoListAreSetAsideAndCounted() {
        CatalogFolder folder = with(ROW
                + ROW.replace("虚构1", "虚构2").replace("节能产品", "强制性产品认证")
                + ROW.replace("虚构1", "虚构3").replace("节能产品", "质量管理体系").replace("有效", "?"));
        CertificateRegistry registry = folder.load().certificates();
        assertThat(registry.size()).isEqualTo(1);
        assertThat(registry.isSetAside(" 虚构2")).isTrue();
        assertThat(registry.isSetAside("虚构1")).isFalse();
        assertThat(folder.warnings())
                .filteredOn(warning -> warning.text().key().equals("registry.warning.set-aside"))
                .extracting(CatalogProblem::line, CatalogProblem::value)
                .containsExactly(tuple(3L, "强制性产品认证"), tuple(4L, "质量管理体系"));
    }

    @Test
    void aCategoryThatResemblesAListsIsRefusedAndNotSetAside() {
        assertThat(with(ROW.replace("节能产品", "节能器具")).problems())
                .extracting(problem -> problem.text().key())
                .containsExactly("registry.problem.category");
    }
}
