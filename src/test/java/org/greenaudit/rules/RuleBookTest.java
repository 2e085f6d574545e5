package org.greenaudit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.greenaudit.catalog.CapacityBand;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.catalog.Duty;
import org.greenaudit.catalog.ListedItem;
import org.greenaudit.catalog.ProductList;
import org.greenaudit.message.Messages;
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
                assertThat(new RulePage(messages).of(rule))
                        .as(rule.code())
                        .noneMatch(line -> line.contains("{") || line.contains("@"))
                        .hasSizeGreaterThan(12);
                assertThat(rule.clauses()).as(rule.code()).isNotEmpty();
            }
        }
    }

    @Test
    void aListAddedByDataBringsItsRules() {
        ListedItem item = new ListedItem(
                "GB-01", "green-building", "1", 1, "板材", "石膏板", "石膏板", Duty.PRIORITY, CapacityBand.ANY, List.of(), "");
        ProductList list = CaseFacts.list("green-building", "", "", "G", "绿色建材", "eco_certificate_no", List.of(item));
        CatalogSnapshot old = CaseFacts.with().catalog();
        CatalogSnapshot catalog = new CatalogSnapshot(
                List.of(list),
                old.categories(),
                old.kinds(),
                old.terms(),
                old.certificates(),
                old.bodies(),
                old.brands(),
                old.superseded(),
                old.exclusions(),
                old.nonSubstitutes(),
                old.clauses(),
                old.headerAliases(),
                old.indicators(),
                old.versions(),
                old.fingerprint());
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
