package org.greenaudit.catalog.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.greenaudit.catalog.load.CatalogFolder;
import org.greenaudit.catalog.load.CatalogLoader;
import org.greenaudit.purchase.FeedColumn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The fingerprint tells what the catalogs say, not how they are written. */
class FingerprintTest {

    private static final String BEFORE = CatalogLoader.load(List.of(CatalogFolder.BASE), FeedColumn.headers())
            .fingerprint();

    @TempDir
    private Path root;

    @Test
    void itIsASha256InHex() {
        assertThat(BEFORE).matches("[0-9a-f]{64}");
    }

    @Test
    void lineEndsByteOrderMarksQuotingAndBlankLinesDoNotChangeIt() {
        CatalogFolder folder = CatalogFolder.copyOfBase(root)
                .edit("lists.csv", text -> text.replace("\n", "\r\n"))
                .edit("lists/energy.csv", text -> text.replace("\n", "\r"))
                .write("clauses.csv", withBom("clauses.csv"))
                .replace("brand-aliases.csv", "甲牌,Jia,fictional,", "\"甲牌\",\" Jia \",\"fictional\",\"\"")
                .edit("product-kinds.csv", text -> text + "\n\n,,,\n")
                .edit("certificates/registry.yaml", text -> text.replace("# a remark\n", "") + "\n# end\n");
        assertThat(folder.load().fingerprint()).isEqualTo(BEFORE);
    }

    @ParameterizedTest
    @CsvSource({
        "lists.csv, 文件甲, 文件甲甲",
        "lists/eco.csv, HJ 2, HJ 3",
        "category-codes-2022.csv, 服务器, 伺服器",
        "category-codes-2013.csv, A02052305, A02052306",
        "category-crosswalk.csv, part, whole",
        "product-kinds.csv, '板材,,', '板材,空调,'",
        "name-terms.csv, 柜式, 立式",
        "exclusion-terms.csv, 生产线, 流水线",
        "brand-aliases.csv, Yi, Yii",
        "certification-bodies.csv, 2025-12-31, 2025-12-30",
        "certification-body-classes.csv, true, false",
        "superseded-standards.csv, 2021-12-31, 2021-12-30",
        "standard-exclusions.csv, 2026-02-01, 2026-02-02",
        "non-substitutes.csv, ^CCC, ^3C",
        "recycled-products.csv, 再生, 回收",
        "regions.csv, 虚构区, 虚设区",
        "order-words.csv, 退货, 退单",
        "goods-codes.csv, 18A, 18B",
        "clauses.csv, 文件丁, 文件丁丁",
        "feed-headers.csv, 采购人, 采购者",
        "official-indicators.csv, 83.9, 83.8",
        "certificates/registry.yaml, 2026-06-30, 2026-07-01",
        "certificates/registry.yaml, fictional, other"
    })
    void oneChangedCellChangesIt(String file, String find, String by) {
        CatalogFolder folder = CatalogFolder.copyOfBase(root);
        if (file.equals("category-codes-2013.csv")) {
            folder.append(file, by + ",新码,fictional");
        } else {
            folder.replace(file, find, by);
        }
        assertThat(folder.load().fingerprint()).isNotEqualTo(BEFORE);
    }

    @Test
    void aCellMovedToItsNeighbourChangesIt() {
        CatalogFolder folder =
                CatalogFolder.copyOfBase(root).replace("non-substitutes.csv", "CCC,fictional,", "CCC,,fictional");
        assertThat(folder.load().fingerprint()).isNotEqualTo(BEFORE);
    }

    @Test
    void anOverlayCountsByWhatItSays() {
        assertThat(CatalogLoader.load(List.of(CatalogFolder.BASE, CatalogFolder.BASE), FeedColumn.headers())
                        .fingerprint())
                .isEqualTo(BEFORE);
    }

    private byte[] withBom(String file) {
        CatalogFolder folder = CatalogFolder.copyOfBase(root.resolve("bom"));
        StringBuilder text = new StringBuilder("\ufeff");
        folder.edit(file, t -> {
            text.append(t);
            return t + "\n";
        });
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
