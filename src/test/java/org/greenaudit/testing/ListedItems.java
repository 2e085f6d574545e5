package org.greenaudit.testing;

import java.util.ArrayList;
import java.util.List;
import org.greenaudit.catalog.CapacityBand;
import org.greenaudit.catalog.CategoryCode;
import org.greenaudit.catalog.CategoryScheme;
import org.greenaudit.catalog.CodeScope;
import org.greenaudit.catalog.Duty;
import org.greenaudit.catalog.ListedItem;

/**
 * Builds an item of a product list: mandatory, of the family 计算机设备, named like its kind, under no code and of any
 * cooling capacity, unless a step says otherwise.
 *
 * <pre>{@code
 * ListedItem inkjet = ListedItems.of("energy-saving", "ES2019-02-01", "喷墨打印机").priority().build();
 * }</pre>
 */
public final class ListedItems {

    private final String listId;
    private final String entryId;
    private final String kind;
    private final List<CodeScope> codes = new ArrayList<>();
    private Duty duty = Duty.MANDATORY;
    private int familyNo = 1;
    private String familyName = "计算机设备";

    private ListedItems(String listId, String entryId, String kind) {
        this.listId = listId;
        this.entryId = entryId;
        this.kind = kind;
    }

    /** An item of a list for a product kind. */
    public static ListedItems of(String listId, String entryId, String kind) {
        return new ListedItems(listId, entryId, kind);
    }

    /** Buying it certified is a priority and not mandatory. */
    public ListedItems priority() {
        duty = Duty.PRIORITY;
        return this;
    }

    /** The family (大类) in which it stands. */
    public ListedItems family(int number, String name) {
        familyNo = number;
        familyName = name;
        return this;
    }

    /** Another code that the item stands under. */
    public ListedItems code(CategoryScheme scheme, String code) {
        codes.add(new CodeScope(scheme, CategoryCode.parse(code).orElseThrow(), true));
        return this;
    }

    /** The item; later steps do not change it. */
    public ListedItem build() {
        return new ListedItem(entryId, listId, familyNo, familyName, kind, kind, duty, CapacityBand.ANY, codes);
    }
}
