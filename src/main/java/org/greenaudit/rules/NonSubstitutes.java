package org.greenaudit.rules;

import java.util.List;
import java.util.Optional;
import org.greenaudit.catalog.Models;
import org.greenaudit.catalog.NonSubstitute;

/** Numbers that announce another scheme (CCC, energy-label filing, ISO), which is never a substitute. */
final class NonSubstitutes {

    private final List<NonSubstitute> shapes;

    NonSubstitutes(List<NonSubstitute> shapes) {
        this.shapes = List.copyOf(shapes);
    }

    /** The scheme that a cited number announces, if any; width, case, blanks and dashes do not matter. */
    Optional<String> scheme(String number) {
        if (shapes.isEmpty()) {
            return Optional.empty();
        }
        String normalised = Models.normalise(number);
        return shapes.stream()
                .filter(shape -> shape.matches(normalised))
                .map(NonSubstitute::meaning)
                .findFirst();
    }
}
