package org.greenaudit.catalog.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.greenaudit.catalog.CapacityBand;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.catalog.CategoryCatalogue;
import org.greenaudit.catalog.CategoryCode;
import org.greenaudit.catalog.CategoryScheme;
import org.greenaudit.catalog.CodeScope;
import org.greenaudit.catalog.ListedItem;
import org.greenaudit.catalog.NameTerm;
import org.greenaudit.catalog.ProductKinds;
import org.greenaudit.catalog.ProductList;
import org.greenaudit.catalog.RegistryCompleteness;
import org.greenaudit.catalog.StandardExclusion;
import org.greenaudit.catalog.table.CatalogFiles;
import org.greenaudit.catalog.table.Problems;
import org.greenaudit.purchase.FeedColumn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the loader makes of the files. */
class CatalogLoaderTest {

    private static final Path GREEN_BUILDING = Path.of("src/test/resources/catalog/green-building");

    @TempDir
    private Path root;

    @Test
    void theContractDatePicksTheEdition() {
        CatalogSnapshot catalog = CatalogFolder.copyOfBase(root)
                .replace("lists.csv", "2019-03-29,2019-04-01,,", "2019-03-29,2019-04-01,2024-12-31,")
                .edit(
                        "lists.csv",
                        text -> text
                                + "eco-label,2025,新清单（虚构）,New list (fictional),文件庚,2024-12-01,2025-01-01,,,L,环境标志产品,"
                                + "eco_certificate_no,lists/eco-2025.csv,fictional,\n")
                .write(
                        "lists/eco-2025.csv",
                        """
                        entry_id,family_no,family_name,code_2013,item_name,kind,duty,capacity,covers,standards,current_standards,star_provenance,code_provenance,standard_provenance,note
                        L2025-1,1,计算机设备,A02010104,台式计算机,台式计算机,priority,,whole,HJ 1,,fictional,fictional,fictional,
                        """)
                .load();
        assertThat(CatalogFolder.listOn(catalog, "eco-label", LocalDate.parse("2019-03-31")))
                .isEmpty();
        assertThat(CatalogFolder.listOn(catalog, "eco-label", LocalDate.parse("2024-12-31"))
                        .orElseThrow()
                        .edition())
                .isEqualTo("2019");
        ProductList later = CatalogFolder.listOn(catalog, "eco-label", LocalDate.parse("2025-01-01"))
                .orElseThrow();
        assertThat(later.edition()).isEqualTo("2025");
        assertThat(later.effectiveTo()).isEqualTo(LocalDate.MAX);
        assertThat(later.items()).extracting(ListedItem::entryId).containsExactly("L2025-1");
        assertThat(catalog.listIds()).containsExactly("energy-saving", "eco-label");
        assertThat(catalog.versions()).containsEntry("eco-label", "2019 文件乙, 2025 文件庚");
    }

    @Test
    void aNewListComesByDataAlone() {
        CatalogSnapshot catalog = CatalogLoader.load(List.of(CatalogFolder.BASE, GREEN_BUILDING), FeedColumn.headers());
        assertThat(catalog.listIds()).containsExactly("energy-saving", "eco-label", "green-building");
        ProductList list = CatalogFolder.listOn(catalog, "green-building", LocalDate.parse("2025-06-01"))
                .orElseThrow();
        assertThat(list.priorityLetter()).isEqualTo("G");
        assertThat(list.mandatoryLetter()).isEmpty();
        assertThat(list.certificateCategory()).isEqualTo("绿色建材产品");
        assertThat(catalog.certificateColumns())
                .containsExactly(
                        Map.entry("energy_certificate_no", "节能产品认证证书编号"),
                        Map.entry("eco_certificate_no", "环境标志产品认证证书编号"),
                        Map.entry("green_building_certificate_no", "绿色建材产品认证证书编号"));
        assertThat(list.items().get(0).codes())
                .containsExactly(new CodeScope(CategoryScheme.GPC2022, new CategoryCode("A0702"), true));
        assertThat(catalog.certificates().completeness("green-building")).isEqualTo(RegistryCompleteness.NONE);
    }

    @Test
    void listsMayShareACertificateColumnWhichThenHasTheHeaderOfTheFirst() {
        CatalogSnapshot catalog = CatalogFolder.copyOfBase(root)
                .replace("lists.csv", "环境标志产品,eco_certificate_no", "环境标志产品,energy_certificate_no")
                .load();
        assertThat(catalog.certificateColumns()).containsExactly(Map.entry("energy_certificate_no", "节能产品认证证书编号"));
    }

    @Test
    void aLaterDirectoryReplacesAFileWhole() {
        CatalogFolder over = CatalogFolder.copyOfBase(root);
        CatalogSnapshot catalog = CatalogLoader.load(
                List.of(
                        CatalogFolder.BASE,
                        over.replace("feed-headers.csv", "buyer_name,采购人", "buyer_name,买方")
                                .root()),
                FeedColumn.headers());
        assertThat(catalog.headerAliases()).containsOnlyKeys("买方", "标的名称").containsEntry("买方", "buyer_name");
    }

    @Test
    void aLaterCertificatesFolderReplacesTheEarlierOneWhole(@TempDir Path later) {
        CatalogFolder earlier = CatalogFolder.copyOfBase(root).write("certificates/old.csv", "证书编号\n");
        CatalogFolder overlay = CatalogFolder.copyOfBase(later);
        CatalogFiles files = new CatalogFiles(List.of(earlier.root(), overlay.root()));
        assertThat(files.certificateFiles("", new Problems())).isEmpty();
        assertThat(files.locate("certificates/registry.yaml")).isEqualTo(later.resolve("certificates/registry.yaml"));
        assertThat(new CatalogFiles(List.of(overlay.root(), earlier.root())).certificateFiles("", new Problems()))
                .containsExactly(root.resolve("certificates/old.csv"));
    }

    @Test
    void aRowStandsWholeUnderA2022CodeOnlyWhereRowAndCrosswalkAreWhole() {
        CatalogSnapshot catalog = CatalogLoader.load(List.of(CatalogFolder.BASE), FeedColumn.headers());
        assertThat(scopes(catalog, "E1")).containsExactly("GPC2013 A02010104 whole", "GPC2022 A02010105 whole");
        assertThat(scopes(catalog, "E2")).containsExactly("GPC2013 A02052305 part", "GPC2022 A02052305 part");
    }

    @Test
    void aCrosswalkCodeAboveARowAppliesInPartThoughItIsWholeForItsOwnCode() {
        CatalogSnapshot catalog = CatalogLoader.load(List.of(CatalogFolder.BASE), FeedColumn.headers());
        assertThat(scopes(catalog, "L2")).containsExactly("GPC2013 A060201 whole", "GPC2022 A050102 part");
    }

    @Test
    void capacitiesDutiesAndStandardsAreRead() {
        CatalogSnapshot catalog = CatalogLoader.load(List.of(CatalogFolder.BASE), FeedColumn.headers());
        List<ListedItem> items = catalog.lists().get(0).items();
        assertThat(items)
                .extracting(ListedItem::capacity)
                .containsExactly(CapacityBand.ANY, CapacityBand.ABOVE_14000_W, CapacityBand.UP_TO_14000_W);
        assertThat(items).extracting(ListedItem::starred).containsExactly(true, true, false);
        assertThat(catalog.superseded().get("GB1-2010").usableUntil()).isEqualTo("2021-12-31");
        assertThat(catalog.superseded().get("GB2-2010").usableUntil()).isEqualTo(LocalDate.MAX);
        assertThat(catalog.exclusions())
                .containsExactly(
                        new StandardExclusion("energy-saving", "多联机", "GB 2-2020", LocalDate.parse("2026-02-01")));
        assertThat(catalog.latestIndicator("energy-saving").orElseThrow().year())
                .isEqualTo(2023);
    }

    @Test
    void kindsNestAndAreFoundByNameAndByIncludeTermOnly() {
        ProductKinds kinds = CatalogLoader.load(List.of(CatalogFolder.BASE), FeedColumn.headers())
                .kinds();
        assertThat(kinds.isA("多联机", "空调")).isTrue();
        assertThat(kinds.isA("空调", "多联机")).isFalse();
        assertThat(kinds.isA("空调", "空调")).isTrue();
        assertThat(kinds.children("空调")).containsExactly("多联机", "单元机");
        assertThat(kinds.parent("空调")).isEmpty();
        assertThat(kinds.byTerm("台 式 机")).contains("台式计算机");
        assertThat(kinds.byTerm("多联机")).contains("多联机");
        assertThat(kinds.byTerm("台式机内存")).isEmpty();
        assertThat(kinds.byTerm("柜式")).isEmpty();
        assertThat(kinds.known("台式机")).isFalse();
    }

    @Test
    void termsOfBothFilesAreNormalised() {
        List<NameTerm> terms = CatalogLoader.load(List.of(CatalogFolder.BASE), FeedColumn.headers())
                .terms();
        assertThat(terms)
                .contains(
                        new NameTerm("台式机", NameTerm.Role.INCLUDE, "台式计算机"),
                        new NameTerm("生产线", NameTerm.Role.PRODUCTION_LINE, ""),
                        new NameTerm("维修工具", NameTerm.Role.PROTECTED, ""));
    }

    @Test
    void aCodeWithoutANameIsNamedByItself() {
        CategoryCatalogue categories = CatalogLoader.load(List.of(CatalogFolder.BASE), FeedColumn.headers())
                .categories();
        assertThat(categories.name(CategoryScheme.GPC2022, new CategoryCode("C05")))
                .contains("C05");
        assertThat(categories.name(CategoryScheme.GPC2022, new CategoryCode("C06")))
                .isEmpty();
    }

    private static List<String> scopes(CatalogSnapshot catalog, String entryId) {
        return catalog.lists().stream()
                .flatMap(l -> l.items().stream())
                .filter(i -> i.entryId().equals(entryId))
                .flatMap(i -> i.codes().stream())
                .map(c -> c.scheme() + " " + c.code() + (c.whole() ? " whole" : " part"))
                .toList();
    }
}
