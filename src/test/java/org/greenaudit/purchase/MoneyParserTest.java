package org.greenaudit.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.math.BigDecimal;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyParserTest {

    private static final long LARGEST_FEN = 100_000_000_000_000L;

    @ParameterizedTest
    @CsvFileSource(resources = "/purchase/money.csv", delimiter = ';', quoteCharacter = '"', numLinesToSkip = 1)
    void readsWhatIsPlainlyAnAmountAndNothingElse(String cell, Long fen) {
        assertThat(MoneyParser.amount(cell).map(m -> m.fen(MoneyUnit.YUAN))).isEqualTo(Optional.ofNullable(fen));
    }

    @Test
    void aUnitInTheCellBeatsTheHeaders() {
        assertThat(MoneyParser.amount("12000元").orElseThrow().fen(MoneyUnit.WAN))
                .isEqualTo(1_200_000);
        assertThat(MoneyParser.amount("1.2").orElseThrow().fen(MoneyUnit.WAN)).isEqualTo(1_200_000);
    }

    @Test
    void aPricePerPieceIsAUnitPriceButNoAmount() {
        assertThat(MoneyParser.unitPrice("3,970.00元/台").orElseThrow().yuan(MoneyUnit.YUAN))
                .isEqualByComparingTo("3970");
        assertThat(MoneyParser.amount("3,970.00元/台")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "5000/台,5000",
        "5000元/台（含税）,5000",
        "5000（元/台）,5000",
        "'5,000.00 元 ／ 套',5000",
        "5000元每台,5000",
        "5000（每台）,5000",
        "0.5万元/台,5000",
        "5000（含税）,5000",
        "5000/12000,",
        "5000元/10台,",
        "20元/包/张,",
        "20元/百张,",
        "5000（不含税）/台,",
        "每台5000,"
    })
    void aPriceIsReadWithTheOneThingItIsFor(String cell, Long yuan) {
        assertThat(MoneyParser.unitPrice(cell).map(m -> m.fen(MoneyUnit.YUAN)))
                .isEqualTo(Optional.ofNullable(yuan).map(y -> y * 100));
    }

    @Test
    void aNoBreakSpaceAroundTheAmountIsNoPartOfIt() {
        assertThat(MoneyParser.amount("\u00a0￥\u30001200\u200b").orElseThrow().fen(MoneyUnit.YUAN))
                .isEqualTo(120_000);
    }

    @Property
    void whatIsWrittenIsReadBackInEveryForm(@ForAll @LongRange(min = -LARGEST_FEN, max = LARGEST_FEN) long fen) {
        BigDecimal yuan = BigDecimal.valueOf(fen, 2);
        String plain = yuan.toPlainString();
        String grouped = String.format(java.util.Locale.ROOT, "%,.2f", yuan);
        String wan = yuan.movePointLeft(4).toPlainString() + "万元";
        for (String cell : new String[] {
            plain, " " + plain + "元", grouped, "￥" + grouped, wan, grouped.replace(',', ' '), wide(grouped)
        }) {
            assertThat(MoneyParser.amount(cell).map(m -> m.fen(MoneyUnit.YUAN)))
                    .as(cell)
                    .contains(fen);
        }
    }

    @Property
    void noTextMakesItFail(@ForAll String cell) {
        assertThatCode(() -> {
                    MoneyParser.amount(cell).ifPresent(m -> m.fen(MoneyUnit.YI));
                    MoneyParser.unitPrice(cell).ifPresent(m -> m.yuan(MoneyUnit.YI));
                })
                .doesNotThrowAnyException();
    }

    private static String wide(String ascii) {
        StringBuilder out = new StringBuilder();
        ascii.chars().forEach(c -> out.append((char) (c + 0xfee0)));
        return out.toString();
    }
}
