package org.greenaudit.matching;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.greenaudit.matching.phrase.NameReader;
import org.greenaudit.matching.phrase.NameReading;
import org.greenaudit.matching.phrase.TermMention;
import org.greenaudit.purchase.PurchaseLine;
import org.greenaudit.text.NormalizedText;

/**
 * The texts of a purchase line that classification reads, each normalised once and only when it is needed. Belongs to
 * one call of the classifier.
 */
final class LineText {

    /** A text of the line, in the order of trust. */
    enum Source {
        /** 货物名称. */
        ITEM,
        /** 品目名称. */
        CATEGORY,
        /** 技术参数. */
        SPEC,
        /** 规格型号. */
        MODEL
    }

    private static final Source[] SOURCES = Source.values();

    private final PurchaseLine line;
    private final NameReader reader;
    private final List<List<TermMention>> found = new ArrayList<>(Collections.nCopies(SOURCES.length, List.of()));
    private final boolean[] searched = new boolean[SOURCES.length];
    private final NormalizedText item;
    private final boolean alike;
    private Optional<NameReader.Name> category = Optional.empty();
    private NormalizedText spec = NormalizedText.EMPTY;
    private NormalizedText model = NormalizedText.EMPTY;
    private OptionalInt capacity = OptionalInt.empty();
    private boolean detailsRead;
    private boolean capacityRead;

    LineText(PurchaseLine line, NameReader reader) {
        this.line = line;
        this.reader = reader;
        this.item = NormalizedText.of(line.itemName());
        this.alike = line.categoryName().equals(line.itemName());
    }

    /** Reads the item name as a name. */
    NameReading readItem() {
        return reader.read(item, mentions(Source.ITEM));
    }

    /** Reads the category name as a name. */
    NameReading readCategory() {
        return alike ? readItem() : ofCategory().reading();
    }

    /** Whether the item name is nothing but a brand and a model, the proper name of a product: 佳能iP2780. */
    boolean isProduct() {
        return item.length() > 0 && reader.tellsNoKind(item, 0, item.length());
    }

    PurchaseLine line() {
        return line;
    }

    NormalizedText item() {
        return item;
    }

    /** The category name; the item name itself where the two are the same. */
    NormalizedText category() {
        return alike ? item : ofCategory().text();
    }

    private NameReader.Name ofCategory() {
        if (category.isEmpty()) {
            category = Optional.of(reader.ofCategory(line.categoryName()));
        }
        return category.get();
    }

    NormalizedText spec() {
        readDetails();
        return spec;
    }

    NormalizedText model() {
        readDetails();
        return model;
    }

    /** The terms found in one of the texts; searched once. */
    List<TermMention> mentions(Source source) {
        int at = source.ordinal();
        if (!searched[at]) {
            searched[at] = true;
            found.set(
                    at,
                    switch (source) {
                        case ITEM -> reader.mentions(item, true);
                        case CATEGORY ->
                            alike ? mentions(Source.ITEM) : ofCategory().mentions();
                        case SPEC -> reader.mentions(spec(), false);
                        case MODEL -> reader.mentions(model(), false);
                    });
        }
        return found.get(at);
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
            spec = NormalizedText.of(line.spec());
            model = NormalizedText.of(line.model());
            detailsRead = true;
        }
    }
}
