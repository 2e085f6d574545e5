package org.greenaudit.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.greenaudit.assessment.Indicator;
import org.greenaudit.assessment.Indicators;
import org.greenaudit.assessment.LineOutcome;
import org.greenaudit.assessment.RunCounts;
import org.greenaudit.report.data.ReportContext;
import org.greenaudit.report.html.HtmlTable;
import org.greenaudit.report.html.HtmlTable.Cell;
import org.greenaudit.report.html.Templates;

/**
 * {@code by-region/index.html}: every county with a report of its own, the largest suspected amount first. It is there where
 * they are too many for {@code index.html}, which then shows the first of them and leads here.
 */
final class RegionPage {

    /** Its place in the report. */
    static final String NAME = StagingFolder.REGIONS + Page.NAME;

    /** A county with its counts. */
    private record County(String code, RunCounts counts, Indicator indicator) {

        long violatedFen() {
            return indicator.violated().amountFen();
        }
    }

    private final ReportContext context;
    private final List<County> counties = new ArrayList<>();

    /** The page of a run whose counties have been written. */
    RegionPage(ReportContext context, StagingFolder staging) {
        this.context = context;
        context.data().counties().counties().forEach((code, counts) -> {
            if (staging.has(StagingFolder.ofRegion(code) + Page.NAME)) {
                counties.add(new County(code, counts, Indicators.of(counts).total()));
            }
        });
        counties.sort(Comparator.comparingLong(County::violatedFen).reversed());
    }

    /** Whether they are too many for the page. */
    static boolean isNeeded(ReportContext context) {
        return context.data().county().isEmpty()
                && context.data().counties().counties().size() > HtmlTable.LIMIT;
    }

    String render() throws IOException {
        HtmlTable.Builder table = new HtmlTable.Builder(context, "report.counties.caption")
                .text("report.head.region")
                .number("report.head.certified-amount")
                .number("report.head.scope-amount")
                .number("report.head.scope-lines")
                .number("report.head.violation-lines")
                .number("report.head.violation-amount")
                .number("report.head.undetermined-lines")
                .number("report.outcome.rejected");
        for (County county : counties) {
            Indicator indicator = county.indicator();
            table.row(
                    Cell.link(context.region(county.code()), "../" + StagingFolder.ofRegion(county.code()) + Page.NAME),
                    Cell.number(context.share(indicator.byAmount(Indicator::certified))),
                    Cell.yuan(indicator.inScope()),
                    Cell.lines(indicator.inScope()),
                    Cell.lines(indicator.violated()),
                    Cell.yuan(indicator.violated()),
                    Cell.lines(indicator.undetermined()),
                    Cell.lines(county.counts().lines(LineOutcome.REJECTED)));
        }
        return Templates.fill("regions", Map.of("counties", table.build()), context);
    }
}
