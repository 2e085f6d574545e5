package org.greenaudit.matching;

import java.util.List;
import org.greenaudit.catalog.ProductKinds;
import org.greenaudit.matching.LineText.Source;
import org.greenaudit.matching.phrase.KnownKinds;
import org.greenaudit.matching.phrase.NameReading;
import org.greenaudit.matching.phrase.TermMention;
import org.greenaudit.message.Text;
import org.greenaudit.message.Trace;

/**
 * Reads what a line's name says, the item name first. The category name counts only where the item name says nothing, and
 * other texts only narrow what these two say.
 */
final class LineNameReader {

    private final ProductKinds kinds;
    private final KindNarrower narrower;

    LineNameReader(ProductKinds kinds) {
        this.kinds = kinds;
        this.narrower = new KindNarrower(kinds);
    }

    /**
     * The readings of a line.
     *
     * @param item of the item name alone
     * @param category of the category name alone
     * @param line of the line as a whole
     */
    record Readings(NameReading item, NameReading category, NameReading line) {}

    /** Reads a line. */
    Readings read(LineText text, Trace trace) {
        NameReading item = text.readItem();
        NameReading category = text.category() == text.item() ? item : text.readCategory();
        NameReading line;
        if (item.shape() == NameReading.Shape.SILENT && category.shape() != NameReading.Shape.SILENT) {
            line = ofCategory(category, text);
        } else if (item.shape() == NameReading.Shape.SILENT
                && text.line().categoryCode().isEmpty()
                && text.isProduct()) {
            line = ofSpecification(item, text);
        } else {
            line = confirmed(narrowed(item, text), category);
        }
        if (trace.on()) {
            trace.note(Text.of(
                    "trace.name",
                    text.line().itemName(),
                    "@trace.shape." + item.shape().name().toLowerCase(java.util.Locale.ROOT),
                    item.kinds().isEmpty() ? "" : " " + String.join("、", item.kinds())));
            if (!line.kinds().equals(item.kinds())) {
                trace.note(Text.of("trace.narrowed", String.join("、", line.kinds())));
            }
            if (line.isGoods() && !line.certain()) {
                trace.note(Text.of("trace.uncertain"));
            }
        }
        return new Readings(item, category, line);
    }

    /** The printer whose technology the specification tells where the item name is a product's own: 佳能iP2780, 彩色喷墨. */
    private NameReading ofSpecification(NameReading product, LineText text) {
        List<String> hinted = text.mentions(Source.SPEC).stream()
                .flatMap(mention -> mention.qualifies().stream())
                .filter(kind -> KnownKinds.isPrinter(kinds, kind))
                .distinct()
                .toList();
        return hinted.isEmpty()
                ? product
                : new NameReading(
                        NameReading.Shape.GOODS, hinted, false, NameReading.Certainty.DOUBTFUL, product.mentions());
    }

    /** A category name stands for the item name where no code beside it may know better and it leaves no sort open. */
    private NameReading ofCategory(NameReading category, LineText text) {
        NameReading reading = narrowed(category, text);
        boolean settled = text.line().categoryCode().isEmpty()
                && reading.kinds().stream()
                        .allMatch(kind -> kinds.children(kind).isEmpty());
        return settled ? reading : narrowed(category.doubtful(), text);
    }

    /** A kind that stands somewhere in the item name is certain once the category name plainly says the same. */
    private NameReading confirmed(NameReading reading, NameReading category) {
        boolean says = !reading.several()
                && reading.kinds().size() == 1
                && category.isGoods()
                && category.certain()
                && category.kinds().size() == 1
                && kinds.isA(category.kinds().get(0), reading.kinds().get(0));
        boolean open = reading.isGoods() && reading.ofSomethingElse();
        return says && !open ? reading.plain() : reading;
    }

    private NameReading narrowed(NameReading reading, LineText text) {
        if (!reading.isGoods()) {
            return reading;
        }
        if (reading.kinds().size() == 1) {
            String kind = reading.kinds().get(0);
            List<String> narrower = AirConditioning.outgrown(this.narrower.narrow(kind, text), text);
            if (KnownKinds.isPrinter(kinds, kind)
                    && !kinds.children(kind).isEmpty()
                    && named(KnownKinds.MULTIFUNCTION, text)) {
                return reading.narrowedTo(List.of(KnownKinds.MULTIFUNCTION));
            }
            if (narrower.size() == 1 && KnownKinds.isPrinter(kinds, narrower.get(0))) {
                boolean speaks = speakFor(KnownKinds.MULTIFUNCTION, text, Source.ITEM, Source.SPEC, Source.MODEL);
                boolean allInOne = mayBeMultifunction(text);
                if (speaks && allInOne) {
                    return reading.narrowedTo(List.of(KnownKinds.MULTIFUNCTION));
                }
                if (speaks || allInOne) {
                    return reading.narrowedTo(List.of(narrower.get(0), KnownKinds.MULTIFUNCTION));
                }
            }
            return narrower.equals(reading.kinds()) ? reading : reading.narrowedTo(narrower);
        }
        return reading.several() ? reading : decided(reading, text);
    }

    /** Whether the item name holds a name of the kind beside its head: LaserJet MFP 打印机. */
    private boolean named(String kind, LineText text) {
        return text.mentions(Source.ITEM).stream()
                .anyMatch(mention -> mention.isGoods() && kinds.isA(mention.kind(), kind));
    }

    /** Whether the item name holds a word that means a multifunction machine or a computer: 一体机 黑白激光打印. */
    private static boolean mayBeMultifunction(LineText text) {
        return text.mentions(Source.ITEM).stream()
                .anyMatch(mention -> mention.standsForGoods()
                        && mention.qualifies().size() > 1
                        && mention.qualifies().contains(KnownKinds.MULTIFUNCTION));
    }

    /** Whether a text says, by a word of its own, that the product is of a kind. */
    private boolean speakFor(String kind, LineText text, Source... sources) {
        for (Source source : sources) {
            for (TermMention mention : text.mentions(source)) {
                if (mention.qualifies().equals(List.of(kind))
                        || (mention.isGoods() && kinds.isA(mention.kind(), kind))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether a text holds a property of a wider kind. */
    private boolean hintsAt(String kind, LineText text, Source source) {
        return text.mentions(source).stream()
                .flatMap(mention -> mention.qualifies().stream())
                .anyMatch(wider -> !wider.equals(kind) && kinds.isA(kind, wider));
    }

    /** One of several alternatives (一体机) that a text says by a word of its own, or by one of its sort (双面, i5). */
    private NameReading decided(NameReading reading, LineText text) {
        for (Source source : Source.values()) {
            List<String> named = reading.kinds().stream()
                    .filter(kind -> speakFor(kind, text, source) || hintsAt(kind, text, source))
                    .toList();
            if (named.size() == 1) {
                return reading.narrowedTo(named).plain();
            }
        }
        return reading;
    }
}
