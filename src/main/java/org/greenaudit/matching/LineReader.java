package org.greenaudit.matching;

import java.util.List;
import org.greenaudit.catalog.ProductKinds;
import org.greenaudit.message.Text;
import org.greenaudit.message.Trace;

/**
 * Reads what a line's name says, the item name first. The category name speaks only where the item name is silent, and
 * other texts only narrow what these two say.
 */
final class LineReader {

    private final NameReader reader;
    private final ProductKinds kinds;
    private final KindNarrower narrower;

    LineReader(NameReader reader, ProductKinds kinds) {
        this.reader = reader;
        this.kinds = kinds;
        this.narrower = new KindNarrower(reader, kinds);
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
        NameReading item = reader.read(text.item());
        NameReading category = text.category() == text.item() ? item : reader.read(text.category());
        NameReading line = item;
        if (item.shape() == NameReading.Shape.SILENT && category.shape() != NameReading.Shape.SILENT) {
            line = text.line().categoryCode().isEmpty() ? category : category.doubtful();
        }
        line = narrowed(line, text);
        if (trace.on()) {
            trace.note(Text.of(
                    "trace.name",
                    text.line().itemName(),
                    "@trace.shape." + item.shape().name().toLowerCase(java.util.Locale.ROOT),
                    String.join("、", item.kinds())));
            if (!line.kinds().equals(item.kinds())) {
                trace.note(Text.of("trace.narrowed", String.join("、", line.kinds())));
            }
            if (line.isGoods() && !line.certain()) {
                trace.note(Text.of("trace.uncertain"));
            }
        }
        return new Readings(item, category, line);
    }

    private NameReading narrowed(NameReading reading, LineText text) {
        if (!reading.isGoods()) {
            return reading;
        }
        if (reading.kinds().size() == 1) {
            String kind = reading.kinds().get(0);
            List<String> narrower = this.narrower.narrow(kind, text);
            return narrower.equals(reading.kinds()) ? reading : reading.narrowedTo(narrower);
        }
        return reading.several() ? reading : decided(reading, text);
    }

    /** One of several alternatives (一体机) that the other texts name. */
    private NameReading decided(NameReading reading, LineText text) {
        for (PlainText plain : List.of(text.category(), text.spec(), text.model())) {
            List<Mention> mentions = reader.mentions(plain);
            List<String> named = reading.kinds().stream()
                    .filter(kind -> mentions.stream().anyMatch(m -> m.isGoods() && kinds.isA(m.kind(), kind)))
                    .toList();
            if (named.size() == 1) {
                return new NameReading(reading.shape(), named, false, true, reading.mentions());
            }
        }
        return reading;
    }
}
