package org.greenaudit.purchase;

/**
 * A quantity as read.
 *
 * @param measure the number, or {@link Measure#UNKNOWN}
 * @param unit the unit that stood beside the number, or empty
 */
public record Quantity(Measure measure, String unit) {

    /** No readable quantity. */
    public static final Quantity UNREADABLE = new Quantity(Measure.UNKNOWN, "");
}
