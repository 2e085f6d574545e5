package org.greenaudit.matching.phrase;

import java.util.List;
import org.greenaudit.catalog.ProductKinds;

/** How the things that a phrase mentions stand to each other by their kinds: of one sort, a spare part, used up, said again. */
final class GoodsRelations {

    private final ProductKinds kinds;

    GoodsRelations(ProductKinds kinds) {
        this.kinds = kinds;
    }

    /** Whether a mention names what is used up in the machine before it, of which no figure makes a property: A4 硒鼓. */
    boolean isUsedUpIn(TermMention mention, List<TermMention> before) {
        return mention.isGoods()
                && KnownKinds.isUsedUp(kinds, mention.kind())
                && before.stream().anyMatch(machine -> machine.isGoods() && KnownKinds.usesUp(kinds, machine.kind()));
    }

    /** Whether two goods are of one sort, the one perhaps wider. */
    boolean isOfOneSort(TermMention one, TermMention other) {
        return one.isGoods()
                && other.isGoods()
                && (kinds.isA(one.kind(), other.kind()) || kinds.isA(other.kind(), one.kind()));
    }

    /** Whether a component is a spare part of the goods before it. */
    boolean isSpareOf(TermMention component, TermMention whole) {
        return whole.isGoods() && KnownKinds.isSpareOf(kinds, component.kind(), whole.kind());
    }

    /** Whether the mention is an accessory that is on no list whatever it belongs to. */
    boolean isOnNoList(TermMention mention) {
        return !mention.isGoods()
                || (KnownKinds.isAccessory(kinds, mention.kind()) && !KnownKinds.isUsedUp(kinds, mention.kind()));
    }

    /**
     * Whether a mention only says again what stands before it: by a wider word (笔记本电脑 电脑) where all that stands before is
     * of one sort, or as a set of furniture (沙发家具组合).
     */
    boolean saysAgain(TermMention mention, List<TermMention> before) {
        TermMention last = before.get(before.size() - 1);
        return saysAgain(mention, last)
                && before.stream()
                        .filter(other -> other.isGoods() && kinds.isA(other.kind(), mention.kind()))
                        .allMatch(
                                other -> kinds.isA(last.kind(), other.kind()) || kinds.isA(other.kind(), last.kind()));
    }

    private boolean saysAgain(TermMention mention, TermMention before) {
        if (!mention.isGoods()
                || mention.kind().equals(before.kind())
                || before.kind().isEmpty()) {
            return false;
        }
        return kinds.isA(before.kind(), mention.kind())
                || (KnownKinds.isResidual(mention.kind())
                        && before.end() == mention.start()
                        && kinds.parent(mention.kind())
                                .filter(wider -> kinds.isA(before.kind(), wider))
                                .isPresent())
                || (mention.kind().equals(KnownKinds.FURNITURE_SET)
                        && before.isGoods()
                        && before.end() == mention.start()
                        && KnownKinds.isFurniture(kinds, before.kind()));
    }

    /** Whether a mention names a kind in other words, or may stand for a sort of it beside what else it means (柜式). */
    boolean speaksOf(TermMention head, TermMention mention) {
        String kind = head.kind();
        return (mention.isGoods() && (kinds.isA(mention.kind(), kind) || saysAgain(mention, head)))
                || mention.qualifies().stream().anyMatch(sort -> kinds.isA(sort, kind));
    }
}
