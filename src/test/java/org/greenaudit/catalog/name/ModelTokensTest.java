package org.greenaudit.catalog.name;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.greenaudit.text.EmptyWords;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelTokensTest {

    @ParameterizedTest
    @CsvSource({
        "KFR-35GW, true",
        "BCD-450WDP, true",
        "LJ-XA-200, true",
        "55E6800, true",
        "m100, true",
        // two letters that are the same may stand for any
        "M1XX, false",
        "MM-M100, false",
        "M-M100, false",
        // behind a digit a dash may mean “to”
        "M100-M105, false",
        "2-M100, false",
        "M100A-D, false",
        "M--1, false",
        "-M1, false",
        // a word or a number
        "NA, false",
        "2100, false",
        "M100/A, false",
        "M 100, false",
        "M100型, false",
    })
    void mostModelsAreOne(String text, boolean one) {
        assertThat(ModelTokens.isOneModel(text)).isEqualTo(one);
    }

    /** What is surely one model is passed over by the readers of everything else. */
    @Property(tries = 3_000)
    void noReaderFindsAnythingInOneModel(@ForAll("ofOneModel") String model) {
        Assume.that(ModelTokens.isOneModel(model));
        assertThat(EmptyWords.isNothing(model)).isFalse();
        assertThat(ModelAsides.uncounted(model)).isEqualTo(model);
        assertThat(ModelAsides.stripOutside(model)).isEqualTo(model);
        assertThat(ModelTemplate.in(model)).isEmpty();
        assertThat(PlaceholderNote.in(model)).isEmpty();
        assertThat(Measures.withoutRanges(model)).isEmpty();
        assertThat(TailRange.in(model)).isEmpty();
        assertThat(TailRange.dashed(model)).isEmpty();
        assertThat(ModelRange.perhaps(model)).isEmpty();
        assertThat(ModelRange.dashed(model)).isEmpty();
        assertThat(ModelRemains.in(model)).isEmpty();
    }

    @Provide
    Arbitrary<String> ofOneModel() {
        Arbitrary<String> word = Arbitraries.strings().alpha().ofMaxLength(4);
        Arbitrary<String> number = Arbitraries.strings().numeric().ofMaxLength(4);
        Arbitrary<String> end =
                Arbitraries.oneOf(word, number).list().ofMinSize(1).ofMaxSize(5).map(parts -> String.join("", parts));
        return word.list().ofMaxSize(3).flatMap(words -> end.map(last -> String.join("-", words) + last));
    }
}
