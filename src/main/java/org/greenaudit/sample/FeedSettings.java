package org.greenaudit.sample;

import java.util.List;
import org.greenaudit.sample.scenario.Period;

/**
 * What feed to generate.
 *
 * @param lines number of data lines, at least 1
 * @param seed the seed; the same settings give the same bytes on every machine
 * @param period the contract dates
 * @param cities whose units buy, at least one
 * @param style how the file is laid out
 * @param distinctNames whether each line has an item name and a specification of its own
 */
public record FeedSettings(
        long lines, long seed, Period period, List<City> cities, FeedStyle style, boolean distinctNames) {

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException when there is no line or no city
     */
    public FeedSettings {
        cities = List.copyOf(cities);
        if (lines < 1 || cities.isEmpty()) {
            throw new IllegalArgumentException(lines + " lines, " + cities);
        }
    }

    /** The same where lines may share names, as most feeds do. */
    public FeedSettings(long lines, long seed, Period period, List<City> cities, FeedStyle style) {
        this(lines, seed, period, cities, style, false);
    }

    /** The seed of the lines: the certificates depend on the seed alone, so that two cities can share a registry. */
    long stream() {
        long stream = seed;
        for (City city : cities) {
            stream = 31 * stream + city.ordinal() + 1;
        }
        return stream;
    }
}
