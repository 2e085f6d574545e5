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
 * @param ground what the reading rests on
 * @param notes warnings, such as a name believed against the code's declared catalogue
 */
record SchemeReading(
        Optional<CategoryCode> code,
        Optional<CategoryScheme> scheme,
        Optional<CategoryScheme> alternative,
        boolean known,
        Ground ground,
        List<Text> notes) {

    /** What the reading of a code rests on, in the order of evidence. */
    enum Ground {
        /** There is no code. */
        NO_CODE,
        /** The row's own word. */
        DECLARED,
        /** Category or item name agree with the code in one catalogue only. */
        NAME,
        /** The code exists in one catalogue only. */
        ONLY_THERE,
        /** The other catalogue was not yet in use. */
        NOT_YET_IN_USE,
        /** The default of the contract date; nothing supports the other catalogue. */
        DEFAULT,
        /** Category and item name agree with the code in different catalogues. */
        NAMES_DISAGREE,
        /** No name agrees with the code in one catalogue only, and it means different things in the two. */
        NOTHING_TELLS
    }

    /** A line without a code. */
    static final SchemeReading NO_CODE =
            new SchemeReading(Optional.empty(), Optional.empty(), Optional.empty(), false, Ground.NO_CODE, List.of());
}
