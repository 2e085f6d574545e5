package org.greenaudit.catalog.load;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.greenaudit.catalog.CapacityBand;
import org.greenaudit.catalog.CategoryScheme;
import org.greenaudit.catalog.CodeScope;
import org.greenaudit.catalog.Duty;
import org.greenaudit.catalog.ListedItem;
import org.greenaudit.catalog.table.CatalogRow;
import org.greenaudit.catalog.table.CatalogTable;
import org.greenaudit.catalog.table.TableFormat;
import org.greenaudit.catalog.table.TableReader;
import org.greenaudit.message.Text;

/** Reads the rows of one edition of a list and finds the codes of both schemes that they stand under. */
final class ListedItemReader {

    private static final TableFormat FORMAT = TableFormat.of(
                    "entry_id family_no family_name code_2013 item_name kind duty"
                            + " capacity covers standards current_standards star_provenance code_provenance standard_provenance note")
            .withOptional("code_2022");

    private static final Map<String, Duty> DUTIES = new LinkedHashMap<>();
    private static final Map<String, CapacityBand> CAPACITIES = new LinkedHashMap<>();
    private static final Map<String, Boolean> COVERS = new LinkedHashMap<>();

    static {
        DUTIES.put(Duty.MANDATORY.id(), Duty.MANDATORY);
        DUTIES.put(Duty.PRIORITY.id(), Duty.PRIORITY);
        CAPACITIES.put("", CapacityBand.ANY);
        CAPACITIES.put("<=14000W", CapacityBand.UP_TO_14000_W);
        CAPACITIES.put(">14000W", CapacityBand.ABOVE_14000_W);
        COVERS.put("whole", true);
        COVERS.put("kind", false);
    }

    private final TableReader tables;
    private final CategoryCodes codes;
    private final Crosswalk crosswalk;
    private final KindReader kinds;
    private final TermCoverage coverage;
    private final UniqueEntryIds entryIds = new UniqueEntryIds();
    private boolean complete = true;

    ListedItemReader(
            TableReader tables, CategoryCodes codes, Crosswalk crosswalk, KindReader kinds, TermCoverage coverage) {
        this.tables = tables;
        this.codes = codes;
        this.crosswalk = crosswalk;
        this.kinds = kinds;
        this.coverage = coverage;
    }

    /**
     * The items of one edition, in file order.
     *
     * @param listRow the edition's row in {@code lists.csv}
     * @param file the items file's relative path
     */
    List<ListedItem> read(CatalogRow listRow, String file) {
        List<ListedItem> items = new ArrayList<>();
        SharedCodes shared = new SharedCodes();
        CatalogTable table = tables.read(file, FORMAT);
        if (table.readable() && table.rows().isEmpty()) {
            listRow.report("items_file", Text.of("catalog-problem.list-empty"));
        }
        List<CatalogRow> unlettered = new ArrayList<>();
        for (CatalogRow row : table.rows()) {
            item(row, listRow, shared, unlettered).ifPresent(items::add);
        }
        entryIds.report();
        if (!unlettered.isEmpty()) {
            Text text = Text.of("catalog-problem.duty-without-letter", unlettered.size());
            unlettered.get(0).report("duty", text);
        }
        complete &= table.whole() && items.size() == table.rows().size();
        return items;
    }

    /** Whether every row of every file so far became an item. */
    boolean complete() {
        return complete;
    }

    private Optional<ListedItem> item(
            CatalogRow row, CatalogRow listRow, SharedCodes shared, List<CatalogRow> unlettered) {
        var entryId = row.required("entry_id").filter(id -> entryIds.claim(id, row));
        var family = row.number("family_no");
        var name = row.required("item_name");
        var duty = row.choice("duty", DUTIES).filter(d -> lettered(d, listRow, row, unlettered));
        var capacity = row.choice("capacity", CAPACITIES);
        var whole = row.choice("covers", COVERS);
        kinds.check(row, "kind");
        List<CodeScope> scopes = whole.map(w -> scopes(row, w, shared)).orElse(List.of());
        coverage.check(row, scopes.stream().anyMatch(scope -> scope.scheme() == CategoryScheme.GPC2022));
        if (entryId.isEmpty() || family.isEmpty() || name.isEmpty() || duty.isEmpty() || capacity.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ListedItem(
                entryId.get(),
                listRow.text("list_id"),
                family.get(),
                row.text("family_name"),
                name.get(),
                row.text("kind"),
                duty.get(),
                capacity.get(),
                scopes));
    }

    /** Whether rule codes have a letter for the duty; that the priority letter is missing was said of the list itself. */
    private static boolean lettered(Duty duty, CatalogRow listRow, CatalogRow row, List<CatalogRow> unlettered) {
        boolean starred = duty == Duty.MANDATORY;
        boolean lettered =
                !listRow.text(starred ? "mandatory_letter" : "priority_letter").isEmpty();
        if (starred && !lettered) {
            unlettered.add(row);
        }
        return lettered;
    }

    /** The codes a row stands under: its own, and the 2022 codes by the crosswalk unless it names one itself. */
    private List<CodeScope> scopes(CatalogRow row, boolean whole, SharedCodes shared) {
        boolean has2022 = !row.text("code_2022").isEmpty();
        if (row.text("code_2013").isEmpty() && !has2022) {
            row.report("code_2013", Text.of("catalog-problem.code-none"));
        }
        List<CodeScope> scopes = new ArrayList<>();
        for (CategoryScheme scheme : CategoryScheme.values()) {
            String column = "code_" + scheme.year();
            if (!row.text(column).isEmpty()) {
                codes.known(row, column, scheme).ifPresent(code -> {
                    CodeScope scope = new CodeScope(scheme, code, whole);
                    shared.check(scope, row, column);
                    scopes.add(scope);
                    if (scheme == CategoryScheme.GPC2013 && !has2022) {
                        scopes.addAll(crosswalk.scopes(code, whole));
                    }
                });
            }
        }
        return scopes;
    }
}
