package org.greenaudit.catalog.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.greenaudit.catalog.BodyDirectory.Designation;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.catalog.ListedItem;
import org.greenaudit.purchase.FeedColumn;
import org.junit.jupiter.api.Test;

/** A body's absence counts only where the directory is complete for the product class. */
class LoadedBodyDirectoryTest {

    private final CatalogSnapshot catalog = CatalogLoader.load(List.of(CatalogFolder.BASE), FeedColumn.headers());
    private final ListedItem classOne = catalog.lists().get(0).items().get(0);
    private final ListedItem classTwo = catalog.lists().get(0).items().get(1);
    private final ListedItem otherList = catalog.lists().get(1).items().get(0);

    @Test
    void aBodyIsDesignatedFromTheFirstToTheLastDay() {
        assertThat(designation("甲认证(虚构)有限公司", classOne, "2019-04-02")).isEqualTo(Designation.NOT_DESIGNATED);
        assertThat(designation("甲认证(虚构)有限公司", classOne, "2019-04-03")).isEqualTo(Designation.DESIGNATED);
        assertThat(designation("甲认证(虚构)有限公司", classOne, "2025-12-31")).isEqualTo(Designation.DESIGNATED);
        assertThat(designation("甲认证(虚构)有限公司", classOne, "2026-01-01")).isEqualTo(Designation.NOT_DESIGNATED);
    }

    @Test
    void widthOfBracketsAndBlanksInANameDoNotMatter() {
        assertThat(designation("甲认证（虚构） 有限公司", classOne, "2020-01-01")).isEqualTo(Designation.DESIGNATED);
    }

    @Test
    void aBodyForEveryClassIsDesignatedForEachClassOfItsListOnly() {
        assertThat(designation("乙认证(虚构)有限公司", classOne, "1999-01-01")).isEqualTo(Designation.DESIGNATED);
        assertThat(designation("乙认证(虚构)有限公司", classTwo, "2099-01-01")).isEqualTo(Designation.DESIGNATED);
        assertThat(designation("乙认证(虚构)有限公司", otherList, "2020-01-01")).isEqualTo(Designation.UNKNOWN);
    }

    @Test
    void silenceSaysNothingWhereTheClassIsNotComplete() {
        assertThat(designation("丙认证", classTwo, "2020-01-01")).isEqualTo(Designation.UNKNOWN);
        assertThat(designation("丙认证", classOne, "2020-01-01")).isEqualTo(Designation.NOT_DESIGNATED);
    }

    @Test
    void aCompleteDirectoryDoesNotNameAMissingBody() {
        assertThat(designation("", classOne, "2020-01-01")).isEqualTo(Designation.NOT_DESIGNATED);
        assertThat(designation("", classTwo, "2020-01-01")).isEqualTo(Designation.UNKNOWN);
    }

    private Designation designation(String body, ListedItem item, String on) {
        return catalog.bodies().designation(body, item, LocalDate.parse(on));
    }
}
