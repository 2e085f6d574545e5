package org.greenaudit.catalog.name;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.CharRange;
import org.junit.jupiter.api.Test;

class ModelKeysTest {

    @Property
    void normalisingTwiceChangesNothing(@ForAll String any) {
        String once = ModelKeys.normalise(any);
        assertThat(ModelKeys.normalise(once)).isEqualTo(once);
    }

    @Test
    void everyCharacterAloneNormalisesToSomethingStable() {
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            String once = ModelKeys.normalise(Character.toString(c));
            assertThat(ModelKeys.normalise(once)).isEqualTo(once);
        }
    }

    @Property
    void textsOfAsciiReadAsTheyDoBesideOtherCharacters(@ForAll @CharRange(to = '\u007f') String text) {
        assertThat(ModelKeys.normalise(text) + "型").isEqualTo(ModelKeys.normalise(text + "型"));
    }

    @Property
    void blanksAndDashesOfEveryWidthNeverMatter(
            @ForAll @From("models") String model, @ForAll @From("fillers") String filler, @ForAll int place) {
        int at = Math.floorMod(place, model.length() + 1);
        String filled = model.substring(0, at) + filler + model.substring(at);
        assertThat(ModelKeys.normalise(filled)).isEqualTo(ModelKeys.normalise(model));
    }

    @Property
    void caseAndWidthNeverMatter(@ForAll @From("models") String model) {
        StringBuilder wide = new StringBuilder();
        model.toLowerCase(java.util.Locale.ROOT)
                .chars()
                .map(c -> c > ' ' && c < 0x7f ? c + 0xfee0 : c)
                .forEach(c -> wide.append((char) c));
        assertThat(ModelKeys.normalise(wide.toString())).isEqualTo(ModelKeys.normalise(model));
    }

    @Property
    void anAddedLetterOrDigitAlwaysMatters(
            @ForAll @From("models") String model, @ForAll @From("letters") char added, @ForAll int place) {
        int at = Math.floorMod(place, model.length() + 1);
        String longer = model.substring(0, at) + added + model.substring(at);
        assertThat(ModelKeys.normalise(longer)).isNotEqualTo(ModelKeys.normalise(model));
    }

    @Test
    void zeroWidthCharactersOfCopiedCellsDoNotMatter() {
        assertThat(ModelKeys.normalise("\ufeffM4\u200b30\u00ad")).isEqualTo("M430");
    }

    @Provide
    Arbitrary<String> models() {
        return Arbitraries.strings()
                .withCharRange('A', 'Z')
                .withCharRange('0', '9')
                .withChars("/()+.")
                .ofMinLength(1)
                .ofMaxLength(20);
    }

    @Provide
    Arbitrary<String> fillers() {
        return Arbitraries.strings()
                .withChars(" \t\n\u00a0\u2002\u3000\u200b-－‐‑‒–—―−﹘﹣")
                .ofMinLength(1)
                .ofMaxLength(4);
    }

    @Provide
    Arbitrary<Character> letters() {
        return Arbitraries.chars()
                .range('A', 'Z')
                .range('a', 'z')
                .range('0', '9')
                .range('０', '９');
    }
}
