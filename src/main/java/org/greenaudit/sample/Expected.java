package org.greenaudit.sample;

import java.util.Optional;
import java.util.Set;
import org.greenaudit.purchase.DataWarning;
import org.greenaudit.purchase.RejectReason;

/**
 * What the audit must find for a generated line.
 *
 * @param rejection why the row cannot be read; empty for a readable one
 * @param energy the verdict under the energy-saving list
 * @param eco the verdict under the eco-label list
 * @param warnings the data warnings that the line must carry, and no others
 */
public record Expected(
        Optional<RejectReason> rejection, ExpectedVerdict energy, ExpectedVerdict eco, Set<DataWarning> warnings) {

    /** Outside both lists. */
    static final Expected OUTSIDE = verdicts(ExpectedVerdict.OUTSIDE, ExpectedVerdict.OUTSIDE);

    public Expected {
        warnings = Set.copyOf(warnings);
    }

    /** A readable line. */
    static Expected verdicts(ExpectedVerdict energy, ExpectedVerdict eco) {
        return new Expected(Optional.empty(), energy, eco, Set.of());
    }

    /** A row that cannot be read. */
    static Expected rejected(RejectReason reason) {
        return new Expected(Optional.of(reason), ExpectedVerdict.OUTSIDE, ExpectedVerdict.OUTSIDE, Set.of());
    }

    /** Goods whose certificates cover them under every list that names them. */
    static Expected compliant(Goods goods) {
        return verdicts(ExpectedVerdict.compliant(goods.energy()), ExpectedVerdict.compliant(goods.eco()));
    }

    /** The same with data warnings. */
    Expected warned(DataWarning... some) {
        return new Expected(rejection, energy, eco, Set.of(some));
    }

    /** The same for a buyer who is only encouraged. */
    Expected advisory() {
        return new Expected(rejection, energy.advisory(), eco.advisory(), warnings);
    }

    /** The verdict under a list, by its identifier. */
    public ExpectedVerdict on(ListName list) {
        return list == ListName.ENERGY ? energy : eco;
    }
}
