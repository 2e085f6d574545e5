package org.greenaudit.rules.certificate;

import java.util.List;
import java.util.Optional;
import org.greenaudit.catalog.NonSubstitute;
import org.greenaudit.catalog.name.ModelKeys;

/** Numbers that announce another scheme (CCC, energy-label filing, ISO), which is never a substitute. */
public final class NonSubstitutes {

    private final List<NonSubstitute> shapes;

    public NonSubstitutes(List<NonSubstitute> shapes) {
        this.shapes = List.copyOf(shapes);
    }

    /** The scheme that a cited number announces, if any; width, case, blanks and dashes do not matter. */
    public Optional<String> scheme(String number) {
        if (shapes.isEmpty()) {
            return Optional.empty();
        }
        String normalised = ModelKeys.normalise(number);
        return shapes.stream()
                .filter(shape -> shape.matches(normalised))
                .map(NonSubstitute::meaning)
                .findFirst();
    }
}
