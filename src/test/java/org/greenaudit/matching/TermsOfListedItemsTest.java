package org.greenaudit.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.greenaudit.catalog.ListedItem;
import org.greenaudit.catalog.NameTerm;
import org.greenaudit.matching.phrase.TermIndex;
import org.greenaudit.message.Trace;
import org.greenaudit.text.NormalizedText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The terms must reach every row of both lists. */
class TermsOfListedItemsTest {

    private static final Set<String> INCLUDED = Lines.CATALOG.terms().stream()
            .filter(term -> term.role() == NameTerm.Role.INCLUDE)
            .map(NameTerm::kind)
            .collect(Collectors.toUnmodifiableSet());

    static Stream<ListedItem> items() {
        return Lines.CATALOG.lists().stream().flatMap(list -> list.items().stream());
    }

    @ParameterizedTest
    @MethodSource("items")
    void everyListedItemHasATermThatNamesIt(ListedItem item) {
        assertThat(INCLUDED).contains(item.kind());
    }

    @Test
    void everyNamingTermAloneIsReadAsItsKind() {
        TermIndex index = new TermIndex(Lines.CATALOG.terms());

        assertThat(Lines.CATALOG.terms())
                .filteredOn(term -> term.role() == NameTerm.Role.INCLUDE)
                .allSatisfy(term -> assertThat(index.find(NormalizedText.of(term.text())))
                        .as(term.text())
                        .singleElement()
                        .satisfies(mention -> assertThat(mention.kind()).isEqualTo(term.kind())));
    }

    @ParameterizedTest
    @MethodSource("items")
    void theItemsOwnNameNeverReadsAsAServiceOrAnAccessory(ListedItem item) {
        Classification found = Lines.CLASSIFIER.classify(Lines.line(item.itemName(), ""), Trace.NONE);

        assertThat(found.matches())
                .noneMatch(match ->
                        match instanceof ListMatch.Outside outside && outside.reason() != NotListedReason.NOT_ON_LIST);
    }
}
