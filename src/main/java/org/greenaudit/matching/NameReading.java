package org.greenaudit.matching;

import java.util.List;

/**
 * What a name says it is.
 *
 * @param shape goods, a service, an accessory, other goods, or nothing that is known
 * @param kinds the kinds it names, in the order of the text; empty unless the shape is {@code GOODS}
 * @param several true when the kinds stand side by side (several goods); false when they are alternatives
 * @param certain true when the name ends in the kind's own name; false when the term only stands somewhere in it
 * @param mentions every term found in the text, bracketed remarks included
 */
record NameReading(Shape shape, List<String> kinds, boolean several, boolean certain, List<Mention> mentions) {

    /** What sort of thing a name speaks of. */
    enum Shape {
        /** Goods of a known kind. */
        GOODS,
        /** A service or works. */
        SERVICE,
        /** An accessory or consumable. */
        ACCESSORY,
        /** Goods that only look like a known kind. */
        OTHER_GOODS,
        /** No known term. */
        SILENT
    }

    NameReading {
        kinds = List.copyOf(kinds);
        mentions = List.copyOf(mentions);
    }

    static NameReading of(Shape shape, List<Mention> mentions) {
        return new NameReading(shape, List.of(), false, true, mentions);
    }

    /** The same reading with other kinds, taken as alternatives when there is more than one. */
    NameReading narrowedTo(List<String> narrower) {
        return new NameReading(shape, narrower, false, certain, mentions);
    }

    /** The same reading, no longer certain. */
    NameReading doubtful() {
        return new NameReading(shape, kinds, several, false, mentions);
    }

    boolean isGoods() {
        return shape == Shape.GOODS;
    }
}
