package org.greenaudit.rules;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.greenaudit.catalog.Duty;
import org.greenaudit.catalog.certificate.Citations;
import org.greenaudit.matching.ListMatch;
import org.greenaudit.purchase.PurchaseLine;
import org.greenaudit.rules.certificate.BoughtProduct;
import org.greenaudit.rules.integrity.IntegrityFinding;

/**
 * What a verdict is written from.
 *
 * @param line the line as read
 * @param product brand and model that were bought
 * @param citations what the line cites for the list
 * @param match how the line was tied to the list
 * @param row the judgement as the listed item that decides
 * @param strictest the strictest duty of all the items that it may be
 * @param integrity what the integrity rules find, in their order
 */
record VerdictGrounds(
        PurchaseLine line,
        BoughtProduct product,
        Citations citations,
        ListMatch.Inside match,
        ItemFinding row,
        Duty strictest,
        List<IntegrityFinding> integrity) {

    /** The faults of the record. */
    List<IntegrityFinding.Fault> faults() {
        return found(IntegrityFinding.Fault.class).toList();
    }

    /** The question that the record leaves open, if there is one. */
    Optional<IntegrityFinding.Open> open() {
        return found(IntegrityFinding.Open.class).findFirst();
    }

    private <T> Stream<T> found(Class<T> kind) {
        return integrity.stream().filter(kind::isInstance).map(kind::cast);
    }
}
