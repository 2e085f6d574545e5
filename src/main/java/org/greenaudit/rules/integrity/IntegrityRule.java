package org.greenaudit.rules.integrity;

import java.util.List;
import java.util.Optional;

/**
 * A test of the purchase record itself. What it finds does not depend on certificates: a {@link IntegrityFinding.Fault}
 * becomes the primary rule of a violation and is otherwise remarked; an {@link IntegrityFinding.Open} leaves the line
 * undetermined. Its title and the texts of its page are the messages {@code rule.<code>.…}. Implementations are immutable.
 */
public interface IntegrityRule {

    /** Every integrity rule; where several find a fault, the first one is the primary rule. */
    static List<IntegrityRule> all() {
        return List.of(new SuspectedMiscoding(), new ExemptionWithoutApproval(), new GoodsUnderServiceCode());
    }

    /** The code in reports. */
    String code();

    /** Ids of the clauses it carries out, most specific first: the mandatory-purchase system and its item lists. */
    default List<String> clauses() {
        return List.of("guobanfa-2007-51", "caiku-2019-9");
    }

    /** What it finds, if anything. */
    Optional<IntegrityFinding> examine(ListedPurchase purchase);
}
