package org.greenaudit.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class GluedCodeTest {

    @ParameterizedTest
    @CsvFileSource(resources = "/purchase/codes.csv", delimiter = ';', numLinesToSkip = 1)
    void splitsCodeAndName(String cell, String code, String name, String glued) {
        assertThat(GluedCode.split(cell))
                .isEqualTo(new GluedCode(code == null ? "" : code, name == null ? "" : name, glued != null));
    }

    @Property
    void noTextMakesItFail(@ForAll String cell) {
        assertThatCode(() -> GluedCode.split(cell)).doesNotThrowAnyException();
    }

    @Property
    void whateverIsTakenForACodeIsOne(@ForAll("codeLike") String cell) {
        assertThat(GluedCode.split(cell).code()).matches("|[ABC](\\d\\d){1,5}|[BC]");
    }

    @Provide
    Arbitrary<String> codeLike() {
        return Arbitraries.strings().withChars("ABCabc0123456789-[] ()（）台式机，").ofMaxLength(20);
    }
}
