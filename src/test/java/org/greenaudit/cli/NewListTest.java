package org.greenaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.greenaudit.testing.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Does what {@code catalogs/README.md} says of adding a list, word by word: a new list is data only. */
class NewListTest {

    private static final String CHECK =
            "java -jar target/greenaudit.jar catalogs check --catalogs catalogs --catalogs my-catalogs";

    private final CliHarness cli = new CliHarness();

    private final Settings settings = new Settings();

    @TempDir
    private Path folder;

    @BeforeEach
    void followTheReadme() throws IOException, InterruptedException {
        String readme = Files.readString(Path.of("catalogs", "README.md"));
        String section = readme.substring(readme.indexOf("**Add a new list**"));
        int begin = section.indexOf("```sh\n") + "```sh\n".length();
        List<String> script = section.substring(begin, section.indexOf("```\n", begin))
                .lines()
                .toList();
        assertThat(script).last().isEqualTo(CHECK);
        copyCatalogs();
        Files.write(folder.resolve("steps.sh"), script.subList(0, script.size() - 1));
        Process steps = new ProcessBuilder("sh", "-e", "steps.sh")
                .directory(folder.toFile())
                .inheritIO()
                .start();
        assertThat(steps.waitFor()).isZero();
    }

    private void copyCatalogs() throws IOException {
        Path base = Path.of("catalogs");
        try (Stream<Path> files = Files.walk(base)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve("catalogs").resolve(base.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    private int run(String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(List.of(
                "--locale=en",
                "--catalogs",
                folder.resolve("catalogs").toString(),
                "--catalogs",
                folder.resolve("my-catalogs").toString()));
        return cli.run(all.toArray(String[]::new));
    }

    @BeforeEach
    void databaseOfItsOwn() {
        settings.set("greenaudit.data-dir", folder.resolve("data"));
    }

    @AfterEach
    void forget() {
        settings.close();
    }

    @Test
    void theCatalogsAreValidWithoutAWarning() {
        assertThat(run("catalogs", "check")).isZero();
        assertThat(cli.err()).isEmpty();
        assertThat(cli.out()).contains("Lists: 3;", "listed items: 131;", "warnings: 0");
    }

    @Test
    void theRuleBookHasTheListsRules() {
        assertThat(run("rules")).isZero();
        assertThat(cli.out()).containsPattern("(?m)^# G1 ").containsPattern("(?m)^# G7 ");
    }

    @Test
    void aPurchaseIsJudgedUnderTheList() throws IOException {
        explain("green_building_certificate_no", "");
        assertThat(cli.out()).contains("绿色建材产品: Suspected violation G1  GB2025-01-01", "Fictional [2025] No. 1");
    }

    @Test
    void theListHasAFeedColumnOfItsOwnForItsCertificates() throws IOException {
        explain("green_building_certificate_no", "CTC20250001");
        assertThat(cli.out())
                .containsPattern("(?m)^ *green_building_certificate_no +CTC20250001$")
                .contains("绿色建材产品: Compliant  GB2025-01-01", "certificate: CTC20250001");
    }

    @Test
    void theColumnHasAChineseHeaderToo() throws IOException {
        explain("绿色建材产品认证证书编号", "CTC20250001");
        assertThat(cli.out()).contains("绿色建材产品: Compliant  GB2025-01-01");
    }

    @Test
    void aFeedWithoutTheColumnSaysNothingOfItsCertificates() throws IOException {
        explain("eco_certificate_no", "CTC20250001");
        assertThat(cli.out()).contains("绿色建材产品: Undetermined  GB2025-01-01");
    }

    private void explain(String certificateColumn, String cell) throws IOException {
        Path feed = Files.writeString(
                folder.resolve("feed.csv"),
                """
                record_id,contract_date,buyer_name,buyer_type,item_name,brand,model,amount,%s
                r1,2025-06-01,虚构单位（示例）,事业单位,虚构砌块,示例甲,K-1,5000.00,%s
                """
                        .formatted(certificateColumn, cell));
        assertThat(run("explain", "--record=r1", "--date=2025-12-31", "--input", feed.toString()))
                .isZero();
    }
}
