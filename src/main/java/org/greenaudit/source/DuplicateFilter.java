package org.greenaudit.source;

import java.util.HashMap;
import java.util.Map;
import org.greenaudit.message.Text;
import org.greenaudit.purchase.FeedColumn;
import org.greenaudit.purchase.FeedLayout;
import org.greenaudit.purchase.FeedRow;
import org.greenaudit.purchase.Parsed;
import org.greenaudit.purchase.RejectReason;
import org.greenaudit.purchase.Rejection;
import org.greenaudit.purchase.SetApart;

/** The duplicate rows of one source, by line. */
public final class DuplicateFilter {

    private final Map<Long, SourcePlan.DuplicateRow> byLine;

    private DuplicateFilter(Map<Long, SourcePlan.DuplicateRow> byLine) {
        this.byLine = byLine;
    }

    /** The duplicates in the partition's source from the partition's first line on. */
    public static DuplicateFilter of(SourcePlan plan, Partition partition) {
        Map<Long, SourcePlan.DuplicateRow> byLine = new HashMap<>();
        for (SourcePlan.DuplicateRow row : plan.duplicates()) {
            if (row.sourceNo() == partition.sourceNo() && row.line() >= partition.firstLine()) {
                byLine.put(row.line(), row);
            }
        }
        return new DuplicateFilter(byLine);
    }

    /** A row as it was parsed, or its rejection where an earlier row that is a purchase too carries its record id. */
    public Parsed checked(FeedLayout layout, FeedRow row, Parsed parsed) {
        if (byLine.isEmpty() || parsed instanceof SetApart) {
            return parsed;
        }
        SourcePlan.DuplicateRow duplicate = byLine.get(parsed.ref().line());
        if (duplicate == null) {
            return parsed;
        }
        String id = layout.recordId(row);
        return new Rejection(
                parsed.ref(),
                parsed.regionCode(),
                RejectReason.DUPLICATE_RECORD,
                FeedColumn.RECORD_ID.header(),
                id,
                Text.of("reject.detail.duplicate", id, duplicate.firstSource(), duplicate.firstLine()),
                row.raw(),
                parsed.amountFen());
    }
}
