package org.greenaudit.matching.phrase;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.greenaudit.catalog.ProductKinds;
import org.greenaudit.matching.phrase.FurnitureLabels.Of;

/**
 * The terms of a text in their order, each material of furniture with the part that it is told of. The body's count; those
 * of tops and legs only beside each other or a body, since a wooden top may lie on any frame.
 */
final class FurnitureMaterials {

    private final ProductKinds kinds;
    private final List<TermMention> mentions = new ArrayList<>();
    private final List<Of> parts = new ArrayList<>();

    FurnitureMaterials(ProductKinds kinds) {
        this.kinds = kinds;
    }

    /** Adds a term that is no material. */
    void add(TermMention mention) {
        mentions.add(mention);
        parts.add(Of.OPEN);
    }

    /**
     * Adds a material.
     *
     * @param furniture the kind of the one piece that has it; empty if all do
     */
    void add(TermMention material, Of of, String furniture) {
        TermMention own = furniture.isEmpty()
                ? material
                : qualifying(material, kind -> kinds.isA(kind, furniture) || kinds.isA(furniture, kind));
        if (of != Of.PART && !own.qualifies().isEmpty()) {
            mentions.add(own);
            parts.add(of);
        }
    }

    /** All terms but the materials of mere parts; a metal frame under a wooden top makes furniture of both. */
    List<TermMention> ofBody() {
        boolean top = parts.contains(Of.TOP);
        boolean stands = parts.contains(Of.BODY) || parts.contains(Of.FRAME) || parts.contains(Of.LEG);
        boolean wood = any(KnownKinds::isWood, Of.BODY, Of.FRAME);
        boolean both = any(KnownKinds::isWood, Of.TOP) && any(KnownKinds::isMetal, Of.BODY, Of.FRAME, Of.LEG) && !wood;
        List<TermMention> kept = new ArrayList<>(mentions.size());
        for (int i = 0; i < mentions.size(); i++) {
            TermMention mention = mentions.get(i);
            Of of = parts.get(i);
            TermMention told = of != Of.OPEN && both ? ofBoth(mention) : mention;
            switch (of) {
                case OPEN, BODY -> kept.add(told);
                case FRAME -> kept.add(top || wood || !KnownKinds.isMetal(told) ? told : underAnyTop(told));
                case TOP -> addAs(told, kind -> stands && KnownKinds.hasTop(kinds, kind), kept);
                case LEG -> addAs(told, kind -> top && KnownKinds.hasLegs(kinds, kind), kept);
                case PART -> {}
            }
        }
        return kept;
    }

    private boolean any(Predicate<TermMention> test, Of... of) {
        List<Of> wanted = List.of(of);
        for (int i = 0; i < mentions.size(); i++) {
            if (wanted.contains(parts.get(i)) && test.test(mentions.get(i))) {
                return true;
            }
        }
        return false;
    }

    private static void addAs(TermMention material, Predicate<String> test, List<TermMention> kept) {
        TermMention own = qualifying(material, test);
        if (!own.qualifies().isEmpty()) {
            kept.add(own);
        }
    }

    private TermMention ofBoth(TermMention material) {
        return withKinds(material, material.qualifies().stream().map(this::ofBoth));
    }

    /** A metal frame with no word on its top, which may be of wood. */
    private TermMention underAnyTop(TermMention metal) {
        return withKinds(metal, metal.qualifies().stream().flatMap(kind -> Stream.of(kind, ofBoth(kind))));
    }

    private String ofBoth(String kind) {
        return KnownKinds.ofMetalAndWood(kinds, kind);
    }

    private static TermMention qualifying(TermMention material, Predicate<String> test) {
        return withKinds(material, material.qualifies().stream().filter(test));
    }

    private static TermMention withKinds(TermMention material, Stream<String> own) {
        List<String> qualifies = own.distinct().toList();
        return qualifies.equals(material.qualifies())
                ? material
                : new TermMention(
                        material.start(),
                        material.end(),
                        material.role(),
                        material.kind(),
                        qualifies,
                        material.otherUses());
    }
}
