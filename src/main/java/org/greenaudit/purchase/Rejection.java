package org.greenaudit.purchase;

import org.greenaudit.message.Text;

/**
 * A row that could not be read: goes to {@code rejected.csv} and is counted, never dropped.
 *
 * @param ref where the row starts
 * @param regionCode the code of its region as far as it can be read, else empty
 * @param reason why; of several faults the first
 * @param column the feed column (canonical header) of the first fault, or empty when the whole row is at fault
 * @param value the offending cell as found, shortened to 200 characters
 * @param detail what was found and what was expected, of every fault
 * @param raw the raw row, cells joined by commas as RFC 4180, shortened to 2 000 characters
 * @param amountFen the row's amount in fen where that could be read, else 0
 */
public record Rejection(
        SourceRef ref,
        String regionCode,
        RejectReason reason,
        String column,
        String value,
        Text detail,
        String raw,
        long amountFen)
        implements Parsed {

    /** The most characters of a row that are kept. */
    public static final int LONGEST_RAW = 2_000;

    private static final int LONGEST_VALUE = 200;

    /** Shortens the value and the raw row, so that no report is flooded by one broken row. */
    public Rejection {
        value = shorten(value, LONGEST_VALUE);
        raw = shorten(raw, LONGEST_RAW);
    }

    /** A cell no longer than a value may be. */
    static String shortened(String cell) {
        return shorten(cell, LONGEST_VALUE);
    }

    private static String shorten(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 2)) ? longest - 2 : longest - 1;
        return text.substring(0, end) + '…';
    }
}
