package org.greenaudit.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.greenaudit.assessment.Count;
import org.greenaudit.assessment.Indicator;
import org.greenaudit.assessment.Numbers;
import org.greenaudit.assessment.TallyKey;
import org.greenaudit.catalog.ListedItem;
import org.greenaudit.report.HtmlTable.Cell;
import org.greenaudit.rules.Outcome;

/** Where the violations are: by rule, by region, by family of each list. */
final class ViolationSection {

    /** A family (大类) of a list. */
    private record Family(int no, String name) {}

    private static final Comparator<Family> FAMILY_ORDER =
            Comparator.comparingInt(Family::no).thenComparing(Family::name);

    private ViolationSection() {}

    static HtmlTable byRule(ReportContext context) {
        Map<String, Count> rules = context.indicators().byRule(Outcome.VIOLATION);
        long most = rules.values().stream().mapToLong(Count::amountFen).max().orElse(0);
        HtmlTable.Builder table = new HtmlTable.Builder(context, "report.rules.caption")
                .text("report.head.rule")
                .text("report.head.rule-title")
                .count()
                .text("report.head.amount-bar");
        rules.forEach((rule, count) -> table.row(
                Cell.styled(rule, "code"),
                Cell.text(context.ruleTitle(rule)),
                Cell.lines(count),
                Cell.yuan(count),
                Cell.bar("", BarChart.of(rule + " " + Numbers.yuan(count), count.amountFen(), most, "violation"))));
        return table.build();
    }

    static HtmlTable byRegion(ReportContext context) {
        List<Map.Entry<String, Indicator>> regions =
                new ArrayList<>(context.indicators().by(TallyKey::regionCode).entrySet());
        regions.sort(
                Comparator.comparingLong(entry -> -entry.getValue().violated().amountFen()));
        HtmlTable.Builder table = places(context, "report.head.region", "report.regions.caption");
        regions.forEach(region -> table.row(place(context, context.region(region.getKey()), region.getValue())));
        return table.limited("summary.csv");
    }

    /** One table for each list. */
    static List<HtmlTable> byFamily(ReportContext context) {
        return context.catalog().listIds().stream()
                .map(listId -> byFamily(context, listId))
                .toList();
    }

    private static HtmlTable byFamily(ReportContext context, String listId) {
        Function<TallyKey, Family> family = key -> {
            ListedItem item = context.item(key.entryId());
            return new Family(item.familyNo(), item.familyName());
        };
        HtmlTable.Builder table =
                places(context, "report.head.family", "report.families.caption", context.listTitle(listId));
        context.indicators()
                .where(key -> key.listId().equals(listId))
                .by(family, FAMILY_ORDER)
                .forEach((key, indicator) ->
                        table.row(place(context, context.say("report.family", key.no(), key.name()), indicator)));
        return table.build();
    }

    private static HtmlTable.Builder places(ReportContext context, String head, String caption, Object... args) {
        return new HtmlTable.Builder(context, caption, args)
                .text(head)
                .text("report.head.certified-amount")
                .number("report.head.scope-amount")
                .number("report.head.scope-lines")
                .number("report.head.certified-lines")
                .number("report.head.declared-lines")
                .number("report.head.violation-lines")
                .number("report.head.violation-amount")
                .number("report.head.undetermined-lines");
    }

    private static List<Cell> place(ReportContext context, String name, Indicator indicator) {
        String share = context.share(indicator.byAmount(Indicator::certified));
        String title = context.say("report.bar.certified", name, share);
        BarChart bar = BarChart.of(
                title, indicator.certified().amountFen(), indicator.inScope().amountFen(), "certified");
        return List.of(
                Cell.text(name),
                Cell.bar(share, bar),
                Cell.yuan(indicator.inScope()),
                Cell.lines(indicator.inScope()),
                Cell.lines(indicator.certified()),
                Cell.lines(indicator.declared()),
                Cell.lines(indicator.violated()),
                Cell.yuan(indicator.violated()),
                Cell.lines(indicator.undetermined()));
    }
}
