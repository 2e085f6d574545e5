package org.greenaudit.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.greenaudit.catalog.CatalogException;
import org.greenaudit.catalog.CatalogProblem;
import org.greenaudit.catalog.load.CatalogFolder;
import org.greenaudit.catalog.load.CatalogLoader;
import org.greenaudit.job.config.JobConfigLoader;
import org.greenaudit.message.Messages;
import org.greenaudit.message.Text;
import org.greenaudit.purchase.FeedColumn;
import org.greenaudit.settings.ConfigException;
import org.greenaudit.testing.Folders;
import org.greenaudit.testing.Fuzzing;

/** What reads whole files: jobs, catalogs, certificates. */
@Tag("slow")
class FileFuzzTest {

    private static final String CERTIFICATES =
            """
            证书编号,认证类别,发证机构,获证组织,品牌,产品名称,产品类别,规格型号,认证依据,能效等级,颁证日期,到期日期,证书状态,状态日期
            CQC24701000001,节能产品,虚构认证中心,虚构公司,甲牌,台式计算机,E1,"A-100~A-500系列；B1、B2（黑）",GB 1,1,2024-01-01,2027-01-01,有效,
            CQC24701000002~003,节能产品,虚构认证中心,虚构公司,甲牌/JIA,台式计算机,台式计算机,M1##*,GB 1,2级,20240101,长期,暂停,2025年3月1日
            CEC1,环境标志产品,虚构认证中心,"虚构,公司",乙牌,"打印机
            (激光)",L1,X/Y,HJ 1,,2024-01,2027-12-31,撤销,2026-01-01
            """;

    private Path folder;

    @BeforeProperty
    void make() throws IOException {
        folder = Files.createTempDirectory("fuzz");
    }

    @AfterProperty
    void remove() throws IOException {
        Folders.delete(folder);
    }

    @Example
    void job() throws IOException {
        List<String> jobs = new ArrayList<>();
        for (String name : List.of("sample.yaml", "fuzhou.yaml", "nightly-audit.yaml")) {
            Path job = Path.of("jobs", name);
            if (Files.exists(job)) {
                jobs.add(Files.readString(job));
            }
        }
        jobs.add(
                """
                name: all
                catalogs: [.]
                source: {type: mysql, url: 'jdbc:mysql://h:3306/d?sslMode=REQUIRED', user: u, table: t, key: id,
                  columns: {item_name: x}, constants: {region_code: "361000"}, amount-unit: wan}
                window: {from: 2026-01-01, to: 2026-06-30}
                assessment: {target: 0.85, grade-a: 90}
                run: {threads: 2, partition-rows: 1000}
                retain: {verdict-nights: 30}
                report: {out: reports, locale: en, sign: key.p12}
                """);
        Path file = folder.resolve("job.yaml");
        Arbitrary<String> texts = Fuzzing.texts(
                jobs,
                ": ",
                "- ",
                "{",
                "}",
                "[",
                "]",
                "\"",
                "'",
                "&a ",
                "*a",
                "!!java.lang.Runtime ",
                "|\n",
                ">\n",
                "\n",
                "  ",
                "\t",
                "null",
                "~",
                "1e999",
                "0x7f",
                ".nan",
                "? ",
                "---\n",
                "%YAML 9.9\n",
                "\"\\ud800\"",
                "\"\\u0000\"",
                "<<: ",
                "#",
                "9".repeat(40));
        Fuzzing.run("job file", texts, text -> {
            Files.write(file, text.getBytes(StandardCharsets.UTF_8));
            try {
                assertThat(JobConfigLoader.load(file).name()).isNotEmpty();
            } catch (ConfigException e) {
                assertThat(e.texts()).isNotEmpty().allSatisfy(problem -> assertTold(problem, folder.toString()));
            }
        });
    }

    @Example
    void catalogs() throws IOException {
        CatalogFolder catalog = CatalogFolder.copyOfBase(folder);
        List<String> names;
        try (Stream<Path> files = Files.walk(CatalogFolder.BASE)) {
            names = files.filter(Files::isRegularFile)
                    .map(file -> CatalogFolder.BASE.relativize(file).toString())
                    .sorted()
                    .toList();
        }
        Arbitrary<Spoilt> spoilt = Arbitraries.of(names).flatMap(name -> Combinators.combine(
                        Arbitraries.just(name), texts(read(CatalogFolder.BASE.resolve(name))))
                .as(Spoilt::new));
        Fuzzing.run("catalogs", spoilt, each -> {
            Path file = catalog.root().resolve(each.file());
            Files.write(file, each.text().getBytes(StandardCharsets.UTF_8));
            load();
            Files.copy(
                    CatalogFolder.BASE.resolve(each.file()), file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        });
    }

    @Example
    void certificates() throws IOException {
        CatalogFolder catalog = CatalogFolder.copyOfBase(folder);
        Path file = catalog.root().resolve("certificates/a.csv");
        Fuzzing.run("certificates", texts(CERTIFICATES), text -> {
            Files.write(file, text.getBytes(StandardCharsets.UTF_8));
            load();
        });
    }

    private record Spoilt(String file, String text) {}

    private static Arbitrary<String> texts(String valid) {
        return Fuzzing.texts(
                List.of(valid),
                ",",
                "\"",
                "\n",
                "\r\n",
                ";",
                "、",
                "~",
                "*",
                "#",
                "(",
                "）",
                "系列",
                "2026-01-01",
                "9999",
                "A0201",
                "E1",
                "\0",
                "\ud800",
                "\ufeff",
                "|",
                "/",
                "[a-z]+*",
                "(?<",
                "100%",
                "★",
                ": ",
                "- ");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void load() {
        List<CatalogProblem> warnings = new ArrayList<>();
        try {
            CatalogLoader.load(List.of(folder), FeedColumn.headers(), warnings::add);
        } catch (CatalogException e) {
            assertThat(e.problems()).isNotEmpty();
            e.problems().forEach(FileFuzzTest::assertPlaced);
        }
        warnings.forEach(FileFuzzTest::assertPlaced);
    }

    private static void assertPlaced(CatalogProblem problem) {
        assertThat(problem.file()).isNotEmpty();
        assertTold(problem.text(), "");
    }

    private static void assertTold(Text problem, String place) {
        for (Locale locale : List.of(Messages.CHINESE, Locale.ENGLISH)) {
            assertThat(Messages.in(locale).render(problem)).isNotBlank().contains(place);
        }
    }
}
