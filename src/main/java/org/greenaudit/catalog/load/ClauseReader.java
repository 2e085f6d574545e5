package org.greenaudit.catalog.load;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.greenaudit.catalog.CatalogProblem;
import org.greenaudit.catalog.Clause;
import org.greenaudit.catalog.table.CatalogRow;
import org.greenaudit.catalog.table.CatalogTable;
import org.greenaudit.catalog.table.Problems;
import org.greenaudit.catalog.table.TableFormat;
import org.greenaudit.catalog.table.TableReader;
import org.greenaudit.catalog.table.UniqueValues;
import org.greenaudit.message.Text;

/** Reads {@code clauses.csv}, which must hold every clause that the rule book cites. */
final class ClauseReader {

    /** The clauses that verdicts cite whatever the job. */
    static final List<String> NEEDED =
            List.of("caiku-2019-9", "caiku-2019-19", "caiku-2019-18", "samr-2019-16", "guobanfa-2007-51");

    private ClauseReader() {}

    /** The clauses by id, in file order. */
    static Map<String, Clause> read(TableReader tables, Problems problems) {
        CatalogTable table =
                tables.read("clauses.csv", TableFormat.of("clause_id citation_zh citation_en provenance note"));
        Map<String, Clause> clauses = new LinkedHashMap<>();
        UniqueValues seen = new UniqueValues();
        for (CatalogRow row : table.rows()) {
            var id = row.required("clause_id").filter(i -> seen.claim(i, row, "clause_id"));
            var zh = row.required("citation_zh");
            var en = row.required("citation_en");
            id.ifPresent(i -> clauses.put(i, new Clause(i, zh.orElse(""), en.orElse(""))));
        }
        if (table.readable()) {
            NEEDED.stream()
                    .filter(id -> !clauses.containsKey(id))
                    .forEach(id -> problems.accept(new CatalogProblem(
                            table.file(), 0, "clause_id", id, Text.of("catalog-problem.clause-missing"))));
        }
        return clauses;
    }
}
