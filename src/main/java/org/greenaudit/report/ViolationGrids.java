package org.greenaudit.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.greenaudit.assessment.Count;
import org.greenaudit.assessment.Indicator;
import org.greenaudit.assessment.Indicators;
import org.greenaudit.assessment.TallyKey;
import org.greenaudit.catalog.ListedItem;

/** Where the violations are: by rule, by region, by family of each list. */
final class ViolationGrids {

    /** A family (大类) of a list. */
    private record Family(int no, String name) {}

    private static final Comparator<Family> FAMILY_ORDER =
            Comparator.comparingInt(Family::no).thenComparing(Family::name);

    private ViolationGrids() {}

    static Grid byRule(Facts facts) {
        Map<String, Count> rules = Indicators.of(facts.data().counts()).violationsByRule();
        long most = rules.values().stream().mapToLong(Count::amountFen).max().orElse(0);
        Grid.Builder grid = new Grid.Builder(facts.say("report.rules.caption"))
                .text(facts.say("report.head.rule"))
                .text(facts.say("report.head.rule-title"))
                .number(facts.say("report.head.lines"))
                .number(facts.say("report.head.amount"))
                .text(facts.say("report.head.amount-bar"));
        rules.forEach((rule, count) -> grid.row(
                Grid.Cell.styled(rule, "code"),
                Grid.Cell.text(facts.ruleTitle(rule)),
                Grid.Cell.number(Figures.lines(count)),
                Grid.Cell.number(Figures.yuan(count)),
                Grid.Cell.bar("", Bar.of(rule + " " + Figures.yuan(count), count.amountFen(), most, "violation"))));
        return grid.build();
    }

    static Grid byRegion(Facts facts) {
        List<Map.Entry<String, Indicator>> regions = new ArrayList<>(
                Indicators.of(facts.data().counts()).by(TallyKey::regionCode).entrySet());
        regions.sort(
                Comparator.comparingLong(entry -> -entry.getValue().violated().amountFen()));
        Grid.Builder grid = places(facts, facts.say("report.regions.caption"), "report.head.region");
        regions.forEach(region -> grid.row(place(facts, facts.region(region.getKey()), region.getValue())));
        return grid.limited(facts, "summary.csv");
    }

    /** One table for each list. */
    static List<Grid> byFamily(Facts facts) {
        return facts.data().catalog().listIds().stream()
                .map(listId -> byFamily(facts, listId))
                .toList();
    }

    private static Grid byFamily(Facts facts, String listId) {
        Function<TallyKey, Family> family = key -> {
            ListedItem item = facts.item(key.entryId());
            return new Family(item.familyNo(), item.familyName());
        };
        Grid.Builder grid =
                places(facts, facts.say("report.families.caption", facts.listTitle(listId)), "report.head.family");
        Indicators.of(facts.data().counts())
                .where(key -> key.listId().equals(listId))
                .by(family, FAMILY_ORDER)
                .forEach((key, indicator) ->
                        grid.row(place(facts, facts.say("report.family", key.no(), key.name()), indicator)));
        return grid.build();
    }

    private static Grid.Builder places(Facts facts, String caption, String head) {
        return new Grid.Builder(caption)
                .text(facts.say(head))
                .text(facts.say("report.head.certified-amount"))
                .number(facts.say("report.head.scope-amount"))
                .number(facts.say("report.head.scope-lines"))
                .number(facts.say("report.head.certified-lines"))
                .number(facts.say("report.head.violation-lines"))
                .number(facts.say("report.head.violation-amount"))
                .number(facts.say("report.head.undetermined-lines"));
    }

    private static List<Grid.Cell> place(Facts facts, String name, Indicator indicator) {
        String share = Figures.percent(indicator.certifiedByAmount());
        String title = facts.say("report.bar.certified", name, share);
        Bar bar = Bar.of(
                title, indicator.certified().amountFen(), indicator.inScope().amountFen(), "certified");
        return List.of(
                Grid.Cell.text(name),
                Grid.Cell.bar(share, bar),
                Grid.Cell.number(Figures.yuan(indicator.inScope())),
                Grid.Cell.number(Figures.lines(indicator.inScope())),
                Grid.Cell.number(Figures.lines(indicator.certified())),
                Grid.Cell.number(Figures.lines(indicator.violated())),
                Grid.Cell.number(Figures.yuan(indicator.violated())),
                Grid.Cell.number(Figures.lines(indicator.undetermined())));
    }
}
