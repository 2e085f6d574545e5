package org.greenaudit.job.config;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.greenaudit.purchase.BuyerType;
import org.greenaudit.rules.CityPlan;
import org.greenaudit.settings.YamlSection;

/** Reads the city plans of a job file. */
final class CityPlanReader {

    private CityPlanReader() {}

    /** The plans under {@code plans} of a job file. */
    static List<CityPlan> read(YamlSection root) {
        List<CityPlan> plans = new ArrayList<>();
        for (YamlSection section : root.sections("plans")) {
            String citation = section.required("citation");
            plans.add(new CityPlan(
                    section.required("name"),
                    section.text("region-prefix", ""),
                    section.required("document"),
                    section.date("issued").map(LocalDate::toString).orElse(""),
                    section.text("clause", ""),
                    citation,
                    section.text("citation-en", citation),
                    section.texts("departments"),
                    advisoryBuyers(section)));
            section.end();
        }
        return plans;
    }

    private static Set<BuyerType> advisoryBuyers(YamlSection section) {
        Set<BuyerType> types = EnumSet.noneOf(BuyerType.class);
        for (String label : section.texts("advisory-buyers")) {
            boolean known = false;
            for (BuyerType type : BuyerType.values()) {
                if (type != BuyerType.UNKNOWN && type.label().equals(label)) {
                    known = types.add(type) || types.contains(type);
                }
            }
            if (!known) {
                section.wrong("advisory-buyers", label, "@config.expected.buyer-type");
            }
        }
        return types;
    }
}
