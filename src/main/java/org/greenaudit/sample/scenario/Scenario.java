package org.greenaudit.sample.scenario;

import java.time.LocalDate;
import java.util.List;

/**
 * A situation that occurs in feeds, and what the audit must find in it.
 *
 * @param id its name, such as {@code m3-expired}
 * @param weight how often it occurs; 0 means only among the first lines, which show each scenario once
 * @param rows the variants, drawn evenly
 * @param buyers who buys
 * @param earliest first contract date on which it can occur
 * @param needs what the feed's style must offer
 * @param expected what the audit must find
 */
public record Scenario(
        String id,
        int weight,
        List<RowTemplate> rows,
        Buyers buyers,
        LocalDate earliest,
        Needs needs,
        ExpectedLine expected) {

    /** Who buys. */
    public enum Buyers {
        /** Public buyers, all alike. */
        PUBLIC,
        /** Public buyers, three times out of four a careless one. */
        CARELESS,
        /** State-owned and other enterprises. */
        ENTERPRISES
    }

    /** What the feed's style must offer. */
    public enum Needs {
        /** Nothing. */
        NOTHING,
        /** The column 品目版本. */
        SCHEME_COLUMN,
        /** An amount column headed 万元. */
        WAN_HEADER,
        /** Cells longer than a spreadsheet's 32 767 characters. */
        LONG_CELLS
    }

    public Scenario {
        rows = List.copyOf(rows);
    }

    /** A scenario of public buyers at any time. */
    static Scenario of(String id, int weight, ExpectedLine expected, RowTemplate... rows) {
        return of(id, weight, expected, List.of(rows));
    }

    /** A scenario of public buyers at any time. */
    static Scenario of(String id, int weight, ExpectedLine expected, List<RowTemplate> rows) {
        return new Scenario(id, weight, rows, Buyers.PUBLIC, LocalDate.MIN, Needs.NOTHING, expected);
    }

    Scenario by(Buyers who) {
        return new Scenario(id, weight, rows, who, earliest, needs, expected);
    }

    Scenario notBefore(LocalDate date) {
        return new Scenario(id, weight, rows, buyers, date, needs, expected);
    }

    Scenario needing(Needs what) {
        return new Scenario(id, weight, rows, buyers, earliest, what, expected);
    }
}
