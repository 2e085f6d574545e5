package org.greenaudit.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.greenaudit.catalog.load.CatalogLoader;
import org.greenaudit.purchase.FeedColumn;
import org.greenaudit.testing.ListedItems;
import org.greenaudit.testing.PublishedLists;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shipped words that tell recycled products. */
class RecycledProductsTest {

    private static final RecycledProducts SHIPPED = CatalogLoader.load(
                    List.of(Path.of("catalogs")), FeedColumn.headers())
            .recycled();

    @ParameterizedTest
    @CsvSource({
        "复印纸, A4再生复印纸, '', true",
        "复印纸, 复印纸, 100%再生纤维, true",
        "复印纸, 复印纸 70g, 循环再造纸, true",
        "复印纸, 再 生 纸, '', true",
        "鼓粉盒, 再生硒鼓 Q2612A, '', true",
        "鼓粉盒, 硒鼓, 再制造鼓粉盒, true",
        "复印纸, 复印纸, '', false",
        "复印纸, 复印纸, 原生木浆，非再生纸, false",
        "复印纸, 复印纸, 外包装可循环利用, false",
        "鼓粉盒, 硒鼓, 原装，不接受再生鼓粉盒, false",
        "鼓粉盒, 硒鼓, 原装非再制造, false",
        "复印纸, 复印纸, 支持再生利用, false",
        "复印纸, 复印纸, 无再生成分, false",
        "复印纸, 复印纸, 非再生, false",
        "复印纸, 复印纸, 原料可再生, false",
        "复印纸, 复印纸, 用后便于再生, false",
        "复印纸, 复印纸, 不含废纸浆, false",
        "复印纸, 复印纸, 100%废纸浆, true",
        "复印纸, 复印纸, 再生浆含量≥30%, true",
        "复印纸, 100%再生复印纸, '', true",
        "复印纸, 复印纸, 脱墨浆50%, true",
        "复印纸, 复印纸, 采用循环再生纸浆, true",
        "复印纸, 复印纸, 再生纤维；包装可再生, true",
        "鼓粉盒, 硒鼓, 原装正品、拒绝再生, false",
        "鼓粉盒, 硒鼓, 全新非翻新, false",
        "鼓粉盒, 硒鼓, 支持再制造, false",
        "鼓粉盒, 硒鼓（再制造）, '', true",
        "鼓粉盒, 循环再利用硒鼓, '', true",
        "台式计算机, 再生塑料机箱台式计算机, '', false"
    })
    void nameOrSpecificationTellARecycledProduct(String kind, String name, String specification, boolean recycled) {
        ListedItem item =
                ListedItems.of(PublishedLists.ECO, "EL2019-30-01", kind).build();
        assertThat(SHIPPED.tell(item, name, specification)).isEqualTo(recycled);
    }

    @Test
    void onlyKindsOfWhichThereAreRecycledProductsAreConcerned() {
        assertThat(SHIPPED.words().keySet()).containsExactlyInAnyOrder("复印纸", "鼓粉盒");
    }
}
