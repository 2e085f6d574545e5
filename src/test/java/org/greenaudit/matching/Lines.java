package org.greenaudit.matching;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.catalog.load.CatalogLoader;
import org.greenaudit.purchase.BuyerType;
import org.greenaudit.purchase.CitationCells;
import org.greenaudit.purchase.FeedColumn;
import org.greenaudit.purchase.Measure;
import org.greenaudit.purchase.PurchaseLine;
import org.greenaudit.purchase.SourceRef;

/** The shipped catalogs and purchase lines to be classified by them. */
final class Lines {

    static final CatalogSnapshot CATALOG = CatalogLoader.load(List.of(Path.of("catalogs")), FeedColumn.headers());

    static final Classifier CLASSIFIER = new Classifier(CATALOG, SchemeDefault.STANDARD);

    private Lines() {}

    /** A line of that item name and category code, bought on 2024-05-01. */
    static PurchaseLine line(String item, String code) {
        return line(item, code, "", "", "", "", "", "", "");
    }

    static PurchaseLine line(
            String item,
            String code,
            String date,
            String category,
            String spec,
            String model,
            String scheme,
            String quantity,
            String unitPrice) {
        return new PurchaseLine(
                new SourceRef(0, "test", 2),
                "test:2",
                "",
                LocalDate.parse(date.isEmpty() ? "2024-05-01" : date),
                "",
                "",
                "",
                "采购单位",
                BuyerType.UNKNOWN,
                "",
                code,
                category,
                scheme,
                item,
                "",
                model,
                spec,
                measure(quantity),
                "",
                measure(unitPrice),
                0,
                CitationCells.NONE,
                "",
                "",
                Set.of());
    }

    private static Measure measure(String text) {
        return text.isEmpty() ? Measure.UNKNOWN : Measure.of(new BigDecimal(text));
    }
}
