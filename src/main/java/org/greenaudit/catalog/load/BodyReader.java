package org.greenaudit.catalog.load;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.greenaudit.catalog.table.CatalogRow;
import org.greenaudit.catalog.table.CatalogTable;
import org.greenaudit.catalog.table.TableFormat;
import org.greenaudit.catalog.table.TableReader;
import org.greenaudit.catalog.table.UniqueValues;
import org.greenaudit.text.NameKeys;

/** Reads {@code certification-bodies.csv} and {@code certification-body-classes.csv}. */
final class BodyReader {

    private BodyReader() {}

    /** The directory; unknown lists and classes, bad periods and repetitions are reported. */
    static LoadedBodyDirectory read(TableReader tables, ProductLists lists) {
        LoadedBodyDirectory bodies = new LoadedBodyDirectory();
        CatalogTable designations = tables.read(
                "certification-bodies.csv",
                TableFormat.of("body list_id product_class designated_from designated_to provenance note"));
        UniqueValues seen = new UniqueValues();
        for (CatalogRow row : designations.rows()) {
            designation(row, lists, bodies, seen);
        }
        CatalogTable classes = tables.read(
                "certification-body-classes.csv", TableFormat.of("list_id product_class complete provenance note"));
        UniqueValues classesSeen = new UniqueValues();
        Map<String, Boolean> truths = new LinkedHashMap<>();
        truths.put("true", true);
        truths.put("false", false);
        for (CatalogRow row : classes.rows()) {
            boolean known = lists.checkClass(row);
            var complete = row.choice("complete", truths);
            String key = row.text("list_id") + " " + row.text("product_class");
            if (known && complete.isPresent() && classesSeen.claim(key, row, "product_class")) {
                bodies.declare(row.text("list_id"), row.text("product_class"), complete.get());
            }
        }
        return bodies;
    }

    private static void designation(CatalogRow row, ProductLists lists, LoadedBodyDirectory bodies, UniqueValues seen) {
        var body = row.required("body");
        boolean known = lists.checkClass(row);
        var from = row.date("designated_from");
        LocalDate to = row.date("designated_to").orElse(LocalDate.MAX);
        row.checkPeriod("designated_from", from, "designated_to", to);
        String listId = row.text("list_id");
        String productClass = row.text("product_class");
        String key = String.join(
                " ", NameKeys.normalise(row.text("body")), listId, productClass, row.text("designated_from"));
        if (known && body.isPresent() && seen.claim(key, row, "body")) {
            bodies.designate(body.get(), listId, productClass, from.orElse(LocalDate.MIN), to);
        }
    }
}
