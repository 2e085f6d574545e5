package org.greenaudit.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.greenaudit.assessment.Count;
import org.greenaudit.assessment.Indicator;
import org.greenaudit.assessment.Numbers;
import org.greenaudit.assessment.TallyKey;
import org.greenaudit.catalog.OfficialIndicator;
import org.greenaudit.report.data.ReportContext;
import org.greenaudit.report.html.BarChart;

/** The indicator of each list by amount and by lines, each with numerator and denominator, against the national figure. */
public final class IndicatorTiles {

    /**
     * One way of measuring.
     *
     * @param label by amount, or by lines
     * @param share the certified share
     * @param parts numerator and denominator in words
     */
    public record Measure(String label, String share, String parts, BarChart bar) {}

    /**
     * One list.
     *
     * @param declared the part that rests on declarations: one text, or none
     * @param reference the national figure: one text, or none
     */
    public record Tile(
            String title,
            String document,
            Measure amount,
            Measure lines,
            List<String> declared,
            List<String> reference) {}

    private IndicatorTiles() {}

    public static List<Tile> of(ReportContext context) {
        Map<String, Indicator> byList = context.indicators().by(TallyKey::listId);
        return context.catalog().listIds().stream()
                .map(listId -> tile(context, listId, byList.getOrDefault(listId, Indicator.EMPTY)))
                .toList();
    }

    private static Tile tile(ReportContext context, String listId, Indicator indicator) {
        Optional<OfficialIndicator> national = context.catalog().latestIndicator(listId);
        String byAmount = context.share(indicator.byAmount(Indicator::certified));
        String byLines = context.share(indicator.byLines(Indicator::certified));
        BarChart amount = bar(indicator, Count::amountFen).withReference(national.map(OfficialIndicator::sharePercent));
        return new Tile(
                context.listTitle(listId),
                context.list(listId).document(),
                measure(context, "amount", byAmount, Numbers::yuan, indicator, amount),
                measure(context, "lines", byLines, Numbers::lines, indicator, bar(indicator, Count::lines)),
                indicator.declared().lines() == 0
                        ? List.of()
                        : List.of(context.say(
                                "report.tile.declared",
                                context.share(indicator.byAmount(Indicator::verified)),
                                context.share(indicator.byLines(Indicator::verified)),
                                context.share(indicator.byAmount(Indicator::declared)),
                                context.share(indicator.byLines(Indicator::declared)),
                                Numbers.lines(indicator.declared()),
                                Numbers.yuan(indicator.declared()))),
                national.map(n -> context.say(
                                "report.tile.national",
                                String.valueOf(n.year()),
                                n.sharePercent().toPlainString()))
                        .map(List::of)
                        .orElseGet(List::of));
    }

    private static BarChart bar(Indicator indicator, ToLongFunction<Count> size) {
        return BarChart.of(
                "", size.applyAsLong(indicator.certified()), size.applyAsLong(indicator.inScope()), "certified");
    }

    private static Measure measure(
            ReportContext context,
            String what,
            String share,
            Function<Count, String> shown,
            Indicator indicator,
            BarChart bar) {
        String label = context.say("report.tile.by-" + what);
        String parts = context.say(
                "report.tile.parts-" + what, shown.apply(indicator.certified()), shown.apply(indicator.inScope()));
        BarChart titled = new BarChart(label + " " + share + " — " + parts, bar.segments(), bar.reference());
        return new Measure(label, share, parts, titled);
    }
}
