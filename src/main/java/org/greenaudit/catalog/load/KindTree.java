package org.greenaudit.catalog.load;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.greenaudit.catalog.ProductKinds;
import org.greenaudit.text.NameKeys;

/** The product kinds as a forest in hash maps; its parents form no cycle. */
final class KindTree implements ProductKinds {

    private final Map<String, String> parents;
    private final Map<String, List<String>> children;
    private final Map<String, String> terms;

    /** Every kind to itself and all above it: asked many times for every line. */
    private final Map<String, Set<String>> lines = new HashMap<>();

    /**
     * A forest of kinds.
     *
     * @param parents kind to the kind above, only for kinds that have one
     * @param children every kind to the kinds directly below, in file order
     * @param terms normalised kind names and include terms to their kinds
     */
    KindTree(Map<String, String> parents, Map<String, List<String>> children, Map<String, String> terms) {
        this.parents = Map.copyOf(parents);
        this.children = new HashMap<>();
        children.forEach((kind, below) -> this.children.put(kind, List.copyOf(below)));
        this.terms = Map.copyOf(terms);
        children.keySet().forEach(kind -> lines.put(kind, lineOf(kind)));
    }

    @Override
    public boolean known(String kind) {
        return children.containsKey(kind);
    }

    @Override
    public boolean isA(String kind, String ancestor) {
        Set<String> line = lines.get(kind);
        return line == null ? kind.equals(ancestor) : line.contains(ancestor);
    }

    private Set<String> lineOf(String kind) {
        Set<String> line = new HashSet<>();
        String k = kind;
        // a circle, which is told as a problem later, ends where it began
        while (k != null && line.add(k)) {
            k = parents.get(k);
        }
        return line;
    }

    @Override
    public Optional<String> parent(String kind) {
        return Optional.ofNullable(parents.get(kind));
    }

    @Override
    public List<String> children(String kind) {
        return children.getOrDefault(kind, List.of());
    }

    @Override
    public Optional<String> byTerm(String term) {
        return Optional.ofNullable(terms.get(NameKeys.normalise(term)));
    }
}
