package org.greenaudit.sample;

import org.greenaudit.sample.scenario.Scenario;

/** Learns of each generated line, so that a test can compare the audit's verdict with the intended one. */
public interface LineObserver {

    /** Ignores every line. */
    LineObserver NONE = (line, record, scenario) -> {};

    /**
     * A line was written.
     *
     * @param line its number among the data lines, from 1
     * @param record the number in its record id: another line's where the scenario repeats an id
     * @param scenario what it shows
     */
    void written(long line, long record, Scenario scenario);
}
