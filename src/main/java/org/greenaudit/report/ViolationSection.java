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
final class ViolationSection {

    /** A family (大类) of a list. */
    private record Family(int no, String name) {}

    private static final Comparator<Family> FAMILY_ORDER =
            Comparator.comparingInt(Family::no).thenComparing(Family::name);

    private ViolationSection() {}

    static HtmlTable byRule(ReportContext facts) {
        Map<String, Count> rules = Indicators.of(facts.data().counts()).violationsByRule();
        long most = rules.values().stream().mapToLong(Count::amountFen).max().orElse(0);
        HtmlTable.Builder grid = new HtmlTable.Builder(facts.say("report.rules.caption"))
                .text(facts.say("report.head.rule"))
                .text(facts.say("report.head.rule-title"))
                .number(facts.say("report.head.lines"))
                .number(facts.say("report.head.amount"))
                .text(facts.say("report.head.amount-bar"));
        rules.forEach((rule, count) -> grid.row(
                HtmlTable.Cell.styled(rule, "code"),
                HtmlTable.Cell.text(facts.ruleTitle(rule)),
                HtmlTable.Cell.number(PageNumbers.lines(count)),
                HtmlTable.Cell.number(PageNumbers.yuan(count)),
                HtmlTable.Cell.bar(
                        "", BarChart.of(rule + " " + PageNumbers.yuan(count), count.amountFen(), most, "violation"))));
        return grid.build();
    }

    static HtmlTable byRegion(ReportContext facts) {
        List<Map.Entry<String, Indicator>> regions = new ArrayList<>(
                Indicators.of(facts.data().counts()).by(TallyKey::regionCode).entrySet());
        regions.sort(
                Comparator.comparingLong(entry -> -entry.getValue().violated().amountFen()));
        HtmlTable.Builder grid = places(facts, facts.say("report.regions.caption"), "report.head.region");
        regions.forEach(region -> grid.row(place(facts, facts.region(region.getKey()), region.getValue())));
        return grid.limited(facts, "summary.csv");
    }

    /** One table for each list. */
    static List<HtmlTable> byFamily(ReportContext facts) {
        return facts.data().catalog().listIds().stream()
                .map(listId -> byFamily(facts, listId))
                .toList();
    }

    private static HtmlTable byFamily(ReportContext facts, String listId) {
        Function<TallyKey, Family> family = key -> {
            ListedItem item = facts.item(key.entryId());
            return new Family(item.familyNo(), item.familyName());
        };
        HtmlTable.Builder grid =
                places(facts, facts.say("report.families.caption", facts.listTitle(listId)), "report.head.family");
        Indicators.of(facts.data().counts())
                .where(key -> key.listId().equals(listId))
                .by(family, FAMILY_ORDER)
                .forEach((key, indicator) ->
                        grid.row(place(facts, facts.say("report.family", key.no(), key.name()), indicator)));
        return grid.build();
    }

    private static HtmlTable.Builder places(ReportContext facts, String caption, String head) {
        return new HtmlTable.Builder(caption)
                .text(facts.say(head))
                .text(facts.say("report.head.certified-amount"))
                .number(facts.say("report.head.scope-amount"))
                .number(facts.say("report.head.scope-lines"))
                .number(facts.say("report.head.certified-lines"))
                .number(facts.say("report.head.violation-lines"))
                .number(facts.say("report.head.violation-amount"))
                .number(facts.say("report.head.undetermined-lines"));
    }

    private static List<HtmlTable.Cell> place(ReportContext facts, String name, Indicator indicator) {
        String share = PageNumbers.percent(indicator.certifiedByAmount());
        String title = facts.say("report.bar.certified", name, share);
        BarChart bar = BarChart.of(
                title, indicator.certified().amountFen(), indicator.inScope().amountFen(), "certified");
        return List.of(
                HtmlTable.Cell.text(name),
                HtmlTable.Cell.bar(share, bar),
                HtmlTable.Cell.number(PageNumbers.yuan(indicator.inScope())),
                HtmlTable.Cell.number(PageNumbers.lines(indicator.inScope())),
                HtmlTable.Cell.number(PageNumbers.lines(indicator.certified())),
                HtmlTable.Cell.number(PageNumbers.lines(indicator.violated())),
                HtmlTable.Cell.number(PageNumbers.yuan(indicator.violated())),
                HtmlTable.Cell.number(PageNumbers.lines(indicator.undetermined())));
    }
}
