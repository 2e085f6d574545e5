package org.greenaudit.report;

import java.util.ArrayList;
import java.util.List;
import org.greenaudit.assessment.Indicator;
import org.greenaudit.assessment.Indicators;
import org.greenaudit.catalog.OfficialIndicator;
import org.greenaudit.catalog.RegistryCompleteness;

/** What the check does not know, sentence by sentence. */
final class Limits {

    private Limits() {}

    static List<String> of(Facts facts) {
        List<String> limits = new ArrayList<>();
        for (String listId : facts.data().catalog().listIds()) {
            RegistryCompleteness completeness =
                    facts.data().catalog().certificates().completeness(listId);
            limits.add(facts.say("report.limit.registry." + completeness.name(), facts.listTitle(listId)));
        }
        Indicator total = Indicators.of(facts.data().counts()).total();
        limits.add(facts.say("report.limit.declared", Figures.lines(total.declared()), Figures.yuan(total.declared())));
        limits.add(facts.say(
                "report.limit.undetermined", Figures.lines(total.undetermined()), Figures.yuan(total.undetermined())));
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

    private static String national(Facts facts, String listId, OfficialIndicator national) {
        return facts.say(
                "report.limit.national",
                facts.listTitle(listId),
                String.valueOf(national.year()),
                national.sharePercent().toPlainString(),
                national.source());
    }
}
