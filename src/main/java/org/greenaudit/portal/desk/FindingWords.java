package org.greenaudit.portal.desk;

import java.util.Optional;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.message.Messages;
import org.greenaudit.rules.Outcome;
import org.greenaudit.rules.RuleBook;

/** What pages call the parts of findings, in one language and by one job's catalogs. */
public final class FindingWords {

    private final CatalogSnapshot catalog;
    private final Messages messages;
    private final RuleBook rules;

    public FindingWords(CatalogSnapshot catalog, Messages messages) {
        this.catalog = catalog;
        this.messages = messages;
        this.rules = RuleBook.of(catalog);
    }

    /** A violation's rule by its title, or a question in words. */
    public String reason(Outcome outcome, String ruleOrQuestion) {
        return outcome == Outcome.VIOLATION
                ? messages.render(rules.title(ruleOrQuestion))
                : messages.get("report.question." + ruleOrQuestion);
    }

    /** The same where it is not known which of the two it is. */
    public String reason(String ruleOrQuestion) {
        return rules.rule(ruleOrQuestion).isPresent()
                ? ruleOrQuestion + " " + reason(Outcome.VIOLATION, ruleOrQuestion)
                : Optional.of("report.question." + ruleOrQuestion)
                        .filter(messages::has)
                        .map(messages::get)
                        .orElse(ruleOrQuestion);
    }

    /** A list's title. */
    public String list(String listId) {
        return catalog.lists().stream()
                .filter(list -> list.id().equals(listId))
                .findFirst()
                .map(list -> messages.english() ? list.titleEn() : list.titleZh())
                .orElse(listId);
    }

    /** A region's name and code, or what is known of them. */
    public String region(String code) {
        return code.isEmpty()
                ? messages.get("report.region.unknown")
                : catalog.regions().name(code).map(name -> name + " " + code).orElse(code);
    }

    /** What was bought, by brand and model. */
    public static String product(String brand, String model) {
        return (brand + " " + model).strip();
    }
}
