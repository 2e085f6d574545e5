package org.greenaudit.catalog.name;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.greenaudit.catalog.BrandAliases;
import org.greenaudit.text.ModelLabels;
import org.greenaudit.text.Nfkc;

/**
 * A purchase's 规格型号 as it may stand in a certificate, in comparable forms.
 *
 * @param forms as written, without its leading brand, and without what is no part of a model (a kind, a colour, a
 *     configuration): all mean the same product
 * @param loose the same without Chinese words, which may be a series or a remark
 * @param tokens the single texts with digits, which may be the model and its series left out by the certificate
 */
public record BoughtModel(Set<String> forms, Set<String> loose, Set<String> tokens) {

    /** Reads a model as bought; never fails. */
    public static BoughtModel of(String brand, String cell, BrandAliases brands) {
        String model = ModelAsides.isBare(cell) ? cell : ModelAsides.joined(Nfkc.of(cell));
        String bare = ModelLabels.strip(brands.withoutLeadingBrand(brand, model));
        Set<String> forms = new LinkedHashSet<>();
        forms.add(ModelKeys.normalise(model));
        forms.add(ModelKeys.normalise(bare));
        if (ModelAsides.isBare(model)) {
            return new BoughtModel(forms, Set.of(), Set.of());
        }
        String stripped = ModelAsides.strip(model);
        forms.add(ModelKeys.normalise(stripped));
        forms.add(ModelKeys.normalise(brands.withoutLeadingBrand(brand, stripped)));
        forms.add(ModelKeys.normalise(ModelAsides.strip(bare)));
        Set<String> loose = new LinkedHashSet<>();
        for (String text : List.of(model, bare)) {
            ModelReading.core(text).map(ModelKeys::normalise).ifPresent(loose::add);
            ModelReading.core(ModelAsides.strip(text)).map(ModelKeys::normalise).ifPresent(loose::add);
        }
        loose.removeAll(forms);
        Set<String> tokens = new LinkedHashSet<>(ModelReading.tokens(ModelAsides.strip(bare)));
        if (ModelList.bought(bare).models().size() > 1) {
            tokens.clear();
        }
        tokens.removeAll(forms);
        return new BoughtModel(forms, loose, tokens);
    }

    /** Whether a model cell tells a model at all, and not only a kind, a configuration, a measure or a word. */
    public static boolean tells(String model) {
        return ModelAsides.tells(model);
    }

    /** Whether a model as bought is itself no single model: a series, a range, 等. */
    public static boolean isDescription(String model) {
        return CoveredModels.parse(ModelAsides.strip(model)).leavesOut();
    }
}
