package org.greenaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogCommandsTest {

    private final CliHarness cli = new CliHarness();

    @TempDir
    private Path overlay;

    @Test
    void shippedCatalogsAreValid() {
        assertThat(cli.run("catalogs", "check", "--locale=en")).isZero();
        assertThat(cli.out()).contains("Lists: 2; listed items: 130");
    }

    @Test
    void everyProblemIsPrintedWithFileLineColumnAndValue() throws IOException {
        Path bodies = overlay.resolve("certification-body-classes.csv");
        Files.writeString(
                bodies, "list_id,product_class,complete,provenance,note\nenergy-saving,99,true,x,\nnone,1,maybe,x,\n");
        assertThat(cli.run("catalogs", "check", "--catalogs", "catalogs", "--catalogs", overlay.toString()))
                .isEqualTo(2);
        assertThat(cli.err())
                .contains(bodies + ":2 product_class \"99\"")
                .contains(bodies + ":3 list_id \"none\"")
                .contains(bodies + ":3 complete \"maybe\"");
    }

    @Test
    void showPrintsCountsAndTheFingerprint() {
        assertThat(cli.run("catalogs", "show", "--locale=en")).isZero();
        assertThat(cli.out())
                .contains("energy-saving 2019", "Rows: 43, of them ★: 24, families: 18", "registry: none")
                .containsPattern("Fingerprint \\(SHA-256\\): [0-9a-f]{64}");
    }

    @Test
    void rulesPrintsEveryRuleInBothLanguages() {
        CliHarness english = new CliHarness();
        assertThat(cli.run("rules")).isZero();
        assertThat(english.run("rules", "--locale=en")).isZero();
        for (String code : new String[] {"M1", "M7", "P1", "P7", "L1", "L7", "C01", "C02", "C03"}) {
            assertThat(cli.out()).containsPattern("(?m)^# " + code + " ");
            assertThat(english.out()).containsPattern("(?m)^# " + code + " ");
        }
        assertThat(english.out())
                .contains("- **Clause**: ", "## Why it matters", "## How it is decided", "→ violation M1");
    }
}
