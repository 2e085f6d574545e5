package org.greenaudit.catalog.load;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.greenaudit.catalog.ListedItem;
import org.greenaudit.catalog.ProductList;
import org.greenaudit.catalog.table.CatalogRow;
import org.greenaudit.catalog.table.CatalogTable;
import org.greenaudit.catalog.table.TableFormat;
import org.greenaudit.catalog.table.TableReader;
import org.greenaudit.catalog.table.UniqueValues;
import org.greenaudit.message.Text;

/** Reads {@code lists.csv} and the items file of each edition. */
final class ListReader {

    private static final TableFormat FORMAT = TableFormat.of("list_id edition title_zh title_en document issued"
            + " effective_from effective_to mandatory_letter priority_letter certificate_category certificate_column"
            + " items_file provenance note");

    private final TableReader tables;
    private final ListedItemReader items;
    private final Map<String, String> letters = new HashMap<>();
    private final UniqueValues editionIds = new UniqueValues();
    private final ItemsFiles itemsFiles;
    private final Map<String, CatalogRow> categories = new HashMap<>();
    private final List<Edition> editions = new ArrayList<>();

    ListReader(TableReader tables, ItemsFiles itemsFiles, ListedItemReader items) {
        this.tables = tables;
        this.itemsFiles = itemsFiles;
        this.items = items;
    }

    /** Every edition of every list: lists in file order, their editions by effective date. */
    ProductLists read() {
        CatalogTable table = tables.read("lists.csv", FORMAT);
        List<String> order = new ArrayList<>();
        for (CatalogRow row : table.rows()) {
            edition(row).ifPresent(list -> {
                if (!order.contains(list.id())) {
                    order.add(list.id());
                }
                checkOverlap(row, list);
                editions.add(new Edition(row, list));
            });
        }
        List<ProductList> lists = editions.stream()
                .map(Edition::list)
                .sorted(Comparator.comparing((ProductList l) -> order.indexOf(l.id()))
                        .thenComparing(ProductList::effectiveFrom))
                .toList();
        boolean whole = table.whole() && lists.size() == table.rows().size();
        return new ProductLists(lists, whole, whole && items.complete());
    }

    private Optional<ProductList> edition(CatalogRow row) {
        var id = row.required("list_id");
        var edition = row.required("edition");
        boolean named = id.isPresent() && edition.isPresent();
        boolean repeated = named && !editionIds.claim(id.get() + " " + edition.get(), row, "edition");
        row.required("title_zh");
        row.required("title_en");
        row.required("document");
        row.date("issued");
        var category = row.required("certificate_category");
        var column = certificateColumn(row);
        if (!row.text("mandatory_letter").isEmpty()) {
            checkLetter(row, "mandatory_letter");
        }
        if (row.required("priority_letter").isPresent()) {
            checkLetter(row, "priority_letter");
        }
        Optional<LocalDate> from = row.required("effective_from").flatMap(x -> row.date("effective_from"));
        LocalDate to = row.date("effective_to").orElse(LocalDate.MAX);
        row.checkPeriod("effective_from", from, "effective_to", to);
        if (repeated) {
            return Optional.empty();
        }
        List<ListedItem> rows =
                itemsFiles.of(row).map(file -> items.read(row, file)).orElse(List.of());
        if (!named || category.isEmpty() || column.isEmpty() || from.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ProductList(
                id.get(),
                edition.get(),
                row.text("title_zh"),
                row.text("title_en"),
                row.text("document"),
                from.get(),
                to,
                row.text("mandatory_letter"),
                row.text("priority_letter"),
                category.get(),
                column.get(),
                rows));
    }

    /** The column in which buyers cite certificates: lists may share one, but one certificate category has one. */
    private Optional<String> certificateColumn(CatalogRow row) {
        String column = row.text("certificate_column");
        if (!ProductList.isCertificateColumn(column)) {
            row.report("certificate_column", Text.of("catalog-problem.certificate-column"));
            return Optional.empty();
        }
        CatalogRow first = categories.putIfAbsent(row.text("certificate_category"), row);
        if (first != null && !first.text("certificate_column").equals(column)) {
            Text text = Text.of("catalog-problem.category-two-columns", first.text("certificate_column"), first.line());
            row.report("certificate_column", text);
            return Optional.empty();
        }
        return Optional.of(column);
    }

    /** A letter of rule codes stands for one list and one duty, and C is the integrity rules'. */
    private void checkLetter(CatalogRow row, String column) {
        String letter = row.text(column);
        if (!letter.matches("[A-BD-Z]")) {
            row.report(column, Text.of("catalog-problem.letter"));
            return;
        }
        String owner = row.text("list_id") + " " + column;
        String holder = letters.putIfAbsent(letter, owner);
        if (holder != null && !holder.equals(owner)) {
            row.report(column, Text.of("catalog-problem.letter-twice", holder));
        }
    }

    private void checkOverlap(CatalogRow row, ProductList list) {
        for (Edition other : editions) {
            boolean apart = list.effectiveFrom().isAfter(other.list().effectiveTo())
                    || list.effectiveTo().isBefore(other.list().effectiveFrom());
            if (list.id().equals(other.list().id()) && !apart) {
                row.report(
                        "effective_from",
                        Text.of(
                                "catalog-problem.editions-overlap",
                                other.list().edition(),
                                other.row().line()));
            }
        }
    }

    private record Edition(CatalogRow row, ProductList list) {}
}
