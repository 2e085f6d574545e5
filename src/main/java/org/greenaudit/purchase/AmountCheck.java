package org.greenaudit.purchase;

import java.math.BigDecimal;

/** Whether quantity × unit price agrees with the amount: within 1 % of the amount or 1 yuan, whichever is more. */
final class AmountCheck {

    private static final long FEN_PER_YUAN = 100;

    private AmountCheck() {}

    /** Whether the product of the two is known and agrees with the amount in fen. */
    static boolean agrees(Measure quantity, Measure unitPrice, long amountFen) {
        if (!quantity.known() || !unitPrice.known()) {
            return false;
        }
        BigDecimal fen = quantity.value().multiply(unitPrice.value()).movePointRight(2);
        BigDecimal difference = fen.subtract(BigDecimal.valueOf(amountFen)).abs();
        // 1 % of the amount, compared a hundredfold so that nothing is rounded.
        long tolerance = Math.max(FEN_PER_YUAN * 100, Math.abs(amountFen));
        return difference.movePointRight(2).compareTo(BigDecimal.valueOf(tolerance)) <= 0;
    }

    /** Whether the product of the two is known and contradicts the amount in fen. */
    static boolean contradicts(Measure quantity, Measure unitPrice, long amountFen) {
        return quantity.known() && unitPrice.known() && !agrees(quantity, unitPrice, amountFen);
    }
}
