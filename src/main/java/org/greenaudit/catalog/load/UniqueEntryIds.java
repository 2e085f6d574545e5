package org.greenaudit.catalog.load;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.greenaudit.catalog.table.CatalogRow;
import org.greenaudit.message.Text;

/**
 * Entry ids, which must be new in every edition of every list. Ids that one file takes from another have one cause (the
 * file began as a copy) and are reported once.
 */
final class UniqueEntryIds {

    private final Map<String, CatalogRow> rows = new LinkedHashMap<>();
    private final Map<String, List<CatalogRow>> copied = new LinkedHashMap<>();

    /** True the first time an id comes; later times it is reported, by {@link #report} where another file had it. */
    boolean claim(String id, CatalogRow row) {
        Optional<CatalogRow> first = Optional.ofNullable(rows.putIfAbsent(id, row));
        first.ifPresent(holder -> {
            if (holder.file().equals(row.file())) {
                row.report("entry_id", Text.of("catalog-problem.duplicate", holder.file(), holder.line()));
            } else {
                copied.computeIfAbsent(holder.file(), f -> new ArrayList<>()).add(row);
            }
        });
        return first.isEmpty();
    }

    /** Reports the ids that the file read last took from other files. */
    void report() {
        copied.forEach((file, taken) -> {
            CatalogRow row = taken.get(0);
            long line = Objects.requireNonNull(rows.get(row.text("entry_id"))).line();
            row.report(
                    "entry_id",
                    taken.size() == 1
                            ? Text.of("catalog-problem.duplicate", file, line)
                            : Text.of("catalog-problem.entry-ids-copied", taken.size(), file));
        });
        copied.clear();
    }
}
