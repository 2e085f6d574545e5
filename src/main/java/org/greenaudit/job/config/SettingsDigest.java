package org.greenaudit.job.config;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.greenaudit.rules.CityPlan;
import org.greenaudit.source.FeedMapping;
import org.greenaudit.source.SourceSettings;
import org.greenaudit.text.Sha256;

/**
 * A fingerprint of every setting on which verdicts, counts and grades depend. A run is continued only under the same
 * one. Threads, folders, titles and languages are not in it: they change nothing that is stored.
 */
public final class SettingsDigest {

    private SettingsDigest() {}

    /** SHA-256 in hex. */
    public static String of(RunSettings settings) {
        JobConfig job = settings.job();
        SourceSettings source = settings.source();
        FeedMapping mapping = source.mapping();
        StringBuilder all = new StringBuilder();
        add(all, "program", version());
        add(all, "window", settings.from(), settings.to());
        add(all, "scheme-switch", job.schemeSwitch());
        add(all, "all-verdicts", settings.allVerdicts());
        add(all, "assessment", job.assessment());
        add(all, "source", source.decisive());
        add(all, "amount-unit", mapping.amountUnit());
        add(all, "columns", new TreeMap<>(mapping.columns()));
        add(all, "constants", new TreeMap<>(mapping.constants()));
        for (CityPlan plan : job.plans()) {
            add(all, "plan", plan.name(), plan.regionPrefix(), new TreeSet<>(plan.advisoryBuyers()));
        }
        return Sha256.ofText(all.toString());
    }

    /** The program's version; empty where it does not run from its jar. */
    public static String version() {
        return Optional.ofNullable(SettingsDigest.class.getPackage().getImplementationVersion())
                .orElse("");
    }

    private static void add(StringBuilder all, String name, Object... values) {
        all.append(name).append(List.of(values)).append('\n');
    }
}
