package org.greenaudit.catalog.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The glances that spare most models a slow pattern never hide what the pattern finds. */
class ModelGlancesTest {

    private static final Pattern DASHES = Pattern.compile("\\s*[-‐-―−]+\\s*");

    @Property(tries = 20_000)
    void everyRangeOfMeasuresIsSeen(@ForAll @From("measures") String text) {
        assertThat(Measures.withoutRanges(text).isPresent())
                .isEqualTo(Measures.RANGE.matcher(text).find());
    }

    @Property(tries = 20_000)
    void everyRangeAtTheEndIsSeen(@ForAll @From("dashed") String text) {
        if (TailRange.DASHED.matcher(text).find()) {
            assertThat(TailRange.endsBehindDash(text)).isTrue();
        }
    }

    @Property(tries = 20_000)
    void everySignForToIsSeen(@ForAll @From("dashed") String text) {
        if (TailRange.NUMBERS.matcher(text).find()) {
            assertThat(ModelRange.holdsToSign(text)).isTrue();
        }
    }

    @Property(tries = 20_000)
    void everyLetterThatStandsForOthersIsSeen(@ForAll @From("explained") String text) {
        if (PlaceholderNote.LETTER.matcher(text).find()) {
            assertThat(PlaceholderNote.mayExplain(text)).isTrue();
        }
    }

    @Property(tries = 20_000)
    void everyDashIsSeenWithTheBlanksAroundIt(@ForAll @From("dashed") String text) {
        List<ModelRange.Gap> dashes = DASHES.matcher(text)
                .results()
                .map(dash -> new ModelRange.Gap(dash.start(), dash.end()))
                .toList();
        assertThat(ModelRange.dashes(text)).isEqualTo(dashes);
    }

    @Property(tries = 20_000)
    void nothingOfAPlainCellIsReplaced(@ForAll @From("signs") String cell) {
        Assume.that(PlainSigns.isPlain(cell));
        assertThat(PlainSigns.replaced(cell)).isEqualTo(cell);
    }

    @Property
    void whatHoldsALetterOrDigitIsAModel(@ForAll @From("signs") String text) {
        Assume.that(ModelTokens.names(text));
        assertThat(ModelPattern.of(text).isEmpty()).isFalse();
    }

    @Provide
    Arbitrary<String> measures() {
        return texts("5", "8", "W", "V", "mm", "kW", "A", "~", "到", "-", "—", " ", "(", ")", "[", "]");
    }

    @Provide
    Arbitrary<String> dashed() {
        return texts("1", "25", "A", "b", "-", "—", "−", "〜", " ", "\t", "\n", "~", "..", "…", "至", "(", ")", "/");
    }

    @Provide
    Arbitrary<String> explained() {
        return texts("X", "a", "1", "×", "□", "#", " ", "为", "是", "=", ":", "代表", "表示", "取", "可以", "分别", "（", "、");
    }

    @Provide
    Arbitrary<String> signs() {
        return texts(
                "M",
                "1",
                "/",
                "n",
                "r",
                "\\",
                "_x000D_",
                "&#10;",
                "CHAR(10)",
                "<br>",
                "[br]",
                "、",
                "；",
                "，",
                "（",
                "）",
                "型",
                "①",
                "²",
                "→",
                ">",
                "-",
                "*",
                "#",
                "〔",
                "─",
                "▶",
                "\n");
    }

    private static Arbitrary<String> texts(String... pieces) {
        return Arbitraries.of(pieces).list().ofMinSize(1).ofMaxSize(12).map(found -> String.join("", found));
    }
}
