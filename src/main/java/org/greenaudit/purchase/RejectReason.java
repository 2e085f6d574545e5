package org.greenaudit.purchase;

import java.util.Locale;

/** Why a row could not be read. Texts: {@code reject.<id>} in the resource bundle. */
public enum RejectReason {
    /** A required cell is empty. */
    REQUIRED_EMPTY,
    /** The contract date is no date. */
    DATE_UNREADABLE,
    /** The amount is no amount of money. */
    AMOUNT_UNREADABLE,
    /** The row has more cells than the header: which is which cannot be known. */
    TOO_MANY_CELLS,
    /** Another row earlier in source order carries the same record id. */
    DUPLICATE_RECORD,
    /** A quote opens and never closes. */
    UNCLOSED_QUOTE,
    /** Text after a closing quote, or a quote in the middle of an unquoted cell that cannot be read safely. */
    MALFORMED_QUOTE,
    /** Bytes that are no character of the file's charset, or a NUL. */
    BAD_CHARACTERS,
    /** A cell is longer than any real one (65 536 bytes), or a row than 4 MiB. */
    CELL_TOO_LONG;

    /** The name in files and metrics: lower case with dashes. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
