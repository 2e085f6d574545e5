package org.greenaudit.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.DoubleStream;

/** The median, the lowest and the highest of some values. */
record Spread(double median, double lowest, double highest) {

    static Spread of(DoubleStream values) {
        double[] sorted = values.toArray();
        Arrays.sort(sorted);
        double median = (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
        return new Spread(median, sorted[0], sorted[sorted.length - 1]);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.2f (%.2f–%.2f)", median, lowest, highest);
    }
}
