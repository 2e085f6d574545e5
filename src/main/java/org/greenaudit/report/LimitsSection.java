package org.greenaudit.report;

import java.util.ArrayList;
import java.util.List;
import org.greenaudit.assessment.Indicator;
import org.greenaudit.assessment.Indicators;
import org.greenaudit.catalog.OfficialIndicator;
import org.greenaudit.catalog.RegistryCompleteness;

/** What the check does not know, sentence by sentence. */
final class LimitsSection {

    private LimitsSection() {}

    static List<String> of(ReportContext facts) {
        List<String> limits = new ArrayList<>();
        for (String listId : facts.data().catalog().listIds()) {
            RegistryCompleteness completeness =
                    facts.data().catalog().certificates().completeness(listId);
            limits.add(facts.say("report.limit.registry." + completeness.name(), facts.listTitle(listId)));
        }
        Indicator total = Indicators.of(facts.data().counts()).total();
        limits.add(facts.say(
                "report.limit.declared", PageNumbers.lines(total.declared()), PageNumbers.yuan(total.declared())));
        limits.add(facts.say(
                "report.limit.undetermined",
                PageNumbers.lines(total.undetermined()),
                PageNumbers.yuan(total.undetermined())));
        for (String listId : facts.data().catalog().listIds()) {
            facts.data()
                    .catalog()
                    .latestIndicator(listId)
                    .ifPresent(national -> limits.add(national(facts, listId, national)));
        }
        for (String key : List.of("merged", "catalog", "scheme", "bodies", "number", "date")) {
            limits.add(facts.say("report.limit." + key));
        }
        return limits;
    }

    private static String national(ReportContext facts, String listId, OfficialIndicator national) {
        return facts.say(
                "report.limit.national",
                facts.listTitle(listId),
                String.valueOf(national.year()),
                national.sharePercent().toPlainString(),
                national.source());
    }
}
