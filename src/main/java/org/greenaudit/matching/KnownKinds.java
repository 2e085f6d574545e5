package org.greenaudit.matching;

import org.greenaudit.catalog.ProductKinds;

/** The kinds of {@code product-kinds.csv} that the policy gives a rule of their own. */
final class KnownKinds {

    private static final String PRINTER = "打印机";
    /** Prints, copies and scans; never a printer of its technology, whatever it is called. */
    static final String MULTIFUNCTION = "多功能一体机";

    private static final String FURNITURE = "家具";

    private KnownKinds() {}

    /** Whether the rows of a kind differ by printing technology. */
    static boolean isPrinter(ProductKinds kinds, String kind) {
        return kinds.isA(kind, PRINTER);
    }

    /** Whether a kind is furniture, for which 成套 means a set and no production line. */
    static boolean isFurniture(ProductKinds kinds, String kind) {
        return kinds.isA(kind, FURNITURE);
    }
}
