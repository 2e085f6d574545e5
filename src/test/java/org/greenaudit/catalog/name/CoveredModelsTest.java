package org.greenaudit.catalog.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CoveredModelsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "M430;M440",
                "M430；M440",
                "M430、M440",
                "M430,M440",
                "M430，M440",
                "M430\nM440",
                "M430\r\nM440",
                " M430 ; ;、 M440 ; "
            })
    void severalModelsArePartedBySemicolonsCommasAndLineEnds(String cell) {
        assertThat(CoveredModels.parse(cell).patterns())
                .extracting(ModelPattern::text)
                .containsExactly("M430", "M440");
    }

    @ParameterizedTest
    @ValueSource(strings = {"M430(i5,8G)", "M430（i5，8G）", "M430[i5;8G]", "M430【i5、8G】", "M430（i5,8G)", "M430［i5,8G］"})
    void separatorsInsideBracketsBelongToTheModel(String cell) {
        CoveredModels covered = CoveredModels.parse(cell);
        assertThat(covered.patterns()).hasSize(1);
        assertThat(covers(covered, cell)).isTrue();
        assertThat(covers(covered, "M430")).isFalse();
    }

    @Test
    void aBracketThatNeverClosesParts() {
        assertThat(CoveredModels.parse("M430(A;M440)B)").patterns())
                .extracting(ModelPattern::text)
                .containsExactly("M430(A;M440)B)");
        assertThat(CoveredModels.parse("M430(A;M440;M450").patterns())
                .extracting(ModelPattern::text)
                .containsExactly("M430(A", "M440", "M450");
    }

    @Test
    void aSlashIsPartOfTheModel() {
        CoveredModels covered = CoveredModels.parse("KFR-35GW/(35530)FNhAa-B1");
        assertThat(covers(covered, "KFR35GW/(35530)FNHAA—B1")).isTrue();
        assertThat(covers(covered, "KFR-35GW")).isFalse();
    }

    @Test
    void noPrefixCountsAsTheModel() {
        CoveredModels covered = CoveredModels.parse("M430-A");
        assertThat(covers(covered, "M430-AB")).isFalse();
        assertThat(covers(covered, "M430")).isFalse();
    }

    @Property
    void anAddedSuffixIsNeverCovered(@ForAll @From("plain") String model, @ForAll @From("letter") char suffix) {
        assertThat(covers(CoveredModels.parse(model), model)).isTrue();
        assertThat(covers(CoveredModels.parse(model), model + suffix)).isFalse();
    }

    @Property
    void aStarIsExactlyOneCharacter(@ForAll @From("plain") String model, @ForAll @From("letter") char one) {
        CoveredModels covered = CoveredModels.parse(model + "*");
        assertThat(covers(covered, model + one)).isTrue();
        assertThat(covers(covered, model)).isFalse();
        assertThat(covers(covered, model + one + one)).isFalse();
    }

    @Property
    void aHashIsExactlyOneDigit(@ForAll @From("plain") String model, @ForAll @From("letter") char one) {
        CoveredModels covered = CoveredModels.parse(model + "＃A");
        assertThat(covers(covered, model + one + "A")).isEqualTo(one >= '0' && one <= '9');
        assertThat(covers(covered, model + "A")).isFalse();
        assertThat(covers(covered, model + "12A")).isFalse();
    }

    @Test
    void aFullWidthStarIsAWildcardAndACharacterBeyondTheBasicPlaneIsOne() {
        assertThat(covers(CoveredModels.parse("M4＊0"), "M430")).isTrue();
        assertThat(covers(CoveredModels.parse("M*"), "M\ud842\udfb7")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"***", "*", "＊＊＊＊", "##", "***;"})
    void aWhollyHiddenModelMayBeAnyAndIsNone(String cell) {
        CoveredModels covered = CoveredModels.parse(cell);
        assertThat(covered.patterns()).isEmpty();
        assertThat(covers(covered, "ABC")).isFalse();
        assertThat(covers(covered, "7")).isFalse();
        assertThat(covered.leavesOut()).isTrue();
        assertThat(covered.mightMean("ABC")).isTrue();
    }

    @Test
    void aHiddenModelBesideOthersLeavesThemAsTheyAre() {
        CoveredModels covered = CoveredModels.parse("M430;***");
        assertThat(covers(covered, "M430")).isTrue();
        assertThat(covers(covered, "ABC")).isFalse();
        assertThat(covered.leavesOut()).isTrue();
    }

    @Test
    void theCertificatesOwnWritingIsCovered() {
        assertThat(covers(CoveredModels.parse("M4##"), "M4##")).isTrue();
    }

    @Property
    void arbitraryCellsAndModelsNeverThrow(@ForAll String cell, @ForAll String model) {
        CoveredModels covered = CoveredModels.parse(cell);
        boolean listed = covered.patterns().stream().anyMatch(p -> p.matches(ModelKeys.normalise(model)));
        assertThat(covers(covered, model)).isEqualTo(listed);
    }

    @Property
    void eachListedModelIsCovered(@ForAll @From("plainLists") List<String> models) {
        CoveredModels covered = CoveredModels.parse(String.join("；", models));
        assertThat(models).allMatch(model -> covers(covered, model));
        assertThat(covers(covered, String.join("", models) + "X")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-", "\u3000", ";"})
    void aBlankModelIsNotCovered(String model) {
        assertThat(covers(CoveredModels.parse("M430;-;"), model)).isFalse();
        assertThat(covers(CoveredModels.parse(model), "M430")).isFalse();
    }

    @Provide
    Arbitrary<String> plain() {
        return Arbitraries.strings()
                .withCharRange('A', 'Z')
                .withCharRange('0', '9')
                .ofMinLength(1)
                .ofMaxLength(12);
    }

    @Provide
    Arbitrary<List<String>> plainLists() {
        return plain().list().ofMinSize(1).ofMaxSize(6);
    }

    @Provide
    Arbitrary<Character> letter() {
        return Arbitraries.chars().range('A', 'Z').range('0', '9');
    }

    private static boolean covers(CoveredModels covered, String model) {
        return covered.matches(ModelKeys.normalise(model));
    }
}
