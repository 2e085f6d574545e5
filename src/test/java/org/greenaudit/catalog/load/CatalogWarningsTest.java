package org.greenaudit.catalog.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.greenaudit.catalog.CatalogException;
import org.greenaudit.catalog.CatalogProblem;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.catalog.table.TableReader;
import org.greenaudit.purchase.FeedColumn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What hinders no audit but leaves purchases unfound or files unused. */
class CatalogWarningsTest {

    @TempDir
    private Path root;

    @Test
    void theShippedCatalogsGiveNone() {
        List<CatalogProblem> warnings = new ArrayList<>();
        CatalogLoader.load(List.of(Path.of("catalogs")), FeedColumn.headers(), warnings::add);
        assertThat(warnings).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"regions.csv", "order-words.csv", "goods-codes.csv"})
    void aTableThatOlderCatalogsLackIsTheProgramsOwn(String table) {
        CatalogFolder folder = CatalogFolder.copyOfBase(root).delete(table);
        assertThat(folder.warnings())
                .extracting(CatalogProblem::file, warning -> warning.text().key())
                .containsExactly(tuple(folder.name(table), TableReader.BUILT_IN));
        CatalogSnapshot loaded = folder.load();
        CatalogSnapshot shipped = CatalogLoader.load(List.of(Path.of("catalogs")), FeedColumn.headers());
        assertThat(loaded.versions())
                .containsEntry(table, String.valueOf(shipped.versions().get(table)));
    }

    @Test
    void aListedItemThatNoTermNamesIsFoundByItsCodesOnly() {
        CatalogFolder folder =
                CatalogFolder.copyOfBase(root).replace("name-terms.csv", "钢木桌,include,钢木桌,fictional,\n", "");
        assertThat(folder.warnings())
                .extracting(
                        CatalogProblem::file,
                        CatalogProblem::line,
                        CatalogProblem::column,
                        CatalogProblem::value,
                        warning -> warning.text().key())
                .containsExactly(tuple(folder.name("lists/eco.csv"), 3L, "kind", "钢木桌", "catalog-warning.no-term"));
    }

    @Test
    void withoutA2022CodeItIsNotFoundByThoseEither() {
        CatalogFolder folder = CatalogFolder.copyOfBase(root)
                .replace("name-terms.csv", "钢木桌,include,钢木桌,fictional,\n", "")
                .replace("category-crosswalk.csv", "A0602,台、桌类,A05010200,台、桌类,whole,fictional,\n", "");
        assertThat(folder.warnings())
                .extracting(warning -> warning.text().key())
                .containsExactly("catalog-warning.no-term-no-code");
    }

    @Test
    void aTermOfAKindBelowNamesTheItemToo() {
        CatalogFolder folder = CatalogFolder.copyOfBase(root)
                .replace("name-terms.csv", "钢木桌,include,钢木桌", "会议桌,include,会议桌")
                .append("product-kinds.csv", "会议桌,钢木桌,fictional,");
        assertThat(folder.warnings()).isEmpty();
    }

    @Test
    void filesThatNobodyReadsAreTold() {
        CatalogFolder folder = CatalogFolder.copyOfBase(root)
                .write("lists/old.csv", "entry_id\n")
                .write("certificates/export.xlsx", "x")
                .write("certificates/README.md", "x")
                .write("certificates/.hidden", "x");
        assertThat(folder.warnings())
                .extracting(CatalogProblem::file, warning -> warning.text().key())
                .containsExactly(
                        tuple(folder.name("lists/old.csv"), "catalog-warning.list-unused"),
                        tuple(folder.name("certificates/export.xlsx"), "catalog-warning.certificates-unused"));
    }

    @Test
    void warningsComeWithTheProblemsToo() {
        CatalogFolder folder = CatalogFolder.copyOfBase(root)
                .write("lists/old.csv", "entry_id\n")
                .delete("clauses.csv");
        List<CatalogProblem> warnings = new ArrayList<>();
        try {
            folder.load();
        } catch (CatalogException e) {
            warnings.addAll(e.warnings());
        }
        assertThat(warnings).extracting(CatalogProblem::file).containsExactly(folder.name("lists/old.csv"));
    }
}
