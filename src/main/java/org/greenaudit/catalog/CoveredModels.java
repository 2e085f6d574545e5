package org.greenaudit.catalog;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The models that a certificate covers, as its 规格型号 lists them. */
public final class CoveredModels {

    private final Set<String> models;

    private CoveredModels(Set<String> models) {
        this.models = models;
    }

    /** Reads a certificate's list of models. */
    public static CoveredModels parse(String models) {
        return new CoveredModels(Stream.of(models.split("[;；,，、\n]"))
                .map(Models::normalise)
                .filter(model -> !model.isEmpty())
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** Whether a model as bought is among them. */
    public boolean covers(String model) {
        return models.contains(Models.normalise(model));
    }
}
