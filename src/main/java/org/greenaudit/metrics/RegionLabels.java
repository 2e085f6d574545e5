package org.greenaudit.metrics;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.greenaudit.assessment.RunCounts;

/**
 * The values of the label {@code region}. A feed's cell becomes the six digits of a county or above (a longer code of a
 * township or village loses its end), {@code unknown} when it is empty, {@code other} when it is no administrative code
 * (行政区划代码) or lies beyond the {@value #MOST} with most lines. This keeps a feed with
 * shifted columns from turning buyers or records into time series.
 */
final class RegionLabels {

    /** The most codes of a job: more than a province has counties. */
    static final int MOST = 200;

    static final String UNKNOWN = "unknown";
    static final String OTHER = "other";

    private static final Pattern CODE = Pattern.compile("([1-8][0-9]{5})(?:[0-9]{3}|[0-9]{6})?");

    private final Set<String> kept;

    private RegionLabels(Set<String> kept) {
        this.kept = kept;
    }

    /** The regions of these counts together. */
    static RegionLabels of(List<RunCounts> all) {
        Map<String, Long> lines = new HashMap<>();
        for (RunCounts counts : all) {
            counts.tallies().forEach((key, count) -> lines.merge(named(key.regionCode()), count.lines(), Long::sum));
            // a decision may be all that is known of a region: its lines are outside every list
            counts.decisions().keySet().forEach(key -> lines.putIfAbsent(named(key.regionCode()), 0L));
        }
        lines.remove(UNKNOWN);
        lines.remove(OTHER);
        return new RegionLabels(lines.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet()));
    }

    /** The label of a feed's region code. */
    String label(String regionCode) {
        String name = named(regionCode);
        return kept.contains(name) || name.equals(UNKNOWN) ? name : OTHER;
    }

    private static String named(String regionCode) {
        if (regionCode.isEmpty()) {
            return UNKNOWN;
        }
        Matcher code = CODE.matcher(regionCode);
        return code.matches() ? code.group(1) : OTHER;
    }
}
