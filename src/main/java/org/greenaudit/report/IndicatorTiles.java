package org.greenaudit.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.greenaudit.assessment.Indicator;
import org.greenaudit.assessment.Indicators;
import org.greenaudit.assessment.TallyKey;
import org.greenaudit.catalog.OfficialIndicator;

/** The indicator of each list by amount and by lines, each with numerator and denominator, against the national figure. */
final class IndicatorTiles {

    /**
     * One way of measuring.
     *
     * @param label by amount, or by lines
     * @param share the certified share
     * @param parts numerator and denominator in words
     */
    record Measure(String label, String share, String parts, Bar bar) {}

    /**
     * One list.
     *
     * @param declared the part that rests on declarations: one text, or none
     * @param reference the national figure: one text, or none
     */
    record Tile(
            String title,
            String document,
            Measure amount,
            Measure lines,
            List<String> declared,
            List<String> reference) {}

    private IndicatorTiles() {}

    static List<Tile> of(Facts facts) {
        Map<String, Indicator> byList = Indicators.of(facts.data().counts()).by(TallyKey::listId);
        return facts.data().catalog().listIds().stream()
                .map(listId -> tile(facts, listId, byList.getOrDefault(listId, Indicator.EMPTY)))
                .toList();
    }

    private static Tile tile(Facts facts, String listId, Indicator indicator) {
        Optional<OfficialIndicator> national = facts.data().catalog().latestIndicator(listId);
        Optional<BigDecimal> reference = national.map(OfficialIndicator::sharePercent);
        Measure amount = measure(
                facts,
                "amount",
                Figures.percent(indicator.certifiedByAmount()),
                Figures.yuan(indicator.certified()),
                Figures.yuan(indicator.inScope()),
                Bar.of(
                                "",
                                indicator.certified().amountFen(),
                                indicator.inScope().amountFen(),
                                "certified")
                        .withReference(reference));
        Measure lines = measure(
                facts,
                "lines",
                Figures.percent(indicator.certifiedByLines()),
                Figures.lines(indicator.certified()),
                Figures.lines(indicator.inScope()),
                Bar.of("", indicator.certified().lines(), indicator.inScope().lines(), "certified"));
        return new Tile(
                facts.listTitle(listId),
                facts.list(listId).document(),
                amount,
                lines,
                indicator.declared().lines() == 0
                        ? List.of()
                        : List.of(facts.say(
                                "report.tile.declared",
                                Figures.lines(indicator.declared()),
                                Figures.yuan(indicator.declared()))),
                national.map(n -> facts.say(
                                "report.tile.national",
                                String.valueOf(n.year()),
                                n.sharePercent().toPlainString()))
                        .map(List::of)
                        .orElseGet(List::of));
    }

    private static Measure measure(
            Facts facts, String what, String share, String numerator, String denominator, Bar bar) {
        String label = facts.say("report.tile.by-" + what);
        String parts = facts.say("report.tile.parts-" + what, numerator, denominator);
        Bar titled = new Bar(label + " " + share + " — " + parts, bar.segments(), bar.reference());
        return new Measure(label, share, parts, titled);
    }
}
