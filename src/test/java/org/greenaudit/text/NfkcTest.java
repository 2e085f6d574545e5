package org.greenaudit.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class NfkcTest {

    @Property
    void anyTextIsAsTheLibraryNormalisesIt(@ForAll String text) {
        assertThat(Nfkc.of(text)).isEqualTo(Normalizer.normalize(text, Normalizer.Form.NFKC));
    }

    @Property
    void fullWidthTextIsAsTheLibraryNormalisesIt(
            @ForAll @CharRange(from = '\uff00', to = '\uff5f') String wide,
            @ForAll @CharRange(from = '\u2ff0', to = '\u303f') String signs) {
        assertThat(Nfkc.of(wide)).isEqualTo(Normalizer.normalize(wide, Normalizer.Form.NFKC));
        assertThat(Nfkc.of(signs)).isEqualTo(Normalizer.normalize(signs, Normalizer.Form.NFKC));
    }

    @Tag("slow")
    @Test
    void everyCharacterIsAsTheLibraryNormalisesItAloneAndBeforeAnAccent() {
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            String alone = Character.toString(c);
            assertThat(Nfkc.of(alone)).isEqualTo(Normalizer.normalize(alone, Normalizer.Form.NFKC));
            String accented = alone + '\u0301';
            assertThat(Nfkc.of(accented)).isEqualTo(Normalizer.normalize(accented, Normalizer.Form.NFKC));
        }
    }
}
