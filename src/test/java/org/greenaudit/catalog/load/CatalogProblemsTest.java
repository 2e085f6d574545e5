package org.greenaudit.catalog.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.Assertions;
import org.greenaudit.catalog.CatalogException;
import org.greenaudit.catalog.CatalogProblem;
import org.greenaudit.message.Messages;
import org.greenaudit.message.Text;
import org.greenaudit.purchase.FeedColumn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kind of mistake in a catalog file is told with its file, line, column and value. */
class CatalogProblemsTest {

    private static final Messages CHINESE = Messages.in(Locale.SIMPLIFIED_CHINESE);
    private static final Messages ENGLISH = Messages.in(Locale.ENGLISH);

    @TempDir
    private Path root;

    @Test
    void theBaseCatalogHasNoProblemAndNoWarning() {
        CatalogFolder folder = CatalogFolder.copyOfBase(root);
        assertThat(folder.problems()).isEmpty();
        assertThat(folder.warnings()).isEmpty();
    }

    /** Each row of the resource spoils one place of the base catalog and names the one problem that must come of it. */
    @ParameterizedTest(name = "{0}: {2} ({6})")
    @CsvFileSource(resources = "/catalog/problems.csv", numLinesToSkip = 1)
    void aMistakeIsToldWhereItStands(
            String file, String find, String by, long line, String column, String value, String key) {
        CatalogFolder folder = CatalogFolder.copyOfBase(root);
        if (find == null) {
            folder.append(file, by);
        } else {
            folder.replace(file, find.replace("\\n", "\n"), by == null ? "" : by.replace("\\n", "\n"));
        }
        List<CatalogProblem> problems = folder.problems();
        assertThat(problems).hasSize(1);
        CatalogProblem problem = problems.get(0);
        assertThat(problem.file()).isEqualTo(folder.name(file));
        assertThat(problem.line()).isEqualTo(line);
        assertThat(problem.column()).isEqualTo(column == null ? "" : column);
        assertThat(problem.value()).isEqualTo(value == null ? "" : value);
        assertThat(problem.text().key()).isEqualTo("catalog-problem." + key);
        assertThat(CHINESE.render(problem.text())).isNotBlank().doesNotContain("{");
        assertThat(ENGLISH.render(problem.text())).isNotBlank().doesNotContain("{");
    }

    @Test
    void allProblemsOfAllFilesAreToldAtOnce() {
        CatalogFolder folder = CatalogFolder.copyOfBase(root)
                .replace("lists.csv", "2019-04-02,,M", "April 2019,,M")
                .replace("lists/eco.csv", "钢木桌", "铁桌")
                .replace("product-kinds.csv", "计算机,,", "计算机,台式计算机,")
                .delete("clauses.csv");
        assertThat(folder.problems())
                .extracting(CatalogProblem::file, CatalogProblem::line, CatalogProblem::column, CatalogProblem::value)
                .containsExactlyInAnyOrder(
                        Assertions.tuple(folder.name("lists.csv"), 2L, "effective_from", "April 2019"),
                        Assertions.tuple(folder.name("lists/eco.csv"), 3L, "kind", "铁桌"),
                        Assertions.tuple(folder.name("product-kinds.csv"), 2L, "parent", "台式计算机"),
                        Assertions.tuple(folder.name("clauses.csv"), 0L, "", ""));
    }

    @Test
    void everyMissingFileIsToldAndNothingThatFollowsFromIt() {
        CatalogFolder folder = CatalogFolder.copyOfBase(root)
                .delete("product-kinds.csv")
                .delete("category-codes-2022.csv")
                .delete("category-codes-2013.csv")
                .delete("lists/eco.csv")
                .delete("certificates/registry.yaml");
        assertThat(folder.problems())
                .allMatch(p -> p.text().key().matches("catalog-problem.(file|manifest)-missing") && p.line() == 0)
                .extracting(CatalogProblem::file)
                .containsExactlyInAnyOrder(
                        folder.name("product-kinds.csv"),
                        folder.name("category-codes-2022.csv"),
                        folder.name("category-codes-2013.csv"),
                        folder.name("lists/eco.csv"),
                        folder.name("certificates/registry.yaml"));
    }

    @Test
    void aMissingColumnIsToldWithTheExpectedOnes() {
        CatalogFolder folder = CatalogFolder.copyOfBase(root)
                .write("non-substitutes.csv", "pattern,meaning,provenance\n^CCC,CCC,fictional\n");
        assertThat(folder.problems())
                .containsExactly(new CatalogProblem(
                        folder.name("non-substitutes.csv"),
                        1,
                        "note",
                        "",
                        Text.of("catalog-problem.column-missing", "pattern, meaning, provenance, note")));
    }

    /** The library looks for the other case of nine old Cyrillic letters without end; others of the same look are no danger. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "^A-型",
                "^[一-龥]{2}Q",
                "^[A-Z-]㣞",
                "^[^A-Z]Q",
                "^[0-9\\-㣞]Q",
                "^\\pLQ",
                "^[]-a]Q",
                "^[[:alpha:]]A-型",
                "^[\\d-㣞]Q",
                "^[\\p{Han}-]Q",
                "^[а-яЀ-џ]Q"
            })
    void aPatternMayNameLettersOfAllScripts(String pattern) {
        CatalogFolder folder = CatalogFolder.copyOfBase(root)
                .write("non-substitutes.csv", "pattern,meaning,provenance,note\n" + pattern + ",x,fictional,\n");
        assertThat(folder.problems()).isEmpty();
    }

    @Test
    void aWholeCodeThatManyRowsShareIsToldOnce() {
        CatalogFolder folder = CatalogFolder.copyOfBase(root)
                .replace("lists/energy.csv", ">14000W,kind", ">14000W,whole")
                .append(
                        "lists/energy.csv",
                        "E4,2,制冷空调设备,A02052305,空调,空调,priority,,kind,,,fictional,fictional,fictional,")
                .append(
                        "lists/energy.csv",
                        "E5,2,制冷空调设备,A02052305,空调,空调,priority,,kind,,,fictional,fictional,fictional,");
        assertThat(folder.problems())
                .extracting(CatalogProblem::line, problem -> problem.text().key())
                .containsExactly(Assertions.tuple(4L, "catalog-problem.whole-shared"));
    }

    @Test
    void aValueThatATableLacksIsToldOnceWithHowOftenItIsUsed() {
        CatalogFolder folder = CatalogFolder.copyOfBase(root).replace("product-kinds.csv", "台式计算机,计算机,", "台式电脑,计算机,");
        assertThat(folder.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.file()).isEqualTo(folder.name("name-terms.csv"));
            assertThat(problem.text()).isEqualTo(Text.of("catalog-problem.unknown-often", "product-kinds.csv", 3));
        });
    }

    @Test
    void editionsOfAListInForceOnTheSameDayAreTold() {
        CatalogFolder folder = CatalogFolder.copyOfBase(root)
                .write("lists/eco-2025.csv", "")
                .edit(
                        "lists.csv",
                        text -> text
                                + "eco-label,2025,新清单,New list,文件,2025-01-01,2019-04-01,2019-04-01,,L,环境标志产品,"
                                + "eco_certificate_no,lists/eco-2025.csv,fictional,\n");
        assertThat(folder.problems())
                .filteredOn(p -> p.text().key().equals("catalog-problem.editions-overlap"))
                .extracting(CatalogProblem::line, CatalogProblem::column, CatalogProblem::value)
                .containsExactly(Assertions.tuple(4L, "effective_from", "2019-04-01"));
    }

    @Test
    void aMissingDirectoryIsTold() {
        Path nowhere = root.resolve("nowhere");
        assertThatThrownBy(() -> CatalogLoader.load(List.of(CatalogFolder.BASE, nowhere), FeedColumn.headers()))
                .isInstanceOfSatisfying(CatalogException.class, e -> {
                    assertThat(e.problems()).hasSize(1);
                    assertThat(e.problems().get(0).file()).isEqualTo(nowhere.toString());
                    assertThat(e.problems().get(0).text().key()).isEqualTo("catalog-problem.directory-missing");
                });
    }

    @Test
    void aTableOfUnknownNameIsToldBecauseItWouldStayUnused() {
        CatalogFolder folder = CatalogFolder.copyOfBase(root).write("brand-alias.csv", "brand,alias\n");
        assertThat(folder.problems()).hasSize(1);
        assertThat(folder.problems().get(0).file()).isEqualTo(folder.name("brand-alias.csv"));
        assertThat(folder.problems().get(0).text().key()).isEqualTo("catalog-problem.file-unknown");
    }

    @Test
    void anUnknownTableHidesNoOtherProblem() {
        CatalogFolder folder = CatalogFolder.copyOfBase(root)
                .write("brand-alias.csv", "brand,alias\n")
                .write("clauses.csv", "clause_id\n");
        assertThat(folder.problems())
                .extracting(problem -> problem.text().key())
                .contains("catalog-problem.file-unknown")
                .hasSizeGreaterThan(1);
    }

    @Test
    void aFileThatIsNotUtf8IsTold() {
        CatalogFolder folder = CatalogFolder.copyOfBase(root)
                .write(
                        "brand-aliases.csv",
                        "brand,alias,provenance,note\n甲牌,Jia,,\n".getBytes(Charset.forName("GB18030")));
        assertThat(folder.problems()).hasSize(1);
        assertThat(folder.problems().get(0).text().key()).isEqualTo("catalog-problem.not-utf8");
    }

    @Test
    void aTermThatIsThereTwiceForOneKindIsToldWithItsFirstPlace() {
        CatalogFolder folder = CatalogFolder.copyOfBase(root)
                .edit(
                        "name-terms.csv",
                        text -> text
                                + text.substring(
                                        text.indexOf('\n') + 1, text.indexOf('\n', text.indexOf('\n') + 1) + 1));
        assertThat(folder.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.column()).isEqualTo("term");
            assertThat(problem.text())
                    .isEqualTo(Text.of("catalog-problem.duplicate", folder.name("name-terms.csv"), 2));
        });
    }

    @Test
    void anEmptyFileIsTold() {
        CatalogFolder folder = CatalogFolder.copyOfBase(root).write("name-terms.csv", "");
        assertThat(folder.problems()).hasSize(1);
        assertThat(folder.problems().get(0).text().key()).isEqualTo("catalog-problem.file-empty");
    }

    @Test
    void aListWithoutRowsIsTold() {
        CatalogFolder folder =
                CatalogFolder.copyOfBase(root).edit("lists/eco.csv", text -> text.substring(0, text.indexOf('\n') + 1));
        assertThat(folder.problems()).hasSize(1);
        assertThat(folder.problems().get(0))
                .satisfies(p -> assertThat(p.file()).isEqualTo(folder.name("lists.csv")))
                .satisfies(p -> assertThat(p.line()).isEqualTo(3))
                .satisfies(p -> assertThat(p.value()).isEqualTo("lists/eco.csv"))
                .satisfies(p -> assertThat(p.text().key()).isEqualTo("catalog-problem.list-empty"));
    }

    @Test
    void theLineOfARowAfterAQuotedLineEndIsItsOwn() {
        CatalogFolder folder = CatalogFolder.copyOfBase(root)
                .replace("clauses.csv", "文件丙,Document C,fictional,", "文件丙,Document C,fictional,\"one\ntwo\n\nthree\"")
                .replace("clauses.csv", "文件戊,Document E", ",Document E");
        assertThat(folder.problems())
                .extracting(CatalogProblem::line, CatalogProblem::column)
                .containsExactly(Assertions.tuple(9L, "citation_zh"));
    }

    @Test
    void theTextOfTheExceptionCountsTheProblems() {
        CatalogFolder folder =
                CatalogFolder.copyOfBase(root).delete("clauses.csv").delete("brand-aliases.csv");
        assertThatThrownBy(folder::load).isInstanceOfSatisfying(CatalogException.class, e -> assertThat(e.text())
                .isEqualTo(Text.of("catalog.problems", 2)));
    }
}
