package org.greenaudit.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.greenaudit.catalog.NameTerm;
import org.greenaudit.matching.ListMatch.CodeContradiction;
import org.greenaudit.message.Trace;
import org.greenaudit.purchase.PurchaseLine;

/** What holds for any text. */
class ClassifierPropertiesTest {

    private static final List<String> GLUE = List.of(
            "、", "，", "。", "及", "和", "（", "）", "(", "]", " ", "\n", "含", "用", "用于", "采购", "i5", "8G", "一批", "HP", "的",
            "/", "+");

    @Provide
    Arbitrary<String> names() {
        List<String> terms =
                Lines.CATALOG.terms().stream().map(NameTerm::text).distinct().toList();
        return Arbitraries.oneOf(
                        Arbitraries.of(terms),
                        Arbitraries.of(GLUE),
                        Arbitraries.strings().ofMaxLength(3))
                .list()
                .ofMaxSize(9)
                .map(words -> String.join("", words));
    }

    @Provide
    Arbitrary<String> codes() {
        return Arbitraries.of(
                "",
                "A",
                "A02",
                "A02010104",
                "A02010105",
                "A02061804",
                "A02091107",
                "A0206180203",
                "A05010200",
                "C02",
                "B01",
                "A99999999",
                "X1",
                "A02010000");
    }

    @Property(tries = 600)
    void anyTextIsClassifiedAndAlwaysTheSameWay(
            @ForAll("names") String item,
            @ForAll("names") String category,
            @ForAll("names") String spec,
            @ForAll("codes") String code) {
        PurchaseLine line =
                Lines.named(item, code).category(category).spec(spec).build();

        Classification once = Lines.CLASSIFIER.classify(line, Trace.NONE);

        assertThat(Lines.CLASSIFIER.classify(line, Trace.NONE)).isEqualTo(once);
        assertThat(once.matches()).hasSize(2);
    }

    @Property(tries = 600)
    void whatIsOnlyPossibleAlwaysLeavesAQuestion(@ForAll("names") String item, @ForAll("codes") String code) {
        Classification found = Lines.CLASSIFIER.classify(Lines.line(item, code), Trace.NONE);

        for (ListMatch match : found.matches()) {
            if (match instanceof ListMatch.Inside inside) {
                boolean open = inside.mayBeOutside()
                        || inside.candidates().size() > 1
                        || inside.candidates().stream().anyMatch(c -> c.basis() == MatchBasis.POSSIBLE);
                assertThat(!open || !inside.doubts().isEmpty())
                        .as(item + " " + inside)
                        .isTrue();
                assertThat(inside.candidates()).isNotEmpty();
            }
        }
    }

    @Property(tries = 300)
    void aServiceCodeLeadsIntoListsOnlyWhereStarredGoodsOfOneArePlainlyNamed(@ForAll("names") String item) {
        Classification found = Lines.CLASSIFIER.classify(Lines.line(item, "C23120302"), Trace.NONE);

        for (ListMatch match : found.matches()) {
            if (match instanceof ListMatch.Inside inside) {
                assertThat(inside.contradiction()).isEqualTo(CodeContradiction.SERVICE_OR_WORKS);
                assertThat(found.matches()).anyMatch(ClassifierPropertiesTest::isPlainlyStarred);
            }
        }
    }

    /** Whether goods that a list stars are plainly named: one of its starred rows, or several goods with one among them. */
    private static boolean isPlainlyStarred(ListMatch match) {
        return match instanceof ListMatch.Inside inside
                && !inside.mayBeOutside()
                && inside.candidates().stream()
                        .anyMatch(candidate -> candidate.item().starred());
    }
}
