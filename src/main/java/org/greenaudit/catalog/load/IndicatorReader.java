package org.greenaudit.catalog.load;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.greenaudit.catalog.OfficialIndicator;
import org.greenaudit.catalog.table.CatalogRow;
import org.greenaudit.catalog.table.CatalogTable;
import org.greenaudit.catalog.table.TableFormat;
import org.greenaudit.catalog.table.TableReader;
import org.greenaudit.catalog.table.UniqueValues;
import org.greenaudit.message.Text;

/** Reads {@code official-indicators.csv}. */
final class IndicatorReader {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private IndicatorReader() {}

    /** The national figures in file order; one for each list and year. */
    static List<OfficialIndicator> read(TableReader tables, ProductLists lists) {
        CatalogTable table = tables.read(
                "official-indicators.csv",
                TableFormat.of("year list_id certified_100m_yuan share_percent provenance")
                        .withOptional("publication"));
        List<OfficialIndicator> indicators = new ArrayList<>();
        UniqueValues seen = new UniqueValues();
        for (CatalogRow row : table.rows()) {
            var year = year(row);
            amount(row);
            boolean known = lists.checkId(row);
            var share = share(row);
            String key = row.text("list_id") + " " + row.text("year");
            if (known && year.isPresent() && share.isPresent() && seen.claim(key, row, "year")) {
                String publication = row.text("publication");
                indicators.add(new OfficialIndicator(
                        year.get(),
                        row.text("list_id"),
                        share.get(),
                        publication.isEmpty() ? row.text("provenance") : publication));
            }
        }
        return indicators;
    }

    private static Optional<Integer> year(CatalogRow row) {
        return row.required("year").flatMap(text -> {
            if (text.matches("(19|20)[0-9]{2}")) {
                return Optional.of(Integer.valueOf(text));
            }
            row.report("year", Text.of("catalog-problem.year"));
            return Optional.empty();
        });
    }

    private static void amount(CatalogRow row) {
        String text = row.text("certified_100m_yuan");
        if (!text.isEmpty() && !text.matches("[0-9]{1,9}(\\.[0-9]{1,9})?")) {
            row.report("certified_100m_yuan", Text.of("catalog-problem.amount"));
        }
    }

    private static Optional<BigDecimal> share(CatalogRow row) {
        String text = row.text("share_percent");
        if (text.matches("[0-9]{1,3}(\\.[0-9]+)?")) {
            BigDecimal share = new BigDecimal(text);
            if (share.compareTo(HUNDRED) <= 0) {
                return Optional.of(share);
            }
        }
        row.report("share_percent", Text.of("catalog-problem.percent"));
        return Optional.empty();
    }
}
