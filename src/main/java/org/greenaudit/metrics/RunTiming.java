package org.greenaudit.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * When a run took place and how long it took: the only part of the metrics that depends on the clock.
 *
 * @param published when the figures are published
 * @param duration since the last start of the run
 * @param attempts starts of the run, this one included
 * @param steps how long each step took in its last attempt, by its name
 */
public record RunTiming(Instant published, Duration duration, int attempts, Map<String, Duration> steps) {

    public RunTiming {
        steps = Map.copyOf(steps);
    }
}
