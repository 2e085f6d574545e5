package org.greenaudit.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.greenaudit.catalog.load.CatalogLoader;
import org.greenaudit.purchase.FeedColumn;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the shipped regions tell of names and codes. */
class RegionsTest {

    private static final Regions SHIPPED = CatalogLoader.load(List.of(Path.of("catalogs")), FeedColumn.headers())
            .regions();

    @ParameterizedTest
    @CsvSource({
        // the whole way down
        "江西省抚州市临川区, 361002",
        "江西省抚州市南城县, 361021",
        "河南省洛阳市偃师区, 410307",
        "广西壮族自治区南宁市西乡塘区, 450107",
        "北京市朝阳区, 110105",
        // from the city
        "抚州市东乡区, 361003",
        "洛阳市西工区, 410303",
        "徐州市鼓楼区, 320302",
        "长春市朝阳区, 220104",
        "延边朝鲜族自治州延吉市, 222401",
        // without the city
        "江西省临川区, 361002",
        "河南省济源市, 419001",
        "江西乐安县, 361025",
        "重庆市江北区, 500105",
        "河南栾川, 410324",
        // alone
        "临川区, 361002",
        "广昌县, 361030",
        "抚州市, 361000",
        "江西省, 360000",
        "瀍河回族区, 410304",
        // without the last character
        "抚州, 361000",
        "洛阳, 410300",
        "临川, 361002",
        "江西抚州临川, 361002",
        "宁夏, 640000",
        // as cells write them
        "江西省-抚州市-临川区, 361002",
        "江西省/抚州市/金溪县, 361027",
        "江 西 省 抚 州 市, 361000",
        "抚州市本级, 361000",
        "江西省省本级, 360000"
    })
    void aCertainNameHasACode(String name, String code) {
        assertThat(SHIPPED.code(name, "")).contains(code);
    }

    @ParameterizedTest
    @CsvSource({
        // several places
        "朝阳区",
        "鼓楼",
        "吉林",
        "东乡",
        "西湖区",
        // no place
        "虚构区",
        "临川区财政局",
        "361002",
        "市本级",
        "区",
        // not below it
        "洛阳市临川区",
        "河南省抚州市",
        "抚州市朝阳区",
        "临川区抚州市",
        "江西省河南省"
    })
    void anUncertainNameHasNone(String name) {
        assertThat(SHIPPED.code(name, "")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"东乡, 3610, 361003", "朝阳区, 2201, 220104", "鼓楼, 3203, 320302", "西湖区, 3601, 360103", "新城区, 6101, 610102"})
    void aCitySettlesWhichOfSeveral(String name, String city, String code) {
        assertThat(SHIPPED.code(name, "")).isEmpty();
        assertThat(SHIPPED.code(name, city)).contains(code);
    }

    @ParameterizedTest
    @CsvSource({"临川区, 4103, 361002", "朝阳区, 3610, ''", "虚构区, 3610, ''", "洛阳, 3610, 410300", "鼓楼, 3610, ''"})
    void aCityChangesNothingElse(String name, String city, String code) {
        assertThat(SHIPPED.code(name, city).orElse("")).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"361002, 临川区", "410308, 孟津区", "360000, 江西省", "361000, 抚州市", "36, ''", "999999, ''"})
    void aCodeHasItsOfficialName(String code, String name) {
        assertThat(SHIPPED.name(code).orElse("")).isEqualTo(name);
    }
}
