package org.greenaudit.sample;

import java.util.List;
import org.greenaudit.sample.scenario.Scenario;
import org.greenaudit.sample.scenario.SplitMix;

/** Chooses the scenario of each line: first each of them once in order, then at random by weight. */
final class ScenarioDeck {

    private final List<Scenario> scenarios;
    private final int[] byWeight;

    ScenarioDeck(List<Scenario> scenarios) {
        this.scenarios = List.copyOf(scenarios);
        byWeight = new int[scenarios.stream().mapToInt(Scenario::weight).sum()];
        int at = 0;
        for (int s = 0; s < scenarios.size(); s++) {
            for (int i = 0; i < scenarios.get(s).weight(); i++) {
                byWeight[at++] = s;
            }
        }
    }

    /** The index of the scenario for a line, from 1. */
    int draw(long line, SplitMix random) {
        return line <= scenarios.size() ? (int) line - 1 : byWeight[random.below(byWeight.length)];
    }

    /** The scenario of that index. */
    Scenario scenario(int index) {
        return scenarios.get(index);
    }

    /** How many scenarios there are. */
    int size() {
        return scenarios.size();
    }
}
