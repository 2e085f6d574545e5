package org.greenaudit.assessment;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** One name for each region code, although feeds may spell it in several ways. */
public final class RegionNames {

    private RegionNames() {}

    /**
     * The name of each region code of a run; empty when no feed names it, and for the empty code, which may stand for
     * several regions.
     */
    public static SortedMap<String, String> of(RunCounts counts) {
        SortedMap<String, String> names = new TreeMap<>();
        for (Map.Entry<TallyKey, Count> entry : counts.tallies().entrySet()) {
            TallyKey key = entry.getKey();
            String name = key.regionCode().isEmpty() ? "" : key.regionName();
            names.merge(key.regionCode(), name, RegionNames::preferred);
        }
        return names;
    }

    /** The one of two names to show, whatever their order: the one that is not empty, else the smaller. */
    static String preferred(String one, String other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one + other;
        }
        return one.compareTo(other) <= 0 ? one : other;
    }
}
