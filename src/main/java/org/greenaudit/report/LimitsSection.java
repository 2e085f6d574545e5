package org.greenaudit.report;

import java.util.ArrayList;
import java.util.List;
import org.greenaudit.assessment.Indicator;
import org.greenaudit.assessment.Numbers;
import org.greenaudit.catalog.OfficialIndicator;
import org.greenaudit.catalog.RegistryCompleteness;
import org.greenaudit.report.data.ReportContext;

/** What the audit cannot know, one sentence for each limit. */
final class LimitsSection {

    private LimitsSection() {}

    static List<String> of(ReportContext context) {
        List<String> limits = new ArrayList<>();
        for (String listId : context.catalog().listIds()) {
            RegistryCompleteness completeness = context.catalog().certificates().completeness(listId);
            limits.add(context.say("report.limit.registry." + completeness.name(), context.listTitle(listId)));
        }
        int lost = context.catalog().certificates().lostNumbers();
        if (lost > 0) {
            limits.add(context.say("report.limit.lost-numbers", lost));
        }
        Indicator total = context.indicators().total();
        limits.add(
                context.say("report.limit.declared", Numbers.lines(total.declared()), Numbers.yuan(total.declared())));
        limits.add(context.say(
                "report.limit.undetermined", Numbers.lines(total.undetermined()), Numbers.yuan(total.undetermined())));
        for (String listId : context.catalog().listIds()) {
            context.catalog()
                    .latestIndicator(listId)
                    .ifPresent(national -> limits.add(national(context, listId, national)));
        }
        for (String key : List.of("merged", "catalog", "scheme", "bodies", "number", "date")) {
            limits.add(context.say("report.limit." + key));
        }
        return limits;
    }

    private static String national(ReportContext context, String listId, OfficialIndicator national) {
        return context.say(
                "report.limit.national",
                context.listTitle(listId),
                String.valueOf(national.year()),
                national.sharePercent().toPlainString(),
                national.source());
    }
}
