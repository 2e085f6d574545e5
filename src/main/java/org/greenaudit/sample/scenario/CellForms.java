package org.greenaudit.sample.scenario;

/** How the cells that differ from line to line are written. */
public final class CellForms {

    private CellForms() {}

    /** The contract date. */
    public enum DateForm {
        /** As the feed's style has it. */
        PLAIN,
        /** {@code 2026年03月05日 20:20}. */
        CHINESE_WITH_TIME,
        /** {@code 2026/3/5}. */
        SLASHES,
        /** {@code 20260305}. */
        COMPACT,
        /** {@code 2026-03}. */
        MONTH
    }

    /** The amount. */
    public enum AmountForm {
        /** As the feed's style has it. */
        PLAIN,
        /** Blanks and thousands separators, quoted: {@code "      12,000.00"}. */
        THOUSANDS,
        /** {@code ￥1.200000 万元（人民币）}. */
        WAN_IN_CELL,
        /** Four times quantity × unit price. */
        FOURFOLD,
        /** With a part of a fen: {@code 12000.004}. */
        PART_OF_A_FEN,
        /** Yuan under a header that says 万元. */
        YUAN_UNDER_WAN,
        /** Nothing: a gift. */
        FREE
    }

    /** The quantity. */
    public enum QuantityForm {
        /** {@code 26}. */
        PLAIN,
        /** {@code 26套}, the unit cell empty. */
        WITH_UNIT,
        /** {@code 5.00(台)}, the unit cell empty. */
        UNIT_IN_BRACKETS
    }

    /** The row as a whole. */
    public enum Shape {
        /** As many cells as the header. */
        WHOLE,
        /** Two cells more than the header. */
        EXTRA_CELLS,
        /** Two cells fewer than the header. */
        CELLS_MISSING,
        /** The record id of an earlier row. */
        DUPLICATE,
        /** The specification as it stands, its quotes neither doubled nor enclosed. */
        BARE_QUOTES
    }
}
