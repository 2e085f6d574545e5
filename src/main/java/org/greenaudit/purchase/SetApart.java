package org.greenaudit.purchase;

import java.util.Locale;

/**
 * A row that is no purchase: never judged and in no share, but counted by reason and amount.
 *
 * @param ref where the row starts
 * @param recordId its record id, as of a purchase line
 * @param regionCode the code of its region as far as the row gives one, else empty
 * @param reason why it is none
 * @param amountFen its amount in fen, 0 where it names none
 */
public record SetApart(SourceRef ref, String recordId, String regionCode, Reason reason, long amountFen)
        implements Parsed {

    /** Why a row is no purchase. Texts: {@code set-apart.<id>} in the resource bundle. */
    public enum Reason {
        /** A sum of the rows above: 合计, 小计. */
        TOTAL,
        /** A signature or a remark below the table: 制表人, 备注. */
        NOTE,
        /** An order whose status says that it was cancelled or closed. */
        CANCELLED,
        /** Goods given back: a negative amount, or a status that says so. */
        REFUND;

        /** The name in files: lower case. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
