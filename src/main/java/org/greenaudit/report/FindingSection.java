package org.greenaudit.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.greenaudit.assessment.Count;
import org.greenaudit.assessment.Indicator;
import org.greenaudit.assessment.Numbers;
import org.greenaudit.assessment.Share;
import org.greenaudit.assessment.TallyKey;
import org.greenaudit.catalog.ListedItem;
import org.greenaudit.report.data.ReportContext;
import org.greenaudit.report.html.BarChart;
import org.greenaudit.report.html.HtmlTable;
import org.greenaudit.report.html.HtmlTable.Cell;
import org.greenaudit.report.html.PageLinks;
import org.greenaudit.report.table.ReportTable;
import org.greenaudit.report.table.VerdictTable;
import org.greenaudit.rules.Outcome;
import org.greenaudit.store.StoredVerdict;

/** What was found: violations and questions by rule, region and family, and each of them with its reasoning. */
public final class FindingSection {

    /** A family (大类) of a list. */
    private record Family(int no, String name) {}

    private static final Comparator<Family> FAMILY_ORDER =
            Comparator.comparingInt(Family::no).thenComparing(Family::name);

    /** The most findings that the page shows one by one; the workbook has all of them. */
    static final int SHOWN = 2_000;

    /** What is said of a finding when it is unfolded. */
    private static final List<String> DETAILS = List.of(
            "record_id",
            "contract_no",
            "contract_date",
            "category_code",
            "brand",
            "model",
            "list",
            "entry_name",
            "duty",
            "found",
            "expected",
            "certificate_no",
            "other_rules",
            "legal_basis",
            "warnings");

    /**
     * A line of a finding's reasoning.
     *
     * @param label what it is
     */
    record Detail(String label, String text) {}

    /** A finding as the page shows it. */
    record Finding(String goods, String buyer, String amount, String message, List<Detail> details) {}

    /**
     * The findings of a rule or question.
     *
     * @param anchor its place on the page
     */
    record Group(String anchor, String title, List<Finding> findings) {}

    private FindingSection() {}

    /** Every finding by rule and by question; none when they are too many for a page. */
    static List<Group> groups(ReportContext context) throws IOException {
        if (!areShown(context)) {
            return List.of();
        }
        List<ReportTable.Column<StoredVerdict>> columns =
                VerdictTable.of(context).leading(DETAILS).columns();
        List<ReportTable.Column<StoredVerdict>> details = columns.subList(0, DETAILS.size());
        List<Group> all = new ArrayList<>();
        for (Outcome outcome : List.of(Outcome.VIOLATION, Outcome.UNDETERMINED)) {
            Map<String, Group> groups = new TreeMap<>();
            context.data().verdicts(EnumSet.of(outcome), row -> {
                boolean violation = outcome == Outcome.VIOLATION;
                String reason = violation ? row.rule() : row.question();
                String title =
                        violation ? reason + " " + context.ruleTitle(reason) : context.say("report.question." + reason);
                groups.computeIfAbsent(reason, key -> new Group(anchor(outcome, key), title, new ArrayList<>()))
                        .findings()
                        .add(finding(context, row, details));
            });
            all.addAll(groups.values());
        }
        return all;
    }

    private static Finding finding(
            ReportContext context, StoredVerdict row, List<ReportTable.Column<StoredVerdict>> details) {
        return new Finding(
                row.itemName(),
                row.buyerName(),
                Numbers.yuan(new Count(1, row.amountFen())),
                context.messages().render(row.message()),
                details.stream()
                        .map(column -> new Detail(column.header(), column.cell().apply(row)))
                        .filter(detail -> !detail.text().isEmpty())
                        .toList());
    }

    /** Whether the page has room for every finding. */
    static boolean areShown(ReportContext context) {
        Count findings = context.counts()
                .verdicts(key -> key.outcome() == Outcome.VIOLATION || key.outcome() == Outcome.UNDETERMINED);
        return findings.lines() <= SHOWN;
    }

    private static String anchor(Outcome outcome, String ruleOrQuestion) {
        return outcome.id() + "-" + ruleOrQuestion;
    }

    /** Where the findings of a rule or question are in a report. */
    static String place(boolean shown, Outcome outcome, String ruleOrQuestion) {
        return shown ? "#" + anchor(outcome, ruleOrQuestion) : WorkbookReport.NAME;
    }

    /** The questions that a person must answer. */
    public static HtmlTable questions(ReportContext context, PageLinks links) {
        HtmlTable.Builder table = new HtmlTable.Builder(context, "report.questions.caption")
                .text("report.head.question")
                .count()
                .text("report.head.to-do");
        context.indicators()
                .byRule(Outcome.UNDETERMINED)
                .forEach((question, count) -> table.row(
                        Cell.link(context.say("report.question." + question), links.questions(question)),
                        Cell.lines(count),
                        Cell.yuan(count),
                        Cell.text(context.say("report.question." + question + ".do"))));
        return table.build();
    }

    /** The violations by rule. */
    public static HtmlTable byRule(ReportContext context, PageLinks links) {
        Map<String, Count> rules = context.indicators().byRule(Outcome.VIOLATION);
        long most = rules.values().stream().mapToLong(Count::amountFen).max().orElse(0);
        HtmlTable.Builder table = new HtmlTable.Builder(context, "report.rules.caption")
                .text("report.head.rule")
                .text("report.head.rule-title")
                .count()
                .text("report.head.amount-bar");
        rules.forEach((rule, count) -> table.row(
                Cell.link(rule, links.violations(rule)).styled("code"),
                Cell.text(context.ruleTitle(rule)),
                Cell.lines(count),
                Cell.yuan(count),
                Cell.bar("", BarChart.of(rule + " " + Numbers.yuan(count), count.amountFen(), most, "violation"))));
        return table.build();
    }

    /** What was found in each region, the largest suspected amount first. */
    public static HtmlTable byRegion(ReportContext context, PageLinks links) {
        List<Map.Entry<String, Indicator>> regions =
                new ArrayList<>(context.indicators().by(TallyKey::regionCode).entrySet());
        regions.sort(
                Comparator.comparingLong(entry -> -entry.getValue().violated().amountFen()));
        HtmlTable.Builder table = places(context, "report.head.region", "report.regions.caption");
        regions.forEach(region -> table.row(place(
                context,
                Cell.link(context.region(region.getKey()), links.region(region.getKey())),
                region.getValue())));
        String rest = links.regions();
        return rest.isEmpty() ? table.build() : table.limited(rest);
    }

    /** One table for each list. */
    public static List<HtmlTable> byFamily(ReportContext context) {
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
                .forEach((key, indicator) -> table.row(
                        place(context, Cell.text(context.say("report.family", key.no(), key.name())), indicator)));
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

    private static List<Cell> place(ReportContext context, Cell name, Indicator indicator) {
        return List.of(
                name,
                certified(context, name.text(), indicator),
                Cell.yuan(indicator.inScope()),
                Cell.lines(indicator.inScope()),
                Cell.lines(indicator.certified()),
                Cell.lines(indicator.declared()),
                Cell.lines(indicator.violated()),
                Cell.yuan(indicator.violated()),
                Cell.lines(indicator.undetermined()));
    }

    /** The certified share with its bar; where there is none, only why. */
    private static Cell certified(ReportContext context, String name, Indicator indicator) {
        Share certified = indicator.byAmount(Indicator::certified);
        String share = context.share(certified);
        return certified instanceof Share.None
                ? Cell.text(share)
                : Cell.bar(
                        share,
                        BarChart.of(
                                context.say("report.bar.certified", name, share),
                                indicator.certified().amountFen(),
                                indicator.inScope().amountFen(),
                                "certified"));
    }
}
