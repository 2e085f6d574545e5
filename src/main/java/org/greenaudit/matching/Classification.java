package org.greenaudit.matching;

import java.util.List;
import java.util.Optional;
import org.greenaudit.catalog.CategoryScheme;

/**
 * How a purchase stands to every list.
 *
 * @param scheme the catalogue its code was read in; empty when there is no code or it stayed undecided
 * @param matches one for each list, in the catalog's order
 */
public record Classification(Optional<CategoryScheme> scheme, List<ListMatch> matches) {

    public Classification {
        matches = List.copyOf(matches);
    }
}
