package org.greenaudit.purchase;

import java.util.Locale;

/**
 * A row that is no purchase: never judged and in no share, but counted by reason and amount.
 *
 * @param ref where the row starts
 * @param recordId its record id, as of a purchase line
 * @param regionCode the code of its region as far as the row gives one, else empty
 * @param reason why it is none
 * @param span what a total adds up
 * @param amountFen its amount in fen, 0 where it names none
 */
public record SetApart(SourceRef ref, String recordId, String regionCode, Reason reason, Span span, long amountFen)
        implements Parsed {

    /** A row that is no total. */
    public SetApart(SourceRef ref, String recordId, String regionCode, Reason reason, long amountFen) {
        this(ref, recordId, regionCode, reason, Span.NOTHING, amountFen);
    }

    /**
     * What it is counted under: its reason, in which refunds above zero and cancelled orders below zero are apart, so that
     * no sum hides a part of it. Texts: {@code set-apart.<kind>} in the resource bundle.
     */
    public String kind() {
        if (reason == Reason.REFUND && amountFen > 0) {
            return reason.id() + "-positive";
        }
        return reason == Reason.CANCELLED && amountFen < 0 ? reason.id() + "-negative" : reason.id();
    }

    /** What the row of a total adds up; the later the wider. */
    public enum Span {
        /** It is no total. */
        NOTHING,
        /** The rows since the total before: 小计. */
        SECTION,
        /** Those of a page or of what it names: 本页合计, 台式计算机合计. */
        GROUP,
        /** Those of a table: 合计. */
        TABLE,
        /** Everything so far: 总计, 累计, 承前页. */
        ALL
    }

    /** Why a row is no purchase. */
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
