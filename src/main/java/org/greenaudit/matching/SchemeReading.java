package org.greenaudit.matching;

import java.util.List;
import java.util.Optional;
import org.greenaudit.catalog.CategoryCode;
import org.greenaudit.catalog.CategoryScheme;
import org.greenaudit.message.Text;

/**
 * In which catalogue a line's code is read.
 *
 * @param code the code; empty when the line has none
 * @param scheme the catalogue that the evidence favours; empty exactly when there is no code
 * @param alternative the other catalogue where the evidence cannot exclude it
 * @param known whether the code is known to exist in the favoured catalogue
 * @param notes warnings, such as a name believed against the code's declared catalogue
 */
record SchemeReading(
        Optional<CategoryCode> code,
        Optional<CategoryScheme> scheme,
        Optional<CategoryScheme> alternative,
        boolean known,
        List<Text> notes) {

    /** A line without a code. */
    static final SchemeReading NO_CODE =
            new SchemeReading(Optional.empty(), Optional.empty(), Optional.empty(), false, List.of());
}
