package org.greenaudit.matching;

import java.nio.file.Path;
import java.util.List;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.catalog.load.CatalogLoader;
import org.greenaudit.purchase.FeedColumn;
import org.greenaudit.purchase.PurchaseLine;
import org.greenaudit.testing.PurchaseLines;

/** The shipped catalogs and purchase lines to be classified by them. */
final class Lines {

    static final CatalogSnapshot CATALOG = CatalogLoader.load(List.of(Path.of("catalogs")), FeedColumn.headers());

    static final Classifier CLASSIFIER = new Classifier(CATALOG, SchemeDefault.STANDARD);

    private Lines() {}

    /** A line of that item name and category code, bought on 2024-05-01. */
    static PurchaseLine line(String item, String code) {
        return named(item, code).build();
    }

    /** The same, to be described further. */
    static PurchaseLines named(String item, String code) {
        return PurchaseLines.of(item).code(code).on("2024-05-01");
    }
}
