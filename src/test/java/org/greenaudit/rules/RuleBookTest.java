package org.greenaudit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.catalog.ProductList;
import org.greenaudit.message.Messages;
import org.greenaudit.purchase.KnownColumns;
import org.greenaudit.testing.Catalogs;
import org.greenaudit.testing.ListedItems;
import org.greenaudit.testing.PublishedLists;
import org.junit.jupiter.api.Test;

/** The rule book is complete, and made from the checks and the lists. */
class RuleBookTest {

    private final RuleBook book = RuleBook.of(CaseFacts.with().catalog());

    @Test
    void itHoldsSevenDefectsForEachDutyAndTheIntegrityRules() {
        assertThat(book.rules())
                .extracting(Rule::code)
                .containsExactly(
                        "M1", "M2", "M3", "M4", "M5", "M6", "M7", "P1", "P2", "P3", "P4", "P5", "P6", "P7", "L1", "L2",
                        "L3", "L4", "L5", "L6", "L7", "C01", "C02", "C03");
    }

    @Test
    void everyRuleHasItsTextsInBothLanguagesAndAClause() {
        for (Messages messages : List.of(Messages.in(Locale.SIMPLIFIED_CHINESE), Messages.in(Locale.ENGLISH))) {
            for (Rule rule : book.rules()) {
                assertThat(new RulePage(messages, KnownColumns.ALL).of(rule))
                        .as(rule.code())
                        .noneMatch(line -> line.contains("{") || line.contains("@"))
                        .hasSizeGreaterThan(12);
                assertThat(rule.clauses()).as(rule.code()).isNotEmpty();
            }
        }
    }

    @Test
    void aListAddedByDataBringsItsRules() {
        ProductList list = PublishedLists.of("green-building", "绿色建材", "eco_certificate_no")
                .letters("", "G")
                .items(ListedItems.of("green-building", "GB-01", "石膏板")
                        .priority()
                        .build())
                .build();
        CatalogSnapshot catalog =
                Catalogs.like(CaseFacts.with().catalog()).lists(list).build();
        RuleBook more = RuleBook.of(catalog);
        assertThat(more.rules())
                .extracting(Rule::code)
                .containsExactly("G1", "G2", "G3", "G4", "G5", "G6", "G7", "C01", "C02", "C03");
        assertThat(Messages.in(Locale.SIMPLIFIED_CHINESE).render(more.title("G1")))
                .contains("绿色建材");
    }

    @Test
    void aRuleOfOtherCatalogsIsNamedByItsCode() {
        assertThat(Messages.in(Locale.ENGLISH).render(book.title("X9"))).contains("X9");
    }
}
