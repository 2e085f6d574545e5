package org.greenaudit.matching.phrase;

import java.util.List;

/**
 * What a name says it is.
 *
 * @param shape goods, a service, an accessory, other goods, or nothing that is known
 * @param kinds the kinds it names, in the order of the text; of other goods, those that stand apart before their name (台式机
 *     内存条); empty for other shapes
 * @param several true when the kinds stand side by side (several goods); false when they are alternatives
 * @param certainty how plainly it names them
 * @param mentions every term found in the text, bracketed remarks included
 */
public record NameReading(
        Shape shape, List<String> kinds, boolean several, Certainty certainty, List<TermMention> mentions) {

    /** What sort of thing a name means. */
    public enum Shape {
        /** Goods of a known kind. */
        GOODS,
        /** A service or works. */
        SERVICE,
        /** A sale or disposal of what the office has. */
        SALE,
        /** An accessory or consumable. */
        ACCESSORY,
        /** Goods of no known kind, though a word of the name may be one. */
        OTHER_GOODS,
        /** No known term. */
        SILENT
    }

    /** How plainly a name says what it names. */
    public enum Certainty {
        /** The name ends in the kind's own name. */
        PLAIN,
        /** It does, behind a word that nobody knows and that may make another thing of it: 牙科扫描仪. */
        QUALIFIED,
        /** A word only hints at the kind, or it stands in a description or beside a service. */
        DOUBTFUL,
        /** Another noun follows the kind or makes it a special sort: 空调挡风板, 医用显示器. */
        OF_SOMETHING_ELSE,
        /** Only putting it up is named, which may well be a service: 空调安装. */
        INSTALLATION;

        /** The less plain of two. */
        Certainty and(Certainty other) {
            return compareTo(other) >= 0 ? this : other;
        }
    }

    public NameReading {
        kinds = List.copyOf(kinds);
        mentions = List.copyOf(mentions);
    }

    static NameReading of(Shape shape, List<TermMention> mentions) {
        return new NameReading(shape, List.of(), false, Certainty.PLAIN, mentions);
    }

    /** The same reading with other kinds, taken as alternatives when there is more than one. */
    public NameReading narrowedTo(List<String> narrower) {
        return new NameReading(shape, narrower, false, certainty, mentions);
    }

    /** The same reading, no longer certain. */
    public NameReading doubtful() {
        return new NameReading(shape, kinds, several, certainty.and(Certainty.DOUBTFUL), mentions);
    }

    /** The kinds it names or that stand beside, without a doubt. */
    public NameReading plain() {
        return new NameReading(Shape.GOODS, kinds, several, Certainty.PLAIN, mentions);
    }

    /** Whether the name plainly says what it names. */
    public boolean certain() {
        return certainty == Certainty.PLAIN;
    }

    /** Whether the name only hints at what it names. */
    public boolean onlyHints() {
        return certainty.compareTo(Certainty.DOUBTFUL) >= 0;
    }

    /** Whether the name may well be that of another thing, which only belongs to the kind or is a special sort of it. */
    public boolean ofSomethingElse() {
        return certainty.compareTo(Certainty.OF_SOMETHING_ELSE) >= 0;
    }

    /** Whether the name means installing the goods, not buying them. */
    public boolean ofInstallation() {
        return certainty == Certainty.INSTALLATION;
    }

    /** Whether the name plainly says goods and holds no word of a service or works. */
    public boolean plainlyGoods() {
        return isGoods() && certain() && mentions.stream().noneMatch(TermMention::isService);
    }

    public boolean isGoods() {
        return shape == Shape.GOODS;
    }
}
