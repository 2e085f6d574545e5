package org.greenaudit.source.csv;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.greenaudit.purchase.LineParser;
import org.greenaudit.purchase.SetApart;
import org.greenaudit.purchase.SourceRef;
import org.greenaudit.source.Partition;
import org.greenaudit.source.RepeatCandidates;
import org.greenaudit.source.SourcePlan;

/**
 * Finds the rows whose record id an earlier row carries, by reading the files again; done only when there are some. Rows
 * set apart are no purchases: a refund may carry the id of its order.
 */
final class DuplicateRows {

    private DuplicateRows() {}

    /** The later rows in source order, each with the first that carries its id. */
    static List<SourcePlan.DuplicateRow> find(List<FilePlanner.Planned> files, RepeatCandidates ids)
            throws IOException {
        List<SourcePlan.DuplicateRow> duplicates = new ArrayList<>();
        if (ids.isEmpty()) {
            return duplicates;
        }
        Map<String, SourceRef> first = new HashMap<>();
        for (FilePlanner.Planned file : files) {
            LineParser parser = new LineParser(file.layout());
            String name = file.source().content().name();
            Partition head = file.cuts().get(0);
            Partition last = file.cuts().get(file.cuts().size() - 1);
            Partition table = new Partition(0, head.sourceNo(), head.from(), last.to(), head.firstLine(), 0);
            try (RowCursor cursor = RowCursor.part(file.path(), file.format(), table)) {
                while (cursor.next()) {
                    if (cursor.record().flaw() != RecordFlaw.NONE) {
                        continue;
                    }
                    String id = file.layout().recordId(cursor);
                    if (!ids.mayRepeat(id)) {
                        continue;
                    }
                    long line = cursor.record().line();
                    if (parser.parse(line, cursor) instanceof SetApart) {
                        continue;
                    }
                    int sourceNo = file.source().content().sourceNo();
                    SourceRef earlier = first.putIfAbsent(id, new SourceRef(sourceNo, name, line));
                    if (earlier != null) {
                        duplicates.add(new SourcePlan.DuplicateRow(sourceNo, line, earlier.source(), earlier.line()));
                    }
                }
            }
        }
        return duplicates;
    }
}
