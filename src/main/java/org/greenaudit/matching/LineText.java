package org.greenaudit.matching;

import java.util.OptionalInt;
import org.greenaudit.purchase.PurchaseLine;

/**
 * The texts of a purchase line that classification reads, each normalised once and only when it is needed. Belongs to
 * one call of the classifier.
 */
final class LineText {

    private final PurchaseLine line;
    private final PlainText item;
    private final PlainText category;
    private PlainText spec = PlainText.EMPTY;
    private PlainText model = PlainText.EMPTY;
    private OptionalInt capacity = OptionalInt.empty();
    private boolean detailsRead;
    private boolean capacityRead;

    LineText(PurchaseLine line) {
        this.line = line;
        this.item = PlainText.of(line.itemName());
        this.category = line.categoryName().equals(line.itemName()) ? this.item : PlainText.of(line.categoryName());
    }

    PurchaseLine line() {
        return line;
    }

    PlainText item() {
        return item;
    }

    PlainText category() {
        return category;
    }

    PlainText spec() {
        readDetails();
        return spec;
    }

    PlainText model() {
        readDetails();
        return model;
    }

    /** The cooling capacity in watts, if the line tells it. */
    OptionalInt capacity() {
        if (!capacityRead) {
            capacity = CoolingCapacity.read(spec(), item, model());
            capacityRead = true;
        }
        return capacity;
    }

    private void readDetails() {
        if (!detailsRead) {
            spec = PlainText.of(line.spec());
            model = PlainText.of(line.model());
            detailsRead = true;
        }
    }
}
