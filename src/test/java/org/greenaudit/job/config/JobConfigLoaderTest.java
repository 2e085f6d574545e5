package org.greenaudit.job.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.greenaudit.assessment.AssessmentPolicy;
import org.greenaudit.message.Messages;
import org.greenaudit.message.Text;
import org.greenaudit.purchase.BuyerType;
import org.greenaudit.purchase.MoneyUnit;
import org.greenaudit.rules.CityPlan;
import org.greenaudit.settings.ConfigException;
import org.greenaudit.source.FeedMapping;
import org.greenaudit.source.csv.CsvSettings;
import org.greenaudit.source.mysql.MysqlSettings;
import org.greenaudit.source.mysql.SqlSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JobConfigLoaderTest {

    private static final String LEAST = "name: city\ncatalogs: [catalogs]\n";

    @TempDir
    private Path dir;

    @Test
    void everyKeyIsUnderstood() throws IOException {
        JobConfig config = load(
                """
                name: city-1
                title: 标题
                title-en: Title
                notice: 注意
                notice-en: Notice
                audit-date: 2026-06-30
                window: {from: 2026-01-01, to: 2026-05-31}
                catalogs: [catalogs, ../own]
                source:
                  type: csv
                  files: [feeds/*.csv]
                  charset: GB18030
                  delimiter: tab
                  amount-unit: wan
                  columns: {item_name: 项目名称}
                  constants: {region_code: "361000"}
                category-scheme-switch: 2022-10-01
                plans:
                  - name: 市
                    region-prefix: "3610"
                    document: 方案
                    issued: 2020-11-24
                    clause: 第7项
                    citation: 引文
                    citation-en: citation
                    departments: [市财政局]
                    advisory-buyers: [国有企业, 企业]
                assessment:
                  mandatory-weight: 50
                  priority-weight: 30
                  undetermined-weight: 20
                  target: 0.9
                  minimum-lines: 5
                  grades: {a: 95, b: 80, c: 65}
                report: {out: ../out, locale: en}
                all-verdicts: true
                run: {threads: 3, partition-megabytes: 4, block-lines: 500}
                retain: {verdict-nights: 30}
                schedule: {cron: "0 3 * * 1-5", zone: UTC}
                """);
        assertThat(config.name()).isEqualTo("city-1");
        assertThat(config.titleEn()).isEqualTo("Title");
        assertThat(config.noticeEn()).isEqualTo("Notice");
        assertThat(config.auditDate()).contains(LocalDate.of(2026, 6, 30));
        assertThat(config.from()).contains(LocalDate.of(2026, 1, 1));
        assertThat(config.to()).contains(LocalDate.of(2026, 5, 31));
        assertThat(config.catalogs())
                .containsExactly(dir.resolve("catalogs"), dir.getParent().resolve("own"));
        CsvSettings source = (CsvSettings) config.source();
        assertThat(source.files()).containsExactly(dir + "/feeds/*.csv");
        assertThat(source.charset()).isEqualTo("GB18030");
        assertThat(source.delimiter()).isEqualTo("tab");
        assertThat(source.mapping().amountUnit()).contains(MoneyUnit.WAN);
        assertThat(source.mapping().columns()).isEqualTo(Map.of("item_name", "项目名称"));
        assertThat(source.mapping().constants()).isEqualTo(Map.of("region_code", "361000"));
        assertThat(config.schemeSwitch()).isEqualTo(LocalDate.of(2022, 10, 1));
        assertThat(config.plans())
                .containsExactly(new CityPlan(
                        "市",
                        "3610",
                        "方案",
                        "2020-11-24",
                        "第7项",
                        "引文",
                        "citation",
                        List.of("市财政局"),
                        Set.of(BuyerType.STATE_ENTERPRISE, BuyerType.ENTERPRISE)));
        assertThat(config.assessment())
                .isEqualTo(new AssessmentPolicy(
                        BigDecimal.valueOf(50),
                        BigDecimal.valueOf(30),
                        BigDecimal.valueOf(20),
                        new BigDecimal("0.9"),
                        5,
                        BigDecimal.valueOf(95),
                        BigDecimal.valueOf(80),
                        BigDecimal.valueOf(65)));
        assertThat(config.report())
                .isEqualTo(new JobConfig.Report(dir.getParent().resolve("out"), Locale.ENGLISH, Optional.empty()));
        assertThat(config.allVerdicts()).isTrue();
        assertThat(config.run().threads()).contains(3);
        assertThat(config.run().blockLines()).isEqualTo(500);
        assertThat(config.verdictNights()).isEqualTo(30);
        assertThat(config.schedule()).contains(new NightSchedule("0 3 * * 1-5", ZoneId.of("UTC")));
    }

    @Test
    void whatIsAbsentHasItsDefault() throws IOException {
        JobConfig config = load(LEAST);
        assertThat(config.titleEn()).isEqualTo("city");
        assertThat(config.auditDate()).isEmpty();
        assertThat(config.schemeSwitch()).isEqualTo(LocalDate.of(2022, 9, 1));
        assertThat(config.assessment()).isEqualTo(AssessmentPolicy.DEFAULT);
        assertThat(config.report())
                .isEqualTo(new JobConfig.Report(dir.resolve("reports"), Locale.SIMPLIFIED_CHINESE, Optional.empty()));
        assertThat(config.run().threads()).isEmpty();
        assertThat(config.source().mapping().amountUnit()).isEmpty();
        assertThat(config.verdictNights()).isEqualTo(400);
        assertThat(config.schedule()).isEmpty();
        assertThat(load(LEAST + "schedule: {cron: 30 2 * * *}").schedule())
                .contains(new NightSchedule("30 2 * * *", ZoneId.of("Asia/Shanghai")));
    }

    @Test
    void everyProblemIsToldAtOnceWithItsKeyAndValue() throws IOException {
        List<Text> problems = problems(
                """
                name: City One
                audit-date: 30.06.2026
                window: {from: 2026-13-01, until: 2026-06-30}
                source:
                  files: {a: b}
                  colums: {item_name: x}
                  columns: {item: 项目名称}
                plans:
                  - name: 市
                    region-prefix: 3610
                    advisory-buyers: [国企]
                assessment: {target: 85}
                run: {threads: many}
                """);
        assertThat(problems)
                .extracting(p -> p.key() + " " + p.args().get(1))
                .containsExactlyInAnyOrder(
                        "config.wrong name",
                        "config.wrong audit-date",
                        "config.wrong window.from",
                        "config.unknown window.until",
                        "config.missing catalogs",
                        "config.wrong-unshown source.files",
                        "config.unknown source.colums",
                        "config.wrong-unshown source.columns.item",
                        "config.wrong plans[0].region-prefix",
                        "config.missing plans[0].document",
                        "config.missing plans[0].citation",
                        "config.wrong plans[0].advisory-buyers",
                        "config.wrong assessment.target",
                        "config.wrong run.threads");
        String english = Messages.in(Locale.ENGLISH)
                .render(problems.get(problems.indexOf(Text.of(
                        "config.wrong",
                        dir.resolve("job.yaml"),
                        "audit-date",
                        "30.06.2026",
                        "@config.expected.date"))));
        assertThat(english)
                .isEqualTo(dir.resolve("job.yaml")
                        + ": audit-date has the value \"30.06.2026\"; expected a date such as 2026-06-30");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "all-verdicts: yes please | config.wrong all-verdicts",
                "report: {locale: fr} | config.wrong report.locale",
                "report: reports | config.wrong-unshown report",
                "source: {type: oracle} | config.wrong-unshown source.type",
                "source: {amount-unit: 万元} | config.wrong-unshown source.amount-unit",
                "run: {block-lines: 0} | config.wrong run.block-lines",
                "run: {partition-megabytes: 1.5} | config.wrong run.partition-megabytes",
                "run: {workers: many} | config.wrong run.workers",
                "run: {workers: remote} | config.missing run.broker",
                "run: {workers: remote, broker: http://broker:80} | config.wrong run.broker",
                "run: {workers: remote, broker: tcp://user:secret@broker:1} | config.wrong run.broker",
                "run: {broker: tcp://broker} | config.wrong run.broker",
                "run: {missing-minutes: 0} | config.wrong run.missing-minutes",
                "run: {fallback: maybe} | config.wrong run.fallback",
                "retain: {verdict-nights: 1} | config.wrong retain.verdict-nights",
                "assessment: {grades: {a: 60, b: 75, c: 90}} | config.wrong assessment.grades",
                "plans: {name: x} | config.wrong-unshown plans",
                "title: [a] | config.wrong-unshown title",
                "schedule: {cron: 30 2 30 2 *} | config.wrong schedule.cron",
                "schedule: {cron: 30} | config.wrong schedule.cron",
                "schedule: {zone: UTC} | config.missing schedule.cron",
                "schedule: {} | config.missing schedule.cron",
                "schedule: {cron: 30 2 * * *, zone: Asia/Fuzhou} | config.wrong schedule.zone",
                "schedule: {cron: 30 2 * * *, at: 1} | config.unknown schedule.at",
                "audit-date: 2026-02-30 | config.wrong audit-date"
            })
    void aWrongValueNamesItsKey(String yaml, String problem) throws IOException {
        assertThat(problems(LEAST + yaml))
                .singleElement()
                .satisfies(p -> assertThat(p.key() + " " + p.args().get(1)).isEqualTo(problem));
    }

    @ParameterizedTest
    @ValueSource(strings = {"name: a\nname: b", "name: [a", "\t- x: y"})
    void whatIsNoYamlIsToldWithItsLine(String yaml) throws IOException {
        assertThat(problems(yaml)).singleElement().satisfies(p -> {
            assertThat(p.key()).isEqualTo("config.yaml");
            assertThat(Integer.parseInt(p.args().get(1))).isPositive();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"hunter2", "- hunter2", "'hunter2'"})
    void whatIsNoJobIsNotShown(String text) throws IOException {
        assertThat(problems(text)).singleElement().satisfies(p -> {
            assertThat(p.key()).isEqualTo("config.wrong-file");
            assertThat(Messages.in(Locale.ENGLISH).render(p)).doesNotContain("hunter2");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "audit-date: jdbc:mysql://u:hunter2@h/d",
                "jdbc:mysql://u:hunter2@h/d: x",
                "report: {locale: 'mysql://u:hunter2@h/d'}",
                "source: {'jdbc:mysql://u:hunter2@h/d': 1}"
            })
    void whatLooksLikeAnAddressIsNotShown(String yaml) throws IOException {
        assertThat(problems(LEAST + yaml)).isNotEmpty().allSatisfy(p -> assertThat(p.args())
                .noneMatch(arg -> arg.contains("hunter2")));
    }

    @Test
    void anAliasIsRefusedWithItsPlace() throws IOException {
        assertThat(problems("name: x\nnotice: &c catalogs\ncatalogs: [*c]\n"))
                .containsExactly(Text.of("config.alias", dir.resolve("job.yaml"), 3, 12));
    }

    @Test
    void aFileThatIsTooLargeForAJobIsNotRead() throws IOException {
        String tooMuch = "title: \"" + "x".repeat(1 << 18) + "\"\n";
        assertThat(problems(LEAST + tooMuch)).extracting(Text::key).containsExactly("config.too-large");
    }

    @Test
    void aNumberIsToldAsItIs() throws IOException {
        assertThat(problems(LEAST + "assessment: {target: 1e1000000000}"))
                .singleElement()
                .satisfies(p -> assertThat(p.args()).contains("assessment.target", "1E+1000000000"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "title: \"a\\0b\"",
                "source: {files: [\"a\\0b\"]}",
                "report: {out: \"a\\0b\"}",
                "source: {files: \"a\\ud800\"}"
            })
    void aTextThatNoPathCanHoldIsRefused(String yaml) throws IOException {
        assertThat(problems(LEAST + yaml)).singleElement().satisfies(p -> assertThat(p.key())
                .startsWith("config.wrong"));
    }

    @Test
    void anEmptyFileLacksWhatIsRequired() throws IOException {
        assertThat(problems("")).extracting(p -> p.args().get(1)).containsExactly("name", "catalogs");
    }

    @Test
    void aFileThatDoesNotExistIsSaidToBeMissing() {
        ConfigException e =
                catchThrowableOfType(ConfigException.class, () -> JobConfigLoader.load(dir.resolve("none.yaml")));
        assertThat(e.texts()).extracting(Text::key).containsExactly("config.no-file");
    }

    @Test
    void plansOfOtherJobsAreTakenWithTheirProblems() throws IOException {
        Files.writeString(dir.resolve("other.yaml"), LEAST + "plans: [{name: 市, document: d, citation: c}]\n");
        assertThat(load(LEAST + "plans-from: [other.yaml]\n").plans())
                .extracting(CityPlan::name)
                .containsExactly("市");
        Files.writeString(dir.resolve("other.yaml"), LEAST + "plans: [{name: 市, document: d}]\n");
        assertThat(problems(LEAST + "plans-from: [other.yaml]\n"))
                .singleElement()
                .satisfies(p -> assertThat(p.args())
                        .startsWith(dir.resolve("other.yaml").toString()));
    }

    @Test
    void aMissingFileOfPlansHidesNoOtherProblem() throws IOException {
        assertThat(problems(LEAST + "audit-date: tomorrow\nplans-from: [none.yaml]\n"))
                .extracting(Text::key)
                .containsExactlyInAnyOrder("config.no-file", "config.wrong");
    }

    @Test
    void everyKeyOfATableIsUnderstood() throws IOException {
        JobConfig config = load(
                LEAST
                        + """
                source:
                  type: mysql
                  url: jdbc:mysql://db.example:3306/procurement?sslMode=VERIFY_CA
                  user: reader
                  password-variable: PURCHASES_PASSWORD
                  view: 采购明细
                  name: 市级采购
                  key: id
                  amount-unit: wan
                  columns: {item_name: 项目`名称}
                  constants: {region_code: "361000"}
                run: {partition-rows: 1000}
                """);
        assertThat(config.source())
                .isEqualTo(new MysqlSettings(
                        "jdbc:mysql://db.example:3306/procurement?sslMode=VERIFY_CA",
                        "reader",
                        "PURCHASES_PASSWORD",
                        new SqlSource.Named("采购明细"),
                        "市级采购",
                        "id",
                        new FeedMapping(
                                Map.of("item_name", "项目`名称"),
                                Map.of("region_code", "361000"),
                                Optional.of(MoneyUnit.WAN))));
        assertThat(config.run().partitionRows()).isEqualTo(1000);
    }

    @Test
    void aTableIsCalledByItsNameAndTheServerMayComeFromTheEnvironment() throws IOException {
        assertThat(load(LEAST + "source: {type: mysql, table: t, key: id}").source())
                .isEqualTo(new MysqlSettings(
                        "", "", "GREENAUDIT_SOURCE_PASSWORD", new SqlSource.Named("t"), "t", "id", FeedMapping.NONE));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "table: t, key: id, password: hunter2 | config.password source.password",
                "table: t, key: id, password: 12345 | config.password source.password",
                "table: t, key: id, url: 'jdbc:mysql://u:hunter2@h/d' | config.url.holds-login source.url",
                "table: t, key: id, url: 'jdbc:mysql://h/d?password=hunter2' | config.url.holds-login source.url",
                "table: t, key: id, url: ['jdbc:mysql://u:hunter2@h/d'] | config.wrong-unshown source.url",
                "table: t, key: id, url: {hunter2: 12345} | config.wrong-unshown source.url",
                "table: t, key: id, amount-unit: hunter2 | config.wrong-unshown source.amount-unit",
                "table: t, key: id, url: 'jdbc:h2:mem:x' | config.url.not-mysql source.url",
                "table: t, key: id, url: 'jdbc:mysql://h' | config.url.no-database source.url",
                "table: t, key: id, password-variable: 'a-b' | config.variable source.password-variable",
                "key: id | config.relation source.table",
                "table: t, query: SELECT 1, key: id | config.relation source.table, query",
                "query: DELETE FROM t, key: id | config.query source.query",
                "query: 'SELECT 1; DROP TABLE t', key: id | config.query source.query",
                "table: t | config.missing source.key",
                "table: t, key: 'id ', charset: auto | config.unknown source.charset",
                "table: t, key: id, columns: {brnd: x} | config.wrong-unshown source.columns.brnd",
                "table: 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', key: id"
                        + " | config.wrong-unshown source.table",
            })
    void whatCannotBeATableIsToldWithoutAnyPassword(String yaml, String problem) {
        assertThat(problems(LEAST + "source: {type: mysql, " + yaml + "}"))
                .singleElement()
                .satisfies(p -> {
                    assertThat(p.key() + " " + p.args().get(1)).isEqualTo(problem);
                    for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
                        // the folder's name has figures of its own
                        assertThat(Messages.in(locale).render(p).replace(dir.toString(), ""))
                                .doesNotContain("hunter2", "12345");
                    }
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"fuzhou", "luoyang", "sample", "nightly-audit"})
    void theJobsOfTheProgramAreSound(String name) {
        JobConfig config = JobConfigLoader.load(Path.of("jobs", name + ".yaml"));
        assertThat(config.name()).isEqualTo(name);
        assertThat(config.plans()).isNotEmpty().allSatisfy(plan -> assertThat(plan.departments())
                .isNotEmpty());
        assertThat(config.assessment()).isEqualTo(AssessmentPolicy.DEFAULT);
    }

    private JobConfig load(String yaml) throws IOException {
        Path file = dir.resolve("job.yaml");
        Files.writeString(file, yaml);
        return JobConfigLoader.load(file);
    }

    private List<Text> problems(String yaml) {
        return catchThrowableOfType(ConfigException.class, () -> load(yaml)).texts();
    }
}
