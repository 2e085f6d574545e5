package org.greenaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainCommandTest {

    private static final String HEADER = "record_id,contract_date,buyer_name,category_code,category_name,item_name,"
            + "brand,model,amount,energy_certificate_no,eco_certificate_no\n";
    private static final String DESKTOP = "2026-03-01,虚构单位（示例）,A02010105,台式计算机,台式计算机,示例甲,SLDT-500,5000.00,,\n";

    private final CliHarness cli = new CliHarness();

    @TempDir
    private Path folder;

    @Test
    void readableLineShowsFieldsMatchingChecksVerdictsAndClauses() throws IOException {
        assertThat(explain("r1", "r1," + DESKTOP)).isZero();
        assertThat(cli.out())
                .contains("Record r1 (feed.csv, line 2)")
                .containsPattern("amount +5000.00")
                .contains("ES2019-01-01", "EL2019-01-02", "CQC", "compliant", "check 3 (in force)", "[2019] No. 9");
    }

    @Test
    void aRegistryIsLaidOverTheCatalogsWithoutAJobFile() throws IOException {
        Path feed = Files.writeString(folder.resolve("feed.csv"), HEADER + "r1," + DESKTOP);
        String[] asked = {"explain", "--locale=en", "--record=r1", "--date=2026-06-30", "--input", feed.toString()};
        assertThat(cli.run(asked)).isZero();
        assertThat(cli.out()).contains("M1").doesNotContain("CQC");

        CliHarness laidOver = new CliHarness();
        String[] with = {"--catalogs", "catalogs", "--catalogs", "jobs/sample/catalogs"};
        assertThat(laidOver.run(Stream.concat(Stream.of(asked), Stream.of(with)).toArray(String[]::new)))
                .isZero();
        assertThat(laidOver.out()).contains("CQC", "compliant").doesNotContain("M1");
    }

    @Test
    void duplicateIsExplainedBesideTheFirst() throws IOException {
        assertThat(explain("r1", "r1," + DESKTOP + "r2," + DESKTOP + "r1," + DESKTOP))
                .isZero();
        assertThat(cli.out()).contains("Record r1 (feed.csv, line 2)", "feed.csv, line 4: the row cannot be read");
    }

    @Test
    void rejectedRowIsExplainedWithItsReason() throws IOException {
        assertThat(explain("r1", "r1," + DESKTOP.replace("5000.00", "面议"))).isZero();
        assertThat(cli.out()).contains("amount not readable", "amount:", "面议", "raw row:");
    }

    @Test
    void rowWithoutARecordIdIsFoundByFileAndLine() throws IOException {
        assertThat(explain("feed.csv:3", "r1," + DESKTOP + "," + DESKTOP)).isZero();
        assertThat(cli.out()).contains("Record feed.csv:3");
    }

    @Test
    void lineOutsideTheWindowIsNotJudged() throws IOException {
        assertThat(explain("r1", "r1," + DESKTOP.replace("2026-03-01", "2025-12-31")))
                .isZero();
        assertThat(cli.out())
                .contains("outside the audited window 2026-01-01 to 2026-06-30")
                .doesNotContain("Verdicts");
    }

    @Test
    void theWindowCanBeWidened() throws IOException {
        assertThat(explain("r1", "r1," + DESKTOP.replace("2026-03-01", "2025-12-31"), "--from=2025-01-01"))
                .isZero();
        assertThat(cli.out()).contains("Verdicts").doesNotContain("outside the audited window");
    }

    @Test
    void unknownRecordIsTwo() throws IOException {
        assertThat(explain("r9", "r1," + DESKTOP)).isEqualTo(2);
        assertThat(cli.err()).contains("“r9”");
    }

    @Test
    void unreadableInputIsTwoAndNamesTheFile() throws IOException {
        Path feed = folder.resolve("feed.csv");
        Files.writeString(feed, "");
        assertThat(cli.run(
                        "explain",
                        "--locale=en",
                        "--record",
                        "r1",
                        "--job",
                        "jobs/sample.yaml",
                        "--input",
                        feed.toString()))
                .isEqualTo(2);
        assertThat(cli.err()).contains("feed.csv");
    }

    private int explain(String record, String rows, String... more) throws IOException {
        Path feed = folder.resolve("feed.csv");
        Files.writeString(feed, HEADER + rows);
        List<String> args = new ArrayList<>(List.of(
                "explain", "--locale=en", "--record", record, "--job", "jobs/sample.yaml", "--input", feed.toString()));
        args.addAll(List.of(more));
        return cli.run(args.toArray(String[]::new));
    }
}
