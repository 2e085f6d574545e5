package org.greenaudit.assessment;

/**
 * Lines and their amount.
 *
 * @param lines number of lines
 * @param amountFen their amount in fen (1/100 yuan)
 */
public record Count(long lines, long amountFen) {

    /** Nothing. */
    public static final Count ZERO = new Count(0, 0);

    /** The sum. */
    public Count plus(Count other) {
        return new Count(lines + other.lines, Math.addExact(amountFen, other.amountFen));
    }

    /** One more line of that amount. */
    public Count plusLine(long fen) {
        return new Count(lines + 1, Math.addExact(amountFen, fen));
    }
}
