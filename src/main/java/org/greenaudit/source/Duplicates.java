package org.greenaudit.source;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The duplicate rows of one source, by line. */
final class Duplicates {

    private final Map<Long, SourcePlan.DuplicateRow> byLine;

    private Duplicates(Map<Long, SourcePlan.DuplicateRow> byLine) {
        this.byLine = byLine;
    }

    /** The duplicates in the partition's source from the partition's first line on. */
    static Duplicates of(SourcePlan plan, Partition partition) {
        Map<Long, SourcePlan.DuplicateRow> byLine = new HashMap<>();
        for (SourcePlan.DuplicateRow row : plan.duplicates()) {
            if (row.sourceNo() == partition.sourceNo() && row.line() >= partition.firstLine()) {
                byLine.put(row.line(), row);
            }
        }
        return new Duplicates(byLine);
    }

    /** The duplicate row that starts on that line, if there is one. */
    Optional<SourcePlan.DuplicateRow> at(long line) {
        return byLine.isEmpty() ? Optional.empty() : Optional.ofNullable(byLine.get(line));
    }
}
