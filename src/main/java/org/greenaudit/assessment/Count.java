package org.greenaudit.assessment;

import java.math.BigDecimal;
import java.util.Collection;
import org.greenaudit.purchase.Money;

/**
 * Lines and their amount.
 *
 * @param lines number of lines
 * @param amountFen their amount in fen (1/100 yuan)
 */
public record Count(long lines, long amountFen) {

    /** Nothing. */
    public static final Count ZERO = new Count(0, 0);

    /** The amount in yuan, with two decimals. */
    public BigDecimal yuan() {
        return Money.yuan(amountFen);
    }

    /** The sum. */
    public Count plus(Count other) {
        return new Count(lines + other.lines, Math.addExact(amountFen, other.amountFen));
    }

    /** The difference. */
    public Count minus(Count other) {
        return new Count(lines - other.lines, Math.subtractExact(amountFen, other.amountFen));
    }

    /** The sum of any number of counts. */
    public static Count sum(Collection<Count> counts) {
        return counts.stream().reduce(ZERO, Count::plus);
    }

    /** One more line of that amount. */
    public Count plusLine(long fen) {
        return new Count(lines + 1, Math.addExact(amountFen, fen));
    }
}
