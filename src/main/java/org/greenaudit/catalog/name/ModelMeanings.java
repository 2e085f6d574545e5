package org.greenaudit.catalog.name;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What a 规格型号 cell was found to mean: the models that it names without doubt, those that some reading may mean, and what
 * it says of others. Filled while the cell is read; used by one thread.
 */
final class ModelMeanings {

    private final Set<String> exact = new LinkedHashSet<>();
    private final Set<String> possible = new LinkedHashSet<>();
    private final Set<ModelDescription> descriptions = new LinkedHashSet<>();
    private final Set<ModelDescription> unread = new LinkedHashSet<>();
    private boolean noted;

    /** A model that is named. */
    void sure(String model) {
        exact.add(model);
    }

    /** A model that some reading means. */
    void maybe(String model) {
        possible.add(model);
    }

    /** Models that some reading means. */
    void maybe(Collection<String> models) {
        possible.addAll(models);
    }

    /** Models, of which the text says for sure or in some reading that it names them. */
    void named(ModelList list) {
        (list.certain() ? exact : possible).addAll(list.models());
    }

    /** What the text says of models that it does not name. */
    void says(ModelDescription description) {
        descriptions.add(description);
    }

    /** What the text may say of models, in words or signs that nobody can read for sure. */
    void unread(ModelDescription description) {
        unread.add(description);
    }

    /** The same for several. */
    void unread(Collection<ModelDescription> further) {
        unread.addAll(further);
    }

    /** The text holds alternatives or notes in brackets. */
    void note() {
        noted = true;
    }

    /** The models named without doubt. */
    Set<String> exact() {
        return exact;
    }

    /** What some reading may mean. */
    Set<String> possible() {
        return possible;
    }

    /** What the text says, or may say in words that nobody can read for sure, of models that it does not name. */
    Set<ModelDescription> descriptions() {
        Set<ModelDescription> all = new LinkedHashSet<>(descriptions);
        all.addAll(unread);
        return all;
    }

    /** Whether the text says of models that it does not name them all. */
    boolean leavesOut() {
        return !descriptions.isEmpty();
    }

    /** Whether the text is more than a list of models: a description, or notes and alternatives in brackets. */
    boolean describes() {
        return noted || !descriptions.isEmpty() || !unread.isEmpty();
    }
}
