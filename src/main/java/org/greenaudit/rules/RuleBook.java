package org.greenaudit.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.catalog.Clause;
import org.greenaudit.catalog.Duty;
import org.greenaudit.catalog.ListNames;
import org.greenaudit.catalog.ListedItem;
import org.greenaudit.catalog.ProductList;
import org.greenaudit.matching.Question;
import org.greenaudit.message.OpenQuestion;
import org.greenaudit.message.Text;
import org.greenaudit.rules.certificate.CertificateExaminer;
import org.greenaudit.rules.certificate.CertificateQuestion;
import org.greenaudit.rules.certificate.NoCertificate;
import org.greenaudit.rules.integrity.IntegrityQuestion;
import org.greenaudit.rules.integrity.IntegrityRule;

/**
 * Every rule that a verdict can name: for each list and duty the seven certificate defects, and the integrity rules. Made
 * from the checks themselves and the catalog's lists, so that a list added by data brings its rules. Immutable.
 */
public final class RuleBook {

    private final Map<String, Rule> rules;

    private RuleBook(Map<String, Rule> rules) {
        this.rules = rules;
    }

    /** The rule book of a catalog. */
    public static RuleBook of(CatalogSnapshot catalog) {
        Map<String, Rule> rules = new LinkedHashMap<>();
        ClauseBook clauses = new ClauseBook(catalog);
        List<Integer> defects = defects(catalog);
        for (ProductList list : catalog.lists()) {
            for (Duty duty : List.of(Duty.MANDATORY, Duty.PRIORITY)) {
                Optional<ListedItem> item =
                        list.items().stream().filter(i -> i.duty() == duty).findFirst();
                if (item.isPresent()) {
                    String letter = VerdictWriter.letter(list, item.get());
                    for (int defect : defects) {
                        rules.putIfAbsent(
                                letter + defect,
                                rule(
                                        letter + defect,
                                        Optional.of(list),
                                        duty,
                                        cited(catalog, clauses.clauses(list, duty, defect)),
                                        String.valueOf(defect)));
                    }
                }
            }
        }
        for (IntegrityRule rule : IntegrityRule.all()) {
            String code = rule.code();
            rules.put(code, rule(code, Optional.empty(), Duty.MANDATORY, cited(catalog, rule.clauses()), code));
        }
        return new RuleBook(rules);
    }

    private static List<Integer> defects(CatalogSnapshot catalog) {
        List<Integer> defects = new ArrayList<>();
        defects.add(NoCertificate.NUMBER);
        CertificateExaminer.checks(catalog).forEach(check -> defects.add(check.number()));
        return defects;
    }

    private static List<Clause> cited(CatalogSnapshot catalog, List<String> ids) {
        return ids.stream()
                .filter(catalog.clauses()::containsKey)
                .map(catalog.clauses()::get)
                .toList();
    }

    private static Rule rule(
            String code, Optional<ProductList> list, Duty duty, List<Clause> clauses, String messages) {
        String key = "rule." + messages;
        List<Text> why = new ArrayList<>();
        list.ifPresent(l -> why.add(Text.of("rule.why." + duty.id(), ListNames.of(l))));
        why.add(Text.of(key + ".why"));
        return new Rule(
                code,
                list,
                duty,
                clauses,
                Text.of(
                        key + ".title",
                        "@rule.duty." + duty.id(),
                        list.map(ListNames::of).orElse("")),
                Text.of(key + ".condition"),
                why,
                Text.of(key + ".decision"),
                Text.of(key + ".limits"));
    }

    /** Every question that a verdict can leave open. */
    public static List<OpenQuestion> questions() {
        return Stream.<OpenQuestion[]>of(Question.values(), CertificateQuestion.values(), IntegrityQuestion.values())
                .flatMap(Stream::of)
                .toList();
    }

    /** Every rule, in the order of the lists, then the integrity rules. */
    public Collection<Rule> rules() {
        return java.util.Collections.unmodifiableCollection(rules.values());
    }

    /** The rule of a code, if these catalogs have it. */
    public Optional<Rule> rule(String code) {
        return Optional.ofNullable(rules.get(code));
    }

    /** A rule's title for reports; a rule that these catalogs do not have is named by its code. */
    public Text title(String code) {
        return rule(code).map(Rule::title).orElseGet(() -> Text.of("rule.other.title", code));
    }
}
