package org.greenaudit.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The programs of Debian packages are found, run, and asked for by name where they are missing. */
@Tag("server")
class ProgramsTest {

    @Test
    void aMissingProgramFailsWithThePackageThatBringsIt() {
        assertThatThrownBy(() -> Programs.find("no-such-program"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("no-such-program")
                .hasMessageContaining("apt-get install");
    }

    @Test
    void promtoolReadsItsInput() {
        assertThat(Programs.run(
                        Programs.PROMTOOL,
                        "# HELP sheep Sheep counted.\n# TYPE sheep gauge\nsheep 1\n",
                        "check",
                        "metrics"))
                .isEqualTo(new Programs.Ended(0, ""));
    }

    @Test
    void prometheusAndPushgatewayAnswer() {
        try (PushgatewayServer gateway = PushgatewayServer.start();
                PrometheusServer prometheus = PrometheusServer.start("scrape_configs: []\n")) {
            assertThat(gateway.metrics()).contains("pushgateway_build_info");
            assertThat(prometheus.query("vector(7)")).isEqualTo(Map.of(Map.of(), 7.0));
        }
    }
}
