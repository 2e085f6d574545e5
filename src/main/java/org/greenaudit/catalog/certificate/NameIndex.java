package org.greenaudit.catalog.certificate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.greenaudit.catalog.name.BrandReadings;

/**
 * The names of brands and companies that certificates hold, and the brands that they stand for, found by a name that
 * {@linkplain BrandReadings#mightBe might be} one of them. Two such names have two characters in common that stand side
 * by side, and by these they are looked up.
 */
final class NameIndex {

    private final Map<String, Set<String>> brandsOfName = new HashMap<>();
    private final Map<Integer, List<String>> namesByPair = new HashMap<>();

    void add(String name, Collection<String> brands) {
        Set<String> known = brandsOfName.get(name);
        if (known == null) {
            known = new LinkedHashSet<>();
            brandsOfName.put(name, known);
            for (int pair : pairsOf(Set.of(name))) {
                namesByPair.computeIfAbsent(pair, p -> new ArrayList<>(1)).add(name);
            }
        }
        known.addAll(brands);
    }

    /** The brands (canonical) that may be the one as bought. */
    Set<String> brandsLike(BrandReadings bought) {
        Set<String> brands = new LinkedHashSet<>();
        Set<String> seen = new HashSet<>();
        for (int pair : pairsOf(bought.readings())) {
            for (String name : namesByPair.getOrDefault(pair, List.of())) {
                if (seen.add(name) && bought.mightBe(name)) {
                    brands.addAll(brandsOfName.getOrDefault(name, Set.of()));
                }
            }
        }
        return brands;
    }

    /** Each pair once, however often a text repeats it. */
    private static Set<Integer> pairsOf(Set<String> names) {
        Set<Integer> pairs = new LinkedHashSet<>();
        for (String name : names) {
            for (int i = 1; i < name.length(); i++) {
                pairs.add(pairAt(name, i));
            }
        }
        return pairs;
    }

    private static int pairAt(String text, int second) {
        return (text.charAt(second - 1) << Character.SIZE) | text.charAt(second);
    }
}
