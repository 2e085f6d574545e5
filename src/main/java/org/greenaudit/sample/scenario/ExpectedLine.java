package org.greenaudit.sample.scenario;

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
public record ExpectedLine(
        Optional<RejectReason> rejection, ExpectedVerdict energy, ExpectedVerdict eco, Set<DataWarning> warnings) {

    /** Outside both lists. */
    static final ExpectedLine OUTSIDE = verdicts(ExpectedVerdict.OUTSIDE, ExpectedVerdict.OUTSIDE);

    public ExpectedLine {
        warnings = Set.copyOf(warnings);
    }

    /** A readable line. */
    static ExpectedLine verdicts(ExpectedVerdict energy, ExpectedVerdict eco) {
        return new ExpectedLine(Optional.empty(), energy, eco, Set.of());
    }

    /** A row that cannot be read. */
    static ExpectedLine rejected(RejectReason reason) {
        return new ExpectedLine(Optional.of(reason), ExpectedVerdict.OUTSIDE, ExpectedVerdict.OUTSIDE, Set.of());
    }

    /** Goods whose certificates cover them under every list that names them. */
    static ExpectedLine compliant(Goods goods) {
        return verdicts(ExpectedVerdict.compliant(goods.energy()), ExpectedVerdict.compliant(goods.eco()));
    }

    /** Goods under a question of the energy-saving list, and with an eco-label certificate where that list names them. */
    static ExpectedLine openEnergy(Goods goods, String question) {
        return verdicts(
                ExpectedVerdict.open(goods.energy(), question).anyEntry(), ExpectedVerdict.compliant(goods.eco()));
    }

    /** The same with data warnings. */
    ExpectedLine warned(DataWarning... some) {
        return new ExpectedLine(rejection, energy, eco, Set.of(some));
    }

    /** The same for a buyer who is only encouraged. */
    ExpectedLine advisory() {
        return new ExpectedLine(rejection, energy.advisory(), eco.advisory(), warnings);
    }

    /** The verdict under a list, by its identifier. */
    public ExpectedVerdict on(ListName list) {
        return list == ListName.ENERGY ? energy : eco;
    }
}
