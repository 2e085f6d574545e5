package org.greenaudit.catalog.certificate;

import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import org.greenaudit.catalog.name.ModelPattern;

/**
 * Certificates by category, brand and model. A pattern with wildcards has a fixed length, so it stands under its text
 * with every wildcard blanked; the index remembers in which places the patterns of a category, brand and length have
 * wildcards, and a look-up blanks the model in each of these ways. Constant time as long as a brand writes its wildcards
 * in few ways. What it gives is to be checked: it may hold too much, never too little.
 */
final class ModelIndex {

    private static final int BLANK = '*';

    private record Family(String category, String brand, int length) {}

    private final Postings postings;
    private final Map<Family, Set<BitSet>> shapes;

    private ModelIndex(Postings postings, Map<Family, Set<BitSet>> shapes) {
        this.postings = postings;
        this.shapes = shapes;
    }

    /**
     * Gives the certificates that may cover a model, some of them more than once.
     *
     * @param brand canonical; empty for certificates that name no brand
     * @param model in its comparable form
     */
    void forEach(String category, String brand, String model, IntConsumer certificate) {
        postings.forEach(Hashes.of(category, brand, model), certificate);
        int[] characters = model.codePoints().toArray();
        for (BitSet shape : shapes.getOrDefault(new Family(category, brand, characters.length), Set.of())) {
            postings.forEach(Hashes.of(category, brand, blanked(characters, shape)), certificate);
        }
    }

    private static String blanked(int[] characters, BitSet shape) {
        StringBuilder out = new StringBuilder(characters.length);
        for (int i = 0; i < characters.length; i++) {
            out.appendCodePoint(shape.get(i) ? BLANK : characters[i]);
        }
        return out.toString();
    }

    /** Collects the certificates. */
    static final class Builder {

        private final Postings.Builder postings = new Postings.Builder();
        private final Map<Family, Set<BitSet>> shapes = new HashMap<>();

        /** Puts a certificate under a category, a brand (canonical, or empty when it names none) and its models. */
        void add(String category, String brand, List<ModelPattern> patterns, int certificate) {
            for (ModelPattern pattern : patterns) {
                String text = pattern.text();
                if (pattern.hasWildcard()) {
                    int[] characters = text.codePoints().toArray();
                    BitSet shape = shape(characters);
                    shapes.computeIfAbsent(
                                    new Family(category, brand, characters.length), family -> new LinkedHashSet<>())
                            .add(shape);
                    text = blanked(characters, shape);
                }
                postings.add(Hashes.of(category, brand, text), certificate);
            }
        }

        private static BitSet shape(int[] characters) {
            BitSet shape = new BitSet(characters.length);
            for (int i = 0; i < characters.length; i++) {
                if (characters[i] == '*' || characters[i] == '#') {
                    shape.set(i);
                }
            }
            return shape;
        }

        /** The index of everything added. */
        ModelIndex build() {
            return new ModelIndex(postings.build(), shapes);
        }
    }
}
