package org.greenaudit.catalog.name;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.greenaudit.catalog.BrandAliases;
import org.greenaudit.text.EmptyWords;
import org.greenaudit.text.ModelLabels;
import org.jspecify.annotations.Nullable;

/**
 * What a certificate's 规格型号 cell covers: several models, separated by {@code ; 、 ,} or a line end outside brackets, each
 * whole and perhaps with wildcards ({@link ModelPattern}); what can be read without doubt as several is taken apart. A
 * cell may also describe models ({@link ModelDescription}): then it {@linkplain #mightMean might mean} more than it
 * {@linkplain #matches names}. Certificate check 4. Safe for several
 * threads.
 */
public final class CoveredModels {

    private final List<String> parts;
    private final List<String> besides;
    private final List<String> copies;
    private final List<ModelPattern> written;

    /** Made when first asked for: a model that stands there as it was bought needs no reading. */
    private volatile @Nullable Reading reading;

    /**
     * What a reading found.
     *
     * @param exact the models in their order
     * @param possible those that some reading means
     * @param descriptions what the cell says of others
     * @param leavesOut whether the cell says that it does not name all
     * @param describes whether it is more than a list
     */
    private record Reading(
            List<ModelPattern> exact,
            List<ModelPattern> possible,
            List<ModelDescription> descriptions,
            boolean leavesOut,
            boolean describes) {}

    /** Reads parts; a buyer may also have copied those that other signs stood in. */
    private CoveredModels(List<String> parts, List<String> besides, List<String> copies) {
        this.parts = parts;
        this.besides = besides;
        this.copies = copies;
        this.written = patterns(parts);
    }

    private Reading reading() {
        Reading known = reading;
        if (known == null) {
            ModelMeanings meanings = ModelReading.of(parts, besides);
            Set<String> exact = new LinkedHashSet<>(meanings.exact());
            exact.addAll(copies);
            known = new Reading(
                    patterns(exact),
                    patterns(meanings.possible()),
                    List.copyOf(meanings.descriptions()),
                    meanings.leavesOut(),
                    meanings.describes());
            reading = known;
        }
        return known;
    }

    /** Reads a certificate's 规格型号 cell; never fails. An empty cell names no model and may mean any. */
    public static CoveredModels parse(String models) {
        String plain = PlainSigns.of(models);
        String cell = QuotedModels.unquoted(plain);
        List<String> parts = ModelSplitter.split(ModelLabels.strip(cell));
        List<String> copies =
                plain.equals(models) || PlainSigns.hasRaised(models) ? List.of() : ModelSplitter.split(models);
        return new CoveredModels(parts.isEmpty() ? List.of("") : parts, ModelLabels.besides(cell), copies);
    }

    /** Whether the cell names and describes nothing: it is empty, says 无, / and the like, or a spreadsheet lost it. */
    public boolean isEmpty() {
        return parts.stream().allMatch(EmptyWords::isNothing);
    }

    /** The models in their comparable form and order, wildcards included. */
    public List<ModelPattern> patterns() {
        return reading().exact();
    }

    /** Models that some reading of the cell means. */
    public List<ModelPattern> possible() {
        return reading().possible();
    }

    /** What the cell says of models that it does not name. */
    public List<ModelDescription> descriptions() {
        return reading().descriptions();
    }

    /** Whether the cell says itself that it does not name all its models: a series, a range, 等. */
    public boolean leavesOut() {
        return reading().leavesOut();
    }

    /** Whether the cell is more than a list of models, so that only the certificate's annex can tell them all. */
    public boolean describes() {
        return reading().describes();
    }

    /** Whether a model in its comparable form is one of them, whole. A blank model is not. */
    public boolean matches(String normalised) {
        return matches(written, normalised) || matches(patterns(), normalised);
    }

    private static boolean matches(List<ModelPattern> patterns, String normalised) {
        for (ModelPattern pattern : patterns) {
            if (pattern.matches(normalised)) {
                return true;
            }
        }
        return false;
    }

    /** Whether some reading of the cell may mean a model in its comparable form. */
    public boolean mightMean(String normalised) {
        return matches(normalised)
                || matches(possible(), normalised)
                || reading().descriptions().stream().anyMatch(description -> description.mightMean(normalised));
    }

    /** What stands in those parts that carry the name of this brand (canonical) at their start, without it. */
    public CoveredModels withoutLeading(String brand, BrandAliases brands) {
        List<String> bare = new ArrayList<>();
        for (String part : parts) {
            String rest = brands.withoutLeadingBrand(brand, part);
            if (!rest.equals(part)) {
                bare.add(rest);
            }
        }
        return new CoveredModels(bare, besides, List.of());
    }

    /** The known brands (canonical) whose names stand at the start of the models. */
    public Set<String> leadingBrands(BrandAliases brands) {
        Set<String> leading = new LinkedHashSet<>();
        parts.forEach(part -> brands.leading(part).ifPresent(leading::add));
        return leading;
    }

    /** Only those models at whose start the name of this known brand (canonical) stands. */
    public CoveredModels ledBy(String brand, BrandAliases brands) {
        return new CoveredModels(
                parts.stream()
                        .filter(part ->
                                brands.leading(part).filter(brand::equals).isPresent())
                        .toList(),
                besides,
                List.of());
    }

    private static List<ModelPattern> patterns(Collection<String> models) {
        List<ModelPattern> patterns = new ArrayList<>(models.size());
        for (String model : models) {
            ModelPattern pattern = ModelPattern.of(model);
            if (!pattern.isEmpty()) {
                patterns.add(pattern);
            }
        }
        return List.copyOf(patterns);
    }
}
