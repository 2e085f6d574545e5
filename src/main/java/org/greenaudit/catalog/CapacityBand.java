package org.greenaudit.catalog;

/** The part of a product kind that a row covers by its nominal cooling capacity (制冷量), in watts. */
public enum CapacityBand {
    /** The row names no capacity. */
    ANY,
    /** 制冷量 ≤ 14 000 W. */
    UP_TO_14000_W,
    /** 制冷量 &gt; 14 000 W. */
    ABOVE_14000_W;

    /** Whether a capacity in watts lies in this band. */
    public boolean holds(int watts) {
        return switch (this) {
            case ANY -> true;
            case UP_TO_14000_W -> watts <= 14_000;
            case ABOVE_14000_W -> watts > 14_000;
        };
    }
}
