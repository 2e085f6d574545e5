package org.greenaudit.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.greenaudit.testing.Programs;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the program exposes, as text. */
class ExpositionTest {

    @Test
    void theTextOfAFixedRunIsAlwaysTheSame() throws IOException {
        assertThat(Exposition.text(Runs.night())).isEqualTo(resource("night.prom"));
    }

    @Tag("server")
    @Test
    void promtoolFindsNothingWrongWithTheText() {
        assertThat(Programs.run(Programs.PROMTOOL, Exposition.text(Runs.night()), "check", "metrics"))
                .isEqualTo(new Programs.Ended(0, ""));
    }

    @Test
    void openMetricsSaysTheSameWithUnitsAndAnEnd() throws IOException {
        String open = Runs.openMetrics();
        assertThat(open)
                .contains("# UNIT greenaudit_run_duration_seconds seconds\n")
                .contains("# UNIT greenaudit_amount_yuan yuan\n")
                .contains("# TYPE greenaudit_lines_processed counter\n")
                .contains("# TYPE greenaudit_catalog info\n")
                .endsWith("# EOF\n");
        assertThat(samples(open)).isEqualTo(samples(Exposition.text(Runs.night())));
    }

    @Test
    void anAmountKeepsItsFen() {
        assertThat(Exposition.text(Runs.night()))
                .contains("greenaudit_amount_yuan{job=\"city\",outcome=\"compliant\"} 9000.01\n");
    }

    @Test
    void aRunWithoutAPreviousOneIsWhole() {
        MetricSet first = RunMetrics.of(Runs.facts(Runs.counts(), Optional.empty()), Runs.TIMING);
        assertThat(Programs.run(Programs.PROMTOOL, Exposition.text(first), "check", "metrics"))
                .isEqualTo(new Programs.Ended(0, ""));
    }

    static String resource(String name) throws IOException {
        try (var in = ExpositionTest.class.getResourceAsStream("/metrics/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static java.util.List<String> samples(String text) {
        return text.lines().filter(line -> !line.startsWith("#")).toList();
    }
}
