package org.greenaudit.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.greenaudit.catalog.load.CatalogLoader;
import org.greenaudit.purchase.OrderWords.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderWordsTest {

    private static final Map<String, List<String>> WORDS = CatalogLoader.load(
                    List.of(Path.of("catalogs")), FeedColumn.headers())
            .orderWords();

    private static final OrderWords SHIPPED = new OrderWords(WORDS);

    @ParameterizedTest
    @CsvSource({
        "cancelled, CANCELLED",
        "cancelled-alone, CANCELLED",
        "closed, CANCELLED",
        "returned, RETURNED",
        "returned-first, RETURNED",
        "returned-alone, RETURNED"
    })
    void everySuchWordSaysSoAloneAndBehindWhatMayStandBesideIt(String role, State state) {
        for (String word : WORDS.getOrDefault(role, List.of())) {
            for (String before : List.of("", "已", "本单已全部", "采购人")) {
                assertThat(SHIPPED.state(before + word)).as(before + word).isEqualTo(state);
            }
        }
    }

    @Test
    void withoutWordsEveryOrderStands() {
        assertThat(OrderWords.NONE.state("已取消")).isEqualTo(State.STANDS);
    }

    /** A text of words that may be parted in many ways is tried in few. */
    @Test
    void aLongCellTakesNoTime() {
        String cell = "采购人采购单位货款货物款项".repeat(4_000) + "未";
        assertThat(cell).hasSizeGreaterThan(40_000);
        assertTimeout(Duration.ofSeconds(5), () -> {
            SHIPPED.state("退" + cell);
            SHIPPED.state("退" + cell.substring(0, 58));
            SHIPPED.state("因" + cell + "，退货");
            SHIPPED.state("退货，".repeat(10_000) + cell);
        });
    }

    @Property
    void noTextMakesItFail(@ForAll String cell) {
        assertThatCode(() -> SHIPPED.state(cell)).doesNotThrowAnyException();
    }
}
