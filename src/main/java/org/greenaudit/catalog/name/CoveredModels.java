package org.greenaudit.catalog.name;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.greenaudit.catalog.BrandAliases;

/**
 * The models that a certificate's 规格型号 cell covers: several, separated by {@code ; 、 ,} or a line end outside
 * brackets, each whole and perhaps with wildcards ({@link ModelPattern}). Certificate check 4.
 */
public final class CoveredModels {

    private final List<String> parts;
    private final List<ModelPattern> patterns;

    private CoveredModels(List<String> parts) {
        this.parts = parts;
        this.patterns = patterns(parts);
    }

    /** Reads a certificate's 规格型号 cell; never fails. An empty cell covers nothing. */
    public static CoveredModels parse(String models) {
        return new CoveredModels(ModelSplitter.split(models));
    }

    /** The models in their comparable form and order, wildcards included. */
    public List<ModelPattern> patterns() {
        return patterns;
    }

    /** Whether a model in its comparable form is one of them, whole. A blank model is not. */
    public boolean matches(String normalised) {
        for (ModelPattern pattern : patterns) {
            if (pattern.matches(normalised)) {
                return true;
            }
        }
        return false;
    }

    /** The models that carry the name of this brand (canonical) at their start, without it. */
    public List<ModelPattern> withoutLeading(String brand, BrandAliases brands) {
        List<String> bare = new ArrayList<>();
        for (String part : parts) {
            String rest = brands.withoutLeadingBrand(brand, part);
            if (!rest.equals(part)) {
                bare.add(rest);
            }
        }
        return patterns(bare);
    }

    /** The known brands (canonical) whose names stand at the start of the models. */
    public Set<String> leadingBrands(BrandAliases brands) {
        Set<String> leading = new LinkedHashSet<>();
        parts.forEach(part -> brands.leading(part).ifPresent(leading::add));
        return leading;
    }

    /** Only those models at whose start the name of this known brand (canonical) stands. */
    public CoveredModels ledBy(String brand, BrandAliases brands) {
        return new CoveredModels(parts.stream()
                .filter(part -> brands.leading(part).filter(brand::equals).isPresent())
                .toList());
    }

    private static List<ModelPattern> patterns(List<String> parts) {
        List<ModelPattern> patterns = new ArrayList<>(parts.size());
        for (String part : parts) {
            ModelPattern pattern = ModelPattern.of(part);
            if (!pattern.isEmpty()) {
                patterns.add(pattern);
            }
        }
        return List.copyOf(patterns);
    }
}
