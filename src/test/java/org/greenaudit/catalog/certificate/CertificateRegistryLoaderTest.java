package org.greenaudit.catalog.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.greenaudit.catalog.CatalogProblem;
import org.greenaudit.catalog.Certificate;
import org.greenaudit.catalog.CertificateRegistry;
import org.greenaudit.catalog.CertificateStatus;
import org.greenaudit.catalog.RegistryCompleteness;
import org.greenaudit.message.Messages;
import org.greenaudit.testing.Certificates;
import org.greenaudit.text.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CertificateRegistryLoaderTest {

    private static final String HEADER = "证书编号,认证类别,发证机构,获证组织,品牌,产品名称,产品类别,规格型号,认证依据,能效等级,颁证日期,到期日期,证书状态,状态日期\n";
    private static final String ROW =
            "CQC20701000001,节能产品,虚构认证中心,虚构制造有限公司,联想,台式微型计算机,ES2019-01-01,\"M430,M440\",GB 28380-2012,1,2020-01-01,2024-12-31,有效,\n";
    private static final Charset GB18030 = Charset.forName("GB18030");

    @TempDir
    private Path folder;

    private final List<CatalogProblem> problems = new ArrayList<>();
    private final List<CatalogProblem> warnings = new ArrayList<>();
    private final Sha256 digest = new Sha256();

    private Path file(String name, byte[] content) throws IOException {
        Path certificates = Files.createDirectories(folder.resolve("certificates"));
        return Files.write(certificates.resolve(name), content);
    }

    private String path(String name) {
        return folder.resolve("certificates").resolve(name).toString();
    }

    private CertificateRegistry load(Path... files) {
        return CertificateRegistryLoader.load(
                List.of(files),
                RegistryFixtures.parser(Set.of("节能产品", "环境标志产品"), CertificateRegistryLoaderTest::kindOf),
                RegistryManifest.of(Map.of("energy-saving", RegistryCompleteness.COMPLETE)),
                RegistryFixtures.brands(),
                digest,
                problems::add,
                warnings::add);
    }

    private CertificateRegistry load(String content) throws IOException {
        return load(file("a.csv", content.getBytes(StandardCharsets.UTF_8)));
    }

    private String fingerprint(byte[] content) throws IOException {
        load(file("a.csv", content));
        return digest.hex();
    }

    private String fingerprint(String content) throws IOException {
        return fingerprint(content.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<String> kindOf(String text) {
        return Set.of("ES2019-01-01", "台式计算机", "台式微型计算机").contains(text) ? Optional.of("台式计算机") : Optional.empty();
    }

    /** More rows than are read at a time, some with a bad cell, some with a cell too few, some without models. */
    @Test
    void whateverIsWrongWithManyRowsIsToldInTheirOrder() throws IOException {
        StringBuilder content = new StringBuilder(HEADER);
        List<Long> wrong = new ArrayList<>();
        List<Long> unnamed = new ArrayList<>();
        for (long line = 2; line < 6_000; line++) {
            String row = ROW.replace("CQC20701000001", "CQC2070" + (1_000_000 + line));
            if (line % 7 == 0) {
                wrong.add(line);
                row = row.replace("2024-12-31", "someday");
            } else if (line % 501 == 0) {
                wrong.add(line);
                row = row.replace("联想,", "");
            } else if (line % 5 == 0) {
                unnamed.add(line);
                row = row.replace("\"M430,M440\"", "");
            }
            content.append(row);
        }
        CertificateRegistry registry = load(content.toString());
        assertThat(problems).extracting(CatalogProblem::line).isEqualTo(wrong);
        assertThat(warnings).extracting(CatalogProblem::line).isEqualTo(unnamed);
        assertThat(registry.size()).isEqualTo(5_998 - wrong.size());
    }

    @Test
    void aRowBecomesACertificate() throws IOException {
        CertificateRegistry registry = load(HEADER + ROW);
        assertThat(problems).isEmpty();
        assertThat(registry.byNumber("CQC20701000001"))
                .contains(Certificates.energySaving("CQC20701000001")
                        .body("虚构认证中心")
                        .holder("虚构制造有限公司")
                        .brand("联想")
                        .productName("台式微型计算机")
                        .models("M430,M440")
                        .issued("2020-01-01")
                        .expires("2024-12-31")
                        .build());
        assertThat(registry.covering("节能产品", "Lenovo", "m440")).hasSize(1);
        assertThat(registry.completeness("energy-saving")).isEqualTo(RegistryCompleteness.COMPLETE);
    }

    @Test
    void englishHeadersInAnyOrderAndUnknownColumnsAreRead() throws IOException {
        CertificateRegistry registry =
                load("remark,status,Certificate_No,category,body,brand,product_name,product_class,models,standard,"
                        + "issued,expires,status_date\r\n"
                        + "x,revoked,A1,环境标志产品,,联想,,,M430,,2020/1/2,20231231,2022年3月4日\r\n");
        assertThat(problems).isEmpty();
        Certificate certificate = registry.byNumber("a1").orElseThrow();
        assertThat(certificate.status()).isEqualTo(CertificateStatus.REVOKED);
        assertThat(certificate.statusDate()).contains(LocalDate.of(2022, 3, 4));
        assertThat(certificate.issued()).contains(LocalDate.of(2020, 1, 2));
        assertThat(certificate.expires()).contains(LocalDate.of(2023, 12, 31));
        assertThat(certificate.holder()).isEmpty();
    }

    @Test
    void gb18030IsRead() throws IOException {
        CertificateRegistry registry = load(file("gb.csv", (HEADER + ROW).getBytes(GB18030)));
        assertThat(problems).isEmpty();
        assertThat(registry.byNumber("CQC20701000001")).map(Certificate::holder).contains("虚构制造有限公司");
    }

    @Test
    void bytesOfNeitherCharsetAreReported() throws IOException {
        byte[] content = (HEADER + ROW).getBytes(GB18030);
        content[content.length - 3] = (byte) 0xff;
        load(file("gb.csv", content));
        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.file()).isEqualTo(path("gb.csv"));
            assertThat(problem.text().key()).isEqualTo("registry.problem.charset");
        });
    }

    @Test
    void theFingerprintDependsOnContentAlone() throws IOException {
        String plain = fingerprint(HEADER + ROW);
        assertThat(fingerprint('\ufeff' + HEADER + ROW)).isEqualTo(plain);
        assertThat(fingerprint((HEADER + ROW).getBytes(GB18030))).isEqualTo(plain);
        assertThat(fingerprint(HEADER + ROW.replace("联想,", "\" 联想 \",") + "\n\n"))
                .isEqualTo(plain);
        assertThat(fingerprint((HEADER + ROW).replace("\n", "\r\n"))).isEqualTo(plain);
        assertThat(fingerprint(HEADER.replace("品牌", "brand") + ROW)).isEqualTo(plain);
        assertThat(fingerprint(HEADER + ROW.replace("M440", "M441"))).isNotEqualTo(plain);
    }

    @Test
    void theKindComesFromTheClassAndFailingThatFromTheName() throws IOException {
        CertificateRegistry registry = load(HEADER
                + ROW.replace("ES2019-01-01", "计算机")
                + ROW.replace("0001,", "0002,").replace("ES2019-01-01", "").replace("台式微型计算机", "整机"));
        assertThat(registry.byNumber("CQC20701000001").orElseThrow().kind()).isEqualTo("台式计算机");
        assertThat(registry.byNumber("CQC20701000002").orElseThrow().kind()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2020-01-01, 2020-02-30, 颁证日期, registry.problem.date",
        "2024-12-31, 长期, 到期日期, registry.problem.date",
        "2024-12-31, 2019-12-31, 到期日期, registry.problem.expires-before-issued",
        "有效, 过期, 证书状态, registry.problem.status",
        "有效, '', 证书状态, registry.problem.status",
        "节能产品, 节能器具, 认证类别, registry.problem.category",
        "CQC20701000001, -, 证书编号, registry.problem.number"
    })
    void aCellThatCannotBeReadIsReportedWithItsPlaceAndLeftOut(String good, String bad, String column, String key)
            throws IOException {
        CertificateRegistry registry = load(HEADER + ROW.replace("0001,", "0009,") + "\n" + ROW.replace(good, bad));
        assertThat(registry.size()).isEqualTo(1);
        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.file()).isEqualTo(path("a.csv"));
            assertThat(problem.line()).isEqualTo(4);
            assertThat(problem.column()).startsWith(column + " (");
            assertThat(problem.value()).isEqualTo(bad);
            assertThat(problem.text().key()).isEqualTo(key);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "（详见附件）",
                "见证书附页",
                "详见附件（共12个型号）",
                "A-100~A-500系列",
                "D100系列",
                "M430等",
                "M430（出口版）",
                "M430(A/B)",
                "待定"
            })
    void aTextThatDescribesModelsIsLoadedWithAWarning(String models) throws IOException {
        assertThat(load(HEADER + ROW.replace("\"M430,M440\"", models)).size()).isEqualTo(1);
        assertThat(problems).isEmpty();
        assertThat(warnings).singleElement().satisfies(warning -> {
            assertThat(warning.line()).isEqualTo(2);
            assertThat(warning.column()).startsWith("规格型号 (");
            assertThat(warning.value()).isEqualTo(models);
            assertThat(warning.text().key()).isEqualTo("registry.warning.models");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "nan", "无", "#REF!", "#N/A", "#VALUE!", "####"})
    void aCellWithoutModelsIsLoadedWithAWarningAndMayMeanAnyModelOfTheBrand(String models) throws IOException {
        CertificateRegistry registry = load(HEADER + ROW.replace("\"M430,M440\"", models));
        assertThat(problems).isEmpty();
        assertThat(warnings).singleElement().satisfies(warning -> {
            assertThat(warning.line()).isEqualTo(2);
            assertThat(warning.column()).startsWith("规格型号 (");
            assertThat(warning.text().key()).isEqualTo("registry.warning.models-missing");
        });
        assertThat(registry.covering("节能产品", "联想", "M430")).isEmpty();
        assertThat(registry.perhapsCovering("节能产品", "联想", "M430")).hasSize(1);
        assertThat(registry.perhapsCovering("节能产品", "惠普", "M430")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"联想, 品牌", "ES2019-01-01, 产品类别", "2020-01-01, 颁证日期", "2024-12-31, 到期日期", "M440, 规格型号"})
    void whatASpreadsheetLostIsAnEmptyCell(String good, String column) throws IOException {
        for (String lost : List.of("#REF!", "#N/A", "#VALUE!")) {
            assertThat(load(HEADER + ROW.replace(good, lost)).size()).as(column).isEqualTo(1);
            assertThat(problems).isEmpty();
        }
    }

    @Test
    void amongTheRowsOfACertificateAModelThatWasLostMayBeAny() throws IOException {
        CertificateRegistry registry =
                load(HEADER + ROW.replace("M430,M440", "M430") + ROW.replace("\"M430,M440\"", "#REF!"));
        assertThat(problems).isEmpty();
        assertThat(registry.covering("节能产品", "联想", "M430")).hasSize(1);
        assertThat(registry.perhapsCovering("节能产品", "联想", "M990")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"M430", "M430/M440", "M430、M440", "KFR-35GW/(35570)FNhAa-B1", "型号：M430", "M4*0"})
    void aListOfModelsIsNoDescription(String models) throws IOException {
        load(HEADER + ROW.replace("\"M430,M440\"", models));
        assertThat(warnings).isEmpty();
    }

    @Test
    void aRevokedCertificateNeedsNoStatusDate() throws IOException {
        assertThat(load(HEADER + ROW.replace("有效", "撤销")).size()).isEqualTo(1);
        assertThat(problems).isEmpty();
    }

    @Test
    void expiringOnTheIssueDateIsNoProblem() throws IOException {
        load(HEADER + ROW.replace("2024-12-31", "2020-01-01"));
        assertThat(problems).isEmpty();
    }

    @Test
    void everyProblemOfEveryFileIsReportedAtOnce() throws IOException {
        String twice = ROW.replace("有效", "无效").replace("2020-01-01", "昨天");
        Path one = file("1.csv", (HEADER + twice).getBytes(StandardCharsets.UTF_8));
        Path two = file("2.csv", HEADER.replace("品牌,", "").getBytes(StandardCharsets.UTF_8));
        load(two, one);
        assertThat(problems)
                .extracting(CatalogProblem::file, p -> p.text().key())
                .containsExactlyInAnyOrder(
                        tuple(path("1.csv"), "registry.problem.status"),
                        tuple(path("1.csv"), "registry.problem.date"),
                        tuple(path("2.csv"), "registry.problem.column-missing"));
    }

    @Test
    void aCertificateThatStandsThereTwiceIsLoadedOnceAndNamesTheFirst() throws IOException {
        Path first = file("1.csv", (HEADER + "\n" + ROW).getBytes(StandardCharsets.UTF_8));
        Path second = file("2.csv", (HEADER + ROW.replace("CQC20701", "cqc 20701-")).getBytes(StandardCharsets.UTF_8));
        CertificateRegistry registry = load(second, first);
        assertThat(registry.size()).isEqualTo(1);
        assertThat(problems).isEmpty();
        assertThat(warnings).singleElement().satisfies(warning -> {
            assertThat(warning.file()).isEqualTo(path("2.csv"));
            assertThat(warning.line()).isEqualTo(2);
            assertThat(warning.value()).isEqualTo("cqc 20701-000001");
            assertThat(warning.text().args()).containsExactly(path("1.csv"), "3");
        });
    }

    @Test
    void aRowIsNamedByTheLineItBeginsOn() throws IOException {
        load(HEADER
                + ROW.replace("M430,M440", "M430\nM440")
                + "\n"
                + ROW.replace("0001,", "0002,").replace("有效", "?"));
        assertThat(problems).extracting(CatalogProblem::line).containsExactly(5L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"品牌", "证书编号", "规格型号", "到期日期", "证书状态"})
    void aMissingColumnIsReportedAndTheFileNotRead(String column) throws IOException {
        CertificateRegistry registry = load(HEADER.replace(column, "其他") + ROW);
        assertThat(registry.size()).isZero();
        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(1);
            assertThat(problem.column()).startsWith(column);
        });
    }

    @Test
    void aColumnThatStandsThereTwiceIsReported() throws IOException {
        load(HEADER.replace("能效等级", "brand") + ROW);
        assertThat(problems).extracting(p -> p.text().key()).containsExactly("registry.problem.column-twice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "\ufeff"})
    void anEmptyFileIsReported(String content) throws IOException {
        load(content);
        assertThat(problems).extracting(p -> p.text().key()).containsExactly("registry.problem.no-header");
    }

    @Test
    void aRowOfAnotherWidthThanTheHeaderIsReportedAndLeftOut() throws IOException {
        CertificateRegistry registry =
                load(HEADER + ROW.replace("\"", "") + "A,节能产品\n" + ROW.replace("0001,", "0002,"));
        assertThat(registry.size()).isEqualTo(1);
        assertThat(problems)
                .extracting(CatalogProblem::line, p -> p.text().args())
                .containsExactly(tuple(2L, List.of("14", "15")), tuple(3L, List.of("14", "2")));
    }

    @Test
    void aQuoteThatNeverClosesIsReportedWhereItsRowBegins() throws IOException {
        load(HEADER + ROW + "\"A2,节能产品\n" + ROW.replace("0001,", "0003,"));
        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(3);
            assertThat(problem.text().key()).isEqualTo("registry.problem.csv");
        });
    }

    @Test
    void aFileThatIsNotThereIsReported() {
        load(folder.resolve("certificates").resolve("gone.csv"));
        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.file()).isEqualTo(path("gone.csv"));
            assertThat(problem.text().key()).isEqualTo("registry.problem.unreadable");
            assertThat(problem.text().args()).isEmpty();
        });
    }

    @Test
    void aFurtherListBringsItsOwnCategory() throws IOException {
        Path file = file("a.csv", (HEADER + ROW.replace("节能产品", "绿色建材")).getBytes(StandardCharsets.UTF_8));
        CertificateRegistry registry = CertificateRegistryLoader.load(
                List.of(file),
                RegistryFixtures.parser(Set.of("绿色建材"), CertificateRegistryLoaderTest::kindOf),
                RegistryManifest.of(Map.of()),
                RegistryFixtures.brands(),
                digest,
                problems::add,
                warnings::add);
        assertThat(problems).isEmpty();
        assertThat(registry.covering("绿色建材", "联想", "M430")).hasSize(1);
    }

    @Test
    void everyProblemHasItsTextInBothLanguages() throws IOException {
        load(HEADER + ROW + ROW + ROW.replace("0001,", "0002,").replace("有效", "?"));
        for (Locale locale : List.of(Messages.CHINESE, Locale.ENGLISH)) {
            Messages messages = Messages.in(locale);
            assertThat(problems).isNotEmpty().allSatisfy(p -> assertThat(messages.render(p.text()))
                    .isNotBlank());
        }
    }
}
