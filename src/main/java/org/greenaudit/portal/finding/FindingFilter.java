package org.greenaudit.portal.finding;

import java.time.LocalDate;
import java.util.Optional;
import org.greenaudit.catalog.Duty;
import org.greenaudit.rules.Outcome;

/**
 * Which findings somebody asks for; what is empty asks for all.
 *
 * @param outcome violations or questions
 * @param regionPrefix what the region's code begins with
 * @param buyer the unit's code, or its name
 * @param rule the rule of a violation, or the question's id
 * @param duty the duty
 * @param list the list
 * @param family the family (大类) in its list
 * @param from the lowest amount, in fen
 * @param to the highest amount, in fen
 * @param signedFrom the first contract date
 * @param signedTo the last contract date
 * @param onlyNew whether only violations that the previous run did not have are asked for
 * @param state what became of it
 * @param text a part of the record, contract, unit, supplier, goods, brand, model or certificate number, in any case and width
 */
public record FindingFilter(
        Optional<Outcome> outcome,
        String regionPrefix,
        String buyer,
        String rule,
        Optional<Duty> duty,
        String list,
        String family,
        Optional<Long> from,
        Optional<Long> to,
        Optional<LocalDate> signedFrom,
        Optional<LocalDate> signedTo,
        boolean onlyNew,
        Optional<FindingState> state,
        String text) {

    /** All findings. */
    public static final FindingFilter ALL = new FindingFilter(
            Optional.empty(),
            "",
            "",
            "",
            Optional.empty(),
            "",
            "",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            Optional.empty(),
            "");
}
