package org.greenaudit.catalog.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.greenaudit.catalog.BodyDirectory.Designation;
import org.greenaudit.catalog.CapacityBand;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.catalog.CategoryCode;
import org.greenaudit.catalog.CategoryScheme;
import org.greenaudit.catalog.CodeScope;
import org.greenaudit.catalog.ListedItem;
import org.greenaudit.catalog.ProductList;
import org.greenaudit.catalog.RegistryCompleteness;
import org.greenaudit.catalog.StandardExclusion;
import org.greenaudit.catalog.SupersededStandard;
import org.greenaudit.catalog.table.CatalogFiles;
import org.greenaudit.catalog.table.Fingerprint;
import org.greenaudit.catalog.table.Problems;
import org.greenaudit.catalog.table.TableFormat;
import org.greenaudit.catalog.table.TableReader;
import org.greenaudit.purchase.FeedColumn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The facts that the shipped {@code catalogs/} must state. */
class ShippedCatalogsTest {

    /** The kinds stand-in lies below, so that the shipped files replace it as soon as they are there. */
    private static final CatalogSnapshot CATALOG = CatalogLoader.load(
            List.of(Path.of("src/test/resources/catalog/kinds-stub"), Path.of("catalogs")), FeedColumn.headers());

    private static final ProductList ENERGY = CatalogFolder.listOn(
                    CATALOG, "energy-saving", LocalDate.parse("2026-01-01"))
            .orElseThrow();
    private static final ProductList ECO = CatalogFolder.listOn(CATALOG, "eco-label", LocalDate.parse("2026-01-01"))
            .orElseThrow();

    @Test
    void theEnergyListHas43RowsIn18FamiliesAnd24StarsInTenFamilies() {
        assertThat(ENERGY.items()).hasSize(43);
        assertThat(ENERGY.items().stream().map(ListedItem::familyNo).distinct()).hasSize(18);
        List<ListedItem> stars =
                ENERGY.items().stream().filter(ListedItem::starred).toList();
        assertThat(stars).hasSize(24);
        assertThat(stars.stream().map(ListedItem::familyNo).distinct()).hasSize(10);
    }

    @Test
    void theEcoListHas87RowsIn50FamiliesAndNoStar() {
        assertThat(ECO.items()).hasSize(87);
        assertThat(ECO.items().stream().map(ListedItem::familyNo).distinct()).hasSize(50);
        assertThat(ECO.items()).noneMatch(ListedItem::starred);
        assertThat(ECO.mandatoryLetter()).isEmpty();
    }

    @Test
    void theListsGovernFromApril2019() {
        assertThat(CatalogFolder.listOn(CATALOG, "eco-label", LocalDate.parse("2019-03-31")))
                .isEmpty();
        assertThat(CatalogFolder.listOn(CATALOG, "eco-label", LocalDate.parse("2019-04-01")))
                .contains(ECO);
        assertThat(CatalogFolder.listOn(CATALOG, "energy-saving", LocalDate.parse("2019-04-01")))
                .isEmpty();
        assertThat(CatalogFolder.listOn(CATALOG, "energy-saving", LocalDate.parse("2019-04-02")))
                .contains(ENERGY);
    }

    @ParameterizedTest
    @CsvSource({
        "A02010103, 服务器, 中型计算机",
        "A02010104, 台式计算机, 服务器",
        "A02010105, 便携式计算机, 台式计算机",
        "A02010107, 平板式微型计算机, 图形工作站",
        "A02010108, 网络计算机, 便携式计算机",
        "A02061808, 热水器, 取暖器",
        "A02021001, 速印机, A3黑白打印机"
    })
    void theSameDigitsMeanDifferentThingsIn2013And2022(String code, String in2013, String in2022) {
        CategoryCode parsed = CategoryCode.parse(code).orElseThrow();
        assertThat(CATALOG.categories().name(CategoryScheme.GPC2013, parsed)).contains(in2013);
        assertThat(CATALOG.categories().name(CategoryScheme.GPC2022, parsed)).contains(in2022);
    }

    @Test
    void the2022CatalogueIsCompleteWith4301Codes() {
        assertThat(new TableReader(new CatalogFiles(List.of(Path.of("catalogs"))), new Fingerprint(), new Problems())
                        .read("category-codes-2022.csv", TableFormat.of("code name description provenance"))
                        .rows())
                .hasSize(4301);
    }

    @ParameterizedTest
    @CsvSource({
        "ES2019-01-01, A02010105, true",
        "ES2019-01-02, A02010108, true",
        "ES2019-02-02, A02021003, false",
        "ES2019-06-01, A02052301, false",
        "ES2019-10-02, A02061804, false",
        "ES2019-10-06, A02061819, false",
        "ES2019-13-01, A02091107, false",
        "ES2019-15-01, A05020105, false",
        "EL2019-11-01, A02052301, false",
        "EL2019-11-02, A02052305, true",
        "EL2019-12-02, A02061819, true",
        "EL2019-17-02, A05010200, false",
        "EL2019-21-01, A05010601, true",
        "EL2019-30-01, A05040101, true"
    })
    void listedItemsStandUnderTheir2022Codes(String entryId, String code, boolean whole) {
        assertThat(item(entryId).codes())
                .contains(new CodeScope(
                        CategoryScheme.GPC2022, CategoryCode.parse(code).orElseThrow(), whole));
    }

    @Test
    void energyRowsForAKindNeverStandWholeUnderACode() {
        for (String entryId : List.of("ES2019-06-06", "ES2019-09-01", "ES2019-10-06", "ES2019-11-01", "ES2019-13-01")) {
            assertThat(item(entryId).codes()).isNotEmpty().noneMatch(CodeScope::whole);
        }
    }

    @Test
    void bothListsUseTheSameKindForTheSameWholeCode() {
        Map<CategoryCode, String> energy = new HashMap<>();
        ENERGY.items().forEach(i -> i.codes().stream()
                .filter(CodeScope::whole)
                .filter(c -> c.scheme() == CategoryScheme.GPC2013)
                .forEach(c -> energy.put(c.code(), i.kind())));
        List<ListedItem> shared = ECO.items().stream()
                .filter(i -> energy.containsKey(i.codes().get(0).code()))
                .toList();
        assertThat(shared).hasSizeGreaterThan(8).allSatisfy(i -> assertThat(i.kind())
                .isEqualTo(energy.get(i.codes().get(0).code())));
    }

    @Test
    void coolingCapacityPartsFourRowsAt14000Watts() {
        assertThat(ENERGY.items().stream().filter(i -> i.capacity() == CapacityBand.ABOVE_14000_W))
                .extracting(ListedItem::entryId)
                .containsExactly("ES2019-06-04", "ES2019-06-05");
        assertThat(ENERGY.items().stream().filter(i -> i.capacity() == CapacityBand.UP_TO_14000_W))
                .extracting(ListedItem::entryId)
                .containsExactly("ES2019-10-03", "ES2019-10-04");
    }

    @Test
    void goodsThatTheCurrentStandardLeavesOutAreKnown() {
        assertThat(CATALOG.exclusions())
                .containsExactly(
                        new StandardExclusion(
                                "energy-saving", "平板式微型计算机", "GB 28380-2025", LocalDate.parse("2026-02-01")),
                        new StandardExclusion("energy-saving", "智能坐便器", "GB 25502-2024", LocalDate.parse("2025-05-01")),
                        new StandardExclusion(
                                "energy-saving", "即热式电热水器", "GB 21519-2008", LocalDate.parse("2019-04-02")),
                        new StandardExclusion("energy-saving", "其他电机", "GB 18613-2020", LocalDate.parse("2021-06-01")),
                        new StandardExclusion("energy-saving", "移动空调", "GB 21455-2019", LocalDate.parse("2020-07-01")));
    }

    @Test
    void onlyStandardsReplacedBeforeTheListsHaveAnEndOfTransition() {
        assertThat(CATALOG.superseded().values())
                .extracting(SupersededStandard::usableUntil)
                .containsOnly(LocalDate.parse("2019-06-01"), LocalDate.MAX);
        assertThat(CATALOG.superseded().get("GB21455-2013"))
                .isEqualTo(new SupersededStandard("GB21455-2013", "GB 21455-2019", LocalDate.MAX));
    }

    @Test
    void noBodyIsRefusedUntilABureauLoadsTheAnnex() {
        for (ListedItem item : ENERGY.items()) {
            assertThat(CATALOG.bodies().designation("某认证机构", item, LocalDate.parse("2025-01-01")))
                    .isEqualTo(Designation.UNKNOWN);
        }
        for (ListedItem item : ECO.items()) {
            assertThat(CATALOG.bodies().designation("某认证机构", item, LocalDate.parse("2025-01-01")))
                    .isEqualTo(Designation.UNKNOWN);
            assertThat(CATALOG.bodies().designation("中环协（北京）认证中心", item, LocalDate.parse("2025-01-01")))
                    .isEqualTo(Designation.DESIGNATED);
        }
    }

    @Test
    void noCertificateIsShipped() {
        assertThat(CATALOG.certificates().size()).isZero();
        assertThat(CATALOG.certificates().completeness("energy-saving")).isEqualTo(RegistryCompleteness.NONE);
        assertThat(CATALOG.certificates().completeness("eco-label")).isEqualTo(RegistryCompleteness.NONE);
    }

    @ParameterizedTest
    @CsvSource({
        "CCC2019010901234567, true",
        "3C20190109, true",
        "ISO9001, true",
        "能效标识备案, true",
        "2019010902244321, true",
        "20190109022443210, false",
        "00120E31234R0M, true",
        "02119Q10234R2L1, true",
        "2021031608021615862400123, true",
        "CQC20701234567, false",
        "CEC2020ELP01234567, false",
        "CQC20701234993C, false"
    })
    void otherSchemesAreToldFromTheTwoCertifications(String number, boolean substitute) {
        assertThat(CATALOG.nonSubstitutes().stream().anyMatch(shape -> shape.matches(number)))
                .isEqualTo(substitute);
    }

    @Test
    void theNationalFiguresOf2020And2023AreTheMinistrys() {
        assertThat(CATALOG.indicators())
                .filteredOn(i -> i.year() == 2020 || i.year() == 2023)
                .extracting(i -> i.year() + " " + i.listId() + " " + i.sharePercent())
                .containsExactly(
                        "2020 energy-saving 85.7",
                        "2020 eco-label 85.5",
                        "2023 energy-saving 83.9",
                        "2023 eco-label 84.9");
        assertThat(CATALOG.latestIndicator("eco-label").orElseThrow().year()).isEqualTo(2023);
    }

    @ParameterizedTest
    @CsvSource({
        "采购人, buyer_name",
        "标的名称, item_name",
        "商品名称, item_name",
        "成交金额, amount",
        "品目, category_code",
        "规格型号/技术指标, model"
    })
    void headersOfRealFeedsAreKnown(String alias, String column) {
        assertThat(CATALOG.headerAliases()).containsEntry(alias, column);
    }

    @Test
    void noHeaderAliasIsTheOwnNameOfAColumn() {
        assertThat(CATALOG.headerAliases())
                .doesNotContainKeys(Arrays.stream(FeedColumn.values())
                        .flatMap(c -> java.util.stream.Stream.of(c.header(), c.chinese()))
                        .toArray(String[]::new));
    }

    private static ListedItem item(String entryId) {
        return CATALOG.lists().stream()
                .flatMap(l -> l.items().stream())
                .filter(i -> i.entryId().equals(entryId))
                .findFirst()
                .orElseThrow();
    }
}
